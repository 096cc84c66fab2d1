"""A briefing as a document to print: one PDF a language, whose sections are the content of pages of the site.

It takes rendered pages, and may not know exports or downloads. Only `build.py pdf` imports it, since WeasyPrint, which
it needs, is an extra.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.content.site import Briefing
from briefing.i18n.localizer import Localizer
from briefing.markup.prose import Citations, plain
from briefing.pages.overview import AboutContent, ComparisonContent
from briefing.pages.places import PlaceContent
from briefing.pdf.document import PdfDocument, to_pdf
from briefing.pdf.fonts import Fonts, fonts_for
from briefing.pdf.sections import Links, section_html
from briefing.problems import ContentError, Position, Problem, shown
from briefing.render.page import Page, PageContent
from briefing.render.renderer import Renderer
from briefing.urls import pdf_address

TEMPLATE = "pdf.html"
KINDS: Mapping[type[PageContent], str] = {ComparisonContent: "comparison", PlaceContent: "place", AboutContent: "about"}
"""The page types that a PDF contains, in its order, each with the class of its sections."""


@dataclass(frozen=True)
class PdfFile:
    """One PDF: its name in the output folder, its bytes and the number of its pages."""

    name: str
    data: bytes
    pages: int

    def __str__(self) -> str:
        return f"{self.name}: {self.pages} pages, {len(self.data) / 1e6:.1f} MB"


@dataclass(frozen=True)
class Section:
    """The content of one page in the PDF."""

    kind: str
    anchor: str
    """The target of links to the section."""
    title: str
    """That of the page."""
    summary: str
    """The headline of a place; empty for other pages."""
    html: Markup


@dataclass(frozen=True)
class PdfContent(PageContent):
    """The sections of a PDF, and the fonts of its styles."""

    sections: Sequence[Section]
    fonts: Fonts


def pdf_files(
    briefing: Briefing, pages: Sequence[Page], rendered: Mapping[str, bytes], renderer: Renderer
) -> Iterator[PdfFile]:
    """Yield the PDF of a briefing in each language, from its pages and their HTML by file name.

    Raises ContentError if a glyph is missing or the styles are wrong, UsageError if the machine has no font for a
    language.
    """
    fonts = fonts_for(briefing.languages)
    for code, localizer in renderer.localizers.items():
        in_language = [page for page in pages if page.language == localizer.language]
        included = [page for kind in KINDS for page in in_language if isinstance(page.content, kind)]
        links = Links(renderer.base_url, {page.file: "/".join(page.parts) for page in included})
        sections = [_section(page, section_html(rendered[page.file], page, links), localizer) for page in included]
        first = replace(included[0], template=TEMPLATE, content=PdfContent(sections, fonts))
        document = to_pdf(renderer.render(first).decode())
        if document.warnings:
            raise ContentError(_problems(briefing, document, Position(shown(renderer.templates / TEMPLATE))))
        yield PdfFile("/".join(pdf_address(briefing.id, code)), document.data, document.pages)


def _section(page: Page, html: Markup, localizer: Localizer) -> Section:
    summary = ""
    if isinstance(page.content, PlaceContent):
        speech = page.content.speech
        summary = plain(localizer.text(speech.headline.text), Citations(localizer, speech))
    return Section(KINDS[type(page.content)], "/".join(page.parts), localizer.title(page.title), summary, html)


def _problems(briefing: Briefing, document: PdfDocument, styles: Position) -> Iterator[Problem]:
    """Yield the warnings as problems: a missing glyph where each file first has its character, others at the styles."""
    for warning in document.warnings:
        if not warning.missing_character:
            yield Problem(styles, "template", f"WeasyPrint says: {warning.message}")
            continue
        positions = []
        for file in (*briefing.shared.files, *briefing.files):
            before, found, _after = file.document.text.partition(warning.missing_character)
            if found:
                column = len(before) - before.rfind("\n")
                positions.append(Position(file.document.file, before.count("\n") + 1, column))
        message = (
            f"no font on this machine has '{warning.missing_character}' (U+{ord(warning.missing_character):04X});"
            " install one that has, or write it otherwise"
        )
        yield from (Problem(position, "missing-glyph", message) for position in positions or [styles])
