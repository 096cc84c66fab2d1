"""The themes and the sectors of a briefing, each kind on one page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity
from briefing.content.site import Briefing
from briefing.content.values import EntityKind, Role
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
    roles: Mapping[str, Sequence[Role | None]]
    """By sector, the role that each speech gives it, in the source's order."""
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
    content = SectorsContent(topics, roles(briefing), parties)
    yield briefing_page(briefing, "sectors", template="sectors.html", title=_("Sectors"), content=content)


def roles(briefing: Briefing) -> Mapping[str, Sequence[Role | None]]:
    """Return the role that each speech gives a sector; the sectors that most speeches name come first."""
    by_speech = [{each.sector: each.role for each in speech.sectors} for speech in briefing.speeches]
    rows = {sector: [named.get(sector) for named in by_speech] for sector in briefing.shared.sectors}
    named = {sector: row for sector, row in rows.items() if any(row)}
    return dict(sorted(named.items(), key=lambda each: -sum(map(bool, each[1]))))
