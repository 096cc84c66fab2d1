"""The pages of the site: one function a page type, each taking a unit and yielding the pages of that type.

A page function says which pages there are and the values that they show. It may not know how a page is rendered.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.pages.changes import changes
from briefing.pages.data import data
from briefing.pages.due import due
from briefing.pages.entities import entities
from briefing.pages.glance import glance
from briefing.pages.moved import moved_pages
from briefing.pages.overview import about, comparison
from briefing.pages.places import place
from briefing.pages.site import accessibility, choice, glossary, home, not_found, search
from briefing.pages.topics import indicators, sectors, themes
from briefing.render.page import Page

__all__ = ["moved_pages", "pages"]

OF_BRIEFING: tuple[Callable[[Briefing], Iterator[Page]], ...] = (
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
OF_SHARED: tuple[Callable[[Shared], Iterator[Page]], ...] = (home, glossary, search, accessibility, not_found)
FOR_ALL_LANGUAGES: tuple[Callable[[Shared], Iterator[Page]], ...] = (choice, not_found)
"""The types with a page at the root that all languages share."""


def pages(unit: ContentUnit) -> Iterator[Page]:
    """Yield the pages of a unit, each in every language, and last those that all languages share."""
    if isinstance(unit, Briefing):
        found = [page for page_type in OF_BRIEFING for page in page_type(unit)]
    else:
        found = [page for page_type in OF_SHARED for page in page_type(unit)]
    yield from (replace(page, language=language) for page in found for language in unit.languages)
    if isinstance(unit, Shared):
        for page_type in FOR_ALL_LANGUAGES:
            yield from page_type(unit)
