"""The overview of a briefing: what it finds, what that rests on, its places, and the ways into it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.queries.due_dates import Calendar, calendar
from briefing.render.page import Page, PageContent
from briefing.urls import overview_parts


@dataclass(frozen=True)
class OverviewContent(PageContent):
    """The values of the overview."""

    calendar: Calendar


def overview(briefing: Briefing) -> Iterator[Page]:
    """Yield the overview, which is the front page of a site that has one briefing."""
    parts = overview_parts(briefing.id, briefing.shared.briefing_ids)
    content = OverviewContent(calendar(briefing))
    yield Page(briefing, parts, "overview.html", _("Overview"), content, depends_on=briefing.file_names)
