"""Where things are: files in the output folder, relative links between them, absolute addresses."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the engine knows addresses without loading the model
    from briefing.model import Language

INDEX = "index.html"
Parts = tuple[str, ...]
"""The folders of an address, from the site's root."""


@functools.lru_cache(maxsize=8192)
def relative(source: Parts, target: Parts, name: str = INDEX) -> str:
    """Return the relative address of a file; `index.html` is named, so that links work from a disk too."""
    return posixpath.relpath("/".join([*target, name]), "/".join(source) or ".")


def absolute(base_url: str, parts: Parts) -> str:
    """Return the absolute address of a page; slugs need no quoting."""
    return base_url + "".join(f"{part}/" for part in parts)


def alternates(base_url: str, parts: Parts, languages: Iterable[Language], fallback: str) -> list[tuple[str, str]]:
    """Return (hreflang, absolute address) of a page in each language, and `x-default` for readers of none of them."""
    twins = {language.code: (language.tag, absolute(base_url, (language.code, *parts))) for language in languages}
    return [*twins.values(), ("x-default", twins[fallback][1] if parts else absolute(base_url, ()))]
