"""A part of the site, from its files to its pages: a briefing, or what the briefings share.

Data flows one way: load -> check -> pages -> render -> export. A part is made by itself, so that parts can be made in
several processes, and one that has not changed need not be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.checks import check_part
from briefing.checks.addresses import placeholder
from briefing.content.load import Shared
from briefing.content.site import Site
from briefing.content.summary import Card
from briefing.engine.cache import Made
from briefing.engine.rules import failing
from briefing.engine.staging import MARKER, MARKER_TEXT, Files, Stamp
from briefing.exports import exports
from briefing.hosts import Hosting, Publication
from briefing.i18n.catalogs import load_catalogs
from briefing.linkcheck.links import Links
from briefing.pages import pages
from briefing.pages.moved import moved_pages
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.queries.usage import card_of
from briefing.redirects import all_moves
from briefing.render.page import Page
from briefing.render.renderer import Renderer
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.pdf import Book

INSTALL = "python -m pip install --require-hashes -r requirements-pdf.lock"
Keep = Callable[[str, bytes], Stamp]
"""What becomes of a file that was made, by its name in the output folder."""


class Workshop:
    """What every part is made with, read once in a process: the shared content, the catalogs, the templates.

    Raises UsageError where the content or the templates are not a folder.
    """

    def __init__(self, settings: Settings) -> None:
        if not settings.templates.is_dir():
            message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
            raise UsageError(message)
        self.settings = settings
        self.shared = Shared(settings.content)
        self.site, _ = self.shared.with_briefings(())
        self.problems = list(self.shared.problems)
        if self.site:
            self.catalogs, found = load_catalogs(settings.templates, self.site.languages)
            self.problems += found
            if settings.target != "none" and not settings.base_url:
                self.problems += placeholder(self.site)

    @cached_property
    def renderer(self) -> Renderer:
        """What renders every part; it needs content that is in order."""
        if self.site is None:
            raise AssertionError(self.problems)
        base_url = self.settings.base_url or self.site.settings.base_url
        return Renderer(self.site, self.settings.templates, self.catalogs, base_url, pdf=self.settings.pdf)

    @cached_property
    def hosting(self) -> Hosting:
        """How every part is put on the host. Raises UsageError where that cannot serve the site at its address."""
        site, settings = self.renderer.site, self.settings
        publication = Publication(self.renderer.base_url, site.codes, all_moves(site.settings.moved))
        return Hosting(settings.target, publication, settings.compress)

    def briefing(self, name: str, keep: Keep) -> Made:
        """Make the part that is one briefing."""
        site, problems = self.shared.with_briefings([name])
        if site is None:
            return Made(name, tuple(problems))
        part = site.of(name)
        return self._made(name, part, problems, keep, card_of(part) if part.briefings else None)

    def whole(self, cards: Iterable[Card | None], keep: Keep) -> Made:
        """Make the part that the briefings share, which lists them; one that could not be read has no card."""
        if self.site is None:
            return Made("", tuple(self.problems))
        given = list(cards)
        known = [card for card in given if card]
        return self._made("", self.site.shared_part(known, whole=known == given), self.problems, keep)

    def _made(self, name: str, part: Site, problems: Sequence[Problem], keep: Keep, card: Card | None = None) -> Made:
        found = ordered([*problems, *check_part(part)])
        if failing([*found, *self.problems], strict=self.settings.strict):
            return Made(name, found, card)
        making = _Making(self.renderer.of(part), self.hosting, keep)
        try:
            making.everything()
        except ContentError as error:
            return Made(name, ordered([*found, *error.problems]), card)
        links = making.links
        ids = {} if card else {file: sorted(each) for file, each in links.ids.items()}
        problems = ordered([*found, *links.problems()])
        return Made(name, problems, card, making.files, links.beyond, ids, len(part.languages), making.books)


@dataclass
class _Making:
    """The files of a part that is in order, on their way out."""

    renderer: Renderer
    hosting: Hosting
    keep: Keep
    files: dict[str, Stamp] = field(default_factory=dict)
    books: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.links = Links(self.renderer.base_url, self.renderer.site.codes)

    def everything(self) -> None:
        """Render the pages, write what machines read; raises ContentError, with every problem of the templates."""
        everything = list(pages(self.renderer.site))
        rendered = dict(self._rendered([*everything, *moved_pages(self.hosting.standing_in, everything)]))
        for name, data in exports(self.renderer, everything):
            self._put(name, data)
        if not self.renderer.site.briefings:
            shared = {**dict(self.renderer.assets.values()), **self.hosting.files(), MARKER: MARKER_TEXT}
            for name, data in shared.items():
                self._put(name, data)
        elif self.renderer.pdf:
            self._bind(everything, rendered)

    def _rendered(self, everything: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
        """Render pages; they are held in memory only for a book."""
        problems: list[Problem] = []
        for page in everything:
            try:
                data = self.renderer.render(page)
            except ContentError as error:
                problems += error.problems
            else:
                self._put(page.file, data)
                self.links.read(page.file, data)
                if self.renderer.pdf:
                    yield page.file, data
        if problems:
            raise ContentError(problems)

    def _bind(self, everything: Sequence[Page], rendered: Files) -> None:
        for book in _books(self.renderer, everything, rendered):
            self._put(book.name, book.data)
            self.books += (str(book),)

    def _put(self, name: str, data: bytes) -> None:
        for each, published in self.hosting.published(name, data):
            self.files[each] = self.keep(each, published)


def _books(renderer: Renderer, everything: Sequence[Page], rendered: Files) -> list[Book]:
    """Bind the pages as books. WeasyPrint is loaded here and nowhere else: only this command needs it."""
    try:
        from briefing.pdf import books  # noqa: PLC0415
    except ImportError as error:
        message = f"PDFs need WeasyPrint ({error}); {INSTALL}, or WeasyPrint alone: pip install weasyprint"
        raise UsageError(message) from error
    except OSError as error:
        message = f"WeasyPrint needs Pango ({error}); install it, such as Debian's libpangoft2-1.0-0"
        raise UsageError(message) from error
    return list(books(renderer, everything, rendered))
