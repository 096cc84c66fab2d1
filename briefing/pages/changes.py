"""The log of a briefing's changes, for readers who come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.content.model import Change, Figure, Speech
from briefing.content.site import Briefing, Site
from briefing.i18n.catalogs import marked as _
from briefing.render.page import Page, of_briefing
from briefing.urls import FEED, relative

TITLE, FOLDER = _("Changes"), "changes"
"""What the page is called, and where a briefing has it."""


def changes(site: Site) -> Iterator[Page]:
    """Yield what changed in each briefing, the newest first, with the figures concerned as they are now."""
    for briefing in site.briefings:
        entries = [(change, concerned(briefing, change)) for change in briefing.changes]
        feed = relative((briefing.id, FOLDER), (briefing.id,), FEED)
        context = {"entries": entries, "feed": feed if entries else ""}
        page = of_briefing(briefing, FOLDER, template="changes.html", title=TITLE, **context)
        log = {briefing.log.name} if briefing.log else set()
        yield replace(page, rests_on=page.rests_on | log)


def concerned(briefing: Briefing, change: Change) -> list[tuple[Speech, Figure]]:
    """Return the figures that an entry names, with their speeches, in the order of the entry."""
    speeches = {loaded.record.place: loaded.record for loaded in briefing.speeches}
    return [
        (speeches[place], speeches[place].figures[figure])
        for place, figures in change.figures.items()
        for figure in figures
    ]
