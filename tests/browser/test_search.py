"""Search in a browser: anything inside a word, in both languages and pinyin, offline."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from briefing.exports.search import pinyin
from tests.support.browser import follow
from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING, LANGUAGES

RESULTS = ".results section:not([hidden]) a"
FOUND = """async query => {
  const input = document.querySelector('#q');
  input.value = query;
  input.dispatchEvent(new InputEvent('input'));
  await new Promise(resolve => setTimeout(resolve));
  return [...document.querySelectorAll('.results section:not([hidden]) a')].map(link => link.getAttribute('href'));
}"""
"""What one query finds, as the reader's typing does."""
HAN = re.compile("[\u4e00-\u9fff]+")


@pytest.fixture
def searching(page: Page, base: str) -> Page:
    """The search page with its index loaded and the network gone."""
    page.goto(f"{base}/search/index.html")
    page.locator("#q").fill("镜花")
    page.locator("#q").fill("风筝")
    page.locator(".results a").first.wait_for()
    page.context.set_offline(True)
    return page


def find(page: Page, query: str) -> list[str]:
    return list(page.evaluate(FOUND, query))


def address_of(entity: str) -> str:
    return f"../{BRIEFING}/entities/index.html#e-{entity}"


def test_any_two_han_characters_of_a_name_find_it(sample: BuiltSite, searching: Page) -> None:
    """Every pair of neighbours in every name and alias of every entity, without a network."""
    asked = 0
    for key, entity in sample.entities.items():
        for name in (entity["name"]["zh"], *entity.get("aliases", {}).get("zh", ())):
            for first, second in (pair for run in HAN.findall(name) for pair in pairwise(run)):
                assert address_of(key) in find(searching, first + second)
                asked += 1
    assert asked > 15


def test_english_names_and_pinyin_find_an_entity(sample: BuiltSite, searching: Page) -> None:
    for key, entity in sample.entities.items():
        syllables = re.findall("[a-z]+", pinyin(HAN.findall(entity["name"]["zh"])[0]))
        english = entity["name"]["en"]
        for query in (english, english.lower(), "".join(syllables), " ".join(syllables)):
            assert address_of(key) in find(searching, query), query


def test_a_word_inside_a_word_is_found(searching: Page) -> None:
    assert address_of("shuangli-kites") in find(searching, "风筝")
    assert address_of("shuangli-kites") in find(searching, "fengzheng")
    assert find(searching, "qqqq") == []


def test_each_of_several_words_is_looked_for(searching: Page) -> None:
    assert f"../{BRIEFING}/zixu/index.html#m-kite-promotion" in find(searching, "子虚 风筝")
    assert f"../{BRIEFING}/sectors/index.html#i-kites" in find(searching, "fzzz"), "pinyin by first letters"
    assert find(searching, "子虚 qqqq") == []


def test_an_empty_query_finds_nothing(searching: Page) -> None:
    assert find(searching, "") == []


def test_results_are_grouped_by_kind_and_marked(searching: Page) -> None:
    find(searching, "风筝")
    groups = searching.locator(".results section:not([hidden])")
    assert groups.count() >= 3
    for group in groups.all():
        links = group.locator("li")
        assert group.locator(".amount").inner_text() == str(links.count())
        assert set(group.locator("mark").all_inner_texts()) == {"风筝"}
    assert searching.locator("[role=status]").inner_text().strip("Found: 找到项").isdigit()
    marks = searching.locator("mark").evaluate_all("marks => marks.map(mark => mark.closest('[lang]').lang)")
    assert set(marks) == {"zh-Hans"}


def test_arrows_move_in_the_results_and_escape_leaves(searching: Page) -> None:
    searching.locator("#q").fill("项目")
    searching.locator(".results a").first.wait_for()
    searching.locator("#q").focus()
    links = searching.locator(RESULTS)
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


def test_a_result_opens_its_record(searching: Page, language: str) -> None:
    searching.context.set_offline(False)
    find(searching, "风筝馆")
    follow(searching.locator(".results section[data-kind=entity] a").first)
    assert searching.url.endswith(f"/{language}/{BRIEFING}/entities/index.html#e-kite-hall")
    assert searching.locator("#e-kite-hall").is_visible()


