"""What a briefing uses of what all share, and its card, which the site as a whole needs of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefing.content.model import BriefingFile, Figure
from briefing.content.names import names
from briefing.content.site import Site
from briefing.content.summary import Card


def card_of(part: Site) -> Card:
    """Return the card of the part that is about one briefing."""
    (briefing,) = part.briefings
    places = tuple(loaded.record.place for loaded in briefing.speeches)
    used = {name: find(part) for name, find in USED.items()}
    return replace(listed(briefing.id, briefing.record, places), used=used, whole=part.whole)


def listed(name: str, record: BriefingFile, places: tuple[str, ...]) -> Card:
    """Return the card of a briefing as far as its own file tells."""
    title, description, event = (dict(text.items()) for text in (record.title, record.description, record.event))
    return Card(name, record.year, title, description, event, places)


def _figures(part: Site) -> Iterator[Figure]:
    return (figure for loaded in part.speeches for figure in loaded.record.figures.values())


def _terms(part: Site) -> frozenset[str]:
    """Return the terms that a text outside the glossary holds, in the language of the source."""
    language = part.codes[0]
    texts = [text for loaded in part.files if loaded.name != "glossary.yaml" for _, text in loaded.texts()]
    everything = "\n".join(text[language] for text in texts if language in text)
    terms = (name for each in names(part) for name in each.all if name.kind == "term")
    return frozenset(term.id for term in terms if term.pattern(language).search(everything))


USED: Mapping[str, Callable[[Site], frozenset[str]]] = {
    "entities": lambda part: frozenset(entity for loaded in part.speeches for entity in loaded.record.entities),
    "sectors": lambda part: frozenset(role.sector for loaded in part.speeches for role in loaded.record.sectors),
    "indicators": lambda part: frozenset(figure.indicator for figure in _figures(part)),
    "units": lambda part: frozenset(figure.unit for figure in _figures(part)),
    "glossary": _terms,
}
"""What a part uses of the records that a file defines, by the name of the file."""
