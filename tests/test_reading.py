"""What a reader can rely on from page to page: names lead back, numbers are equal, citations hold, paper is enough."""

from __future__ import annotations

import datetime as dt
import functools
import html
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from babel.dates import format_date
from conftest import SITE, Workplace, real_site, require, writer
from playwright.sync_api import Browser, Page

from briefing.content.load import load
from briefing.content.model import Figure, Speech
from briefing.content.site import Loaded
from briefing.numbers.quantities import Quantity
from briefing.numbers.readers import READERS
from briefing.pages.glance import pipeline
from briefing.reviews.status import reviewed
from briefing.reviews.versions import version

LANGUAGES = ["zh", "en"]
SPEECHES = [loaded.record for loaded in real_site().speeches]
FIGURES = [(speech, figure) for speech in SPEECHES for figure in speech.figures.values()]


@functools.cache
def read(name: str) -> str:
    return (SITE / name).read_text("utf-8")


def element(page: str, identity: str) -> str:
    """What follows the opening of an element, up to the next one with an id."""
    assert f'id="{identity}"' in page, identity
    return page.partition(f'id="{identity}"')[2].partition(' id="')[0]


def links(page: str, name: str) -> set[str]:
    return {urljoin(name, address) for address in re.findall(r'href="([^"]*)"', page)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mention_leads_to_its_entity_and_back(language: str) -> None:
    folder = f"{language}/guangan-2023"
    for speech in SPEECHES:
        place = f"{folder}/{speech.place}/index.html"
        for mention in speech.entities.values():
            kinds = f"{folder}/entities/{real_site().entities[mention.id].kind}/index.html"
            assert f"{kinds}#e-{mention.id}" in links(element(read(place), f"e-{mention.id}"), place)
            entry = element(read(kinds), f"e-{mention.id}")
            assert f"{place}#e-{mention.id}" in links(entry, kinds)
            about = {f"{place}#m-{each.id}" for each in speech.measures if mention.id in each.entities}
            assert about <= links(entry, kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entity_stands_in_the_index_with_all_its_names(language: str) -> None:
    index = f"{language}/guangan-2023/entities/index.html"
    for entity in real_site().entities.values():
        kind = f"{language}/guangan-2023/entities/{entity.kind}/index.html"
        assert f"{kind}#e-{entity.id}" in links(read(index), index)
        entry = element(read(kind), f"e-{entity.id}")
        names = [*entity.name.words.values(), *(alias for each in entity.aliases.values() for alias in each)]
        assert [name for name in names if name not in entry.replace("&#39;", "'").replace("&amp;", "&")] == []


def parsed(language: str, words: str) -> Quantity:
    """The one quantity in the words of a figure, which stand in a table without the sentence round them."""
    found = READERS[language](words)
    assert len(found) == 1, (words, found)
    return found[0].quantity


def cell(language: str, speech: Speech, figure: Figure) -> str:
    row = element(read(f"{language}/guangan-2023/{speech.place}/index.html"), f"f-{figure.id}")
    return re.sub(r"<[^>]*>", "", row.partition('<td class="number">')[2].partition("</td>")[0]).strip()


@pytest.mark.parametrize(("speech", "figure"), FIGURES, ids=lambda each: getattr(each, "id", ""))
def test_the_numbers_of_both_languages_pages_parse_back_to_the_same(speech: Speech, figure: Figure) -> None:
    read_back = {language: parsed(language, cell(language, speech, figure)) for language in LANGUAGES}
    ends = {language: (each.low, each.high) for language, each in read_back.items()}
    assert ends["zh"] == ends["en"]
    assert {each.bound or "exact" for each in read_back.values()} == {figure.bound}
    assert read_back["zh"].kind.partition(":")[0] == read_back["en"].kind.partition(":")[0]
    if real_site().units[figure.unit].kind in ("money", "count"):
        assert ends["en"] == figure.ends


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_cited_with_its_address_version_and_review_in_both_languages(language: str) -> None:
    for loaded in real_site().speeches:
        name = f"{language}/guangan-2023/{loaded.record.place}/index.html"
        for figure in loaded.record.figures.values():
            row = element(read(name), f"f-{figure.id}")
            for code, tag in (("zh", "zh-Hans"), ("en", "en")):
                citation = row.partition(f'<p lang="{tag}"><span>')[2].partition(" <button")[0]
                citation = html.unescape(re.sub(r"<[^>]*>", "", citation))
                assert writer(code)(figure) in citation
                assert figure.stated in citation
                assert version(real_site(), {loaded.name} | real_site().shared) in citation
                assert {"zh": "第{}段", "en": "paragraph {}"}[code].format(figure.at) in citation
                address = f"{real_site().settings.base_url}{code}/guangan-2023/{loaded.record.place}/#f-{figure.id}"
                assert citation.strip().endswith(address)
                assert reviewed_on(code, loaded) in citation


def reviewed_on(language: str, loaded: Loaded[Speech]) -> str:
    """The date on which a person last looked at a speech, as a page writes it."""
    last = reviewed(real_site(), {loaded.name} | real_site().shared).last
    locale = next(each.locale for each in real_site().languages if each.code == language)
    return format_date(dt.date.fromisoformat(last), "long", locale)


def test_a_version_changes_with_what_a_page_says_and_with_nothing_else(minimal: Workplace) -> None:
    def versions() -> dict[str, str]:
        site, _ = load(minimal.folder / "content")
        assert site
        return {loaded.name: version(site, {loaded.name} | site.shared) for loaded in site.speeches}

    before = versions()
    assert len(set(before.values())) == len(before)
    minimal.edit("content/demo-2030/alpha.yaml", "place: alpha", "# a comment\nplace:    alpha")
    assert versions() == before
    minimal.edit("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    changed = versions()
    assert {name for name in before if before[name] != changed[name]} == {"demo-2030/alpha.yaml"}
    minimal.edit("content/entities.yaml", "en: ", "en: Old ")
    renamed = versions()
    assert all(renamed[name] != changed[name] for name in renamed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_is_copied_at_one_touch(browser: Browser, address: str, language: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/guangan-2023/huaying/index.html")
        for place in ("section.cite", "#f-new-projects details.cite"):
            page.locator(place).evaluate("each => { each.open = true; }")
            button = page.locator(f"{place} button.copy").first
            button.click()
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == button.evaluate("button => button.previousElementSibling.textContent.trim()")
            assert "https://" in copied
            assert button.inner_text() in ("Copied", "已复制")
            assert button.evaluate("button => button === document.activeElement")


def test_terms_open_by_keyboard_close_with_escape_and_give_the_focus_back(browser: Browser, address: str) -> None:
    """Also without script: the browser's own popovers do it."""
    for script in (True, False):
        with browser.new_context(java_script_enabled=script) as context:
            page = context.new_page()
            page.goto(f"{address}/en/guangan-2023/yuechi/index.html")
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_marked_where_a_page_first_uses_it_and_explained_once(language: str) -> None:
    for speech in SPEECHES:
        page = read(f"{language}/guangan-2023/{speech.place}/index.html")
        marked = re.findall(r'popovertarget="([^"]*)"', page)
        assert len(marked) == len(set(marked))
        assert set(marked) == set(re.findall(r'id="(t-[^"]*)" popover', page))
        assert marked, speech.place


def test_where_popovers_are_unknown_the_terms_stand_at_the_end_of_the_page(browser: Browser, address: str) -> None:
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
        page.goto(f"{address}/en/guangan-2023/yuechi/index.html")
        term = page.locator("button.term").first
        target = str(term.get_attribute("popovertarget"))
        assert page.get_by_role("heading", name="Terms on this page").is_visible()
        term.click()
        assert page.evaluate("location.hash") == f"#{target}"
        assert page.locator(f"[id='{target}']").is_visible()


def test_what_is_new_since_2022_in_the_styles_and_script_has_a_fallback() -> None:
    """Neither file uses what Chromium 107 would stop at; what it does not know, it passes over."""
    css, script = (next(SITE.glob(f"static/site.*.{kind}")).read_text("utf-8") for kind in ("css", "js"))
    assert "@supports selector(:popover-open)" in css
    assert not re.search(
        r"@(?:scope|layer|container|starting-style)|color-mix|oklch|light-dark|^\s*&", css, re.MULTILINE
    )
    newer = r"\.toSorted|\.toReversed|\.toSpliced|Object\.groupBy|Promise\.withResolvers|\.union\(|\.isSubsetOf|/v[;,)]"
    assert not re.search(newer, script)


def require_tool(name: str) -> str:
    path = shutil.which(name)
    require(path, f"{name} is not installed (apt-get install poppler-utils)")
    return str(path)


def paper(page: Page, url: str, tmp_path: Path) -> tuple[int, str, tuple[float, float]]:
    """The pages of a printout, their text and the size of the first."""
    page.goto(url)
    file = tmp_path / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    said, text = (
        subprocess.run([require_tool(tool), *options], capture_output=True, text=True, check=True).stdout
        for tool, options in (("pdfinfo", [str(file)]), ("pdftotext", ["-layout", str(file), "-"]))
    )
    width, height = re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", said)[0]
    return int(re.findall(r"Pages:\s+(\d+)", said)[0]), text, (float(width), float(height))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_district_is_at_most_two_sheets_and_the_comparison_one(
    page: Page, address: str, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = f"{address}/{language}/guangan-2023"
    counts = {}
    for loaded in real_site().speeches:
        speech = loaded.record
        counts[speech.place], text, _ = paper(page, f"{folder}/{speech.place}/index.html", tmp_path)
        squeezed = re.sub(r"\s", "", text)
        figures = [re.sub(r"\s", "", writer(language)(figure)) for figure in speech.figures.values()]
        assert [figure for figure in figures if figure not in squeezed] == [], speech.place
        assert f"briefing.example/{language}/guangan-2023/{speech.place}/" in squeezed
        assert reviewed_on(language, loaded).replace(" ", "") in squeezed
        assert {"zh": "广安日报", "en": "Guang'anDaily"}[language] in squeezed
    counts["comparison"], text, (width, height) = paper(page, f"{folder}/index.html", tmp_path)
    with capsys.disabled():
        print(f"\nsheets of A4 ({language}): {', '.join(f'{name} {count}' for name, count in counts.items())}")
    assert width > height
    assert counts.pop("comparison") == 1
    assert max(counts.values()) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped_on_paper(browser: Browser, address: str, language: str) -> None:
    """At the width of A4 less its margins, laid out for print, nothing reaches beyond the sheet."""
    for name, width in (("index.html", 1062), ("huaying/index.html", 695), ("glance/index.html", 1062)):
        with browser.new_context(viewport={"width": width, "height": 1000}) as context:
            page = context.new_page()
            page.goto(f"{address}/{language}/guangan-2023/{name}")
            page.emulate_media(media="print")
            assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, name


def test_motion_is_reduced_where_the_reader_asks_for_it(browser: Browser, address: str) -> None:
    asked: dict[str, Literal["reduce", "no-preference"]] = {"auto": "reduce", "smooth": "no-preference"}
    for behaviour, motion in asked.items():
        with browser.new_context(reduced_motion=motion) as context:
            page = context.new_page()
            page.goto(f"{address}/en/index.html")
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


def test_the_shares_of_the_bars_are_those_of_the_figures() -> None:
    steps = pipeline(real_site(), real_site().briefings[0])
    largest = max(step.count.ends[1] for step in steps)
    assert max(step.count_share for step in steps) == 100
    for step in steps:
        assert abs(step.count_share - 100 * step.count.ends[1] / largest) <= Decimal("0.1")
        assert step.amount is None or step.amount.of == step.count.id
