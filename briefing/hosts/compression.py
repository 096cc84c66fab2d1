"""Compressed copies of text files, for servers that send such a copy in place of the file."""

import gzip
from collections.abc import Iterator

import brotli

TEXTS = (".html", ".css", ".js", ".json", ".xml", ".csv", ".svg", ".txt")
"""The endings of files that are worth compressing; a workbook and a PDF are compressed already."""
SMALLEST = 200
"""The size in bytes below which a file is not worth compressing."""


def compressed(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a text file as `name.gz` and `name.br`, each if it is smaller; the same bytes give the same bytes."""
    if not name.endswith(TEXTS) or len(data) < SMALLEST:
        return
    # A .gz with the time of the build would differ each time.
    for suffix, copy in ((".gz", gzip.compress(data, 9, mtime=0)), (".br", brotli.compress(data, quality=11))):
        if len(copy) < len(data):
            yield name + suffix, copy
