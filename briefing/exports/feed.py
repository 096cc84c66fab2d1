"""The logs of changes as Atom feeds (RFC 4287): one for each briefing that has a log, in each language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from briefing.content.model import Change
from briefing.content.site import Briefing
from briefing.pages.changes import FOLDER, TITLE
from briefing.render.page import Page
from briefing.render.renderer import Renderer, Voice
from briefing.urls import FEED, absolute

ATOM = "http://www.w3.org/2005/Atom"


def feeds(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of each log. Ids and dates come from the log alone, so that nothing old is announced again."""
    for briefing in renderer.site.briefings:
        for code, voice in renderer.voices.items():
            if briefing.changes:
                feed = _feed(renderer, voice, briefing)
                ET.indent(feed)
                text = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
                yield f"{code}/{briefing.id}/{FEED}", text + b"\n"


def _feed(renderer: Renderer, voice: Voice, briefing: Briefing) -> ET.Element:
    folder = (voice.language.code, briefing.id)
    page = absolute(renderer.base_url, (*folder, FOLDER))
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": voice.language.tag})
    title = f"{voice.text(briefing.record.short)} · {voice.title(TITLE)}"
    _common(feed, page, title, briefing.changes[0].date)
    own = absolute(renderer.base_url, folder) + FEED
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    _alternate(feed, page, voice)
    author = ET.SubElement(feed, "author")
    ET.SubElement(author, "name").text = voice.text(renderer.site.settings.title)
    for change in briefing.changes:
        _entry(ET.SubElement(feed, "entry"), change, f"{page}#c-{change.id}", voice)
    return feed


def _entry(entry: ET.Element, change: Change, address: str, voice: Voice) -> None:
    _common(entry, address, voice.date(change.date), change.date)
    _alternate(entry, address, voice)
    ET.SubElement(entry, "content", {"type": "text"}).text = voice.text(change.text)


def _common(element: ET.Element, address: str, title: str, date: str) -> None:
    """Add what Atom asks of a feed and of an entry alike; an address that never changes is its id."""
    ET.SubElement(element, "id").text = address
    ET.SubElement(element, "title").text = title
    ET.SubElement(element, "updated").text = f"{date}T00:00:00Z"


def _alternate(element: ET.Element, address: str, voice: Voice) -> None:
    ET.SubElement(
        element,
        "link",
        {"rel": "alternate", "type": "text/html", "hreflang": voice.language.tag, "href": address},
    )
