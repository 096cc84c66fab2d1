"""Where things are: files in the output folder, relative links between them, absolute addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the engine knows addresses without loading the model
    from briefing.content.model import Language

INDEX = "index.html"
NOT_FOUND = "404.html"
"""The page that hosts show for an address that does not exist."""
STATIC = "static"
"""The folder of styles, script and icon."""
DATA, DOWNLOADS = "data", ("csv", "json", "xlsx")
"""The folder of the data, and what that of a briefing is written as."""
FEED = "changes.xml"
"""The feed of a briefing's changes, in its folder."""
Parts = tuple[str, ...]
"""The folders of an address, from the site's root."""


def relative(source: Parts, target: Parts, name: str = INDEX) -> str:
    """Return the relative address of a file, or of a folder if it has no name, seen from a page in a folder.

    `index.html` is named, so that links work from a disk too.
    """
    shared = next((at for at, both in enumerate(zip(source, target, strict=False)) if both[0] != both[1]), None)
    shared = min(len(source), len(target)) if shared is None else shared
    steps = [*[".."] * (len(source) - shared), *target[shared:]]
    return "/".join([*steps, name] if name else steps or ["."])


def absolute(base_url: str, parts: Parts) -> str:
    """Return the absolute address of a page; slugs need no quoting."""
    return base_url + "".join(f"{part}/" for part in parts)


def alternates(base_url: str, parts: Parts, languages: Iterable[Language], fallback: str) -> list[tuple[str, str]]:
    """Return (hreflang, absolute address) of a page in each language, and `x-default` for readers of none of them."""
    twins = {language.code: (language.tag, absolute(base_url, (language.code, *parts))) for language in languages}
    return [*twins.values(), ("x-default", twins[fallback][1] if parts else absolute(base_url, ()))]
