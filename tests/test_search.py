"""Search: anything inside a word, in both languages and pinyin, offline."""

from __future__ import annotations

import json
import re

import pytest
from conftest import SITE, follow, real_site
from playwright.sync_api import Browser, Page

from briefing.exports.search import pinyin

ENTITIES = real_site().entities
FOUND = """async query => {
  const input = document.querySelector('#q');
  input.value = query;
  input.dispatchEvent(new InputEvent('input'));
  await new Promise(resolve => setTimeout(resolve));
  return [...document.querySelectorAll('.results section:not([hidden]) a')].map(link => link.getAttribute('href'));
}"""
"""What one query finds, as the reader's typing does."""


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["sub-path", "disk"])
def searching(request: pytest.FixtureRequest, page: Page, address: str, language: str) -> Page:
    """The search page with its index loaded and the network gone."""
    page.goto(f"{address if request.param == 'sub-path' else SITE.as_uri()}/{language}/search/index.html")
    page.locator("#q").fill("广安")
    page.locator(".results a").first.wait_for()
    page.context.set_offline(True)
    return page


def find(page: Page, query: str) -> list[str]:
    return list(page.evaluate(FOUND, query))


def address_of(entity: str) -> str:
    return f"../guangan-2023/entities/{ENTITIES[entity].kind}/index.html#e-{entity}"


def test_any_two_han_characters_of_a_name_find_it(searching: Page) -> None:
    """Every pair of neighbouring characters in every name and alias of every entity, with the network off."""
    missed = []
    asked: dict[str, list[str]] = {}
    for entity in ENTITIES.values():
        for name in (entity.name["zh"], *entity.aliases.get("zh", ())):
            for pair in re.findall(r"(?=([\u4e00-\u9fff]{2}))", name):
                asked.setdefault(pair, find(searching, pair) if pair not in asked else asked[pair])
                missed += [(entity.id, pair)] if address_of(entity.id) not in asked[pair] else []
    assert len(asked) > 500
    assert missed == []


def test_the_english_name_and_pinyin_without_tones_find_an_entity(searching: Page) -> None:
    missed = []
    for entity in ENTITIES.values():
        syllables = re.findall(r"[a-z]+", pinyin("".join(re.findall(r"[\u4e00-\u9fff]+", entity.name["zh"])[:1])))
        for query in (entity.name["en"], entity.name["en"].lower(), "".join(syllables), " ".join(syllables)):
            missed += [(entity.id, query)] if address_of(entity.id) not in find(searching, query) else []
    assert missed == []


def test_a_word_inside_a_word_is_found(searching: Page) -> None:
    assert address_of("chengxin-new-energy-materials") in find(searching, "能源")
    assert address_of("chengxin-new-energy-materials") in find(searching, "nengyuan")
    assert find(searching, "qqqq") == []


def test_several_words_are_looked_for_each_on_its_own_and_pinyin_by_first_letters(searching: Page) -> None:
    assert "../guangan-2023/yuechi/index.html#m-biomedicine-plan" in find(searching, "岳池 生物医药")
    assert "../guangan-2023/sectors/biomedicine/index.html" in find(searching, "swyy")
    assert find(searching, "岳池 qqqq") == []


def test_nothing_asked_finds_nothing(searching: Page) -> None:
    assert find(searching, "") == []


def test_results_are_grouped_by_kind_with_the_match_marked(searching: Page, language: str) -> None:
    find(searching, "能源")
    groups = searching.locator(".results section:not([hidden])")
    assert groups.count() >= 3
    for group in groups.all():
        links = group.locator("li")
        assert group.locator(".amount").inner_text() == str(links.count())
        assert set(group.locator("mark").all_inner_texts()) == {"能源"}
    assert searching.locator("[role=status]").inner_text().startswith(tuple("123456789"))
    for mark in searching.locator("mark").all():
        assert mark.evaluate("mark => mark.closest('[lang]').lang") == "zh-Hans", language


def test_arrows_go_through_the_results_and_escape_leads_back_and_empties(searching: Page) -> None:
    searching.locator("#q").fill("项目")
    searching.locator(".results a").first.wait_for()
    searching.locator("#q").focus()
    links = searching.locator(".results section:not([hidden]) a")
    searching.keyboard.press("ArrowDown")
    assert links.nth(0).evaluate("link => link === document.activeElement")
    searching.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("link => link === document.activeElement")
    searching.keyboard.press("ArrowUp")
    searching.keyboard.press("Escape")
    assert searching.evaluate("document.activeElement.id") == "q"
    searching.keyboard.press("Escape")
    assert searching.locator("#q").input_value() == ""
    assert links.count() == 0


def test_a_result_leads_to_its_record(searching: Page, language: str) -> None:
    searching.context.set_offline(False)
    find(searching, "双甘膦")
    follow(searching.locator(".results section[data-kind=entity] a").first)
    assert searching.url.endswith(f"/{language}/guangan-2023/entities/project/index.html#e-hebang-pmida")
    assert searching.locator("#e-hebang-pmida").is_visible()


def test_the_index_is_loaded_on_first_use_only(page: Page, address: str, language: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{language}/search/index.html")
    assert not [url for url in asked if "/data/" in url]
    page.locator("#q").fill("能源")
    page.locator(".results a").first.wait_for()
    page.locator("#q").fill("能源建材")
    page.locator(".results a").first.wait_for()
    assert [url.rpartition("/")[2] for url in asked if "/data/" in url] == ["search-guangan-2023.js", "search.js"]


def test_the_query_is_in_the_address_and_goes_along_to_the_other_language(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}/{language}/search/index.html?q=能源")
    page.locator(".results a").first.wait_for()
    found = page.locator(".results section:not([hidden]) a").evaluate_all("links => links.map(link => link.hash)")
    follow(page.locator("a.twin"))
    page.locator(".results a").first.wait_for()
    assert page.locator("#q").input_value() == "能源"
    there = page.locator(".results section:not([hidden]) a").evaluate_all("links => links.map(link => link.hash)")
    assert sorted(there) == sorted(found)


def test_an_index_that_cannot_be_loaded_is_said_and_the_indexes_are_there(
    page: Page, address: str, language: str
) -> None:
    page.route("**/data/*.js", lambda route: route.abort())
    page.goto(f"{address}/{language}/search/index.html?q=能源")
    words = {"en": "could not be loaded", "zh": "未能载入"}[language]
    page.get_by_text(words).wait_for()
    assert page.locator("main section a:visible").count() >= 12


def test_without_script_the_page_offers_the_indexes(browser: Browser, address: str, language: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/search/index.html")
        assert page.locator("input:visible").count() == 0
        follow(page.locator("main a[href*=entities]"))
        assert page.locator("main li a").count() >= len(ENTITIES)


def test_what_is_typed_is_never_taken_for_markup(searching: Page) -> None:
    find(searching, "<img src=x onerror=alert(1)>")
    assert searching.locator("main img").count() == 0


def test_each_index_names_every_page_that_holds_something() -> None:
    texts = [path.read_text("utf-8") for path in sorted((SITE / "data").glob("search*.js"))]
    parts = [json.loads(text.removeprefix("receiveIndex(").rstrip().removesuffix(");")) for text in texts]
    entries = [entry for part in parts for entry in part]
    assert len(parts) == len(real_site().briefings) + 1
    for language in real_site().codes:
        for entry in entries:
            path, _, anchor = entry["to"].partition("#")
            page = (SITE / language / path).read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in page, entry["to"]
