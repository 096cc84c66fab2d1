"""The part of nginx's configuration that serves the site, at the root of a host or below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from briefing.engine.staging import MARKER
from briefing.hosts.policy import CACHE, HEADERS, KEPT, REVALIDATED, TYPES, TYPES_OF_NAMES
from briefing.hosts.publication import Publication
from briefing.redirects import Redirect, redirects
from briefing.urls import INDEX, NOT_FOUND

NAME = "nginx.conf"
ITSELF = f"(?:/(?:{re.escape(INDEX)})?)?"
"""What may follow the address of a page, less its slash."""
BELOW = "(?:/([a-z0-9./-]*))?"
"""What may follow that of a briefing: nothing else is in an address of the site, and none of it can end a header."""
Lines = Iterable[str]


def nginx(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the file to include in a server block."""
    lines = [*_usage(publication), "", *_without_slash(publication.path), *_site(publication), ""]
    yield NAME, "\n".join(lines).encode()


def _usage(publication: Publication) -> Iterator[str]:
    """Say how the file is used. The site stands below the root by its path, so that no address needs an alias."""
    folder = f"/srv/www{publication.path}"
    yield "# Written by build.py; replaced by the next build. To be included in a server block, such as:"
    yield "#"
    yield "#     server {"
    yield f"#         server_name {urlsplit(publication.base_url).hostname};"
    yield "#         root /srv/www;"
    yield f"#         include {folder}{NAME};"
    yield "#     }"
    yield "#"
    yield f"# with the site in {folder}, or in the folder that a link of that name leads to. Where nginx has the module"
    yield "# (Debian's libnginx-mod-http-brotli-static), add to the block: brotli_static on;"


def _without_slash(path: str) -> Lines:
    """Lead from the site's path without its slash to the site; a root has no such address."""
    return (
        _location(f"= {path[:-1]}", ["absolute_redirect off;", f"return 301 {path}$is_args$args;"])
        if path != "/"
        else ()
    )


def _site(publication: Publication) -> Lines:
    """Write what holds for the whole site, and within it what holds for a folder or a file only."""
    path, moves = publication.path, list(redirects(publication))
    lines = [
        f"index {INDEX};",
        "autoindex off;",
        "absolute_redirect off;  # right behind a proxy too",
        "gzip_static on;  # sends the files of build.py --compress",
        "gzip_vary on;",
        *_missing(path),
        *_types(),
        *_headers(REVALIDATED),
        *_own_files(path),
    ]
    for folder, kept in KEPT.items():
        lines += _folder(path, folder, moves, _headers(kept))
    for code in publication.languages:
        lines += _folder(path, code, moves, _missing(f"{path}{code}/"), _types_of_names())
    return _location(path, lines)


def _missing(folder: str) -> Lines:
    """Answer for what is not there in the language of its address; a folder without a page is not there either."""
    yield f"error_page 403 404 =404 {folder}{NOT_FOUND};"


def _types() -> Lines:
    return ["types {", *(f'    "{kind}" {suffix};' for suffix, kind in TYPES.items()), "}"]


def _types_of_names() -> Lines:
    for name, kind in TYPES_OF_NAMES.items():
        yield from _location(f'~ "/{re.escape(name)}$"', ["types {}", f'default_type "{kind}";'])


def _headers(kept: str) -> Lines:
    """Write all headers: a folder that adds one inherits none."""
    return [f'add_header {name} "{value}" always;' for name, value in {**HEADERS, CACHE: kept}.items()]


def _own_files(path: str) -> Lines:
    """Keep to itself what is in the folder for nginx and for the program."""
    for name in (NAME, MARKER):
        yield from _location(f"= {path}{name}", ["internal;"])


def _folder(path: str, name: str, moves: Sequence[Redirect], *parts: Lines) -> Lines:
    """Write what holds for a folder, and what has moved out of it."""
    moved = [line for move in moves if move.old.startswith(f"{name}/") for line in _moved(path, move)]
    return _location(f"{path}{name}/", [*moved, *(line for part in parts for line in part)])


def _moved(path: str, move: Redirect) -> Lines:
    if not move.old.endswith("/"):
        return _location(f"= {path}{move.old}", [f"return 301 {path}{move.new}$is_args$args;"])
    old = f"^{re.escape(path)}{move.old[:-1]}{BELOW if move.whole else ITSELF}$"
    return _location(f'~ "{old}"', [f"return 301 {path}{move.new}{'$1' if move.whole else ''}$is_args$args;"])


def _location(address: str, lines: Lines) -> Lines:
    return [f"location {address} {{", *(f"    {line}" for line in lines), "}"]
