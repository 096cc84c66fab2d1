"""`_headers` and `_redirects`, as Netlify and Cloudflare read them.

Cloudflare joins the values that several rules give a header, so no two rules that match one address give it the same.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.hosts.policy import CACHE, CACHED, HEADERS, TYPE, TYPES, TYPES_OF_NAMES
from briefing.hosts.publication import Publication
from briefing.problems import UsageError
from briefing.redirects import redirects
from briefing.urls import NOT_FOUND

BEGINNING = "# Written by build.py; replaced by the next build."
TYPED = ("css", "csv", "js", "json", "xlsx")
"""The endings of the files whose type a host might guess wrong."""
MOST_EXACT, MOST_WITH_SPLAT = 2000, 100
"""How many redirects Cloudflare accepts; it ignores the rest without a warning."""


def netlify(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the files that Netlify reads, with a rule for each language's page of addresses that do not exist."""
    exact, with_splat = redirect_rules(publication)
    return _files([*exact, *with_splat, *(f"/{code}/* /{code}/{NOT_FOUND} 404" for code in publication.languages)])


def cloudflare(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the files that Cloudflare reads; for an address that does not exist it finds the nearest 404.html itself.

    Raises UsageError if there are more redirects than it accepts.
    """
    exact, with_splat = redirect_rules(publication)
    if len(exact) > MOST_EXACT or len(with_splat) > MOST_WITH_SPLAT:
        message = (
            f"'moved' of site.yaml makes {len(exact)} redirects of single addresses and {len(with_splat)} of whole"
            f" briefings, and Cloudflare takes {MOST_EXACT} and {MOST_WITH_SPLAT}; take out the oldest, or choose"
            " another target"
        )
        raise UsageError(message)
    return _files([*exact, *with_splat])


def redirect_rules(publication: Publication) -> tuple[Sequence[str], Sequence[str]]:
    """Return the rules for one address each, which have to come first, and those for everything below one."""
    found = list(redirects(publication.moved, publication.languages))
    exact = [f"/{old} /{each.new}{each.anchor} 301" for each in found for old in each.spellings]
    return exact, [f"/{each.old}* /{each.new}:splat 301" for each in found if each.prefix]


def _files(redirect_lines: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield `_headers`: the headers of every answer, then how folders are cached, then the types; and `_redirects`."""
    rules: dict[str, Mapping[str, str]] = {"/*": HEADERS}
    rules |= {f"/{folder}/*": {CACHE: value} for folder, value in CACHED.items()}
    rules |= {f"/*.{suffix}": {TYPE: TYPES[suffix]} for suffix in TYPED}
    rules |= {f"/*/{name}": {TYPE: value} for name, value in TYPES_OF_NAMES.items()}
    headers: list[str] = []
    for address, values in rules.items():
        headers += [address, *(f"  {name}: {value}" for name, value in values.items())]
    for name, lines in (("_headers", headers), ("_redirects", redirect_lines)):
        yield name, "\n".join([BEGINNING, *lines, ""]).encode()
