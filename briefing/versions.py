"""Versions: what a citation names, so that a reader can tell whether a page still says what was cited."""

from __future__ import annotations

import functools
import json
from collections.abc import Collection

from briefing.hashes import text_hash
from briefing.site import Loaded, Site

DIGITS = 10


def version(site: Site, files: Collection[str]) -> str:
    """Return the hash of what some content files say, by their names; comments and layout play no part."""
    said = [f"{loaded.name} {_said(loaded)}" for loaded in site.everything if loaded.name in files]
    return text_hash("\n".join(sorted(said)))[:DIGITS]


@functools.lru_cache(maxsize=64)
def _said(loaded: Loaded[object]) -> str:
    """Return the hash of what one file says."""
    return text_hash(json.dumps(loaded.document.data, ensure_ascii=False, sort_keys=True, default=str))
