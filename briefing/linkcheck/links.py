"""The links of finished pages lead to a file, a fragment, and a twin in each language; and every id is unique.

The published bytes are read. They come from our templates: every attribute is in double quotes, and < and > stand only
where a tag begins and ends, so that a regular expression finds all of them, and no text that looks like one.
"""

import functools
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlsplit

from briefing.problems import Position, Problem
from briefing.urls import INDEX

ATTRIBUTE = re.compile(rb' (id|href|src|action|popovertarget)="([^"]*)"(?=[^<>]*>)')


@dataclass(frozen=True)
class UnitLinks:
    """The links from the pages of one unit to other units, and the ids that other units may link to."""

    targets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By file of another unit: the fragments that are linked to (empty for the file), each with a linking page."""
    ids: Mapping[str, list[str]] = field(default_factory=dict)
    """By file of the unit."""


class LinkCollector:
    """Collects the links and ids of the pages of one unit, page after page."""

    def __init__(self, base_url: str, languages: Collection[str]) -> None:
        self._roots = base_url, urlsplit(base_url).path
        self._languages = languages
        self.ids: dict[str, Counter[str]] = {}
        """How often each id stands in a page, by its file."""
        self._targets: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def read(self, file: str, html: bytes) -> None:
        """Collect the ids and links of a page."""
        ids = self.ids.setdefault(file, Counter())
        for (name, value), times in Counter(ATTRIBUTE.findall(html)).items():
            text = unescape(value.decode())
            if name == b"id":
                ids[text] += times
            elif target := self._target(file, f"#{text}" if name == b"popovertarget" else text):
                self._targets[target[0]].setdefault(target[1], file)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems within the unit."""
        for file, ids in self.ids.items():
            yield from (_problem(file, f"the id '{name}' stands twice") for name, times in ids.items() if times > 1)
            yield from _missing_ids(file, self._targets.get(file, {}), ids)
            language, _, rest = file.partition("/")
            for twin in (f"{other}/{rest}" for other in self._languages if language in self._languages):
                if twin not in self.ids:
                    yield _problem(file, f"the same page in another language, '{twin}', is not there")

    def result(self, *, with_ids: bool) -> UnitLinks:
        """Return the links to other units and, if those may link to ids of this one, its ids."""
        targets = {file: linked for file, linked in self._targets.items() if file not in self.ids}
        return UnitLinks(targets, {file: sorted(each) for file, each in self.ids.items()} if with_ids else {})

    def _target(self, file: str, link: str) -> tuple[str, str] | None:
        """Return the file and fragment that a link of a page leads to; None if it leads to another site."""
        if link.startswith("//"):  # another host, even where the site's root is /
            return None
        if start := next((each for each in self._roots if link.startswith(each)), ""):
            file, link = "", link.removeprefix(start)
        elif ":" in link.partition("/")[0] or link.startswith("/"):
            return None
        address, _, fragment = link.partition("#")
        path = address.partition("?")[0]
        return (_file_at(file, unquote(path)) if path or not file else file), unquote(fragment)


def check_links(files: Collection[str], units: Iterable[UnitLinks]) -> Iterator[Problem]:
    """Yield a problem for each link from one unit to another that leads nowhere, given the files of all units."""
    units = list(units)
    ids = {file: set(each) for unit in units for file, each in unit.ids.items()}
    for file, linked in (target for unit in units for target in unit.targets.items()):
        if file in files:
            yield from _missing_ids(file, linked, ids.get(file, set()))
        else:
            yield _problem(next(iter(linked.values())), f"it leads to '{file}', which is not there")


def _missing_ids(file: str, linked: Mapping[str, str], ids: Collection[str]) -> Iterator[Problem]:
    for fragment, page in linked.items():
        if fragment and fragment not in ids:
            yield _problem(page, f"it leads to '#{fragment}' of '{file}', which has no such id")


def _problem(page: str, message: str) -> Problem:
    return Problem(Position(page), "broken-link", f"{message}; mend the template, or the content it shows")


@functools.lru_cache(maxsize=4096)
def _file_at(page: str, path: str) -> str:
    """Return the file that a path of a page leads to; a folder stands for its index."""
    joined = posixpath.join(posixpath.dirname(page), path)
    found = posixpath.normpath(joined or ".")
    return posixpath.normpath(f"{found}/{INDEX}") if not joined or joined.endswith(("/", ".")) else found
