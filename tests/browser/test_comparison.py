"""The comparison in a browser: sort, filter, set side by side, download; under a sub-path and from a disk."""

import csv
import io
import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.browser import follow
from tests.support.sample import BRIEFING, PLACES

INDEX = f"{BRIEFING}/index.html"
COUNTIES = ["zixu", "nanke", "yunze"]
NOT_STATED = {"en": "not stated", "zh": "未提及"}


@pytest.fixture
def opened(page: Page, base: str) -> Page:
    """The comparison, opened without any choice."""
    page.goto(f"{base}/{INDEX}")
    return page


def rows(page: Page) -> list[str]:
    """The places shown, in order, as rows or as columns, once the page's script has run."""
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
    """The group and value of each cell of a column in the order shown; None where nothing is stated."""
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


def options(page: Page, name: str) -> list[str]:
    found = page.locator(f"select[name={name}] option")
    return list(found.evaluate_all("options => options.map(option => option.value)"))


def choose(page: Page, *places: str) -> None:
    for place in places:
        page.locator(f"fieldset input[value={place}]").click()


def test_columns_sort_both_ways_with_unstated_last(opened: Page) -> None:
    columns = opened.locator("th[data-figures]").evaluate_all("heads => heads.map(head => head.dataset.col)")
    assert len(columns) > 5
    for column in columns:
        button = opened.locator(f"th[data-col={column}] button")
        for way in ("descending", "ascending"):
            button.click()
            assert opened.locator(f"th[data-col={column}]").get_attribute("aria-sort") == way
            stated = list(itertools.takewhile(bool, shown := cells(opened, column)))
            assert not any(shown[len(stated) :])
            groups = [each[0] for each in stated if each]
            assert groups == sorted(groups), "unlike figures are interleaved"
            for group in set(groups):
                values = [each[1] for each in stated if each and each[0] == group]
                assert values == sorted(values, reverse=way == "descending")
        button.click()
        assert rows(opened) == PLACES
    opened.locator("th[data-col=place] button").click()
    assert sorted(rows(opened)) == sorted(PLACES)
    assert opened.locator("th[data-col=place]").get_attribute("aria-sort") == "ascending"


def test_sorting_is_announced(opened: Page, language: str) -> None:
    opened.locator("th[data-col=projects-introduced] button").click()
    assert opened.locator(".status").get_attribute("role") == "status"
    assert {"en": "highest first", "zh": "从高到低"}[language] in status(opened)


def test_filters_show_what_they_say_and_clear_at_once(opened: Page) -> None:
    for name in ("kind", "sector", "theme", "claim"):
        values = options(opened, name)
        assert len(values) > 2
        for value in values[1:]:
            opened.locator(f"select[name={name}]").select_option(value)
            assert rows(opened), (name, value)
            counts = [str(len(rows(opened))), str(len(PLACES))]
            assert sorted(re.findall(r"\d+", status(opened))[:2]) == sorted(counts)
        opened.locator("button[name=clear]").click()
        assert rows(opened) == PLACES
        assert opened.evaluate("location.search") == ""
        assert opened.locator("button[name=clear]").is_hidden()


def test_no_choice_that_is_offered_shows_nothing(page: Page, base: str) -> None:
    for first, second in itertools.permutations(("sector", "theme", "claim"), 2):
        page.goto(f"{base}/{INDEX}?kind=county")
        page.locator(f"select[name={first}]").select_option(index=1)
        for value in options(page, second)[1:]:
            page.locator(f"select[name={second}]").select_option(value)
            assert rows(page), (first, second, value)
    page.goto(f"{base}/{INDEX}?kind=county")
    assert "kites" in options(page, "sector")
    assert "lanterns" not in options(page, "sector")


def test_a_filter_by_kind_keeps_the_places_of_that_kind(opened: Page) -> None:
    opened.locator("select[name=kind]").select_option("county")
    assert rows(opened) == COUNTIES


def test_a_filter_by_claim_shows_only_such_figures(page: Page, base: str, language: str) -> None:
    page.goto(f"{base}/{INDEX}?claim=actual")
    claims = page.eval_on_selector_all(
        "tbody tr:not([hidden]) td:not([hidden]) a.said:not([hidden])", "each => each.map(one => one.dataset.claim)"
    )
    assert set(claims) == {"actual"}
    assert rows(page) == ["shenlou", "nanke", "yunze"]
    page.goto(f"{base}/{INDEX}?claim=commitment")
    assert rows(page) == ["zixu", "wuyou", "shenlou", "nanke", "yunze"]
    page.goto(f"{base}/{INDEX}?claim=target")
    others = page.locator("tbody tr:not([hidden]) td:not([hidden]) .otherwise")
    assert others.count() > 0
    assert NOT_STATED[language] not in others.first.inner_text()


def test_two_to_four_places_become_columns_and_no_fifth(opened: Page) -> None:
    choose(opened, "zixu")
    assert rows(opened) == PLACES
    choose(opened, "nanke", "wangshi")
    assert rows(opened) == ["zixu", "wangshi", "nanke"]
    choose(opened, "shenlou")
    before = rows(opened)
    choose(opened, "wuyou")
    assert rows(opened) == before
    assert opened.locator("fieldset input[value=wuyou]").is_checked() is False
    assert "4" in status(opened)
    assert len(status(opened)) > len("4")
    assert opened.locator("fieldset input[value=wuyou]").evaluate("box => box === document.activeElement")


