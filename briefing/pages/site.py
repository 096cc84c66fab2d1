"""The pages that all briefings share, and those at addresses that have moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.content.model import Term
from briefing.content.site import Shared
from briefing.i18n.catalogs import marked as _
from briefing.redirects import former_names, target
from briefing.render.page import Page, PageContent
from briefing.urls import NOT_FOUND


@dataclass(frozen=True)
class GlossaryContent(PageContent):
    """The terms that readers may not know."""

    glossary: Mapping[str, Term]


@dataclass(frozen=True)
class MovedContent(PageContent):
    """The present address of the page, below its language, and the id of the part that it leads to, empty for none."""

    to: tuple[str, ...]
    fragment: str


def home(shared: Shared) -> Iterator[Page]:
    """Yield the list of briefings, the newest first; the only briefing of a site has its overview in this place."""
    if len(shared.briefing_ids) != 1:
        yield Page(shared, (), "home.html", shared.settings.title)


def glossary(shared: Shared) -> Iterator[Page]:
    """Yield the glossary."""
    yield Page(shared, ("glossary",), "glossary.html", _("Glossary"), GlossaryContent(shared.glossary))


def search(shared: Shared) -> Iterator[Page]:
    """Yield the search form, with the indexes of the briefings for readers without script."""
    yield Page(shared, ("search",), "search.html", _("Search"))


def accessibility(shared: Shared) -> Iterator[Page]:
    """Yield the statement on accessibility."""
    yield Page(shared, ("accessibility",), "accessibility.html", _("Accessibility"))


def choice(shared: Shared) -> Iterator[Page]:
    """Yield the choice of language, which stands at the root."""
    yield Page(shared, (), "choice.html")


def not_found(shared: Shared) -> Iterator[Page]:
    """Yield the page that hosts show for an address that does not exist; in the folder of a language, in that one."""
    yield Page(shared, (), "404.html", name=NOT_FOUND)


def moved_pages(moved: Mapping[str, str], pages: Iterable[Page]) -> Iterator[Page]:
    """Yield a page that redirects at each former address of `pages`, by `moved` of site.yaml.

    Only hosts that cannot redirect need them.
    """
    for page in pages:
        for name in former_names(moved, page.file) if page.language and page.file.endswith(".html") else ():
            parts = tuple(name.split("/")[1:-1])
            fragment = target(moved.get("".join(f"{part}/" for part in parts), "")).fragment
            content = MovedContent(page.parts, fragment)
            yield Page(page.unit.shared, parts, "moved.html", page.title, content, language=page.language)
