"""The waivers beside a text, figure or measure: which rules they set aside, and which of them set nothing aside."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.content.documents import Document
from briefing.content.site import Path
from briefing.content.texts import Waiver
from briefing.problems import Problem, did_you_mean
from briefing.rules import WAIVABLE


@dataclass(frozen=True)
class Waived:
    """A text, figure or measure with the waivers beside it; they hold while its hash is the one that they name."""

    document: Document
    path: Path
    waivers: tuple[Waiver, ...]
    hash: str
    kind: str = "text"

    def sets_aside(self, code: str) -> bool:
        """Return True if a waiver that holds sets a rule aside."""
        return code in WAIVABLE and any(waiver.code == code and waiver.of == self.hash for waiver in self.waivers)

    def remedy(self, code: str) -> str:
        """Return the line to copy that would set a rule aside; empty if none can."""
        line = f"; if it is right: waive: [{{code: {code}, of: {self.hash}, reason: …}}]"
        return line if code in WAIVABLE else ""

    def without_effect(self, found: Collection[str]) -> Iterator[Problem]:
        """Report the waivers that set nothing aside; `found` are the codes of the faults."""
        for waiver in self.waivers:
            position = self.document.at(*self.path, "waive", waiver.code)
            if waiver.code not in WAIVABLE:
                message = f"no waiver sets '{waiver.code}' aside; {did_you_mean(waiver.code, WAIVABLE)}"
                yield Problem(position, "unwaivable", message)
            elif waiver.of != self.hash:
                message = f"the {self.kind} is not the one that was waived; look again, then write of: {self.hash}"
                yield Problem(position, "lapsed-waiver", message)
            elif waiver.code not in found:
                message = f"the {self.kind} keeps the rule '{waiver.code}'; remove the waiver"
                yield Problem(position, "unused-waiver", message)
