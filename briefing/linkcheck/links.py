"""The links of pages, held against what is there: files, fragments, twins in other languages; and every id once.

It reads the bytes that are published, not what was meant. The pages are ours: every attribute stands in double
quotes, and < and > only where a tag begins and ends, so that a pattern finds them all, and no text that looks like one.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

from briefing.engine.cache import Made
from briefing.problems import Position, Problem
from briefing.urls import INDEX

ATTRIBUTE = re.compile(rb' (id|href|src|action|popovertarget)="([^"]*)"(?=[^<>]*>)')


class Links:
    """The links of the pages of one part, as they are read one after the other."""

    def __init__(self, base_url: str, languages: Collection[str]) -> None:
        self._roots = base_url, urlsplit(base_url).path
        self._languages = languages
        self.ids: dict[str, set[str]] = {}
        self._targets: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._twice: list[Problem] = []

    def read(self, file: str, html: bytes) -> None:
        """Note the ids and links of a page."""
        found = Counter(ATTRIBUTE.findall(html))
        self.ids[file] = {_words(value) for name, value in found if name == b"id"}
        self._twice += [_twice(file, value) for (name, value), times in found.items() if name == b"id" and times > 1]
        for name, value in found:
            link = f"#{_words(value)}" if name == b"popovertarget" else _words(value)
            if name != b"id" and (target := self._target(file, link)):
                self._targets[target[0]].setdefault(target[1], file)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong among the pages themselves."""
        yield from self._twice
        for file in self.ids:
            yield from (_alone(file, twin) for twin in self._twins(file) if twin not in self.ids)
        for file in self._targets.keys() & self.ids.keys():
            yield from _missing(file, self._targets[file], self.ids[file])

    @property
    def beyond(self) -> dict[str, dict[str, str]]:
        """The files outside of the part that its pages lead to, the fragments they name there, and such a page."""
        return {file: named for file, named in self._targets.items() if file not in self.ids}

    def _twins(self, file: str) -> Iterator[str]:
        """Yield the same page in the other languages; what is in none of them has no twin."""
        own, _, rest = file.partition("/")
        if own in self._languages:
            yield from (f"{other}/{rest}" for other in self._languages if other != own)

    def _target(self, file: str, link: str) -> tuple[str, str] | None:
        """Return the file and fragment that a link of a page leads to; None where that is another site's."""
        if link.startswith("//"):  # another host, even where the site's root is /
            return None
        if start := next((each for each in self._roots if link.startswith(each)), ""):
            file, link = "", link.removeprefix(start)
        elif ":" in link.partition("/")[0] or link.startswith("/"):
            return None
        address, _, fragment = link.partition("#")
        path = address.partition("?")[0]
        return (_file(file, unquote(path)) if path or not file else file), unquote(fragment)


def _words(value: bytes) -> str:
    return unescape(value.decode()) if b"&" in value else value.decode()


def _twice(file: str, value: bytes) -> Problem:
    return _problem(file, f"the id '{_words(value)}' stands twice")


def _alone(file: str, twin: str) -> Problem:
    return _problem(file, f"the same page in another language, '{twin}', is not there")


@functools.lru_cache(maxsize=4096)
def _file(page: str, path: str) -> str:
    """Return the file that a path of a page leads to; a folder stands for its index."""
    whole = posixpath.join(posixpath.dirname(page), path)
    found = posixpath.normpath(whole or ".")
    return posixpath.normpath(f"{found}/{INDEX}") if not whole or whole.endswith(("/", ".")) else found


def across(parts: Sequence[Made]) -> Iterator[Problem]:
    """Find links from one part to another that lead nowhere. The ids of a briefing's pages are its own matter."""
    files = set().union(*(each.files for each in parts))
    ids = {file: set(named) for each in parts for file, named in each.ids.items()}
    for part in parts:
        for file, named in part.leads.items():
            if file not in files:
                yield _problem(next(iter(named.values())), f"it leads to '{file}', which is not there")
            else:
                yield from _missing(file, named, ids.get(file, set()))


def _missing(file: str, named: Mapping[str, str], ids: Collection[str]) -> Iterator[Problem]:
    """Find fragments that a page does not have."""
    for fragment, page in named.items():
        if fragment and fragment not in ids:
            yield _problem(page, f"it leads to '#{fragment}' of '{file}', which has no such id")


def _problem(page: str, message: str) -> Problem:
    remedy = "mend the template, or the content it shows"
    return Problem(Position(page), "broken-link", f"{message}; {remedy}")
