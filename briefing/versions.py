"""Versions: what a citation names, so that a reader can tell whether a page still says what was cited."""

from __future__ import annotations

import json
from collections.abc import Collection

from briefing.hashes import text_hash
from briefing.site import Site

DIGITS = 10


def version(site: Site, files: Collection[str]) -> str:
    """Return the hash of what some content files say, by their names; comments and layout play no part."""
    said = {loaded.name: loaded.document.data for loaded in site.files if loaded.name in files}
    return text_hash(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str))[:DIGITS]
