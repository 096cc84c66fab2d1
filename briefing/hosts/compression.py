"""Files compressed beforehand, as well as it can be done, for servers that send such a file instead of the other."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli

TEXTS = (".html", ".css", ".js", ".json", ".xml", ".csv", ".svg", ".txt")
"""What the names of files end with that are worth it; a workbook and a PDF are compressed in themselves."""
SMALLEST = 200
"""The bytes below which there is nothing to win."""


def compressed(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a text file compressed, as `name.gz` and `name.br`, where that is smaller; the same bytes for the same."""
    if not name.endswith(TEXTS) or len(data) < SMALLEST:
        return
    for suffix, packed in ((".gz", _gzipped(data)), (".br", brotli.compress(data, quality=11))):
        if len(packed) < len(data):
            yield name + suffix, packed


def _gzipped(data: bytes) -> bytes:
    """Compress without the time, which would differ from build to build."""
    return gzip.compress(data, 9, mtime=0)
