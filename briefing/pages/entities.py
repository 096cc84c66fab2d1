"""The entities of a briefing: an index, and a page for each kind with what the speeches say of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity, Mention
from briefing.content.site import Briefing
from briefing.content.values import EntityKind
from briefing.i18n.catalogs import marked as _
from briefing.i18n.localizer import ENTITY_KIND_NAMES
from briefing.queries.entities import entities_by_kind
from briefing.render.page import Page, PageContent, briefing_page

NamedEntities = Sequence[tuple[Entity, Sequence[Mention]]]
"""Entities, each with the mentions of it in the source's order."""


@dataclass(frozen=True)
class EntitiesContent(PageContent):
    """The index of entities, by kind."""

    kinds: Mapping[EntityKind, NamedEntities]


@dataclass(frozen=True)
class EntityKindContent(PageContent):
    """The entities of one kind."""

    kind: EntityKind
    entities: NamedEntities


def entities(briefing: Briefing) -> Iterator[Page]:
    """Yield the index of entities, and the page of each kind."""
    kinds = entities_by_kind(briefing)
    index = EntitiesContent(kinds)
    yield briefing_page(briefing, "entities", template="entities.html", title=_("Names"), content=index)
    for kind, named in kinds.items():
        title, content = ENTITY_KIND_NAMES[kind], EntityKindContent(kind, named)
        yield briefing_page(briefing, "entities", kind, template="entity.html", title=title, content=content)
