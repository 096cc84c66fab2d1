"""The themes and the sectors of a briefing, each kind on one page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity
from briefing.content.site import Briefing
from briefing.content.values import EntityKind
from briefing.i18n.catalogs import marked as _
from briefing.queries import topics as queries
from briefing.queries.topics import Topic
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class ThemesContent(PageContent):
    """The themes that a briefing says anything of."""

    topics: Sequence[Topic]


@dataclass(frozen=True)
class SectorsContent(PageContent):
    """The sectors that a briefing says anything of."""

    topics: Sequence[Topic]
    parties: Mapping[str, Mapping[EntityKind, Sequence[Entity]]]
    """By sector, the companies, projects and parks that its measures are about, by kind."""


def themes(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of themes."""
    content = ThemesContent(queries.topics(briefing, "theme"))
    yield briefing_page(briefing, "themes", template="themes.html", title=_("Themes"), content=content)


def sectors(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of sectors."""
    topics = queries.topics(briefing, "sector")
    parties = {topic.record.id: queries.parties(briefing, topic) for topic in topics}
    content = SectorsContent(topics, parties)
    yield briefing_page(briefing, "sectors", template="sectors.html", title=_("Sectors"), content=content)
