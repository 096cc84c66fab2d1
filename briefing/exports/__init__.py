"""What machines read: each export is one function in one tuple, from the rendered site to files by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.exports.data import data
from briefing.exports.feed import feeds
from briefing.exports.search import search
from briefing.exports.sitemap import robots, sitemap
from briefing.pages.page import Page
from briefing.render import Renderer

Export = Callable[[Renderer, Sequence[Page]], Iterator[tuple[str, bytes]]]
EXPORTS: tuple[Export, ...] = (search, sitemap, robots, feeds, data)
