"""The topics and the entities of a briefing: an index of each kind, and the pages below it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity, Mention
from briefing.content.site import Briefing
from briefing.content.values import EntityKind
from briefing.i18n.catalogs import marked as _
from briefing.i18n.localizer import ENTITY_KIND_NAMES
from briefing.queries import topics as queries
from briefing.queries.topics import Topic, TopicKind
from briefing.render.page import Page, PageContent, briefing_page

INDEXES: Mapping[TopicKind, tuple[str, str]] = {
    "sector": ("sectors", _("Sectors")),
    "theme": ("themes", _("Themes")),
    "indicator": ("indicators", _("Indicators")),
}
"""The folder of the pages of each kind of topic, and the title of its index."""
NamedEntities = Sequence[tuple[Entity, Sequence[Mention]]]
"""Entities, each with the mentions of it in the source's order."""


@dataclass(frozen=True)
class TopicsContent(PageContent):
    """An index of topics."""

    topics: Sequence[Topic]


@dataclass(frozen=True)
class TopicContent(PageContent):
    """One topic; and the folder of the index that lists it, and its title."""

    topic: Topic
    kind: TopicKind
    folder: str
    index_title: str


@dataclass(frozen=True)
class EntitiesContent(PageContent):
    """The index of entities, by kind."""

    kinds: Mapping[EntityKind, NamedEntities]


@dataclass(frozen=True)
class EntityKindContent(PageContent):
    """The entities of one kind."""

    kind: EntityKind
    entities: NamedEntities
    same_party: Mapping[str, Sequence[Entity]]
    """By entity, the other records of the same party."""


def topics(briefing: Briefing) -> Iterator[Page]:
    """Yield an index of sectors, one of themes and one of indicators, each followed by a page for each topic."""
    for kind, (folder, title) in INDEXES.items():
        found = queries.topics(briefing, kind)
        index = TopicsContent(found)
        yield briefing_page(briefing, folder, template="topics.html", title=title, content=index)
        for topic in found:
            content, name = TopicContent(topic, kind, folder, title), topic.record.name
            yield briefing_page(briefing, folder, topic.record.id, template="topic.html", title=name, content=content)


def entities(briefing: Briefing) -> Iterator[Page]:
    """Yield the index of entities, and the page of each kind with what the speeches say of each entity."""
    kinds = queries.entities_by_kind(briefing)
    index, parties = EntitiesContent(kinds), queries.same_party(briefing)
    yield briefing_page(briefing, "entities", template="entities.html", title=_("Names"), content=index)
    for kind, named in kinds.items():
        title, content = ENTITY_KIND_NAMES[kind], EntityKindContent(kind, named, parties)
        yield briefing_page(briefing, "entities", kind, template="entity.html", title=title, content=content)
