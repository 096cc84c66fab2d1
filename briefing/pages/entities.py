"""The entities of a briefing: an index by kind, and of each kind a page that says who names what, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity, Measure, Mention, Speech
from briefing.content.site import Briefing, Site
from briefing.content.values import ENTITY_KINDS
from briefing.i18n.catalogs import marked as _
from briefing.i18n.labels import ENTITY_KINDS_IN_WORDS
from briefing.render.page import Page, of_briefing


@dataclass(frozen=True)
class Named:
    """What one speech says of an entity, and its measures that are about it."""

    speech: Speech
    mention: Mention
    measures: tuple[Measure, ...]


def entities(site: Site) -> Iterator[Page]:
    """Yield the index of entities, and a page for each kind."""
    for briefing in site.briefings:
        found = {kind: _of_kind(site, briefing, kind) for kind in ENTITY_KINDS}
        kinds = {kind: each for kind, each in found.items() if each}
        yield of_briefing(briefing, "entities", template="entities.html", title=_("Names"), kinds=kinds)
        for kind, each in kinds.items():
            title = ENTITY_KINDS_IN_WORDS[kind]
            yield of_briefing(briefing, "entities", kind, template="entity.html", title=title, kind=kind, entities=each)


def _of_kind(site: Site, briefing: Briefing, kind: str) -> Sequence[tuple[Entity, Sequence[Named]]]:
    """Return the entities of a kind that the briefing names, with those who name them."""
    speeches = [loaded.record for loaded in briefing.speeches]
    found = [(entity, _named(speeches, entity)) for entity in site.entities.values() if entity.kind == kind]
    return [(entity, named) for entity, named in found if named]


def _named(speeches: Sequence[Speech], entity: Entity) -> Sequence[Named]:
    return [
        Named(speech, mention, tuple(measure for measure in speech.measures if entity.id in measure.entities))
        for speech in speeches
        if (mention := speech.entities.get(entity.id))
    ]
