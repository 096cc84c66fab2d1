"""The comparison in a browser: questions, side by side, filters, ranks, download; under a sub-path and from a disk."""

import csv
import io
import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.browser import follow
from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING, PLACES

INDEX = f"{BRIEFING}/index.html"
QUESTIONS = ["money", "projects", "enterprises", "pace", "support", "sectors"]


@pytest.fixture
def opened(page: Page, base: str) -> Page:
    """The comparison, opened without any choice."""
    page.goto(f"{base}/{INDEX}")
    return page


def sections(page: Page) -> list[str]:
    """The questions that show their tables."""
    return list(page.eval_on_selector_all(".question:not([hidden])", "all => all.map(each => each.id.slice(2))"))


def rows(page: Page) -> list[str]:
    """The places of the rows that show, in order."""
    shown = ".question:not([hidden]) tr[data-place]:not([hidden])"
    return list(page.eval_on_selector_all(shown, "rows => rows.map(row => row.dataset.place)"))


def side(page: Page) -> list[str]:
    """The places that stand side by side."""
    links = ".side:not([hidden]) thead a"
    return list(page.eval_on_selector_all(links, "all => all.map(each => each.href.split('/').at(-2))"))


def figures(page: Page, where: str) -> list[str]:
    """The figures that elements lead to, by place."""
    links = "all => all.map(link => link.pathname.split('/').at(-2) + link.hash)"
    return [each for each in page.eval_on_selector_all(f"{where} a", links) if "#f-" in each]


def status(page: Page) -> str:
    return page.locator(".status").inner_text()


def choose(page: Page, *places: str) -> None:
    for place in places:
        page.locator(f"fieldset input[value={place}]").click()


def test_questions_are_tabs_in_the_address(opened: Page) -> None:
    assert sections(opened) == ["money"]
    for question in QUESTIONS:
        opened.locator(f".questions a[href='#q-{question}']").click()
        assert sections(opened) == [question]
        assert opened.locator(".questions [aria-current]").get_attribute("href") == f"#q-{question}"
    opened.reload()
    assert sections(opened) == ["sectors"]
    opened.go_back()
    assert sections(opened) == ["support"]
    opened.evaluate("location.hash = '#q-pace'")
    opened.wait_for_function("!document.querySelector('#q-pace').hidden")


