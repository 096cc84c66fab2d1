"""Every text of every file, through every check of texts; and the waivers that stand beside a text."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.content.documents import Step
from briefing.content.site import Loaded, Site
from briefing.content.texts import Text
from briefing.problems import Position, Problem, Rule, did_you_mean
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
    """What is wrong in one language of a text, at which character, and where its other side is."""

    code: str
    message: str
    language: str
    offset: int = 0
    other: tuple[str, int] | None = None


MOST_FAULTS = 20
"""That one check finds in one text and the editor is told of at once."""
TextCheck = Callable[[Loaded[object], Text], Iterable[Fault]]
"""A check of one text, made ready for a site."""


def problems(site: Site, checks: Iterable[TextCheck], waivable: frozenset[str]) -> Iterator[Problem]:
    """Run every check on every text and set aside what a waiver of that very text explains."""
    for loaded in site.files:
        for path, text in loaded.texts():
            faults = [fault for check in checks for fault in itertools.islice(check(loaded, text), MOST_FAULTS)]
            waived = {waiver.code for waiver in text.waive if waiver.of == texts_hash(text)} & waivable
            for fault in faults:
                if fault.code not in waived:
                    yield _problem(loaded, path, text, fault, waivable)
            yield from _waivers(loaded, path, text, {fault.code for fault in faults}, waivable)


def _problem(
    loaded: Loaded[object], path: tuple[Step, ...], text: Text, fault: Fault, waivable: frozenset[str]
) -> Problem:
    def at(language: str, offset: int) -> Position:
        return loaded.document.within((*path, language), offset)

    remedy = f"; if it is right: waive: [{{code: {fault.code}, of: {texts_hash(text)}, reason: …}}]"
    message = fault.message + (remedy if fault.code in waivable else "")
    return Problem(at(fault.language, fault.offset), fault.code, message, at(*fault.other) if fault.other else None)


def _waivers(
    loaded: Loaded[object], path: tuple[Step, ...], text: Text, found: set[str], waivable: frozenset[str]
) -> Iterator[Problem]:
    for waiver in text.waive:
        position = loaded.document.at(*path, "waive", waiver.code)
        if waiver.code not in waivable:
            message = f"no waiver sets '{waiver.code}' aside; {did_you_mean(waiver.code, waivable)}"
            yield Problem(position, "unwaivable", message)
        elif waiver.of != texts_hash(text):
            message = f"the text is not the one that was waived; look again, then write of: {texts_hash(text)}"
            yield Problem(position, "lapsed-waiver", message)
        elif waiver.code not in found:
            yield Problem(position, "unused-waiver", f"the text keeps the rule '{waiver.code}'; remove the waiver")
