"""Versions: what a citation names, so that a reader can tell whether a page still says what was cited."""

from __future__ import annotations

import functools
import json
from collections.abc import Collection

from briefing.content.site import Loaded, Site
from briefing.reviews.hashes import text_hash

DIGITS = 10
ADDRESSES = ("base_url", "moved")
"""The keys of site.yaml that say where pages are, not what they say."""


def version(site: Site, files: Collection[str]) -> str:
    """Return the hash of what some content files say, by their names; comments and layout play no part."""
    said = [f"{loaded.name} {_said(loaded)}" for loaded in site.everything if loaded.name in files]
    return text_hash("\n".join(sorted(said)))[:DIGITS]


@functools.lru_cache(maxsize=64)
def _said(loaded: Loaded[object]) -> str:
    """Return the hash of what one file says, its addresses aside: a page that has moved says what it said."""
    data = loaded.document.data
    said = {key: data[key] for key in data if key not in ADDRESSES} if loaded.name == "site.yaml" else data
    return text_hash(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str))
