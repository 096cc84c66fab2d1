"""The due dates of a briefing."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.queries.due_dates import Calendar, calendar
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class DueContent(PageContent):
    """The announcements of the speeches by the period or interval that they are for."""

    calendar: Calendar


def due(briefing: Briefing) -> Iterator[Page]:
    """Yield the due dates."""
    content = DueContent(calendar(briefing))
    yield briefing_page(briefing, "due", template="due.html", title=_("Due dates"), content=content)
