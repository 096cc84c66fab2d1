"""Pages at old addresses, for hosts that cannot redirect."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.hosts.policy import content_policy
from tests.support.hosts import BASE_URL, LANGUAGES, OLD_ADDRESSES, WITHOUT_REDIRECTS
from tests.support.paths import tree


@pytest.mark.parametrize("target", WITHOUT_REDIRECTS)
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("old", OLD_ADDRESSES)
def test_a_page_at_an_old_address_redirects(hosted: Mapping[str, Path], target: str, code: str, old: str) -> None:
    file = hosted[target] / code / old / "index.html"
    html = file.read_text("utf-8")
    to = re.findall(r'<noscript><meta http-equiv="refresh" content="0; url=([^"]+)"></noscript>', html)
    assert len(to) == 1
    page, _, fragment = OLD_ADDRESSES[old].partition("#")
    assert (file.parent / to[0].partition("#")[0]).resolve() == (hosted[target] / code / page / "index.html").resolve()
    assert to[0].partition("#")[2] == fragment
    assert f'<p><a href="{to[0]}" data-moved>' in html
    assert f'<link rel="canonical" href="{BASE_URL}{code}/{page}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert content_policy() in html
    assert f'<html lang="{"zh-Hans" if code == "zh" else "en"}">' in html
    assert {"zh": "<h1>本页已移至新地址</h1>", "en": "<h1>This page has moved</h1>"}[code] in html


@pytest.mark.parametrize("target", WITHOUT_REDIRECTS)
def test_every_page_of_a_moved_briefing_has_a_redirect(hosted: Mapping[str, Path], target: str) -> None:
    site = hosted[target]
    for code in LANGUAGES:
        present = {name for name in tree(site / code / "demo-2030") if "alfa" not in name}
        former = {name for name in tree(site / code / "demo-2029") if "beta-old" not in name and "alfa" not in name}
        assert former == present
        assert (site / code / "demo-2029/changes.xml").read_bytes() == (
            site / code / "demo-2030/changes.xml"
        ).read_bytes()
    for kind in ("csv", "json", "xlsx"):
        assert (site / f"data/demo-2029.{kind}").read_bytes() == (site / f"data/demo-2030.{kind}").read_bytes()


def test_a_page_that_moved_apart_keeps_its_own_redirect(hosted: Mapping[str, Path]) -> None:
    html = (hosted["none"] / "en/demo-2029/figures/index.html").read_text("utf-8")
    assert 'url=../../demo-2030/about/index.html"' in html
