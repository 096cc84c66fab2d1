"""The page of a place: everything that one speech says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from briefing.content.model import Figure, Measure, Speech
from briefing.content.site import Briefing, Loaded, Site
from briefing.content.values import CLAIMS, ENTITY_KINDS, ROLES
from briefing.queries.comparison import compare, not_stated
from briefing.render.page import Page, of_speech

T = TypeVar("T")


def place(site: Site) -> Iterator[Page]:
    """Yield a page for each speech."""
    for briefing in site.briefings:
        columns, shared = compare(site, briefing), named_by(briefing)
        for loaded in briefing.speeches:
            speech, place = loaded.record, site.places[loaded.record.place]
            context = {"speech": speech, "place": place, "named_by": shared, **grouped(site, loaded)}
            context |= {"not_stated": not_stated(speech, columns)}
            yield of_speech(briefing, loaded, place.id, template="place.html", title=place.name, **context)


def named_by(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """Return for each entity the places whose speeches name it, in the source's order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for loaded in briefing.speeches:
        for entity in loaded.record.entities:
            found[entity].append(loaded.record.place)
    return {entity: tuple(places) for entity, places in found.items()}


def grouped(site: Site, loaded: Loaded[Speech]) -> Mapping[str, Mapping[str | int, Sequence[Any]]]:
    """Return what a speech holds under the headings that its page shows it under, without empty ones."""
    speech = loaded.record
    return {
        "figures_by_claim": _group(speech.figures.values(), CLAIMS, lambda figure: figure.claim),
        "measures_by_theme": _group(speech.measures, site.settings.themes, lambda measure: measure.theme),
        "sectors_by_role": _group(speech.sectors, ROLES, lambda sector: sector.role),
        "mentions_by_kind": _group(speech.entities.values(), ENTITY_KINDS, lambda each: site.entities[each.id].kind),
        "by_paragraph": by_paragraph(speech, len(site.paragraphs(loaded) or ())),
    }


def _group(items: Iterable[T], headings: Iterable[str], heading: Callable[[T], str]) -> Mapping[str | int, Sequence[T]]:
    found = {name: [item for item in items if heading(item) == name] for name in headings}
    return {name: each for name, each in found.items() if each}


def by_paragraph(speech: Speech, count: int) -> Mapping[str | int, Sequence[Figure | Measure]]:
    """Return what comes from each of so many paragraphs, the headline's (0) included; measures first."""
    found: dict[str | int, list[Figure | Measure]] = {number: [] for number in range(count)}
    for measure in speech.measures:
        for number in measure.at:
            found[number].append(measure)
    for figure in speech.figures.values():
        found[figure.at].append(figure)
    return found
