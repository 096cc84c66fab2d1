"""The log of a briefing's changes as an Atom feed (RFC 4287) in each language."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence

from briefing.content.site import Briefing
from briefing.i18n.localizer import Localizer
from briefing.pages.changes import ChangesContent
from briefing.render.page import Page
from briefing.urls import FEED, absolute

ATOM = "http://www.w3.org/2005/Atom"


def feeds(
    briefing: Briefing, pages: Sequence[Page], localizers: Mapping[str, Localizer], base_url: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of each page of changes that has an entry.

    Ids and dates come from the log alone, so that a feed reader never shows an old entry as new.
    """
    for page in pages:
        if isinstance(page.content, ChangesContent) and page.content.entries and page.language:
            feed = atom(briefing, page, page.content, localizers[page.language.code], base_url)
            ET.indent(feed)
            text = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
            yield f"{page.language.code}/{briefing.id}/{FEED}", text + b"\n"


def atom(briefing: Briefing, page: Page, log: ChangesContent, localizer: Localizer, base_url: str) -> ET.Element:
    """Return the feed of one page of changes."""
    tag, address = localizer.language.tag, absolute(base_url, page.folder)

    def add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, name, attributes)
        element.text = text
        return element

    def add_head(parent: ET.Element, link: str, title: str, date: str, own: str = "") -> None:
        """Add the elements of a feed and of an entry; their id is an address that never changes."""
        add(parent, "id", link)
        add(parent, "title", title)
        add(parent, "updated", f"{date}T00:00:00Z")
        if own:
            add(parent, "link", rel="self", type="application/atom+xml", href=own)
        add(parent, "link", rel="alternate", type="text/html", hreflang=tag, href=link)

    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": tag})
    title = f"{localizer.text(briefing.record.short)} · {localizer.title(page.title)}"
    own = absolute(base_url, (localizer.language.code, briefing.id)) + FEED
    add_head(feed, address, title, log.entries[0][0].date, own)
    add(add(feed, "author"), "name", localizer.text(briefing.shared.settings.title))
    for change, _figures in log.entries:
        entry = add(feed, "entry")
        add_head(entry, f"{address}#c-{change.id}", localizer.date(change.date), change.date)
        add(entry, "content", localizer.text(change.text), type="text")
    return feed
