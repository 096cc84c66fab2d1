"""Files that machines read: the search index, the feeds of changes, the sitemaps and robots.txt.

They take the typed content of pages, and localizers for words and figures. They may not know downloads, PDFs or how a
page is rendered.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.content.site import Briefing, ContentUnit
from briefing.exports.feed import feeds
from briefing.exports.search import search_index
from briefing.exports.sitemap import sitemap, sitemap_index
from briefing.i18n.localizer import Localizer
from briefing.render.page import Page


def exports(
    unit: ContentUnit, pages: Sequence[Page], localizers: Mapping[str, Localizer], base_url: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the files for machines of a unit, by name, from its pages."""
    yield search_index(unit, pages, localizers)
    yield sitemap(unit, pages, base_url)
    if isinstance(unit, Briefing):
        yield from feeds(unit, pages, localizers, base_url)
    else:
        yield from sitemap_index(unit, base_url)
