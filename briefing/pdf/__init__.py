"""A briefing as a document to print: one PDF a language, whose sections are the content of pages of the site.

It takes rendered pages, and may not know exports or downloads. Only `build.py pdf` imports it, since WeasyPrint, which
it needs, is an extra.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.content.site import Briefing
from briefing.pages.about import AboutContent
from briefing.pages.compare import ComparisonContent
from briefing.pages.places import PlaceContent
from briefing.pdf.document import to_pdf
from briefing.pdf.fonts import fonts_for
from briefing.pdf.sections import section_html
from briefing.problems import ContentError, Position, Problem, shown
from briefing.render.page import Page, PageContent
from briefing.render.renderer import Renderer
from briefing.urls import pdf_address

TEMPLATE = "pdf.html"
KINDS: Mapping[type[PageContent], str] = {ComparisonContent: "comparison", PlaceContent: "place", AboutContent: "about"}
"""The page types that a PDF contains, in its order, each with the class of its sections."""
MISSING_GLYPH = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)", re.DOTALL)
"""WeasyPrint's warning that no font has a character."""


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
    """The content of one page in the PDF; the anchor is the target of links to it."""

    kind: str
    anchor: str
    page: Page
    html: Markup


@dataclass(frozen=True)
class PdfContent(PageContent):
    """The sections of a PDF, and the fonts of its styles: the families of `sans` and of `serif`, the best first."""

    sections: Sequence[Section]
    fonts: Mapping[str, Sequence[str]]


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
        anchors = {page.file: "/".join(page.parts) for page in included}
        sections = [
            Section(
                KINDS[type(page.content)],
                anchors[page.file],
                page,
                section_html(rendered[page.file], page.file, renderer.base_url, anchors),
            )
            for page in included
        ]
        first = replace(included[0], template=TEMPLATE, content=PdfContent(sections, fonts))
        document = to_pdf(renderer.render(first).decode())
        if document.warnings:
            raise ContentError(problems(briefing, document.warnings, Position(shown(renderer.templates / TEMPLATE))))
        yield PdfFile("/".join(pdf_address(briefing.id, code)), document.data, document.pages)


def problems(briefing: Briefing, warnings: Iterable[str], template: Position) -> Iterator[Problem]:
    """Yield warnings as problems: a missing glyph where each file first has its character, others at the template."""
    for warning in warnings:
        found = MISSING_GLYPH.search(warning)
        if not found:
            yield Problem(template, "template", f"WeasyPrint says: {warning}")
            continue
        character = chr(int(found[1], 16))
        positions = []
        for file in (*briefing.shared.files, *briefing.files):
            before, present, _after = file.document.text.partition(character)
            if present:
                line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
                positions.append(Position(file.document.file, line, column))
        message = (
            f"no font on this machine has '{character}' (U+{ord(character):04X});"
            " install one that has, or write it otherwise"
        )
        yield from (Problem(position, "missing-glyph", message) for position in positions or [template])
