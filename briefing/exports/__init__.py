"""What machines read: each export is one function in one of two tuples, from a part of the site to files by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.downloads.files import data, data_schema
from briefing.exports.feed import feeds
from briefing.exports.search import search, shared_search
from briefing.exports.sitemap import robots, sitemap, sitemap_index
from briefing.render.page import Page
from briefing.render.renderer import Renderer

Export = Callable[[Renderer, Sequence[Page]], Iterator[tuple[str, bytes]]]
OF_BRIEFING: tuple[Export, ...] = (search, sitemap, feeds, data)
OF_SITE: tuple[Export, ...] = (shared_search, sitemap, sitemap_index, robots, data_schema)


def exports(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the files for machines of the part that a renderer renders, by name."""
    for export in OF_BRIEFING if renderer.site.briefings else OF_SITE:
        yield from export(renderer, pages)
