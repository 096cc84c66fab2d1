"""Runs every check of a text on every text of every file, and applies the waivers that stand beside a text."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.waivers import Waived
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Text
from briefing.problems import Problem
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


def check(unit: ContentUnit, checks: Iterable[TextCheck]) -> Iterator[Problem]:
    """Report the faults that no waiver of that very text sets aside, and the waivers that set nothing aside."""
    for file in unit.files:
        for path, text in file.texts():
            faults = [each for check in checks for each in itertools.islice(check(unit, file, text), MOST_FAULTS)]
            waived = Waived(file.document, path, text.waive, texts_hash(text))
            for fault in faults:
                if not waived.sets_aside(fault.code):
                    places = [(fault.language, fault.offset), *([fault.other] if fault.other else [])]
                    positions = [file.document.within((*path, code), offset) for code, offset in places]
                    yield Problem(positions[0], fault.code, fault.message + waived.remedy(fault.code), *positions[1:])
            yield from waived.without_effect({fault.code for fault in faults})
