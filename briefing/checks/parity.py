"""Both languages state the same numbers: by value, unit class and bound, in either direction."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.checks.texts import Fault, TextCheck
from briefing.content.names import Name, Names, names
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Text
from briefing.markup.prose import CITATION, LEFT_OVER
from briefing.numbers.quantities import unmatched
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


def prepare(unit: ContentUnit) -> TextCheck:
    """Return the check of one text. A language without a reader of its numbers is left out."""
    families = {each.code: each.family for each in unit.languages if each.family in READERS}
    with_numbers = [name for each in names(unit) for name in _names_with_numbers(each, tuple(families.items()))]
    by_form = [(_compact(form), name) for name in with_numbers for code in families for form in name.forms[code]]

    def check(_file: ContentFile[object], text: Text) -> Iterator[Fault]:
        readable = [code for code in families if code in text]
        for source, other in ((readable[0], code) for code in readable[1:]):
            compact = _compact(text[source])
            used = list({name.id: name for form, name in by_form if form in compact}.values())
            hidden = _hidden(text, (source, other), used)
            read = (READERS[families[code]](words) for code, words in zip((source, other), hidden, strict=True))
            for first, second in zip_longest(*unmatched(*read)):
                # If both languages have a number left, they are probably meant to agree.
                sides = [(source, first), (other, second)]
                (language, number), (twin, equal) = sides if second is None else reversed(sides)
                if number:
                    said = f"{twin} says “{equal.text}”" if equal else f"{twin} has no such number"
                    message = f"{language} says “{number.text}”, {said}; make both say the same"
                    start = equal.start if equal else 0
                    yield Fault("unequal-numbers", message, language, number.start, (twin, start))

    return check


def _compact(words: str) -> str:
    """Return words without spaces, hyphens and capitals: a name whose form is not in them is not used at all."""
    return re.sub(r"[\s-]+", "", words).lower()


@functools.lru_cache(maxsize=64)
def _names_with_numbers(known: Names, families: tuple[tuple[str, str], ...]) -> tuple[Name, ...]:
    """Return the names that hold a number in any language, given the family of each language."""
    return tuple(
        name
        for name in known.all
        if any(READERS[family](form) for code, family in families for form in name.forms[code])
    )


def _hidden(text: Text, languages: Sequence[str], names_used: Sequence[Name]) -> list[str]:
    """Return the words of each language, citations and the names that all of these languages use hidden."""

    def blank(match: re.Match[str]) -> str:
        return HIDDEN * len(match[0])

    words = [LEFT_OVER.sub(blank, CITATION.sub(blank, text[language])) for language in languages]
    for name in names_used:
        patterns = [name.pattern(language) for language in languages]
        if all(pattern.search(each) for pattern, each in zip(patterns, words, strict=True)):
            words = [pattern.sub(blank, each) for pattern, each in zip(patterns, words, strict=True)]
    return words
