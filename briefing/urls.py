"""The addresses of the site: files in the output folder, relative links between them, absolute addresses."""

import functools
import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

INDEX = "index.html"
NOT_FOUND = "404.html"
"""The page that hosts show for an address that does not exist."""
STATIC = "static"
"""The folder of styles, script and icon."""
DATA, DOWNLOADS = "data", ("csv", "json", "xlsx")
"""The folder of the files to download, and the formats of a briefing's tables."""
DATA_SCHEMA = "briefing.schema.json"
"""The JSON Schema of the tables as JSON, in that folder."""
FEED = "changes.xml"
"""The feed of a briefing's changes, in its folder."""
MARKER = ".briefing"
MARKER_TEXT = b"Everything in this folder is written by build.py and replaced by the next build.\n"
"""The file that marks an output folder as the program's own."""
RESERVED_HOST = re.compile(r"(?:^|\.)(?:test|example|invalid|localhost|example\.(?:com|net|org))$")
"""The host names that nobody can have: RFC 2606, sections 2 and 3."""
Parts = tuple[str, ...]
"""The folders of an address, from the site's root."""


@functools.lru_cache(maxsize=4096)
def relative(source: Parts, target: Parts, name: str = INDEX) -> str:
    """Return the relative address of a file, or of a folder if it has no name, seen from a page in a folder.

    `index.html` is named, so that links work from a disk too.
    """
    return posixpath.relpath("/" + "/".join([*target, name]), "/" + "/".join(source))


def is_placeholder(base_url: str) -> bool:
    """Return whether a site cannot be published at an address, since nobody can have its host name."""
    return bool(RESERVED_HOST.search(urlsplit(base_url).hostname or ""))


def absolute(base_url: str, parts: Parts) -> str:
    """Return the absolute address of a page; slugs need no quoting."""
    return base_url + "".join(f"{part}/" for part in parts)


def alternates(base_url: str, parts: Parts, tags: Mapping[str, str], fallback: str) -> list[tuple[str, str]]:
    """Return (hreflang, absolute address) of a page in each language, and `x-default` for readers of none of them.

    `tags` are the BCP 47 tags by language code, and `fallback` is the code for readers of no other language.
    """
    found = {code: absolute(base_url, (code, *parts)) for code in tags}
    default = found[fallback] if parts else absolute(base_url, ())
    return [*((tag, found[code]) for code, tag in tags.items()), ("x-default", default)]


def overview_parts(briefing_id: str, briefing_ids: Collection[str]) -> Parts:
    """Return the folders of the overview of a briefing, which is the front page if the site has no other briefing."""
    return () if len(briefing_ids) == 1 else (briefing_id, "overview")


def pdf_address(briefing_id: str, language_code: str) -> tuple[str, str]:
    """Return the folder and the name of the PDF of a briefing."""
    return DATA, f"{briefing_id}.{language_code}.pdf"
