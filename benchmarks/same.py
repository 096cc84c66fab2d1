"""Compare our site with Hugo's: `python benchmarks/same.py OUR_SITE HUGO_PUBLIC [--sample N]`; exit 0 if equal.

Equal are the addresses of all pages and, on those compared, the visible text (white space does not count) and every
element with its attributes, links by where they lead. What scripts and styles hold is left out. A sample takes
so many pages of each type in each language, spread over the briefings.
"""

from __future__ import annotations

import argparse
import posixpath
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

INLINE = frozenset({"a", "b", "button", "code", "em", "path", "span", "strong", "svg"})
"""Elements that do not part words."""
LINKS = frozenset({"action", "href", "src"})
NO_PLACES = frozenset({"about", "changes", "data", "due", "entities", "glance", "indicators", "sectors", "themes"})
"""The folders of a briefing that are no places."""
SHARED = frozenset({"accessibility", "glossary", "search"})
"""The folders of a language that are no briefings."""
MOST, BEFORE, AFTER = 5, 60, 100
"""So many differences are shown, each with so many characters before and after it."""

MISSING = "404.html"
"""What hosts show for an address that does not exist is no page of the content: we write one for each language."""


class Seen(HTMLParser):
    """What a reader, or a browser, finds on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.folder = posixpath.dirname(page)
        self.words: list[str] = []
        self.elements: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self._hidden = tag in ("script", "style")
        self.words += [] if tag in INLINE else [" "]
        said = sorted(f"{name}={self._resolved(name, value or '')}" for name, value in attrs)
        self.elements.append(" ".join([tag, *said]))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of one."""
        self._hidden = False
        self.words += [] if tag in INLINE else [" "]

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += [] if self._hidden else [data]

    @property
    def text(self) -> str:
        """All words, white space made alike."""
        return " ".join("".join(self.words).split())

    def _resolved(self, name: str, value: str) -> str:
        """Say where a link leads, however it is written."""
        if name not in LINKS or ":" in value or value.startswith("/"):
            return value
        path, mark, fragment = value.partition("#")
        own = posixpath.normpath(posixpath.join(self.folder, path)) if path else ""
        return own + mark + fragment


def seen(folder: Path, page: str) -> Seen:
    """Read one page."""
    found = Seen(page)
    found.feed((folder / page).read_text("utf-8"))
    found.close()
    return found


def pages(folder: Path) -> list[str]:
    """Return the addresses of all pages of a site."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if path.name != MISSING)


def kind(page: str) -> tuple[str, str]:
    """Return the language and the type of a page, by its address."""
    match page.split("/")[:-1]:
        case [language]:
            return language, "home"
        case [language, folder]:
            return language, folder if folder in SHARED else "comparison"
        case [language, _, folder]:
            return language, folder if folder in NO_PLACES else "place"
        case [language, _, folder, *_]:
            return language, f"{folder}/each"
        case _:
            return "", page


def sample(names: Sequence[str], most: int) -> Iterator[str]:
    """Yield so many pages of each type in each language, spread over all; every page if `most` is 0."""
    by_kind: dict[tuple[str, str], list[str]] = {}
    for name in names:
        by_kind.setdefault(kind(name), []).append(name)
    for found in by_kind.values():
        step = max(1, len(found) // most) if most else 1
        yield from found[::step][: most or None]


def differences(ours: Path, theirs: Path, page: str) -> Iterator[str]:
    """Say how a page differs: first its text, then its elements."""
    one, other = seen(ours, page), seen(theirs, page)
    if one.text != other.text:
        at = _first(one.text, other.text)
        around = slice(max(0, at - BEFORE), at + AFTER)
        yield f"{page}: text\n  ours: {one.text[around]}\n  Hugo: {other.text[around]}"
    elif one.elements != other.elements:
        at = _first(one.elements, other.elements)
        yield f"{page}: element {at}\n  ours: {one.elements[at : at + 1]}\n  Hugo: {other.elements[at : at + 1]}"


def _first(one: Sequence[str], other: Sequence[str]) -> int:
    return next(at for at, (a, b) in enumerate(zip_longest(one, other)) if a != b)


def sizes(ours: Path, theirs: Path, names: Sequence[str]) -> str:
    """Say how much both weigh: the pages, and everything."""

    def weigh(folder: Path) -> str:
        whole = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        return f"{sum((folder / name).stat().st_size for name in names):,} bytes of pages, {whole:,} in all"

    return f"ours: {weigh(ours)}\nHugo: {weigh(theirs)}"


def main(arguments: Sequence[str]) -> int:
    """Compare, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ours", type=Path)
    parser.add_argument("theirs", type=Path)
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    given = parser.parse_args(arguments)
    names, others = pages(given.ours), pages(given.theirs)
    found = [f"{name}: only on one side" for name in sorted({*names} ^ {*others})]
    both = sorted({*names} & {*others})
    compared = list(sample(both, given.sample))
    found += [each for name in compared for each in differences(given.ours, given.theirs, name)]
    print(*found[:MOST], sep="\n")
    print(f"{len(names)} pages, {len(compared)} compared, {len(found)} differ")
    print(_by_kind(compared, found))
    print(sizes(given.ours, given.theirs, both))
    return int(bool(found))


def _by_kind(compared: Sequence[str], found: Sequence[str]) -> str:
    wrong = {each.partition(":")[0] for each in found}
    counts: dict[str, list[int]] = {}
    for name in compared:
        count = counts.setdefault(kind(name)[1], [0, 0])
        count[name in wrong] += 1
    return "\n".join(f"  {name}: {same} equal, {other} not" for name, (same, other) in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
