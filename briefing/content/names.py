"""The names and terms that the content defines, with every form in which a text may use them."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.content.model import Entity, Place, Term
from briefing.content.site import Loaded, Site
from briefing.content.texts import Text

MOST_JOINING = 9
"""Spaces and hyphens between two words; where a name begins with one, a longer run would be searched from each."""
_JOINING = rf"[\s-]{{1,{MOST_JOINING}}}"


@dataclass(frozen=True)
class Name:
    """A place, entity or term: its forms in each language, and those that a language must not use."""

    id: str
    kind: str
    forms: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]

    def pattern(self, language: str) -> re.Pattern[str]:
        """Return what finds any of its forms in a text of one language."""
        return any_of(self.forms.get(language, ()))


class Names:
    """The names that one file defines.

    What all briefings share defines thousands: they are gone through once, not with each briefing. Two are never equal,
    so that what is known of one can be kept by it.
    """

    def __init__(self, all_of_them: Iterable[Name], languages: Sequence[str]) -> None:
        self.all = tuple(all_of_them)
        self.by_form = {
            language: {folded(form): each for each in self.all for form in each.forms[language]}
            for language in languages
        }
        """By language, the names by their forms, folded."""
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, language: str) -> re.Pattern[str]:
        """Return what finds any of the names in a text of one language."""
        if language not in self._patterns:
            self._patterns[language] = any_of(tuple(self.by_form[language]))
        return self._patterns[language]


def names(site: Site) -> tuple[Names, ...]:
    """Return everything that has a name, file by file: places, entities, terms of the glossary."""
    shared = {loaded.name: loaded for loaded in site.common}
    entities = (shared["entities.yaml"], *(each.named for each in site.briefings if each.named))
    return (
        _names(shared["places.yaml"], _place, site.codes),
        *(_names(each, _entity, site.codes) for each in entities),
        _names(shared["glossary.yaml"], _term, site.codes),
    )


def found_in(words: str, known: Sequence[Names], language: str) -> Iterator[tuple[Name, re.Match[str]]]:
    """Find names in a text, one after the other.

    Of those that begin at the same character the longest counts, and of several with the same form the last.
    """
    ahead = {each: each.pattern(language).search(words) for each in reversed(known)}
    while found := {each: match for each, match in ahead.items() if match}:
        names_of_file, first = min(found.items(), key=lambda item: (item[1].start(), -item[1].end()))
        if name := names_of_file.by_form[language].get(folded(first[0])):
            yield name, first
        passed = [each for each, match in found.items() if match.start() < first.end()]
        ahead = {**found, **{each: each.pattern(language).search(words, first.end()) for each in passed}}


@functools.lru_cache(maxsize=64)
def _names(loaded: Loaded[Any], name_of: Callable[[Any, Sequence[str]], Name], languages: tuple[str, ...]) -> Names:
    return Names((name_of(record, languages) for record in loaded.record.values()), languages)


def _place(place: Place, languages: Sequence[str]) -> Name:
    return Name(place.id, "place", _forms(languages, place.short, {}, place.name), {})


def _entity(entity: Entity, languages: Sequence[str]) -> Name:
    return Name(entity.id, "entity", _forms(languages, entity.name, entity.aliases), {})


def _term(term: Term, languages: Sequence[str]) -> Name:
    return Name(term.id, "term", _forms(languages, term.term, term.aliases), term.avoid)


def folded(words: str) -> str:
    """Return words as all ways to write them have them that `any_of` takes for one."""
    return re.sub(r"[\s-]+", " ", words).casefold()


@functools.lru_cache(maxsize=1024)
def any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Find any of these forms, the longest first, as whole words where the script has words.

    Capitals do not matter, nor whether words are joined by spaces, hyphens or the end of a line. Forms are put together
    by what they begin with, so that each place in a text is held against few of them.
    """
    begun: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        first, rest = _cut(form)
        begun[first].append(rest)
    groups = [f"{first}(?:{'|'.join(rests)})" for first, rests in begun.items()]
    return re.compile("|".join(groups) or r"(?!)", re.IGNORECASE)


def _cut(form: str) -> tuple[str, str]:
    """Return the patterns of what a form begins with, a character or what joins, and of its rest."""
    after = form.lstrip(" -")
    if after == form:
        first, after = min(form[0].lower(), form[0], key=len), form[1:]
        return _edge(first) + re.escape(first), _joined(after) + _edge(form[-1])
    return _JOINING, _joined(after) + _edge(form[-1])


def _joined(words: str) -> str:
    return re.sub(r"(?:\\ |\\-)+", lambda _: _JOINING, re.escape(words))


def _edge(character: str) -> str:
    return r"\b" if character.isascii() and character.isalnum() else ""


def _forms(
    languages: Sequence[str], name: Text, aliases: Mapping[str, tuple[str, ...]], *more: Text
) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(text[language] for text in (name, *more) if language in text) + aliases.get(language, ())
        for language in languages
    }
