"""`_headers` and `_redirects`, as Netlify and Cloudflare read them.

Cloudflare joins the values that several rules give a header, so no two rules that one address meets give it the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.hosts.policy import CACHE, HEADERS, KEPT, TYPE, TYPES, TYPES_OF_NAMES
from briefing.hosts.publication import Publication
from briefing.problems import UsageError
from briefing.redirects import redirects
from briefing.urls import NOT_FOUND

BEGINNING = "# Written by build.py; replaced by the next build."
UNSURE = ("css", "csv", "js", "json", "xlsx")
"""The kinds of files whose type is not left to a host's guess."""
MOST_EXACT, MOST_WITH_SPLAT = 2000, 100
"""How many redirects Cloudflare takes; it would pass over the others without a word."""


def netlify(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the files that Netlify reads; for what does not exist, it is told the page in the address's language."""
    exact, with_splat = _redirects(publication)
    missing = [f"/{code}/* /{code}/{NOT_FOUND} 404" for code in publication.languages]
    yield "_headers", _headers()
    yield "_redirects", _written([*exact, *with_splat, *missing])


def cloudflare(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the files that Cloudflare reads; for what does not exist, it looks for the nearest 404.html by itself.

    Raises UsageError where there are more redirects than it takes.
    """
    exact, with_splat = _redirects(publication)
    if len(exact) > MOST_EXACT or len(with_splat) > MOST_WITH_SPLAT:
        message = (
            f"'moved' of site.yaml makes {len(exact)} redirects of single addresses and {len(with_splat)} of whole"
            f" briefings, and Cloudflare takes {MOST_EXACT} and {MOST_WITH_SPLAT}; take out the oldest, or choose"
            " another target"
        )
        raise UsageError(message)
    yield "_headers", _headers()
    yield "_redirects", _written([*exact, *with_splat])


def _headers() -> bytes:
    """Write the headers: those of every answer, then how folders are kept, then the types."""
    rules: dict[str, Mapping[str, str]] = {"/*": HEADERS}
    rules |= {f"/{folder}/*": {CACHE: kept} for folder, kept in KEPT.items()}
    rules |= {f"/*.{suffix}": {TYPE: TYPES[suffix]} for suffix in UNSURE}
    rules |= {f"/*/{name}": {TYPE: kind} for name, kind in TYPES_OF_NAMES.items()}
    lines: list[str] = []
    for address, headers in rules.items():
        lines += [address, *(f"  {name}: {value}" for name, value in headers.items())]
    return _written(lines)


def _redirects(publication: Publication) -> tuple[Sequence[str], Sequence[str]]:
    """Return the rules for one address each, which have to come first, and those for everything below one."""
    found = list(redirects(publication))
    exact = [f"/{old} /{each.new} 301" for each in found for old in each.olds]
    return exact, [f"/{each.old}* /{each.new}:splat 301" for each in found if each.whole]


def _written(lines: Sequence[str]) -> bytes:
    return "\n".join([BEGINNING, *lines, ""]).encode()
