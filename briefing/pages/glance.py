"""A briefing at a glance, in pictures that are tables too, and its due dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Speech
from briefing.content.site import Briefing
from briefing.content.values import Role
from briefing.i18n.catalogs import marked as _
from briefing.queries.due_dates import Calendar, calendar
from briefing.queries.stages import StageProjects, projects_by_stage
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class ThemeCount:
    """The number of figures and of measures that a speech gives under a theme."""

    figures: int
    measures: int

    @property
    def total(self) -> int:
        """Both together, for the shade of a cell."""
        return self.figures + self.measures


@dataclass(frozen=True)
class GlanceContent(PageContent):
    """The pictures. In a row of the first two there is a cell for each speech, in the source's order."""

    grid: Mapping[str, Sequence[ThemeCount]]
    """By theme."""
    roles: Mapping[str, Sequence[Role | None]]
    """By sector, the role that each speech gives it."""
    projects: Sequence[StageProjects]
    calendar: Calendar


def glance(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of pictures."""
    content = GlanceContent(grid(briefing), roles(briefing), projects_by_stage(briefing), calendar(briefing))
    yield briefing_page(briefing, "glance", template="glance.html", title=_("At a glance"), content=content)


@dataclass(frozen=True)
class DueContent(PageContent):
    """The announcements of the speeches by the period or interval that they are for."""

    calendar: Calendar


def due(briefing: Briefing) -> Iterator[Page]:
    """Yield the due dates."""
    content = DueContent(calendar(briefing))
    yield briefing_page(briefing, "due", template="due.html", title=_("Due dates"), content=content)


def grid(briefing: Briefing) -> Mapping[str, Sequence[ThemeCount]]:
    """Return the counts of each speech by theme, without the themes that no speech has."""

    def count(speech: Speech, theme: str) -> ThemeCount:
        figures = (briefing.shared.indicators[each.indicator].theme == theme for each in speech.standing)
        return ThemeCount(sum(figures), sum(each.theme == theme for each in speech.measures))

    rows = {theme: [count(speech, theme) for speech in briefing.speeches] for theme in briefing.shared.settings.themes}
    return {theme: counts for theme, counts in rows.items() if any(each.total for each in counts)}


def roles(briefing: Briefing) -> Mapping[str, Sequence[Role | None]]:
    """Return the role that each speech gives a sector; the sectors that most speeches name come first."""
    by_speech = [{each.sector: each.role for each in speech.sectors} for speech in briefing.speeches]
    rows = {sector: [named.get(sector) for named in by_speech] for sector in briefing.shared.sectors}
    named = {sector: row for sector, row in rows.items() if any(row)}
    return dict(sorted(named.items(), key=lambda each: -sum(map(bool, each[1]))))
