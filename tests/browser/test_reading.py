"""What helps reading, in a browser: terms and proofs in place, citations copied, records unfolded, paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.built import BuiltSite
from tests.support.paper import printout, squeezed
from tests.support.sample import BRIEFING, LANGUAGES

ZIXU = f"{BRIEFING}/zixu/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_is_copied_at_one_touch(browser: Browser, address: str, language: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/{ZIXU}")
        for name in ("cite", "v-new-projects"):
            page.locator(f"[popovertarget={name}]").click()
            button = page.locator(f"#{name} button.copy").first
            button.click()
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == button.evaluate("button => button.previousElementSibling.textContent.trim()")
            assert f"{language}/{BRIEFING}/zixu/" in copied
            assert button.inner_text() in ("Copied", "已复制")
            assert button.evaluate("button => button === document.activeElement")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_terms_open_and_close_by_keyboard(browser: Browser, address: str, *, script: bool) -> None:
    """The browser's own popovers do it, which need no script."""
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{address}/en/{ZIXU}")
        term = page.locator("button.term").first
        note = page.locator(f"[id='{term.get_attribute('popovertarget')}']")
        assert note.is_hidden()
        term.focus()
        page.keyboard.press("Enter")
        assert note.is_visible()
        page.keyboard.press("Escape")
        assert note.is_hidden()
        page.keyboard.press("Enter")
        assert note.is_visible()


def test_without_popovers_terms_are_explained_at_the_end(browser: Browser, address: str) -> None:
    """As in Chromium before 114: no popover in HTML, none in CSS."""
    with browser.new_context() as context:
        context.add_init_script("delete HTMLElement.prototype.popover;")
        context.route(
            "**/*.html",
            lambda route: route.fulfill(response=(got := route.fetch()), body=got.text().replace(" popover>", ">")),
        )
        context.route(
            "**/site.*.css",
            lambda route: route.fulfill(
                response=(got := route.fetch()), body=got.text().replace(":popover-open", ":unknown-to-it")
            ),
        )
        page = context.new_page()
        page.goto(f"{address}/en/{ZIXU}")
        term = page.locator("button.term").first
        target = str(term.get_attribute("popovertarget"))
        assert page.get_by_role("heading", name="Terms on this page").is_visible()
        term.click()
        assert page.evaluate("location.hash") == f"#{target}"
        assert page.locator(f"[id='{target}']").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printout_holds_figures_address_and_source(
    page: Page, sample: BuiltSite, address: str, tmp_path: Path, language: str
) -> None:
    for speech in sample.speeches:
        sheet = printout(page, f"{address}/{speech.page(language)}", tmp_path / "page.pdf")
        figures = [record for each, _, record in sample.records if each == speech]
        expected = [record[f"as_written_{language}"] for record in figures]
        expected += [f"{language}/{BRIEFING}/{speech.place}/"]
        expected += [{"zh": "2026年2月1日", "en": "1 February 2026"}[language]] * (speech.place != "zixu")
        expected += [{"zh": "镜花晚报", "en": "Jinghua Evening Post"}[language]]
        assert [each for each in expected if squeezed(each) not in sheet.text] == [], speech.place
    sheet = printout(page, f"{address}/{language}/{BRIEFING}/index.html", tmp_path / "page.pdf")
    assert sheet.width > sheet.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped_on_paper(browser: Browser, address: str, language: str) -> None:
    """At the width of A4 less its margins, laid out for print, nothing is wider than the sheet."""
    sheets = {"index.html": 1062, "zixu/index.html": 695, "figures/index.html": 695, "entities/index.html": 695}
    for name, width in sheets.items():
        with browser.new_context(viewport={"width": width, "height": 1000}) as context:
            page = context.new_page()
            page.goto(f"{address}/{language}/{BRIEFING}/{name}")
            page.emulate_media(media="print")
            assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, name


def test_no_scrolling_is_drawn_out(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{ZIXU}")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_proof_opens_beside_what_was_touched(browser: Browser, address: str, width: int, *, script: bool) -> None:
    """With the wording, the reading, the permalink, and the way to the source; and the page stays where it is."""
    with browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}/en/{ZIXU}")
        for button in page.locator(".summary .paragraph, .figs .source .paragraph").all():
            button.click()
            note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
            text, touched, shown = note.inner_text(), button.bounding_box(), note.bounding_box()
            assert touched
            assert shown
            assert shown["y"] >= touched["y"] + touched["height"] or shown["y"] + shown["height"] <= touched["y"]
            assert "Jinghua Evening Post" in text
            assert f"paragraph {button.inner_text()}" in text
            assert note.locator("a[href^='#']").count()
            page.keyboard.press("Escape")
            assert page.url.endswith("zixu/index.html")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_address_unfolds_its_record(browser: Browser, sample: BuiltSite, address: str, *, script: bool) -> None:
    """A measure, a name and a paragraph, of which the page shows the title only, or nothing."""
    speech = sample.speeches[0]
    anchors = [f"m-{speech.measures[-1]['id']}", f"e-{list(speech.data['entities'])[-1]}", "p1"]
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        for anchor in anchors:
            page.goto(f"{address}/{speech.page('en')}#{anchor}")
            page.wait_for_function("scrollY > 0 || document.body.scrollHeight <= innerHeight")
            target = page.locator(f"[id='{anchor}']")
            assert target.is_visible(), anchor
            assert target.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"
