"""The lists of figures and of names in a browser: what fits the choices is shown, and the address has the choices."""

import pytest
from playwright.sync_api import Page

from tests.support.browser import follow
from tests.support.sample import BRIEFING

ENTRIES = "main [data-place]:visible"
ROWS = "main tr[data-place]:visible"


@pytest.mark.parametrize("name", ["figures", "entities"])
def test_a_choice_shows_its_entries_alone(page: Page, base: str, name: str) -> None:
    page.goto(f"{base}/{BRIEFING}/{name}/index.html")
    whole = page.locator(ROWS).count()
    page.select_option("select[name=place]", "zixu")
    places = page.locator(ENTRIES).evaluate_all("all => all.map(each => each.dataset.place.split(' '))")
    assert places
    assert all("zixu" in each for each in places)
    assert page.url.endswith("?place=zixu")
    page.go_back()
    assert page.locator(ROWS).count() == whole


def test_the_address_opens_the_view(page: Page, base: str) -> None:
    page.goto(f"{base}/{BRIEFING}/figures/index.html?period=none&place=nowhere")
    periods = page.locator(ENTRIES).evaluate_all("all => all.map(each => each.dataset.period)")
    assert set(periods) == {"none"}
    assert page.locator("[name=place]").input_value() == "", "an unknown name does nothing"
    follow(page.locator(".clear"))
    assert "?" not in page.url


def test_a_view_that_finds_nothing_says_so(page: Page, base: str, language: str) -> None:
    page.goto(f"{base}/{BRIEFING}/figures/index.html?place=wangshi")
    assert page.locator(ROWS).count() == 0
    words = {"en": "No figure fits", "zh": "没有数字"}[language]
    assert words in page.locator(".filters [role=status]").inner_text()
