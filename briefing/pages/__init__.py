"""The pages of the site: one function a page type, in one tuple. Each says which pages there are and what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.content.site import Site
from briefing.pages.briefings import about, comparison
from briefing.pages.changes import changes
from briefing.pages.data import data
from briefing.pages.due import due
from briefing.pages.entities import entities
from briefing.pages.glance import glance
from briefing.pages.places import place
from briefing.pages.start import accessibility, choice, glossary, home, not_found, search
from briefing.pages.topics import indicators, sectors, themes
from briefing.render.page import Page

PageType = Callable[[Site], Iterator[Page]]
OF_BRIEFING: tuple[PageType, ...] = (
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
)
OF_SITE: tuple[PageType, ...] = (home, glossary, search, accessibility, not_found)
IN_NO_LANGUAGE: tuple[PageType, ...] = (choice, not_found)


def pages(part: Site) -> Iterator[Page]:
    """Yield the pages of a part: those of its briefing, or those of the site as a whole."""
    if part.briefings:
        yield from _localised(part, OF_BRIEFING)
        return
    yield from _localised(part, OF_SITE)
    for page_type in IN_NO_LANGUAGE:
        yield from page_type(part)


def _localised(site: Site, types: tuple[PageType, ...]) -> Iterator[Page]:
    for page_type in types:
        for page in page_type(site):
            for language in site.languages:
                yield replace(page, language=language)
