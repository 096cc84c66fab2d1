"""What an investor does in ten minutes, in a real browser: under a sub-path and from a disk, in both languages."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SITE, follow, real_site
from playwright.sync_api import Browser, BrowserContext, Page

from briefing.queries.comparison import compare

INDEX = "guangan-2023/index.html"
PLACES = [loaded.record.place for loaded in real_site().speeches]
KINDS = {loaded.record.place: real_site().places[loaded.record.place].kind for loaded in real_site().speeches}
UNSTATED = {"en": "not stated", "zh": "未提及"}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["sub-path", "disk"])
def base(request: pytest.FixtureRequest, address: str, language: str) -> str:
    """The folder of a language, under a sub-path of a server and on a disk."""
    return f"{address if request.param == 'sub-path' else SITE.as_uri()}/{language}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True) as made:
        yield made


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def rows(page: Page) -> list[str]:
    """The places shown, in order, in whichever table there is, once the page's script has run."""
    page.wait_for_load_state()
    found = page.evaluate(
        """() => {
          const side = document.querySelector('table.side:not([hidden])');
          return side
            ? [...side.tHead.rows[0].cells].slice(1).map(cell => cell.querySelector('a').href.split('/').at(-2))
            : [...document.querySelectorAll('tbody tr:not([hidden])')].map(row => row.dataset.id);
        }"""
    )
    return list(found)


def status(page: Page) -> str:
    return page.locator(".status").inner_text()


def cells(page: Page, column: str) -> list[tuple[int, float] | None]:
    """The group and value of a column's cells as they stand; None where nothing is stated."""
    found = page.evaluate(
        """column => {
          const at = [...document.querySelectorAll('thead th')].findIndex(head => head.dataset.col === column);
          return [...document.querySelectorAll('tbody tr:not([hidden])')].map(row => {
            const figure = row.cells[at].querySelector('a.said:not([hidden])');
            return figure && [Number(figure.dataset.group), Number(figure.dataset.value)];
          });
        }""",
        column,
    )
    return [(each[0], each[1]) if each else None for each in found]


FIGURE_COLUMNS = [each.id for each in compare(real_site(), real_site().briefings[0]).indicators]


