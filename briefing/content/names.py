"""The names and terms that the content defines, with every form in which a text may use them."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.content.layout import ENTITIES
from briefing.content.site import Briefing, ContentFile, ContentUnit

MOST_JOINING = 9
"""The most spaces and hyphens between two words: without a limit, a long run would be searched from each of them."""
JOINING = rf"[\s-]{{1,{MOST_JOINING}}}"
LETTER = "[0-9A-Za-z_\u00c0-\u024f]"
"""What goes on with a word of Latin letters; Han and kana do not: AI is a whole word in AI技术 and in AIを."""
NOT_AFTER_LETTER, NOT_BEFORE_LETTER = f"(?<!{LETTER})", f"(?!{LETTER})"


@dataclass(frozen=True)
class Name:
    """A place, entity or term: its forms in each language, and those that a language must not use."""

    id: str
    kind: str
    forms: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]

    def pattern(self, language: str) -> re.Pattern[str]:
        """Return the pattern that finds any of its forms in a text of one language."""
        return any_of(self.forms.get(language, ()))


class Names:
    """The names that one file defines. Compared by identity, so it can be a cache key.

    The shared files define thousands: their names are collected once, not once a briefing.
    """

    def __init__(self, names: Sequence[Name], languages: Sequence[str]) -> None:
        self.all = names
        self.by_form = {code: {folded(form): each for each in names for form in each.forms[code]} for code in languages}
        """By language, the names by their folded forms."""
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, language: str) -> re.Pattern[str]:
        """Return the pattern that finds any of the names in a text of one language."""
        if language not in self._patterns:
            self._patterns[language] = any_of(tuple(self.by_form[language]))
        return self._patterns[language]


def names(unit: ContentUnit) -> tuple[Names, ...]:
    """Return the names that the texts of a unit may use, file by file: places, entities, terms of the glossary."""
    shared, codes = unit.shared, unit.codes
    own = unit.entities_file if isinstance(unit, Briefing) else None
    return (
        _names_of(shared.file("places.yaml"), "place", ("short", "name"), codes),
        _names_of(shared.file(ENTITIES), "entity", ("name",), codes),
        *([_names_of(own, "entity", ("name",), codes)] if own else []),
        _names_of(shared.file("glossary.yaml"), "term", ("term",), codes),
    )


@functools.lru_cache(maxsize=64)
def _names_of(
    file: ContentFile[Mapping[str, Any]], kind: str, fields: tuple[str, ...], languages: tuple[str, ...]
) -> Names:
    """Return the names in a file; `fields` of its records hold the forms, besides their aliases."""
    found = []
    for record in file.record.values():
        texts, aliases = [getattr(record, field) for field in fields], getattr(record, "aliases", {})
        forms = {code: (*(text[code] for text in texts if code in text), *aliases.get(code, ())) for code in languages}
        found.append(Name(record.id, kind, forms, getattr(record, "avoid", {})))
    return Names(found, languages)


def found_in(words: str, known: Sequence[Names], language: str) -> Iterator[tuple[Name, re.Match[str]]]:
    """Yield the names in a text, one after the other, each with its match.

    Of names that begin at the same character the longest counts, and of several with the same form the last.
    """
    next_of = {each: each.pattern(language).search(words) for each in reversed(known)}
    while found := {each: match for each, match in next_of.items() if match}:
        names_of_file, first = min(found.items(), key=lambda item: (item[1].start(), -item[1].end()))
        if name := names_of_file.by_form[language].get(folded(first[0])):
            yield name, first
        passed = [each for each, match in found.items() if match.start() < first.end()]
        next_of = {**found, **{each: each.pattern(language).search(words, first.end()) for each in passed}}


def folded(words: str) -> str:
    """Return words in the one form that stands for all that `any_of` takes to be equal."""
    return re.sub(r"[\s-]+", " ", words).casefold()


@functools.lru_cache(maxsize=1024)
def any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds any of these forms, the longest first, as whole words if the script has words.

    It ignores case, and whether words are joined by spaces, hyphens or the end of a line. Forms are grouped by their
    first character, so that each character of a text is compared with few of them.
    """
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        rest, start = form.lstrip(" -"), JOINING
        if rest == form:
            first, rest = min(form[0].lower(), form[0], key=len), form[1:]
            start = _edge(first, NOT_AFTER_LETTER) + re.escape(first)
        pattern = re.sub(r"(?:\\ |\\-)+", lambda _: JOINING, re.escape(rest))
        by_start[start].append(pattern + _edge(form[-1], NOT_BEFORE_LETTER))
    groups = [f"{start}(?:{'|'.join(rests)})" for start, rests in by_start.items()]
    return re.compile("|".join(groups) or r"(?!)", re.IGNORECASE)


def _edge(character: str, edge: str) -> str:
    """Return the edge that a form has if it begins or ends with this character: none if its script has no words."""
    return edge if character.isascii() and character.isalnum() else ""
