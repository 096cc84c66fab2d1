"""How little a page is: what it weighs, what it waits for, and that it asks nobody else for anything."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, real_site
from weights import Elements, gzipped, weight

from briefing.pages import pages

S = ROOT / "site"
PAGES = sorted(path.relative_to(S).as_posix() for path in S.rglob("*.html"))
MOST = 30_000
MOST_OF_A_COMPARISON = 14_000
MOST_OF_A_SCRIPT = 8_000
"""All in bytes, a thousand to the kilobyte: the stricter reading."""
NEVER_LOADED = {"alternate", "author", "canonical", "help", "license"}
"""Kinds of <link> that name an address without asking for it."""
LOADING = {"img", "script", "source", "iframe", "embed", "audio", "video", "track", "object", "input"}


@cache
def elements(name: str) -> Elements:
    return Elements((S / name).read_text("utf-8"))


def loaded(name: str) -> list[str]:
    """Every address that a browser asks for to show a page."""
    links = [each for each in elements(name).named("link") if not set((each.get("rel") or "").split()) & NEVER_LOADED]
    others = [attributes for tag, attributes in elements(name).found if tag in LOADING]
    wanted = ("href", "src", "srcset", "imagesrcset", "poster", "data")
    return [each[key] or "" for each in links + others for key in wanted if key in each]


def test_no_page_weighs_more_than_its_words_need(capsys: pytest.CaptureFixture[str]) -> None:
    weights = {name: weight(S, name).page for name in PAGES}
    comparisons = {page.file for page in pages(real_site()) if page.template == "comparison.html"}
    heaviest = max(PAGES, key=weights.__getitem__)
    with capsys.disabled():
        print(f"\nHTML and CSS, gzipped: at most {weights[heaviest]:,} bytes ({heaviest}), comparisons ", end="")
        print(", ".join(f"{weights[name]:,} ({name})" for name in sorted(comparisons)))
    assert comparisons
    limits = {name: MOST_OF_A_COMPARISON if name in comparisons else MOST for name in PAGES}
    assert {name: weights[name] for name in PAGES if weights[name] > limits[name]} == {}


def test_there_is_one_script_and_it_is_small() -> None:
    sources = {
        Path(each["src"] or "").name for name in PAGES for each in elements(name).named("script") if "src" in each
    }
    (script,) = sources
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.js", script)
    assert gzipped((S / "static" / script).read_bytes()) <= MOST_OF_A_SCRIPT


@pytest.mark.parametrize("name", PAGES)
def test_nothing_blocks_the_first_paint_but_one_stylesheet(name: str) -> None:
    sheets = [each for each in elements(name).linked("stylesheet") if each.get("media") != "print"]
    assert len(sheets) == 1
    assert elements(name).named("style") == []
    scripts = [each for each in elements(name).named("script") if each.get("type") != "application/ld+json"]
    assert [each for each in scripts if "defer" not in each or not each.get("src")] == []


def test_a_stylesheet_loads_nothing() -> None:
    for path in S.rglob("*.css"):
        assert not re.search(r"@import|url\(", path.read_text("utf-8")), path


@pytest.mark.parametrize("name", PAGES)
def test_no_element_carries_a_style_or_a_script_of_its_own(name: str) -> None:
    carried = [(tag, key) for tag, each in elements(name).found for key in each if key == "style" or key[:2] == "on"]
    assert carried == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_from_another_host(name: str) -> None:
    elsewhere = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
    assert [address for address in loaded(name) if elsewhere.match(address)] == []
