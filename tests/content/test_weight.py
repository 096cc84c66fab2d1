"""How little a page is: what it weighs, what it waits for, and that it loads nothing from another host."""

import re
from pathlib import Path

import pytest

from tests.support.built import BuiltSite
from tests.support.elements import gzipped, weight

MOST_OF_A_PAGE = 30_000
MOST_OF_A_SCRIPT = 9_000
"""All in bytes, a thousand to the kilobyte: the stricter reading."""
NEVER_LOADED = {"alternate", "author", "canonical", "help", "license"}
"""Kinds of <link> that a browser does not load."""
LOADING = {"img", "script", "source", "iframe", "embed", "audio", "video", "track", "object", "input"}
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def loaded(site: BuiltSite, name: str) -> list[str]:
    """Return every address that a browser loads to show a page."""
    elements = site.elements(name)
    links = [each for each in elements.named("link") if not set((each.get("rel") or "").split()) & NEVER_LOADED]
    others = [attributes for tag, attributes in elements.found if tag in LOADING]
    wanted = ("href", "src", "srcset", "imagesrcset", "poster", "data")
    return [each[key] or "" for each in links + others for key in wanted if key in each]


def test_no_page_weighs_more_than_its_words_need(any_site: BuiltSite, capsys: pytest.CaptureFixture[str]) -> None:
    weights = {name: weight(any_site.folder, name).page for name in any_site.pages}
    heaviest = max(weights, key=weights.__getitem__)
    with capsys.disabled():
        print(f"\nHTML and CSS, gzipped: at most {weights[heaviest]:,} bytes ({heaviest})")
    assert {name: each for name, each in weights.items() if each > MOST_OF_A_PAGE} == {}


def test_there_is_one_script_and_it_is_small(any_site: BuiltSite) -> None:
    scripts = [each for name in any_site.pages for each in any_site.elements(name).named("script") if "src" in each]
    (script,) = {Path(each["src"] or "").name for each in scripts}
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.js", script)
    assert gzipped((any_site.folder / "static" / script).read_bytes()) <= MOST_OF_A_SCRIPT


def test_only_one_stylesheet_blocks_the_first_paint(any_site: BuiltSite) -> None:
    for name in any_site.pages:
        elements = any_site.elements(name)
        assert len([each for each in elements.linked("stylesheet") if each.get("media") != "print"]) == 1, name
        assert elements.named("style") == [], name
        scripts = [each for each in elements.named("script") if each.get("type") != "application/ld+json"]
        assert [each for each in scripts if "defer" not in each or not each.get("src")] == [], name


def test_a_stylesheet_loads_nothing(any_site: BuiltSite) -> None:
    for path in any_site.folder.rglob("*.css"):
        assert not re.search(r"@import|url\(", path.read_text("utf-8")), path


def test_no_element_has_a_style_or_script_of_its_own(any_site: BuiltSite) -> None:
    for name in any_site.pages:
        found = any_site.elements(name).found
        own = [(tag, key) for tag, each in found for key in each if key == "style" or key[:2] == "on"]
        assert own == [], name


def test_nothing_is_loaded_from_another_host(any_site: BuiltSite) -> None:
    for name in any_site.pages:
        assert [address for address in loaded(any_site, name) if ELSEWHERE.match(address)] == [], name
