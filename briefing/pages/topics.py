"""The topics of a briefing: for sectors, themes and indicators an index each, and a page for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.queries import topics
from briefing.queries.topics import Topic
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class TopicKind:
    """A kind of topic."""

    name: Literal["sector", "theme", "indicator"]
    folder: str
    title: str
    """A message."""


@dataclass(frozen=True)
class TopicsContent(PageContent):
    """An index of topics."""

    topics: Sequence[Topic]


@dataclass(frozen=True)
class TopicContent(PageContent):
    """One topic."""

    topic: Topic
    kind: TopicKind


def sectors(briefing: Briefing) -> Iterator[Page]:
    """Yield the sectors: the speeches that name each, and their measures."""
    return _pages(briefing, TopicKind("sector", "sectors", _("Sectors")), topics.sectors(briefing))


def themes(briefing: Briefing) -> Iterator[Page]:
    """Yield the themes: the figures of each by indicator, and the measures by place."""
    return _pages(briefing, TopicKind("theme", "themes", _("Themes")), topics.themes(briefing))


def indicators(briefing: Briefing) -> Iterator[Page]:
    """Yield the indicators, each with its figures in groups that may be compared."""
    return _pages(briefing, TopicKind("indicator", "indicators", _("Indicators")), topics.indicators(briefing))


def _pages(briefing: Briefing, kind: TopicKind, found: Sequence[Topic]) -> Iterator[Page]:
    index = TopicsContent(found)
    yield briefing_page(briefing, kind.folder, template="topics.html", title=kind.title, content=index)
    for topic in found:
        title, content = topic.record.name, TopicContent(topic, kind)
        address = (kind.folder, topic.record.id)
        yield briefing_page(briefing, *address, template="topic.html", title=title, content=content)
