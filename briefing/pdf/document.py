"""HTML -> PDF: tagged, with bookmarks, the same bytes for the same text, and without any request for a file or host."""

import logging
import sys
from logging.handlers import BufferingHandler
from typing import Any, NamedTuple, NoReturn

from weasyprint import HTML
from weasyprint.urls import URLFetcher

LOGGER = logging.getLogger("weasyprint")
VARIANT = "pdf/ua-1"
"""PDF for universal accessibility: tagged, with its language and title."""


class PdfDocument(NamedTuple):
    """A PDF, the number of its pages, and WeasyPrint's warnings, such as a character without a glyph, each once."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]


def to_pdf(html: str) -> PdfDocument:
    """Return an HTML document as a PDF."""
    log = BufferingHandler(sys.maxsize)
    log.setLevel(logging.WARNING)
    LOGGER.addHandler(log)
    try:
        document = HTML(string=html, base_url="about:blank", url_fetcher=NoFetcher()).render(pdf_variant=VARIANT)
        data = document.write_pdf(pdf_variant=VARIANT)
    finally:
        LOGGER.removeHandler(log)
    return PdfDocument(data, len(document.pages), tuple(dict.fromkeys(each.getMessage() for each in log.buffer)))


class NoFetcher(URLFetcher):  # type: ignore[misc] # the library is not typed
    """Refuses every request: no text of the content may make the program read a file or call a host."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:  # noqa: ARG002 - the library's signature
        """Raise ValueError."""
        raise ValueError(f"a PDF fetches nothing, so not {url}")
