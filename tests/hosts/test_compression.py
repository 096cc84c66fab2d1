"""The files that are compressed when they are built."""

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest

from briefing.hosts.compression import compressed
from tests.support.hosts import BASE_URL, built
from tests.support.paths import tree


def test_texts_are_compressed_where_that_helps() -> None:
    text = b"<p>words and words</p>" * 100
    packed = dict(compressed("a/index.html", text))
    assert set(packed) == {"a/index.html.gz", "a/index.html.br"}
    assert gzip.decompress(packed["a/index.html.gz"]) == text
    assert brotli.decompress(packed["a/index.html.br"]) == text
    assert packed == dict(compressed("a/index.html", text))
    assert packed["a/index.html.gz"][4:8] == bytes(4), "no time"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("small.html", b"a" * 199),
        ("data/demo.xlsx", b"a" * 1000),
        ("data/demo.en.pdf", b"a" * 1000),
        ("nginx.conf", b"a" * 1000),
        ("_headers", b"a" * 1000),
        ("dense.txt", b"".join(hashlib.sha256(bytes([at])).digest() for at in range(10))),
    ],
)
def test_small_dense_and_packed_files_are_not(name: str, data: bytes) -> None:
    assert list(compressed(name, data)) == []


def test_compressed_files_unpack_to_their_neighbours(tmp_path: Path) -> None:
    site = built(tmp_path, "none", BASE_URL, "--compress")
    files = tree(site)
    packed = {name for name in files if name.endswith((".gz", ".br"))}
    assert {"en/index.html.gz", "zh/demo-2029/changes.xml.br", "data/demo-2029.csv.gz"} <= packed
    assert "data/demo-2030.xlsx.gz" not in packed
    for name in packed:
        unpack = gzip.decompress if name.endswith(".gz") else brotli.decompress
        assert unpack(files[name]) == files[name[:-3]]
        assert len(files[name]) < len(files[name[:-3]])
