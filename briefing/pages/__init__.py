"""The pages of the site: one function a page type, in one tuple. Each says which pages there are and what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.pages.briefings import about, comparison
from briefing.pages.changes import changes
from briefing.pages.data import data
from briefing.pages.due import due
from briefing.pages.entities import entities
from briefing.pages.glance import glance
from briefing.pages.page import Page
from briefing.pages.places import place
from briefing.pages.start import accessibility, choice, glossary, home, not_found, search
from briefing.pages.topics import indicators, sectors, themes
from briefing.site import Site

PageType = Callable[[Site], Iterator[Page]]
LOCALISED: tuple[PageType, ...] = (
    home,
    comparison,
    glance,
    place,
    sectors,
    themes,
    indicators,
    entities,
    due,
    about,
    data,
    changes,
    glossary,
    search,
    accessibility,
)
SHARED: tuple[PageType, ...] = (choice, not_found)


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site: those of each language, then those that all languages share."""
    for page_type in LOCALISED:
        for page in page_type(site):
            for language in site.languages:
                yield replace(page, language=language)
    for page_type in SHARED:
        yield from page_type(site)
