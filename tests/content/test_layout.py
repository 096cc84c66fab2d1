"""The site that is published in a browser: no page scrolls sideways, the comparison is seen at once."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import NARROW, WIDE, violations
from tests.support.browser import pages_that_scroll
from tests.support.built import BuiltSite
from tests.support.servers import serving

MOST_ROWS, MOST_COLUMNS = 8, 6
"""Of a comparison, or as many as it has."""


def test_no_type_of_page_scrolls_sideways(page: Page, published: BuiltSite) -> None:
    with serving(published.folder.parent) as server:
        base = f"{server}/{published.folder.name}"
        assert pages_that_scroll(page, base, published.types.values()) == []


@pytest.mark.slow
def test_no_page_scrolls_sideways(page: Page, published: BuiltSite) -> None:
    with serving(published.folder.parent) as server:
        assert pages_that_scroll(page, f"{server}/{published.folder.name}", published.pages) == []


def test_eight_rows_and_six_columns_are_seen_at_once(page: Page, published: BuiltSite) -> None:
    for briefing in published.briefings:
        for language in published.languages:
            page.goto(f"{published.folder.as_uri()}/{language}/{briefing}/index.html")
            bottoms, rights = (
                page.eval_on_selector_all(
                    f".comparison {what}", f"all => all.map(each => each.getBoundingClientRect().{side})"
                )
                for what, side in (("tbody tr", "bottom"), ("thead th", "right"))
            )
            assert max(bottoms[:MOST_ROWS]) <= 800
            assert max(rights[: MOST_COLUMNS + 1]) <= 1280


@pytest.mark.slow
def test_axe_finds_nothing_on_any_type_of_page(browser: Browser, published: BuiltSite) -> None:
    """Each width once; Lighthouse sees the light scheme, and tests/browser all pairs."""
    states = [(name, "0") for name in published.type_samples]
    with serving(published.folder.parent) as server:
        base = f"{server}/{published.folder.name}"
        assert violations(browser, base, states, [("dark", WIDE), ("forced", NARROW)]) == []
