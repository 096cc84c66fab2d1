"""Compare Hugo's pages with ours, word by word: what a reader sees, and every element with its attributes.

White space does not count, nor what scripts hold; a link counts as the page that it leads to.
"""

import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

INLINE = frozenset({"a", "b", "button", "code", "em", "span", "strong"})
"""Elements that do not part words."""


class Reader(HTMLParser):
    """Reads a page as its words and elements."""

    def __init__(self, folder: Path, page: str) -> None:
        super().__init__()
        self.address = posixpath.dirname(page)
        self.text: list[str] = []
        self.elements: list[str] = []
        self.feed((folder / page).read_text("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.text.append("" if tag in INLINE else " ")
        values = {name: value or "" for name, value in attrs}
        for name in values.keys() & {"href", "src"}:
            if not values[name].startswith(("https:", "#")):
                values[name] = posixpath.normpath(posixpath.join(self.address, values[name]))
        self.elements.append(f"{tag} {sorted(values.items())}")

    def handle_endtag(self, tag: str) -> None:
        """Note where words may part."""
        self.text.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.text.append("" if self.elements and self.elements[-1].startswith("script") else data)


def differences(ours: Path, theirs: Path, most: int) -> Iterator[str]:
    """Yield the first difference of each of Hugo's pages that is unlike ours; of so many pages, spread over all."""
    pages = sorted(path.relative_to(theirs).as_posix() for path in theirs.rglob("*.html"))
    for page in pages[:: max(1, len(pages) // most)]:
        one, other = Reader(ours, page), Reader(theirs, page)
        sides = ("".join(one.text).split(), "".join(other.text).split()), (one.elements, other.elements)
        for our, their in sides:
            if our != their:
                at = next(at for at, (a, b) in enumerate(zip_longest(our, their)) if a != b)
                yield f"{page}: ours {our[at : at + 12]}, Hugo's {their[at : at + 12]}"
                break
