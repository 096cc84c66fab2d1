"""A briefing as a book to print: one PDF a language, its chapters the content of the pages that the site already has.

Only `build.py pdf` reads this package: WeasyPrint, which it needs, is an extra.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.content.model import Language
from briefing.content.site import Briefing, Site
from briefing.engine.staging import Files
from briefing.pdf.chapters import Binding, chapter
from briefing.pdf.fonts import families
from briefing.pdf.press import Complaint, printed
from briefing.problems import ContentError, Position, Problem, shown
from briefing.render.page import Page
from briefing.render.renderer import Renderer, pdf_address
from briefing.urls import absolute

TEMPLATE = "book.html"
CHAPTERS = ("comparison.html", "place.html", "about.html")
"""The templates whose pages a book holds, in its order."""


@dataclass(frozen=True)
class Book:
    """One PDF: its name in the output folder, its bytes and the number of its pages."""

    name: str
    data: bytes
    pages: int

    def __str__(self) -> str:
        return f"{self.name}: {self.pages} pages, {len(self.data) / 1e6:.1f} MB"


@dataclass(frozen=True)
class Chapter:
    """The content of one page: the name that links in the book lead to, and the HTML."""

    page: Page
    anchor: str
    html: Markup


def books(renderer: Renderer, pages: Sequence[Page], files: Files) -> Iterator[Book]:
    """Yield the book of each briefing in each language, from its rendered pages. Raises ContentError, UsageError."""
    fonts = families(renderer.site.languages)
    for briefing in renderer.site.briefings:
        for language in renderer.site.languages:
            held = list(_held(pages, briefing, language))
            binding = Binding(renderer.base_url, {_address(renderer, page): _anchor(page) for page in held})
            chapters = [Chapter(page, _anchor(page), chapter(files[page.file], page, binding)) for page in held]
            context = {**held[0].context, "chapters": chapters, "fonts": fonts}
            html = renderer.render(replace(held[0], template=TEMPLATE, context=context)).decode()
            yield _printed(renderer, "/".join(pdf_address(briefing, language)), html)


def _held(pages: Sequence[Page], briefing: Briefing, language: Language) -> Iterator[Page]:
    """Yield the pages of a book; the first is that of the briefing as a whole."""
    for template in CHAPTERS:
        for page in pages:
            if page.template == template and page.language == language and page.context["briefing"] is briefing:
                yield page


def _address(renderer: Renderer, page: Page) -> str:
    return absolute(renderer.base_url, page.folder) + page.name


def _anchor(page: Page) -> str:
    return "/".join(page.parts)


def _printed(renderer: Renderer, name: str, html: str) -> Book:
    """Print a book. Raises ContentError where a glyph is missing, or where the styles are wrong."""
    data, pages, complaints = printed(html)
    if complaints:
        styles = Position(shown(renderer.templates / TEMPLATE))
        raise ContentError(problem for each in complaints for problem in _problems(renderer.site, each, styles))
    return Book(name, data, pages)


def _problems(site: Site, complaint: Complaint, styles: Position) -> Iterator[Problem]:
    if not complaint.character:
        yield Problem(styles, "template", f"WeasyPrint says: {complaint.message}")
        return
    code = f"U+{ord(complaint.character):04X}"
    message = (
        f"no font on this machine has '{complaint.character}' ({code}); install one that has, or write it otherwise"
    )
    for position in list(_places(site, complaint.character)) or [styles]:
        yield Problem(position, "missing-glyph", message)


def _places(site: Site, character: str) -> Iterator[Position]:
    """Yield where each file of the content first has a character."""
    for document in (loaded.document for loaded in site.everything):
        before, found, _after = document.text.partition(character)
        if found:
            yield Position(document.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
