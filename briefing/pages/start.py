"""The pages of the site as a whole: where it begins, and what all briefings share."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.content.site import Site
from briefing.i18n.catalogs import marked as _
from briefing.render.page import Page
from briefing.urls import NOT_FOUND


def home(site: Site) -> Iterator[Page]:
    """Yield the list of briefings, newest first."""
    yield Page((), "home.html", site.settings.title)


def glossary(_site: Site) -> Iterator[Page]:
    """Yield the terms that the speeches use and readers may not know."""
    yield Page(("glossary",), "glossary.html", _("Glossary"))


def search(_site: Site) -> Iterator[Page]:
    """Yield the search, and the indexes to look in without it."""
    yield Page(("search",), "search.html", _("Search"))


def accessibility(_site: Site) -> Iterator[Page]:
    """Yield what was tested for readers with disabilities, and what is known not to work."""
    yield Page(("accessibility",), "accessibility.html", _("Accessibility"))


def choice(_site: Site) -> Iterator[Page]:
    """Yield the choice of language at the root."""
    yield Page((), "choice.html")


def not_found(_site: Site) -> Iterator[Page]:
    """Yield the page that hosts show for an address that does not exist: in a language where the address tells it."""
    yield Page((), "404.html", name=NOT_FOUND)
