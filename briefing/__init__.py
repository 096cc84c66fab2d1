"""The generator: content/ and templates/ in, a static site out.

Data flows one way: load -> check -> pages -> render -> publish. Nothing is written until everything is known to be
right. `build.py pdf` binds the rendered pages as books too, before it publishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.assets import assets
from briefing.catalogs import load_catalogs
from briefing.checks import check_all
from briefing.exports import EXPORTS
from briefing.load import load
from briefing.pages import pages
from briefing.pages.page import Page
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.publish import MARKER, MARKER_TEXT, Files, differences, publish
from briefing.render import Renderer
from briefing.rules import failing
from briefing.site import Site

__all__ = ["ContentError", "Settings", "Summary", "UsageError", "build", "check", "pdf", "verify"]

if TYPE_CHECKING:
    from briefing.book import Book

INSTALL = "python -m pip install --require-hashes -r requirements-pdf.lock"


@dataclass(frozen=True)
class Settings:
    """Where to read from and write to.

    `base_url` overrides the one in site.yaml; `strict` makes warnings errors; `pdf` adds the PDFs, and links to them.
    """

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None
    strict: bool = False
    pdf: bool = False


@dataclass(frozen=True)
class Summary:
    """What a command did: pages, languages, the PDFs it wrote, the warnings it passed over, and what differs."""

    pages: int
    languages: int
    warnings: tuple[Problem, ...] = ()
    differences: tuple[str, ...] = ()
    books: tuple[str, ...] = ()


@dataclass(frozen=True)
class Built:
    """Everything a build yields before it is published."""

    site: Site
    files: Files
    warnings: tuple[Problem, ...]
    books: tuple[str, ...] = ()

    def summary(self, differences: tuple[str, ...] = ()) -> Summary:
        """Sum up."""
        pages = sum(name.endswith(".html") for name in self.files)
        return Summary(pages, len(self.site.languages), self.warnings, differences, self.books)


def build(settings: Settings) -> Summary:
    """Build the site. Raises ContentError, with every problem, before anything is written."""
    _refuse_overlap(settings)
    built = _built(settings)
    publish(built.files, settings.output.resolve())
    return built.summary()


def pdf(settings: Settings) -> Summary:
    """Build the site with the PDFs of its briefings, which its pages then link."""
    return build(replace(settings, pdf=True))


def check(settings: Settings) -> Summary:
    """Do everything that `build` does but write."""
    return _built(settings).summary()


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a fresh build."""
    if not settings.output.is_dir():
        message = f"{settings.output} is not a folder; build it first"
        raise UsageError(message)
    built = _built(settings)
    return built.summary(tuple(differences(built.files, settings.output)))


def _built(settings: Settings) -> Built:
    """Run the pipeline up to the bytes of every file, by its name in the output folder."""
    if not settings.templates.is_dir():
        message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
        raise UsageError(message)
    site, problems = load(settings.content)
    if site is None:
        raise ContentError(problems)
    catalogs, found = load_catalogs(settings.templates, site.languages)
    problems += [*found, *check_all(site)]
    if failing(problems, strict=settings.strict):
        raise ContentError(problems)
    base_url = settings.base_url or site.settings.base_url
    renderer = Renderer(site, settings.templates, catalogs, base_url, pdf=settings.pdf)
    everything = list(pages(site))
    exported = dict(file for export in EXPORTS for file in export(renderer, everything))
    rendered = _rendered(renderer, everything)
    books = _bound(renderer, everything, rendered) if settings.pdf else []
    pdfs = {book.name: book.data for book in books}
    files = {**rendered, **exported, **pdfs, **assets(settings.templates), MARKER: MARKER_TEXT}
    return Built(site, files, ordered(problems), tuple(str(book) for book in books))


def _rendered(renderer: Renderer, everything: list[Page]) -> Files:
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for page in everything:
        try:
            files[page.file] = renderer.render(page)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return files


def _bound(renderer: Renderer, everything: Sequence[Page], rendered: Files) -> list[Book]:
    """Bind the pages as books. WeasyPrint is loaded here and nowhere else: only this command needs it."""
    try:
        from briefing.book import books  # noqa: PLC0415
    except ImportError as error:
        message = f"PDFs need WeasyPrint ({error}); {INSTALL}, or WeasyPrint alone: pip install weasyprint"
        raise UsageError(message) from error
    except OSError as error:
        message = f"WeasyPrint needs Pango ({error}); install it, such as Debian's libpangoft2-1.0-0"
        raise UsageError(message) from error
    return list(books(renderer, everything, rendered))


def _refuse_overlap(settings: Settings) -> None:
    """Refuse to write where the next build would read, or the other way round."""
    output = settings.output.resolve()
    for folder in (settings.content.resolve(), settings.templates.resolve()):
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            message = f"{settings.output} and {folder} lie one in the other; name another output folder"
            raise UsageError(message)
