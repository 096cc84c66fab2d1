"""The elements of a page, what it weighs, and what it asks a browser to load."""

import gzip
import posixpath
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

GZIP_LEVEL = 6
"""The default of gzip, a little heavier than the best."""
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

Attributes = dict[str, str | None]


@dataclass(frozen=True)
class Run:
    """A run of text and the language that its nearest ancestor with `lang` gives it."""

    text: str
    language: str


class Elements(HTMLParser):
    """Every element of a page in order, with its attributes, and every run of text of its body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self.runs: list[Run] = []
        self._open: list[tuple[str, str]] = [("", "")]
        """Name and language of the elements that are open, outermost first."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.found.append((tag, attributes))
        if tag not in VOID:
            self._open.append((tag, attributes.get("lang") or self._open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if data.strip() and not {"head", "script", "style"} & {name for name, _ in self._open}:
            self.runs.append(Run(data.strip(), self._open[-1][1]))

    def named(self, name: str) -> list[Attributes]:
        return [attributes for tag, attributes in self.found if tag == name]

    def linked(self, rel: str) -> list[Attributes]:
        return [each for each in self.named("link") if rel in (each.get("rel") or "").split()]

    def text(self) -> str:
        """Return all text of the body, a space between runs."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Weight:
    """Bytes of a page and of what it loads, gzipped."""

    html: int
    css: int
    script: int

    @property
    def page(self) -> int:
        """HTML and CSS: all that a reader waits for."""
        return self.html + self.css


def gzipped(content: bytes) -> int:
    return len(gzip.compress(content, GZIP_LEVEL))


@cache
def _weight_of_file(path: Path) -> int:
    return gzipped(path.read_bytes())


def weight(site: Path, name: str) -> Weight:
    """Weigh a page of a built site with all its stylesheets and scripts."""
    elements = Elements((site / name).read_text("utf-8"))

    def together(addresses: list[str | None]) -> int:
        files = {posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in addresses if each}
        return sum(_weight_of_file(site / file) for file in files)

    css = together([each.get("href") for each in elements.linked("stylesheet")])
    script = together([each.get("src") for each in elements.named("script")])
    return Weight(_weight_of_file(site / name), css, script)
