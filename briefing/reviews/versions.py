"""Versions: the hash that a citation names, so that a reader can tell whether a page still says what was cited."""

import functools
import json
from collections.abc import Collection

from briefing.content.site import ContentFile, ContentUnit
from briefing.reviews.hashes import text_hash


def version(unit: ContentUnit, file_names: Collection[str]) -> str:
    """Return the hash, 10 digits, of the data of some files of a unit and of those it shares, without comments."""
    files = {file.name: file for file in (*unit.shared.files, *unit.files) if file.name in file_names}
    return text_hash("\n".join(sorted(f"{name} {_data_hash(file)}" for name, file in files.items())))[:10]


@functools.lru_cache(maxsize=64)
def _data_hash(file: ContentFile[object]) -> str:
    """Return the hash of the data of one file, without addresses: a page that has moved still says the same."""
    data = file.document.data
    if file.name == "site.yaml":
        data = {key: data[key] for key in data if key not in ("base_url", "moved")}
    return text_hash(json.dumps(data, ensure_ascii=False, sort_keys=True, default=str))
