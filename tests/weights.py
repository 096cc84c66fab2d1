"""What a built page weighs on its way to a reader, and what it asks a browser to load."""

from __future__ import annotations

import gzip
import posixpath
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

LEVEL = 6
"""Of gzip: its default, a little heavier than the best."""

Attributes = dict[str, str | None]


class Elements(HTMLParser):
    """Every element of a page, in order: its name and its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, name: str) -> list[Attributes]:
        return [attributes for tag, attributes in self.found if tag == name]

    def linked(self, rel: str) -> list[Attributes]:
        return [each for each in self.named("link") if rel in (each.get("rel") or "").split()]


@dataclass(frozen=True)
class Weight:
    """Bytes of a page and of what it loads, gzipped."""

    html: int
    css: int
    script: int

    @property
    def page(self) -> int:
        """What stands between a reader and the words: HTML and CSS."""
        return self.html + self.css


def gzipped(content: bytes) -> int:
    return len(gzip.compress(content, LEVEL))


@cache
def _of_file(path: Path) -> int:
    return gzipped(path.read_bytes())


def weight(site: Path, name: str) -> Weight:
    """Weigh a page of a built site with all its stylesheets and scripts."""
    elements = Elements((site / name).read_text("utf-8"))
    folder = posixpath.dirname(name)

    def heavy(addresses: list[str | None]) -> int:
        files = {posixpath.normpath(posixpath.join(folder, each)) for each in addresses if each}
        return sum(_of_file(site / file) for file in files)

    css = heavy([each.get("href") for each in elements.linked("stylesheet")])
    script = heavy([each.get("src") for each in elements.named("script")])
    return Weight(_of_file(site / name), css, script)
