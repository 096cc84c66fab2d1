"""Both languages state the same numbers: by value, unit class and bound, in either direction."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.checks.texts import Fault, TextCheck
from briefing.content.names import Name, Names, names
from briefing.content.site import Loaded, Site
from briefing.content.texts import Text
from briefing.markup.prose import CITATION, LEFT_OVER
from briefing.numbers.quantities import Found, unmatched
from briefing.numbers.readers import READERS
from briefing.problems import Rule

RULES = (
    Rule(
        "unequal-numbers",
        "The numbers of a text are the same in every language: in value, unit class (money, percent, percentage points,"
        " count, duration, frequency, year, quarter, ordinal …) and bound, exact to the last digit shown. 超10亿元 is"
        " “more than RMB 1 billion”, 120亿元 is “RMB 12 billion”. Citations like {id} are equal by themselves.",
        'zh: "总投资120亿元"\nen: "a total of RMB 120 billion"',
        'zh: "总投资120亿元"\nen: "a total of RMB 12 billion"',
        waivable=True,
    ),
)
HIDDEN = "\ufffc"
"""Stands for each character of what is not to be read: a citation, or a name that both languages use."""


def prepare(site: Site) -> TextCheck:
    """Return the check of one text. A language without a reader of its numbers is left out."""
    families = {each.code: each.family for each in site.languages if each.family in READERS}
    readers = {code: READERS[family] for code, family in families.items()}
    numbered = [name for each in names(site) for name in _numbered(each, tuple(families.items()))]
    by_form = [(_compact(form), name) for name in numbered for code in readers for form in name.forms[code]]

    def check(_loaded: Loaded[object], text: Text) -> Iterator[Fault]:
        readable = [code for code in site.codes if code in readers and code in text]
        for source, other in ((readable[0], code) for code in readable[1:]):
            compact = _compact(text[source])
            named = list({name.id: name for form, name in by_form if form in compact}.values())
            words = _hidden(text, (source, other), named)
            first, second = (readers[code](each) for code, each in zip((source, other), words, strict=True))
            for here, there in zip_longest(*unmatched(first, second)):
                yield _fault((source, here), (other, there))

    return check


def _fault(first: tuple[str, Found | None], second: tuple[str, Found | None]) -> Fault:
    """Say which number has no equal, at the number; where both sides have one, they are probably meant to agree."""
    (language, found), (other, twin) = (first, second) if second[1] is None else (second, first)
    if found is None:
        raise AssertionError(first, second)
    said = f"{other} says “{twin.text}”" if twin else f"{other} has no such number"
    message = f"{language} says “{found.text}”, {said}; make both say the same"
    return Fault("unequal-numbers", message, language, found.start, (other, twin.start if twin else 0))


def _compact(words: str) -> str:
    """Return words as any way to write them has them: a name that is not in them thus is not there at all."""
    return re.sub(r"[\s-]+", "", words).lower()


@functools.lru_cache(maxsize=64)
def _numbered(known: Names, families: tuple[tuple[str, str], ...]) -> tuple[Name, ...]:
    """Return the names that hold a number in any language, by the families of the languages."""
    return tuple(
        name
        for name in known.all
        if any(READERS[family](form) for code, family in families for form in name.forms[code])
    )


def _hidden(text: Text, languages: Sequence[str], numbered: Sequence[Name]) -> list[str]:
    """Hide citations, and the names with numbers in them that every one of the languages uses."""
    words = [LEFT_OVER.sub(_blank, CITATION.sub(_blank, text[language])) for language in languages]
    for name in numbered:
        patterns = [name.pattern(language) for language in languages]
        if all(pattern.search(each) for pattern, each in zip(patterns, words, strict=True)):
            words = [pattern.sub(_blank, each) for pattern, each in zip(patterns, words, strict=True)]
    return words


def _blank(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])