def test_differences_only_leaves_out_what_is_alike(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?places=zixu,wuyou")
    lines = page.locator("table.side tbody tr")
    everything = lines.count()
    page.locator("input[name=differences]").click()
    assert 0 < lines.count() < everything
    texts = lines.evaluate_all("rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent.trim()))")
    assert all(len(set(line)) > 1 for line in texts)


def test_side_by_side_is_every_figure_of_the_columns(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    figures = "links => links.map(link => link.pathname.split('/').at(-2) + link.hash)"
    in_rows = page.eval_on_selector_all("tr[data-id=zixu] a.said, tr[data-id=nanke] a.said", figures)
    assert len(in_rows) > len(page.locator("tr[data-id=zixu] a.said:visible, tr[data-id=nanke] a.said:visible").all())
    page.goto(f"{base}/{INDEX}?places=zixu,nanke")
    shown = page.eval_on_selector_all("table.side a.said:not([hidden])", figures)
    assert sorted(shown) == sorted(in_rows)


def test_the_view_survives_reload_share_back_and_language(
    page: Page, context: BrowserContext, base: str, language: str
) -> None:
    page.goto(f"{base}/{INDEX}")
    page.locator("th[data-col=funding] button").click()
    page.locator("select[name=claim]").select_option("plan")
    filtered = rows(page)
    assert filtered != PLACES
    choose(page, "zixu", "shenlou", "nanke")
    page.locator("input[name=differences]").click()
    chosen, lines = rows(page), page.locator("table.side tbody tr").count()
    assert chosen == ["zixu", "shenlou", "nanke"]

    page.reload()
    assert (rows(page), page.locator("table.side tbody tr").count()) == (chosen, lines)
    shared = context.new_page()
    shared.goto(page.url)
    assert rows(shared) == chosen

    follow(page.locator("a.twin"))
    other = {"zh": "en", "en": "zh"}[language]
    assert f"/{other}/{BRIEFING}/{'index.html' if base.startswith('file:') else ''}?" in page.url
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
    assert page.locator("th[data-col=funding]").get_attribute("aria-sort") == "descending"


def test_unknown_names_in_the_address_show_everything(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?sort=nothing&kind=moon&places=atlantis,zixu&order=sideways&claim=")
    assert rows(page) == PLACES


def displayed(page: Page) -> list[list[str]]:
    """The cells of the table, read from the page as it is laid out."""
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


def without_gaps(table: list[list[str]]) -> list[list[str]]:
    """Cells without the spaces and semicolons that part in a file what lines part on a page."""
    return [[re.sub(r"[\s;]", "", cell) for cell in row] for row in table]


@pytest.mark.parametrize(
    "query",
    ["", "?kind=county&sort=projects-introduced&order=ascending", "?places=zixu,nanke,shenlou&differences="],
    ids=["all", "filtered", "side by side"],
)
def test_the_download_is_exactly_what_is_shown(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}/{INDEX}{query}")
    with page.expect_download() as download:
        page.locator("button[name=download]").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert download.value.suggested_filename.endswith(".csv")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert without_gaps(table) == without_gaps(displayed(page))
    assert len(table) > 2


def test_comparing_works_by_keyboard_alone(opened: Page) -> None:
    opened.locator("select[name=kind]").focus()
    for _ in range(40):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement.value") == "wangshi":
            break
    opened.keyboard.press("Space")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Space")
    assert rows(opened) == ["wangshi", "shenlou"]
    assert opened.evaluate("document.activeElement.value") == "shenlou"
    opened.keyboard.press("Space")
    opened.locator("th[data-col=projects-introduced] button").focus()
    opened.keyboard.press("Enter")
    assert opened.locator("th[data-col=projects-introduced]").get_attribute("aria-sort") == "descending"
    assert opened.evaluate("document.activeElement.className") == "sort"


def test_comparing_works_by_touch_on_a_phone(browser: Browser, base: str) -> None:
    with browser.new_context(viewport={"width": 375, "height": 780}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}")
        assert page.locator("select[name=kind]").is_hidden()
        page.locator(".view summary").tap()
        page.locator("fieldset label", has=page.locator("input[value=zixu]")).tap()
        page.locator("fieldset label", has=page.locator("input[value=nanke]")).tap()
        assert rows(page) == ["zixu", "nanke"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script_every_row_shows_and_no_control(browser: Browser, base: str, scheme: Any) -> None:
    with browser.new_context(java_script_enabled=False, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}?places=zixu,nanke")
        assert page.locator("table.comparison tbody tr").count() == len(PLACES)
        assert page.locator("main button:visible, main select:visible, main input:visible").count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_and_six_columns_are_seen_at_once(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/{INDEX}")
    bottoms = page.eval_on_selector_all(
        ".comparison tbody tr", "rows => rows.map(row => row.getBoundingClientRect().bottom)"
    )
    rights = page.eval_on_selector_all(
        ".comparison thead th", "heads => heads.map(head => head.getBoundingClientRect().right)"
    )
    assert len(bottoms) == len(PLACES)
    assert max(bottoms) <= 800
    assert len([right for right in rights if right <= 1280]) - 1 >= 6


def test_every_silence_is_said_in_words(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{INDEX}")
    columns = page.locator("th[data-figures]").count()
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Wangshi")).inner_text()
    assert row.count("not stated") >= columns
