"""The site that is published in a browser: no page scrolls sideways, the comparison is seen at once."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import NARROW, WIDE, violations
from tests.support.browser import pages_that_scroll
from tests.support.built import BuiltSite
from tests.support.servers import serving

MOST_ROWS, MOST_COLUMNS = 8, 5
"""Of a question of the comparison."""


def test_no_type_of_page_scrolls_sideways(page: Page, published: BuiltSite) -> None:
    with serving(published.folder.parent) as server:
        base = f"{server}/{published.folder.name}"
        assert pages_that_scroll(page, base, published.types.values()) == []


@pytest.mark.slow
def test_no_page_scrolls_sideways(page: Page, published: BuiltSite) -> None:
    with serving(published.folder.parent) as server:
        assert pages_that_scroll(page, f"{server}/{published.folder.name}", published.pages) == []


def test_eight_rows_of_each_question_are_seen_at_once(page: Page, published: BuiltSite) -> None:
    for briefing in published.briefings:
        for language in published.languages:
            page.goto(f"{published.folder.as_uri()}/{language}/{briefing}/index.html")
            for tab in page.locator(".questions a").all():
                tab.click()
                table = page.locator(".question:not([hidden]) .comparison")
                rows = table.locator("tr").evaluate_all("rows => rows.map(row => row.offsetHeight)")
                assert sum(rows[: MOST_ROWS + 1]) <= 800, tab.inner_text()
                assert table.locator("thead th").count() <= MOST_COLUMNS


@pytest.mark.slow
def test_axe_finds_nothing_on_any_type_of_page(browser: Browser, published: BuiltSite) -> None:
    """Each width once; Lighthouse sees the light scheme, and tests/browser all pairs."""
    states = [(name, "0") for name in published.type_samples]
    with serving(published.folder.parent) as server:
        base = f"{server}/{published.folder.name}"
        assert violations(browser, base, states, [("dark", WIDE), ("forced", NARROW)]) == []
