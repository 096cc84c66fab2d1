"""HTML -> PDF: tagged, with bookmarks, the same bytes for the same text, and without any request for a file or host."""

import logging
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from weasyprint import HTML
from weasyprint.urls import URLFetcher

LOGGER = logging.getLogger("weasyprint")
VARIANT = "pdf/ua-1"
"""PDF for universal accessibility: tagged, with its language and title."""
MISSING = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)", re.DOTALL)


@dataclass(frozen=True)
class PdfWarning:
    """A warning of WeasyPrint, such as a character without a glyph, an unknown style or a link without a target."""

    message: str

    @property
    def missing_character(self) -> str:
        """The character that no font has; empty if the warning is about something else."""
        found = MISSING.search(self.message)
        return chr(int(found[1], 16)) if found else ""


@dataclass(frozen=True)
class PdfDocument:
    """A PDF, the number of its pages, and each warning once."""

    data: bytes
    pages: int
    warnings: tuple[PdfWarning, ...]


def to_pdf(html: str) -> PdfDocument:
    """Return an HTML document as a PDF."""
    handler = WarningHandler(logging.WARNING)
    LOGGER.addHandler(handler)
    try:
        document = HTML(string=html, base_url="about:blank", url_fetcher=NoFetcher()).render(pdf_variant=VARIANT)
        data = document.write_pdf(pdf_variant=VARIANT)
    finally:
        LOGGER.removeHandler(handler)
    warnings = tuple(PdfWarning(message) for message in dict.fromkeys(handler.messages))
    return PdfDocument(data, len(document.pages), warnings)


class NoFetcher(URLFetcher):  # type: ignore[misc] # the library is not typed
    """Refuses every request: no text of the content may make the program read a file or call a host."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:  # noqa: ARG002 - the library's signature
        """Raise ValueError."""
        message = f"a PDF fetches nothing, so not {url}"
        raise ValueError(message)


class WarningHandler(logging.Handler):
    """Keeps the messages that are logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a record."""
        self.messages.append(record.getMessage())