def test_every_figure_stands_in_one_cell(page: Page, sample: BuiltSite, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    corrected = {each.get("supersedes") for speech in sample.speeches for each in speech.figures.values()}
    stated = [
        f"{speech.place}#f-{name}" for speech in sample.speeches for name in speech.figures if name not in corrected
    ]
    assert sorted(figures(page, ".question .said:has(.short) >")) == sorted(stated)


def test_only_columns_with_ranks_can_be_sorted(opened: Page) -> None:
    ranked = opened.eval_on_selector_all(
        ".question td:has([data-rank])",
        "cells => cells.map(cell => cell.closest('table').tHead.rows[0].cells[cell.cellIndex].textContent)",
    )
    sortable = opened.eval_on_selector_all("th:has(button.sort)", "heads => heads.map(head => head.textContent)")
    assert sorted(set(ranked)) == sorted(sortable)
    assert sortable
    opened.locator(".questions a[href='#q-enterprises']").click()
    button = opened.locator("#q-enterprises button.sort").first
    head = button.locator("xpath=..")
    button.click()
    assert head.get_attribute("aria-sort") == "ascending"
    at = head.evaluate("head => head.cellIndex")
    ranks = opened.eval_on_selector_all(
        "#q-enterprises .comparison tbody tr",
        "(rows, at) => rows.map(row => Number(row.cells[at].querySelector('[data-rank]')?.dataset.rank || 99))",
        at,
    )
    assert ranks == sorted(ranks)
    assert ranks[:2] == [1, 2]
    button.click()
    assert rows(opened) == PLACES
    assert head.get_attribute("aria-sort") is None


def test_two_to_four_places_become_columns_and_no_fifth(opened: Page) -> None:
    choose(opened, "zixu")
    assert side(opened) == []
    choose(opened, "nanke", "wangshi")
    assert side(opened) == ["zixu", "wangshi", "nanke"]
    assert sections(opened) == []
    choose(opened, "shenlou")
    before = side(opened)
    choose(opened, "wuyou")
    assert side(opened) == before
    assert opened.locator("fieldset input[value=wuyou]").is_checked() is False
    assert status(opened)
    assert opened.locator("fieldset input[value=wuyou]").evaluate("box => box === document.activeElement")
    opened.locator("button[name=clear]").click()
    assert (side(opened), sections(opened), opened.evaluate("location.search")) == ([], ["money"], "")


def test_side_by_side_is_every_figure_without_blank_rows(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}")
    alone = [figures(page, f"tr[data-place={place}] .said") for place in ("zixu", "nanke")]
    page.goto(f"{base}/{INDEX}?places=zixu,nanke")
    assert sorted(figures(page, ".side .said")) == sorted(itertools.chain(*alone))
    lines = page.locator(".side tbody tr:not(.group)")
    count = lines.count()
    assert lines.filter(has=page.locator(".of")).count() == count
    page.locator("input[name=shared]").click()
    assert 0 < lines.count() < count
    assert page.locator(".side .open").count() == 0


def test_heads_and_picker_stay_in_sight(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?places=zixu,yunze")
    page.evaluate(
        "scrollTo(0, document.querySelector('.side tbody:last-of-type').getBoundingClientRect().top + scrollY - 300)"
    )
    picker = page.locator(".view").bounding_box()
    head = page.locator(".side thead th").last.bounding_box()
    assert picker
    assert head
    assert picker["y"] == 0
    assert abs(head["y"] - picker["height"]) < 2


def test_the_view_survives_reload_share_back_and_language(
    page: Page, context: BrowserContext, base: str, language: str
) -> None:
    page.goto(f"{base}/{INDEX}")
    choose(page, "zixu", "nanke", "yunze")
    page.locator("input[name=shared]").click()
    lines = page.locator(".side tbody tr")
    seen = (side(page), lines.count())
    if not base.startswith("file:"):
        assert page.url == f"{base}/{BRIEFING}/?places=zixu,nanke,yunze&shared="
    page.reload()
    assert (side(page), lines.count()) == seen
    shared = context.new_page()
    shared.goto(page.url)
    assert side(shared) == seen[0]
    cited = page.locator("section.cite p > span").all_inner_texts()
    assert [each.endswith(f"/{BRIEFING}/?places=zixu,nanke,yunze&shared=") for each in cited] == [True, True]
    follow(page.locator("a.twin"))
    other = {"zh": "en", "en": "zh"}[language]
    assert f"/{other}/{BRIEFING}/{'index.html' if base.startswith('file:') else ''}?places=zixu,nanke,yunze" in page.url
    assert (side(page), lines.count()) == seen
    page.go_back()
    assert side(page) == seen[0]
    page.go_back()
    assert page.locator("input[name=shared]").is_checked() is False


def test_links_are_copied_in_either_language(page: Page, base: str, language: str) -> None:
    page.goto(f"{base}/{INDEX}?places=zixu,nanke")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { window.copied = text; }}})"
    )
    copied = []
    for button in page.locator("button[name=copy]").all():
        button.click()
        copied.append(str(page.evaluate("window.copied")))
    other = {"zh": "en", "en": "zh"}[language]
    assert [re.search(r"/(zh|en)/", each.rpartition(BRIEFING)[0]).group(1) for each in copied] == [language, other]  # type: ignore[union-attr]
    assert all(each.endswith("?places=zixu,nanke") for each in copied)


