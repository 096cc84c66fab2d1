"""HTML -> PDF: tagged, with bookmarks, the same bytes for the same text, and nothing fetched from anywhere."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

from weasyprint import HTML
from weasyprint.urls import URLFetcher

LOGGER = logging.getLogger("weasyprint")
VARIANT = "pdf/ua-1"
"""PDF for universal accessibility: tagged, with its language and title."""
MISSING = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)", re.DOTALL)


@dataclass(frozen=True)
class Complaint:
    """What WeasyPrint passed over: an empty box for a character, a style that it does not know, a link to nowhere."""

    message: str

    @property
    def character(self) -> str:
        """The character that no font has; empty where the complaint is about something else."""
        found = MISSING.search(self.message)
        return chr(int(found[1], 16)) if found else ""


def printed(html: str) -> tuple[bytes, int, list[Complaint]]:
    """Return the PDF of a document, the number of its pages, and what WeasyPrint complained of."""
    with _listening() as heard:
        document = HTML(string=html, base_url="about:blank", url_fetcher=_Closed()).render(pdf_variant=VARIANT)
        data: bytes = document.write_pdf(pdf_variant=VARIANT)
    return data, len(document.pages), [Complaint(message) for message in dict.fromkeys(heard)]


class _Closed(URLFetcher):  # type: ignore[misc] # the library is not typed
    """Fetches nothing: a book is whole in itself, and no text may make the program read a file or call a host."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:  # noqa: ARG002 - the library's signature
        message = f"a book fetches nothing, and {url} least of all"
        raise ValueError(message)


class _Ear(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    ear = _Ear()
    LOGGER.addHandler(ear)
    try:
        yield ear.heard
    finally:
        LOGGER.removeHandler(ear)
