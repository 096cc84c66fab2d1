"""The log of a briefing's changes, for readers who come back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.content.model import Change, Figure
from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.render.page import Page, PageContent, briefing_page
from briefing.urls import FEED, relative

FOLDER = "changes"


@dataclass(frozen=True)
class ChangesContent(PageContent):
    """The entries of the log, the newest first."""

    entries: Sequence[tuple[Change, Sequence[Figure]]]
    """Each with the figures that it names, as they are now."""
    feed: str
    """The relative address of the feed; empty if there is no entry."""


def changes(briefing: Briefing) -> Iterator[Page]:
    """Yield the log of changes. The page of a briefing without a log says so."""
    figures = {speech.place: speech.figures for speech in briefing.speeches}
    entries = [
        (change, [figures[place][name] for place, names in change.figures.items() for name in names])
        for change in briefing.changes
    ]
    feed = relative((briefing.id, FOLDER), (briefing.id,), FEED) if entries else ""
    content = ChangesContent(entries, feed)
    page = briefing_page(briefing, FOLDER, template="changes.html", title=_("Changes"), content=content)
    yield replace(page, depends_on=page.depends_on | ({briefing.log.name} if briefing.log else set()))