def test_what_is_typed_is_never_taken_for_markup(searching: Page) -> None:
    find(searching, "<img src=x onerror=alert(1)>")
    assert searching.locator("main img").count() == 0


SAYS = (
    "It covers 38.76 billion and Phase Ⅱ of 18 ㎡ … by Guang’an; " + "incomparably lengthy words " * 5 + "until 2031."
)
ENTRY = {
    "kind": "term",
    "to": "x/index.html",
    "name": ["甲", "Alpha Works"],
    "pinyin": "jia",
    "text": ["乙" * 200, SAYS],
}

OWN = ".results li:has(a[href='../x/index.html'])"


@pytest.fixture
def one_entry(searching: Page) -> Page:
    """The search page with an entry that stands in no index."""
    searching.evaluate("entry => window.receiveIndex([entry])", ENTRY)
    return searching


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("38.76 billion", True),
        ("38.76", True),
        ("8.76 billion", False),
        ("76 billion", False),
        ("38", False),
        ("8 ㎡", False),
        ("18 m2", True),
        ("18 ㎡ …", True),
        ("phase ii", True),
        ("Phase Ⅱ", True),
        ("guang'an", True),
        ("Guang’an", True),
        ("2031", True),
        ("203", False),
    ],
)
def test_a_number_is_found_whole_and_any_form_of_a_letter(one_entry: Page, query: str, found: bool) -> None:  # noqa: FBT001
    assert ("../x/index.html" in find(one_entry, query)) is found


def test_what_is_found_is_marked_in_the_text_itself(one_entry: Page) -> None:
    """Also where a letter before it stands for two."""
    for query, marked in (("by guang'an", "by Guang’an"), ("m2 ...", "㎡ …"), ("2031", "2031")):
        find(one_entry, query)
        assert one_entry.locator(f"{OWN} mark").all_inner_texts() == [marked]


def test_no_word_is_cut_in_what_surrounds_a_match(one_entry: Page) -> None:
    find(one_entry, "guang'an")
    shown = one_entry.locator(f"{OWN} .matched").first.inner_text()
    assert shown.endswith("…")
    assert set(re.findall("[a-z]{4,}", shown)) <= set(re.findall("[a-z]{4,}", SAYS))
    find(one_entry, "38.76")
    assert "38.76 billion" in one_entry.locator(f"{OWN} .matched").first.inner_text()


def test_a_name_that_is_found_comes_with_what_is_said(one_entry: Page, language: str) -> None:
    find(one_entry, {"zh": "甲", "en": "alpha works"}[language])
    said = one_entry.locator(f"{OWN} .matched")
    assert said.count() == 1, "the name is not repeated"
    assert said.inner_text().startswith({"zh": "乙乙", "en": "It covers"}[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_loaded_on_first_use_only(page: Page, address: str, language: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{language}/search/index.html")
    assert not [url for url in asked if "/data/" in url]
    page.locator("#q").fill("风筝")
    page.locator(".results a").first.wait_for()
    page.locator("#q").fill("风筝制造")
    page.locator(".results a").first.wait_for()
    assert [url.rpartition("/")[2] for url in asked if "/data/" in url] == [f"search-{BRIEFING}.js", "search.js"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_query_goes_along_to_the_other_language(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/search/index.html?q=风筝")
    page.locator(".results a").first.wait_for()
    found = page.locator(RESULTS).evaluate_all("links => links.map(link => link.hash)")
    follow(page.locator("a.twin"))
    page.locator(".results a").first.wait_for()
    assert page.locator("#q").input_value() == "风筝"
    there = page.locator(RESULTS).evaluate_all("links => links.map(link => link.hash)")
    assert sorted(there) == sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_that_fails_to_load_is_said(page: Page, address: str, language: str) -> None:
    page.route("**/data/*.js", lambda route: route.abort())
    page.goto(f"{address}/{language}/search/index.html?q=风筝")
    page.get_by_text({"en": "could not be loaded", "zh": "未能载入"}[language]).wait_for()
    assert page.locator("main section a:visible").count() >= 6, "the indexes take its place"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_the_page_offers_the_indexes(
    browser: Browser, sample: BuiltSite, address: str, language: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/search/index.html")
        assert page.locator("input:visible").count() == 0
        follow(page.locator("main a[href*=entities]"))
        assert page.locator("main tr[id] a").count() >= len(sample.entities)
