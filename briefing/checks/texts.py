"""Every text of every file, through every check of texts; and the waivers that stand beside a text."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.content.site import ContentFile, ContentUnit, Path
from briefing.content.texts import Text
from briefing.problems import Problem, Rule, did_you_mean
from briefing.reviews.hashes import texts_hash

RULES = (
    Rule(
        "lapsed-waiver",
        "A waiver was written for a text that has changed since, or names a hash that no text of its had. Look at the"
        " text again; then give the new hash that the message names, or remove the waiver.",
        'en: "The three farms programme"\nwaive: [{code: unequal-numbers, of: 0123456789abcdef, reason: a name}]',
        'en: "The three farms programme"\nwaive: [{code: unequal-numbers, of: 9f86d081884c7d65, reason: a name}]',
    ),
    Rule(
        "unused-waiver",
        "A waiver sets aside a rule that the text keeps. Remove it, so that it can't hide a later fault.",
        'zh: 两个园区\nen: "Two parks"\nwaive: [{code: unequal-numbers, of: 9f86d081884c7d65, reason: a name}]',
        'zh: 两个园区\nen: "Two parks"',
        severity="warning",
    ),
    Rule(
        "unwaivable",
        "A waiver names a code that no waiver can set aside, or that does not exist: only what is a matter of"
        " language can be waived, never a figure, its source or its review.",
        "waive: [{code: double-entry, of: 9f86d081884c7d65, reason: it is right}]",
        "waive: [{code: glossary-term, of: 9f86d081884c7d65, reason: quoted from a law}]",
    ),
)


@dataclass(frozen=True)
class Fault:
    """A fault in one language of a text, at a character, and the other side of the comparison, if it is one."""

    code: str
    message: str
    language: str
    offset: int = 0
    other: tuple[str, int] | None = None
    """The language and the character of the other side."""


MOST_FAULTS = 20
"""The most that one check reports of one text."""
TextCheck = Callable[[ContentFile[object], Text], Iterable[Fault]]
"""A check of one text of a file, prepared for a unit."""


def problems(unit: ContentUnit, checks: Iterable[TextCheck], waivable: frozenset[str]) -> Iterator[Problem]:
    """Run every check on every text of a unit; yield what no waiver of that very text sets aside."""
    for file in unit.files:
        for path, text in file.texts():
            faults = [fault for check in checks for fault in itertools.islice(check(file, text), MOST_FAULTS)]
            waived = {waiver.code for waiver in text.waive if waiver.of == texts_hash(text)} & waivable
            for fault in faults:
                if fault.code not in waived:
                    position, *other = (
                        file.document.within((*path, language), offset)
                        for language, offset in (
                            (fault.language, fault.offset),
                            *([fault.other] if fault.other else []),
                        )
                    )
                    waiver = f"waive: [{{code: {fault.code}, of: {texts_hash(text)}, reason: …}}]"
                    remedy = f"; if it is right: {waiver}" if fault.code in waivable else ""
                    yield Problem(position, fault.code, fault.message + remedy, *other)
            yield from _waivers(file, path, text, {fault.code for fault in faults}, waivable)


def _waivers(
    file: ContentFile[object], path: Path, text: Text, found: set[str], waivable: frozenset[str]
) -> Iterator[Problem]:
    """Report waivers of a text that set nothing aside; `found` are the codes of its faults."""
    for waiver in text.waive:
        position = file.document.at(*path, "waive", waiver.code)
        if waiver.code not in waivable:
            message = f"no waiver sets '{waiver.code}' aside; {did_you_mean(waiver.code, waivable)}"
            yield Problem(position, "unwaivable", message)
        elif waiver.of != texts_hash(text):
            message = f"the text is not the one that was waived; look again, then write of: {texts_hash(text)}"
            yield Problem(position, "lapsed-waiver", message)
        elif waiver.code not in found:
            yield Problem(position, "unused-waiver", f"the text keeps the rule '{waiver.code}'; remove the waiver")
