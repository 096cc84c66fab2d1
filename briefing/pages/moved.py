"""The pages at addresses that have moved, for hosts that cannot redirect."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.redirects import former_names
from briefing.render.page import Page, PageContent


@dataclass(frozen=True)
class MovedContent(PageContent):
    """The present address of the page, below its language."""

    to: tuple[str, ...]


def moved_pages(moved: Mapping[str, str], pages: Iterable[Page]) -> Iterator[Page]:
    """Yield a page that redirects at each former address of `pages`, by `moved` of site.yaml."""
    for page in pages:
        for name in former_names(moved, page.file) if page.language else ():
            parts = tuple(name.split("/")[1:-1])
            content = MovedContent(page.parts)
            yield Page(page.unit.shared, parts, "moved.html", page.title, content, language=page.language)