def test_a_filter_by_claim_shows_only_such_figures(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?claim=actual#q-enterprises")
    shown = ".question:not([hidden]) tr:not([hidden]) .said:not([hidden])"
    claims = page.eval_on_selector_all(shown, "all => all.map(each => each.dataset.claim)")
    assert set(claims) == {"actual"}
    assert rows(page) == ["nanke", "yunze"]
    assert page.locator(".questions a[href='#q-support']").is_hidden()
    assert page.locator(".question .whole:visible").count() == 0
    columns = page.locator("#q-enterprises .comparison thead th:visible").count() - 1
    assert columns == page.eval_on_selector_all(
        f"#q-enterprises {shown.partition(' ')[2]}",
        "all => new Set(all.map(each => each.closest('td').cellIndex)).size",
    )
    page.goto(f"{base}/{INDEX}?claim=commitment#q-pace")
    assert rows(page) == ["zixu", "wuyou", "shenlou", "nanke", "yunze"]


def test_a_theme_spoken_to_in_words_is_not_nothing(page: Page, sample: BuiltSite, base: str) -> None:
    theme = next(each["theme"] for speech in sample.speeches if speech.place == "wangshi" for each in speech.measures)
    page.goto(f"{base}/{INDEX}?theme={theme}")
    name = page.locator("fieldset label", has=page.locator("[value=wangshi]")).inner_text().strip()
    speaks = page.locator("tr[data-place=wangshi] .said:not([hidden])").count() > 0
    assert speaks or name in status(page)


def test_a_view_that_finds_nothing_says_so(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?places=wangshi,shenlou&claim=incentive")
    assert page.locator(".side tbody").count() == 0
    assert page.locator("p.none").is_visible()
    page.locator("button[name=clear]").click()
    assert page.locator("p.none").is_hidden()


def test_unknown_names_in_the_address_show_everything(page: Page, base: str) -> None:
    page.goto(f"{base}/{INDEX}?sort=nothing&theme=moon&places=atlantis,zixu&claim=#q-nowhere")
    assert (rows(page), sections(page), side(page)) == (PLACES, ["money"], [])


@pytest.mark.parametrize("query", ["", "?places=zixu,nanke,shenlou&shared="], ids=["question", "side by side"])
def test_the_download_is_exactly_what_is_shown(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}/{INDEX}{query}")
    with page.expect_download() as download:
        page.locator("button[name=download]").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert download.value.suggested_filename.endswith(".csv")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    shown = page.evaluate(
        """() => [...document.querySelectorAll('table.comparison tr')].filter(row => row.offsetParent).map(row =>
          [...row.cells].map(cell => {
            const copy = cell.cloneNode(true);
            copy.querySelectorAll('button, [hidden], [aria-hidden], .one .what').forEach(part => part.remove());
            return copy.textContent;
          }))"""
    )
    assert [[re.sub(r"[\s;]", "", cell) for cell in row] for row in table] == [
        [re.sub(r"[\s;]", "", cell) for cell in row] for row in shown
    ]
    assert len(table) > 2


def test_comparing_works_by_keyboard_alone(opened: Page) -> None:
    opened.locator(".questions a").last.focus()
    for _ in range(40):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement.value") == "wangshi":
            break
    opened.keyboard.press("Space")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Space")
    assert side(opened) == ["wangshi", "shenlou"]
    assert opened.evaluate("document.activeElement.value") == "shenlou"


def test_comparing_works_by_touch_on_a_phone(browser: Browser, base: str) -> None:
    with browser.new_context(viewport={"width": 375, "height": 780}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}")
        assert page.locator("fieldset").is_hidden()
        page.locator(".view summary").tap()
        page.locator("fieldset label", has=page.locator("input[value=zixu]")).tap()
        page.locator("fieldset label", has=page.locator("input[value=nanke]")).tap()
        assert side(page) == ["zixu", "nanke"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        lefts = page.eval_on_selector_all(
            ".side td:has(.of)", "cells => cells.map(cell => cell.getBoundingClientRect().left)"
        )
        assert len(set(lefts)) == 1, "places stand beside each other"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script_every_question_shows_and_no_control(browser: Browser, base: str, scheme: Any) -> None:
    with browser.new_context(java_script_enabled=False, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{base}/{INDEX}?places=zixu,nanke")
        tables = page.locator("table.comparison:visible")
        assert tables.count() == len(QUESTIONS)
        assert page.locator("table.comparison tbody tr:visible").count() == len(PLACES) * len(QUESTIONS)
        assert page.locator("main button:visible, main select:visible, main input:visible").count() == 0


def test_a_table_has_five_columns_and_is_seen_whole(opened: Page) -> None:
    for question in QUESTIONS:
        opened.locator(f".questions a[href='#q-{question}']").click()
        table = opened.locator(f"#q-{question} .comparison")
        assert table.locator("thead th").count() <= 5
        box = table.bounding_box()
        assert box
        assert box["height"] <= 800, question
        assert table.evaluate("table => parseFloat(getComputedStyle(table).fontSize)") >= 14


def test_an_open_cell_is_a_mark_and_silence_a_line(opened: Page, language: str) -> None:
    unseen = opened.locator("#q-money .comparison tr[data-place=wangshi] .unseen").all_inner_texts()
    columns = opened.locator("#q-money .comparison thead th").count() - 1
    assert len(unseen) == columns
    assert set(unseen) == {{"en": "not stated", "zh": "未提及"}[language]}
    assert opened.locator("#q-money .silent a[href*='wangshi']").is_visible()
    assert opened.locator("#q-money .silent a[href*='zixu']").count() == 0