def test_any_column_sorts_both_ways_and_back_with_what_is_not_stated_last(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    for column in FIGURE_COLUMNS:
        button = page.locator(f"th[data-col={column}] button")
        for way in ("descending", "ascending"):
            button.click()
            assert page.locator(f"th[data-col={column}]").get_attribute("aria-sort") == way
            stated = list(itertools.takewhile(bool, shown := cells(page, column)))
            assert not any(shown[len(stated) :])
            groups = [each[0] for each in stated if each]
            assert groups == sorted(groups), "unlike figures are interleaved"
            for group in set(groups):
                values = [each[1] for each in stated if each and each[0] == group]
                assert values == sorted(values, reverse=way == "descending")
        button.click()
        assert rows(page) == PLACES
    page.locator("th[data-col=place] button").click()
    assert sorted(rows(page)) == sorted(PLACES)
    assert page.locator("th[data-col=place]").get_attribute("aria-sort") == "ascending"


def test_sorting_is_announced(page: Page, base: str, language: str) -> None:
    page.goto(f"{base}/{INDEX}")
    page.locator("th[data-col=projects-introduced] button").click()
    assert page.locator(".status").get_attribute("role") == "status"
    assert {"en": "highest first", "zh": "从高到低"}[language] in status(page)


def test_filters_show_what_they_say_and_clear_at_one_touch(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    for name in ("kind", "sector", "theme", "claim"):
        values = offered(page, name)
        assert len(values) > 2
        for value in values[1:]:
            page.locator(f"select[name={name}]").select_option(value)
            assert rows(page), (name, value)
            assert re.findall(r"\d+", status(page))[:2] in (
                [str(len(rows(page))), str(len(PLACES))],
                [str(len(PLACES)), str(len(rows(page)))],
            )
        page.locator("button[name=clear]").click()
        assert rows(page) == PLACES
        assert page.evaluate("location.search") == ""
        assert page.locator("button[name=clear]").is_hidden()


def test_no_choice_that_is_offered_shows_nothing(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?kind=district")
    for first, second in itertools.permutations(("sector", "theme", "claim"), 2):
        page.goto(f"{base}/{INDEX}?kind=district")
        page.locator(f"select[name={first}]").select_option(index=1)
        for value in offered(page, second)[1:]:
            page.locator(f"select[name={second}]").select_option(value)
            assert rows(page), (first, second, value)
    page.goto(f"{base}/{INDEX}?kind=district")
    assert "automobiles" not in offered(page, "sector")


def offered(page: Page, name: str) -> list[str]:
    options = page.locator(f"select[name={name}] option")
    return list(options.evaluate_all("options => options.map(option => option.value)"))


def test_a_filter_by_kind_keeps_the_places_of_that_kind(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    page.locator("select[name=kind]").select_option("county")
    assert rows(page) == [place for place in PLACES if KINDS[place] == "county"]


def test_a_filter_by_claim_shows_only_such_figures_and_never_calls_others_not_stated(
    page: Page, base: str, language: str
) -> None:
    page.goto(f"{base}/{INDEX}?claim=actual")
    claims = page.eval_on_selector_all(
        "tbody tr:not([hidden]) td:not([hidden]) a.said:not([hidden])", "each => each.map(one => one.dataset.claim)"
    )
    assert set(claims) == {"actual"}
    assert "gaozhu" in rows(page)
    others = page.locator("tbody tr:not([hidden]) td:not([hidden]) .otherwise")
    page.goto(f"{base}/{INDEX}?claim=incentive")
    assert rows(page) == ["guangan-district"]
    page.goto(f"{base}/{INDEX}?claim=target")
    assert others.count() > 0
    assert UNSTATED[language] not in others.first.inner_text()


def choose(page: Page, *places: str) -> None:
    for place in places:
        page.locator(f"fieldset input[value={place}]").click()


def test_two_to_four_places_turn_into_columns_and_a_fifth_is_refused(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    choose(page, "huaying")
    assert rows(page) == PLACES
    choose(page, "gaozhu", "yuechi")
    assert rows(page) == ["huaying", "yuechi", "gaozhu"]
    choose(page, "linshui")
    before = rows(page)
    choose(page, "wusheng")
    assert rows(page) == before
    assert page.locator("fieldset input[value=wusheng]").is_checked() is False
    assert "4" in status(page)
    assert len(status(page)) > len("4")
    assert page.locator("fieldset input[value=wusheng]").evaluate("box => box === document.activeElement")


def test_differences_only_leaves_out_what_is_alike(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?places=huaying,wusheng")
    lines = page.locator("table.side tbody tr")
    everything = lines.count()
    page.locator("input[name=differences]").click()
    assert 0 < lines.count() < everything
    texts = lines.evaluate_all("rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent.trim()))")
    assert all(len(set(line)) > 1 for line in texts)


def test_what_stands_side_by_side_is_everything_the_speeches_say(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?places=guangan-etdz,gaozhu")
    shown = page.eval_on_selector_all("table.side a.said:not([hidden])", "links => links.map(link => link.hash)")
    expected = [
        f"#f-{each.figure.id}"
        for row in compare(real_site(), real_site().briefings[0]).rows
        if row.speech.place in ("guangan-etdz", "gaozhu")
        for cell in row.cells
        for each in cell
    ]
    assert sorted(shown) == sorted(expected)


def test_the_view_lasts_through_reloading_sharing_going_back_and_the_other_language(
    page: Page, context: BrowserContext, base: str, language: str
) -> None:
    page.goto(f"{base}/{INDEX}")
    page.locator("th[data-col=industry-funding] button").click()
    page.locator("select[name=claim]").select_option("plan")
    filtered = rows(page)
    assert filtered != PLACES
    choose(page, "huaying", "guangan-etdz", "yuechi")
    page.locator("input[name=differences]").click()
    chosen, lines = rows(page), page.locator("table.side tbody tr").count()
    assert chosen == ["huaying", "guangan-etdz", "yuechi"]

    page.reload()
    assert (rows(page), page.locator("table.side tbody tr").count()) == (chosen, lines)
    shared = context.new_page()
    shared.goto(page.url)
    assert rows(shared) == chosen

    follow(page.locator("a.twin"))
    other = {"zh": "en", "en": "zh"}[language]
    assert f"/{other}/guangan-2023/index.html?" in page.url
    assert (rows(page), page.locator("table.side tbody tr").count()) == (chosen, lines)
    assert page.locator("select[name=claim]").input_value() == "plan"

    page.go_back()
    assert rows(page) == chosen
    follow(page.locator("table.side a.said").first)
    page.go_back()
    assert rows(page) == chosen
    for _ in range(4):
        page.go_back()
    assert rows(page) == filtered
    assert page.locator("th[data-col=industry-funding]").get_attribute("aria-sort") == "descending"


def test_an_address_with_unknown_names_shows_everything(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?sort=nothing&kind=moon&places=atlantis,huaying&order=sideways&claim=")
    assert rows(page) == PLACES


def displayed(page: Page) -> list[list[str]]:
    """What the table shows, read from the page as it is laid out."""
    found = page.evaluate(
        """() => {
          const table = document.querySelector('table.side:not([hidden])') || document.querySelector('table');
          const shown = element => element.getClientRects().length > 0;
          return [...table.rows].filter(shown).map(row => [...row.cells].filter(shown).map(cell => {
            const copy = cell.cloneNode(true);
            copy.querySelectorAll('button, .note-link, [hidden]').forEach(part => part.remove());
            return copy.textContent;
          }));
        }"""
    )
    return list(found)


def squeezed(table: list[list[str]]) -> list[list[str]]:
    """Cells without the gaps and semicolons that set their parts apart in a file, as lines do on a page."""
    return [[re.sub(r"[\s;]", "", cell) for cell in row] for row in table]


@pytest.mark.parametrize(
    "query",
    ["", "?kind=county&sort=projects-introduced&order=ascending", "?places=huaying,gaozhu,linshui&differences="],
)
def test_the_download_is_exactly_what_is_shown(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}/{INDEX}{query}")
    with page.expect_download() as download:
        page.locator("button[name=download]").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert download.value.suggested_filename.endswith(".csv")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert squeezed(table) == squeezed(displayed(page))
    assert len(table) > 2


def test_comparing_works_by_keyboard_alone(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    page.locator("select[name=kind]").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "guangan-etdz":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert rows(page) == ["guangan-etdz", "qianfeng"]
    assert page.evaluate("document.activeElement.value") == "qianfeng"
    page.keyboard.press("Space")
    page.locator("th[data-col=projects-introduced] button").focus()
    page.keyboard.press("Enter")
    assert page.locator("th[data-col=projects-introduced]").get_attribute("aria-sort") == "descending"
    assert page.evaluate("document.activeElement.className") == "sort"


def test_comparing_works_by_touch_on_a_phone(browser: Browser, base: str) -> None:
    with browser.new_context(viewport={"width": 375, "height": 780}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}")
        assert page.locator("select[name=kind]").is_hidden()
        page.locator(".view summary").tap()
        page.locator("fieldset label", has=page.locator("input[value=huaying]")).tap()
        page.locator("fieldset label", has=page.locator("input[value=yuechi]")).tap()
        assert rows(page) == ["huaying", "yuechi"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script_the_comparison_is_whole_and_has_no_dead_controls(
    browser: Browser, base: str, scheme: Any
) -> None:
    with browser.new_context(java_script_enabled=False, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}?places=huaying,yuechi")
        assert page.locator("table.comparison tbody tr").count() == len(PLACES)
        assert page.locator("main button:visible, main select:visible, main input:visible").count() == 0
