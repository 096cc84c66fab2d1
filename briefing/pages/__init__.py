"""The pages of the site: one function a page type, each taking a unit and yielding the pages of that type.

A page function says which pages there are and the values that they show. It may not know how a page is rendered.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.content.site import Briefing, ContentUnit
from briefing.pages.about import about, data
from briefing.pages.changes import changes
from briefing.pages.charts import charts
from briefing.pages.compare import comparison
from briefing.pages.figures import figures
from briefing.pages.names import names
from briefing.pages.overview import overview
from briefing.pages.places import place
from briefing.pages.site import accessibility, choice, glossary, home, moved_pages, not_found, search
from briefing.pages.topics import sectors, themes
from briefing.render.page import Page

__all__ = ["moved_pages", "pages"]

OF_BRIEFING = (overview, comparison, place, figures, themes, sectors, names, about, data, changes, charts)
OF_SHARED = (home, glossary, search, accessibility, not_found)
FOR_ALL_LANGUAGES = (choice, not_found)
"""The types with a page at the root that all languages share."""


def pages(unit: ContentUnit) -> Iterator[Page]:
    """Yield the pages of a unit, each in every language, and last those that all languages share."""
    if isinstance(unit, Briefing):
        found = [page for page_type in OF_BRIEFING for page in page_type(unit)]
    else:
        found = [page for page_type in OF_SHARED for page in page_type(unit)]
    yield from (replace(page, language=language) for page in found for language in unit.languages)
    if not isinstance(unit, Briefing):
        yield from (page for page_type in FOR_ALL_LANGUAGES for page in page_type(unit))
