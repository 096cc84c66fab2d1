"""Pages printed by the browser, read with poppler."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.support.tools import require


@dataclass(frozen=True)
class Printout:
    """A printed page: the number of its sheets, all text without spaces, width and height of the first in points."""

    count: int
    text: str
    width: float
    height: float


def printout(page: Page, url: str, file: Path) -> Printout:
    """Print the page at an address to a file and read it."""
    page.goto(url)
    page.pdf(path=file, prefer_css_page_size=True)
    info, text = poppler("pdfinfo", str(file)), poppler("pdftotext", "-raw", str(file), "-")
    width, height = re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", info)[0]
    return Printout(int(re.findall(r"Pages:\s+(\d+)", info)[0]), squeezed(text), float(width), float(height))


def poppler(tool: str, *options: str) -> str:
    require(shutil.which(tool), f"{tool} is not installed (apt-get install poppler-utils)")
    return subprocess.run([tool, *options], capture_output=True, text=True, check=True).stdout


def squeezed(text: str) -> str:
    """Return a text without spaces and line ends, which paper sets as it likes."""
    return re.sub(r"\s", "", text)
