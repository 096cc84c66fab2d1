"""The pages that stand at addresses that are no more, where the host cannot redirect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.redirects import former_names
from briefing.render.page import Page


def moved_pages(moved: Mapping[str, str], pages: Iterable[Page]) -> Iterator[Page]:
    """Yield a page that leads on at each address that one of `pages` has had, by `moved` of site.yaml."""
    for page in pages:
        for name in former_names(moved, page.file) if page.language else ():
            parts = tuple(name.split("/")[1:-1])
            yield Page(parts, "moved.html", page.title, {"to": page.parts}, language=page.language)
