"""The page of a briefing's changes."""

import re

import pytest

from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING


@pytest.mark.parametrize(("language", "written"), [("zh", "6个"), ("en", "6 projects")])
def test_entries_come_newest_first_with_their_figures(sample: BuiltSite, language: str, written: str) -> None:
    page = sample.html(f"{language}/{BRIEFING}/changes/index.html")
    assert re.findall(r'id="c-([a-z-]+)"', page) == ["starts-corrected", "first-edition"]
    first, second = page.partition('id="c-starts-corrected"')[2].split('id="c-first-edition"')
    assert '<time datetime="2031-03-01">' in first
    assert written in first
    assert 'href="../zixu/index.html#f-starts"' in first
    assert "#f-" not in second.partition("</main>")[0]
    assert re.search(r'<link rel="alternate" type="application/atom\+xml" [^>]*href="../changes.xml">', page)
