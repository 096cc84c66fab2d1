"""The PDFs of a site, read with a library and a program that the generator does not use."""

import ctypes.util
import functools
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

import build
from tests.support.built import BuiltSite
from tests.support.paths import ROOT
from tests.support.tools import require


def require_printing() -> None:
    """Skip a test if a program or library that PDFs need is missing."""
    require(ctypes.util.find_library("pangoft2-1.0"), "no Pango, which WeasyPrint needs")
    for program in ("fc-list", "pdftotext"):
        require(shutil.which(program), f"no {program}")


def print_site(content: Path, output: Path) -> None:
    """Build a site with its PDFs."""
    folders = [f"--content={content}", f"--templates={ROOT / 'templates'}", f"--output={output}"]
    assert build.main(["pdf", *folders]) == 0


@dataclass(frozen=True)
class Book:
    """One PDF: a briefing in one language."""

    site: BuiltSite
    briefing: str
    language: str

    @property
    def file(self) -> Path:
        return self.site.folder / f"data/{self.briefing}.{self.language}.pdf"

    @functools.cached_property
    def reader(self) -> PdfReader:
        return PdfReader(self.file)

    @functools.cached_property
    def flat(self) -> str:
        """All its text in the order of reading, without spaces."""
        return flat(self.text("-raw"))

    def text(self, *options: str) -> str:
        """Return its text as pdftotext gives it."""
        command = ["pdftotext", *options, str(self.file), "-"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def bookmarks(self) -> Iterator[tuple[str, int]]:
        """Yield the bookmarks of the top level, each with its page, counted from 1."""
        for each in self.reader.outline:
            if isinstance(each, Destination):
                number = self.reader.get_destination_page_number(each)
                assert number is not None
                yield str(each.title), number + 1

    def links(self) -> list[Any]:
        return [each.get_object() for page in self.reader.pages for each in page.get("/Annots", ())]


@functools.cache
def books_of(site: BuiltSite) -> list[Book]:
    """Return the books of a site, each read once."""
    return [Book(site, briefing, language) for briefing in site.briefings for language in site.languages]


def flat(text: str) -> str:
    """Return a text without spaces and line ends, which a PDF sets as it likes."""
    return re.sub(r"\s+", "", text)
