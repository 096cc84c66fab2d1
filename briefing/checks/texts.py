"""Runs every check of a text on every text of every file, and applies the waivers that stand beside a text."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Text
from briefing.problems import Problem, did_you_mean
from briefing.reviews.hashes import texts_hash

MOST_FAULTS = 20
"""The most faults that one check reports of one text."""


@dataclass(frozen=True)
class Fault:
    """A fault in one language of a text, at a character; `other` is the language and character it is compared with."""

    code: str
    message: str
    language: str
    offset: int = 0
    other: tuple[str, int] | None = None


TextCheck = Callable[[ContentUnit, ContentFile[object], Text], Iterable[Fault]]
"""A check of one text, which stands in a file of a unit."""


def check(unit: ContentUnit, checks: Iterable[TextCheck], waivable: frozenset[str]) -> Iterator[Problem]:
    """Report the faults that no waiver of that very text sets aside, and the waivers that set nothing aside."""
    for file in unit.files:
        for path, text in file.texts():
            faults = [each for check in checks for each in itertools.islice(check(unit, file, text), MOST_FAULTS)]
            hash_, found = texts_hash(text), {fault.code for fault in faults}
            waived = {waiver.code for waiver in text.waive if waiver.of == hash_} & waivable
            for fault in faults:
                if fault.code not in waived:
                    remedy = f"; if it is right: waive: [{{code: {fault.code}, of: {hash_}, reason: …}}]"
                    message = fault.message + (remedy if fault.code in waivable else "")
                    places = [(fault.language, fault.offset), *([fault.other] if fault.other else [])]
                    positions = [file.document.within((*path, code), offset) for code, offset in places]
                    yield Problem(positions[0], fault.code, message, *positions[1:])
            for waiver in text.waive:
                position = file.document.at(*path, "waive", waiver.code)
                if waiver.code not in waivable:
                    message = f"no waiver sets '{waiver.code}' aside; {did_you_mean(waiver.code, waivable)}"
                    yield Problem(position, "unwaivable", message)
                elif waiver.of != hash_:
                    message = f"the text is not the one that was waived; look again, then write of: {hash_}"
                    yield Problem(position, "lapsed-waiver", message)
                elif waiver.code not in found:
                    message = f"the text keeps the rule '{waiver.code}'; remove the waiver"
                    yield Problem(position, "unused-waiver", message)
