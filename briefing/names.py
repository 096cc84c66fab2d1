"""The names and terms that the shared files define, with every form in which a text may use them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.site import Site
from briefing.texts import Text

MOST_JOINING = 9
"""Spaces and hyphens between two words; where a name begins with one, a longer run would be searched from each."""


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


def names(site: Site) -> Iterator[Name]:
    """Yield everything that has a name: places, entities, terms of the glossary."""
    for place in site.places.values():
        yield Name(place.id, "place", _forms(site, place.short, {}, place.name), {})
    for entity in site.entities.values():
        yield Name(entity.id, "entity", _forms(site, entity.name, entity.aliases), {})
    for term in site.glossary.values():
        yield Name(term.id, "term", _forms(site, term.term, term.aliases), term.avoid)


@functools.cache
def any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Find any of these forms, the longest first, as whole words where the script has words.

    Capitals do not matter, nor whether words are joined by spaces, hyphens or the end of a line.
    """
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(_word(form) for form in ordered) or r"(?!)", re.IGNORECASE)


def _word(form: str) -> str:
    before, after = (r"\b" if re.match(r"[A-Za-z0-9]", end) else "" for end in (form[0], form[-1]))
    return before + re.sub(r"(?:\\ |\\-)+", rf"[\\s-]{{1,{MOST_JOINING}}}", re.escape(form)) + after


def _forms(site: Site, name: Text, aliases: Mapping[str, tuple[str, ...]], *more: Text) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(text[language] for text in (name, *more) if language in text) + aliases.get(language, ())
        for language in site.codes
    }
