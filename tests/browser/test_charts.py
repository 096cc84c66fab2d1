"""Graphics in a browser: one form at a time, marks that lead to records, files to take along."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import follow
from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING

GRAPHIC = "#g-undated"


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "wide", "narrow"), (375, "narrow", "wide")])
def test_one_form_is_shown(page: Page, address: str, width: int, shown: str, hidden: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/en/index.html")
    assert page.locator(f"{GRAPHIC} .{shown}-form").is_visible()
    assert not page.locator(f"{GRAPHIC} .{hidden}-form").is_visible()


def test_text_is_large_enough_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}/en/index.html")
    scale = page.locator(f"{GRAPHIC} .narrow-form").evaluate("e => e.getBoundingClientRect().width / 343")
    assert scale * 12 >= 12


def test_a_mark_leads_to_its_record(page: Page, base: str) -> None:
    page.goto(f"{base}/index.html")
    mark = page.locator(f"{GRAPHIC} .wide-form a").first
    follow(mark)
    assert page.locator(":target").count() == 1


def test_every_mark_has_a_name_of_its_own(page: Page, base: str) -> None:
    page.goto(f"{base}/index.html")
    names = page.locator(f"{GRAPHIC} .wide-form a title").all_text_contents()
    assert len(set(names)) == len(names) > 10


def test_a_graphic_is_saved_as_png(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/en/index.html")
    with page.expect_download() as download:
        page.locator(f"{GRAPHIC} button.png").click()
    assert download.value.suggested_filename == f"{BRIEFING}-undated.png"
    download.value.save_as(tmp_path / "saved.png")
    assert (tmp_path / "saved.png").read_bytes().startswith(b"\x89PNG")


def test_a_file_names_its_source_and_leads_back(sample: BuiltSite) -> None:
    file = (sample.folder / f"en/{BRIEFING}/charts/undated.svg").read_text("utf-8")
    assert f'href="{sample.base_url}en/{BRIEFING}/"' in file
    assert "Source: " in file
