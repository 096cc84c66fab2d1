"""Every page in a browser: it fits any width, asks no other host, is whole without script, leads on as it says."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import follow, pages_that_scroll
from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING, LANGUAGES, PATH, PLACES

STYLED = "getComputedStyle(document.body).maxWidth !== 'none'"


def test_no_page_scrolls_sideways(page: Page, sample: BuiltSite, address: str) -> None:
    assert pages_that_scroll(page, address, sample.pages) == []


@pytest.mark.parametrize("where", ["sub-path", pytest.param("root", marks=pytest.mark.slow), "disk"])
def test_no_request_leaves_the_site_or_its_policy(
    page: Page, sample: BuiltSite, request: pytest.FixtureRequest, where: str
) -> None:
    fixtures = {"sub-path": "address", "root": "root_address"}
    base = request.getfixturevalue(fixtures[where]) if where in fixtures else sample.folder.as_uri()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(f"console: {message.text}"))
    for name in sample.pages if where == "sub-path" else sample.addressed:
        page.goto(f"{base}/{name}")
        assert page.evaluate(STYLED), f"{name} is unstyled"
    assert len(asked) > len(sample.pages)
    assert [url for url in asked if not url.startswith(base)] == []


@pytest.mark.parametrize(("file", "found"), [("404.html", [1, 1]), ("zh/404.html", [1, 0]), ("en/404.html", [0, 1])])
def test_a_missing_page_links_home_in_its_languages(
    page: Page, sample: BuiltSite, address: str, file: str, found: list[int]
) -> None:
    answer = {"status": 404, "path": sample.folder / file, "content_type": "text/html"}
    page.route("**/nowhere/", lambda route: route.fulfill(**answer))
    page.goto(f"{address}/en/{BRIEFING}/nowhere/")
    assert page.evaluate(STYLED)
    assert [page.locator(f"main [lang={tag}] a").count() for tag in ("zh-Hans", "en")] == found
    follow(page.locator("main section a").last)
    assert page.url == f"{address}/{'en' if found[1] else 'zh'}/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_measure_and_entity_shows_without_script(
    browser: Browser, sample: BuiltSite, address: str, language: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for speech in sample.speeches:
            page.goto(f"{address}/{speech.page(language)}")
            for fold in page.locator("details.fold > summary").all():
                fold.click()
            anchors = [f"f-{key}" for key in speech.figures] + [f"e-{key}" for key in speech.data["entities"]]
            anchors += [f"m-{each['id']}" for each in speech.measures]
            assert [anchor for anchor in anchors if not page.locator(f"#{anchor}").is_visible()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_speech_without_figures_says_so(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/{BRIEFING}/wangshi/index.html")
    words = {"en": "states no figure", "zh": "没有给出数字"}[language]
    assert words in page.locator("main").inner_text()


@pytest.mark.parametrize("name", ["index.html", f"{BRIEFING}/{PLACES[0]}/index.html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_opens_the_same_page(page: Page, address: str, language: str, name: str) -> None:
    page.goto(f"{address}/{language}/{name}")
    follow(page.locator(".tools a.twin"))
    folder = name.removesuffix("index.html")
    assert page.url == f"{address}/{next(code for code in LANGUAGES if code != language)}/{folder}"


def test_the_site_opens_from_a_disk(page: Page, sample: BuiltSite) -> None:
    page.goto(f"{sample.folder.as_uri()}/index.html")
    follow(page.get_by_role("link", name="English").last)
    follow(page.get_by_role("rowheader", name="Zixu").get_by_role("link"))
    assert page.get_by_role("heading", level=1).inner_text().startswith("Zixu County")


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_get_from_a_place_to_a_sector_to_another(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/{BRIEFING}/{PLACES[0]}/index.html")
    follow(page.locator("main a[href*='sectors/index.html#i-kites']"))
    follow(page.locator("main h3 a[href*='wangshi/index.html#sectors']"))
    assert page.url.endswith(f"/{PATH}/{language}/{BRIEFING}/wangshi/index.html#sectors")
    assert page.locator("#sectors").is_visible()
