"""The sitemaps."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.support.hosts import BASE_URL, has_moved
from tests.support.paths import tree


def test_sitemaps_list_every_page_but_redirects(hosted: Mapping[str, Path]) -> None:
    site = hosted["none"]
    index = (site / "sitemap.xml").read_text("utf-8")
    maps = re.findall(rf"<loc>{BASE_URL}(.*)</loc>", index)
    assert maps == sorted(name for name in tree(site) if name.startswith("sitemap-"))[::-1]
    texts = [(site / name).read_text("utf-8") for name in maps]
    listed = [file for text in texts for file in re.findall(rf"<loc>{BASE_URL}(.*)</loc>", text)]
    pages = {name.removesuffix("index.html") for name in tree(site) if name.endswith("/index.html")}
    assert sorted(listed) == sorted(name for name in pages if not has_moved(name))
