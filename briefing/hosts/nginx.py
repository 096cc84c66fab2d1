"""The part of nginx's configuration that serves the site, at the root of a host or below it."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from briefing.hosts.policy import CACHE, CACHED, HEADERS, REVALIDATED, TYPES, TYPES_OF_NAMES
from briefing.hosts.publication import Publication
from briefing.redirects import Redirect, redirects
from briefing.urls import INDEX, MARKER, NOT_FOUND

NAME = "nginx.conf"
USAGE = """\
# Written by build.py; replaced by the next build. To be included in a server block, such as:
#
#     server {{
#         server_name {host};
#         root /srv/www;
#         include {folder}{name};
#     }}
#
# with the site in {folder}, or in the folder that a link of that name leads to. Where nginx has the module
# (Debian's libnginx-mod-http-brotli-static), add to the block: brotli_static on;
"""
"""The path of the site's folder below the root is that of its address, so that no address needs an alias."""
ITSELF = f"(?:/(?:{re.escape(INDEX)})?)?"
"""Matches the end of a page's address, after its name."""
BELOW = "(?:/([a-z0-9./-]*))?"
"""Matches the end of any address below a briefing's: it has no other characters, and none of these ends a header."""


def nginx(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the file to include in a server block."""
    path, moves = publication.path, list(redirects(publication.moved, publication.languages))
    lines = [
        f"index {INDEX};",
        "autoindex off;",
        "absolute_redirect off;  # right behind a proxy too",
        "gzip_static on;  # sends the files of build.py --compress",
        "gzip_vary on;",
        not_found(path),
        "types {",
        *(f'    "{kind}" {suffix};' for suffix, kind in TYPES.items()),
        "}",
        *headers(REVALIDATED),
        *location(f"= {path}{NAME}", ["internal;"]),
        *location(f"= {path}{MARKER}", ["internal;"]),
    ]
    types_of_names: list[str] = []
    for name, kind in TYPES_OF_NAMES.items():
        types_of_names += location(f'~ "/{re.escape(name)}$"', ["types {}", f'default_type "{kind}";'])
    folders = {
        **{folder: headers(value) for folder, value in CACHED.items()},
        **{code: [not_found(f"{path}{code}/"), *types_of_names] for code in publication.languages},
    }
    for folder, own in folders.items():
        moved = [line for move in moves if move.old.startswith(f"{folder}/") for line in redirect(path, move)]
        lines += location(f"{path}{folder}/", [*moved, *own])
    body = location(path, lines)
    if path != "/":  # a root has no address without its slash
        body = [*location(f"= {path[:-1]}", ["absolute_redirect off;", f"return 301 {path}$is_args$args;"]), *body]
    usage = USAGE.format(host=urlsplit(publication.base_url).hostname, folder=f"/srv/www{path}", name=NAME)
    yield NAME, "\n".join([usage, *body, ""]).encode()


def not_found(folder: str) -> str:
    """Return the directive that answers with the 404 page of a folder, also below a folder without an index page."""
    return f"error_page 403 404 =404 {folder}{NOT_FOUND};"


def headers(cache: str) -> list[str]:
    """Return the directives of all headers, as a folder that adds one inherits none, with how files are cached."""
    return [f'add_header {name} "{value}" always;' for name, value in {**HEADERS, CACHE: cache}.items()]


def redirect(path: str, move: Redirect) -> list[str]:
    """Return the redirect of one page or file, or of a whole briefing with what is below it."""
    if not move.old.endswith("/"):
        return location(f"= {path}{move.old}", [f"return 301 {path}{move.new}$is_args$args;"])
    old = f"^{re.escape(path)}{move.old[:-1]}{BELOW if move.prefix else ITSELF}$"
    end = "$1" if move.prefix else ""
    return location(f'~ "{old}"', [f'return 301 "{path}{move.new}{end}$is_args$args{move.anchor}";'])


def location(address: str, lines: Iterable[str]) -> list[str]:
    """Return a location block with these lines."""
    return [f"location {address} {{", *(f"    {line}" for line in lines), "}"]
