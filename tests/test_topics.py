"""Other ways into a briefing: every figure and measure stands on the pages of its topics, and on those of its dates."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from conftest import SITE, follow, real_site
from playwright.sync_api import Page

from briefing.content.values import UNSTATED
from briefing.pages.due import AHEAD

LANGUAGES = real_site().codes
SPEECHES = [loaded.record for loaded in real_site().speeches]


def led_to(language: str, name: str) -> set[str]:
    """Every address that a page of the briefing leads to, below the folder of the briefing."""
    file = f"{language}/guangan-2023/{name}/index.html"
    page = (SITE / file).read_text("utf-8")
    addresses = {urljoin(file, each) for each in re.findall(r'href="([^"]*)"', page)}
    return {each.removeprefix(f"{language}/guangan-2023/") for each in addresses}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_on_the_pages_of_its_indicator_and_theme(language: str) -> None:
    for speech in SPEECHES:
        for figure in speech.figures.values():
            record = f"{speech.place}/index.html#f-{figure.id}"
            assert record in led_to(language, f"indicators/{figure.indicator}")
            assert record in led_to(language, f"themes/{real_site().indicators[figure.indicator].theme}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_on_the_pages_of_its_theme_and_sectors(language: str) -> None:
    for speech in SPEECHES:
        for measure in speech.measures:
            for topic in (f"themes/{measure.theme}", *(f"sectors/{sector}" for sector in measure.sectors)):
                assert f"{speech.place}/index.html#m-{measure.id}" in led_to(language, topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_is_on_the_page_of_its_sector(language: str) -> None:
    for speech in SPEECHES:
        for role in speech.sectors:
            assert f"{speech.place}/index.html#sectors" in led_to(language, f"sectors/{role.sector}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ahead_and_dated_or_recurs_is_due_and_nothing_else(language: str) -> None:
    site = real_site()
    expected = set()
    for speech in SPEECHES:
        for figure in speech.figures.values():
            dated = figure.claim in AHEAD and figure.period != UNSTATED
            if dated or site.units[figure.unit].kind == "frequency":
                expected.add(f"{speech.place}/index.html#f-{figure.id}")
        expected |= {f"{speech.place}/index.html#m-{each.id}" for each in speech.measures if each.period}
    assert {each for each in led_to(language, "due") if re.search("#[fm]-", each)} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_goes_from_a_district_to_its_sector_and_to_another_district(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}/{language}/guangan-2023/qianfeng/index.html")
    follow(page.locator("main a[href*='sectors/equipment-manufacturing']"))
    follow(page.locator("main dd a[href*='yuechi/index.html#sectors']"))
    assert page.url.endswith("/yuechi/index.html#sectors")
    assert page.locator("#sectors").is_visible()
