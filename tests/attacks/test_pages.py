"""Hostile words that no rule refuses: every page, table and feed shows them as words, and they do nothing."""

import csv
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from babel.messages.pofile import read_po, write_po
from playwright.sync_api import Browser, Error

import build
from tests.attacks.fields import (
    BRIEFING,
    IN_BUNDLES,
    LANGUAGES,
    MOVED,
    ONE_BY_ONE,
    WITH_BRACES,
    Site,
    as_markdown,
    marked,
)
from tests.attacks.watched import Seen, WatchedPage, pages_of, without_policy
from tests.attacks.words import BRACED, WORDS
from tests.support.internals import PROSE_TAGS
from tests.support.once import once
from tests.support.paths import ROOT
from tests.support.project import Project
from tests.support.servers import serving

MARKDOWN = as_markdown(WORDS)
HOSTILE = Site(WORDS, BRACED, MARKDOWN)
INNOCENT = Site(
    {name: f"innocent{number}" for number, name in enumerate(WORDS)},
    {name: f"harmless{number}" for number, name in enumerate(BRACED)},
    MARKDOWN,
)
MOST_WAITS = 100
"""Of a fifth of a second each, for an attack that works to show."""
POLICY_ELEMENT = "meta http-equiv=Content-Security-Policy content"
LINE_OF_TEXT = "tspan x dy"
CATALOG = "locales/zh/LC_MESSAGES/messages.po"
TRANSLATED = "\"'><img src=x onerror=window.pwned=1></script><script>window.pwned=1</script>"
"""What a hostile translator adds to every message."""
OUTPUT = "served/sub"
"""Where the site is built: at the path of its base_url."""


@dataclass(frozen=True)
class Visited:
    """What a browser has shown of the pages of a site, and what happened there that no words should make happen."""

    site: Path
    pages: Mapping[str, Seen]
    noted: list[str]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """All that the pages of each language show, spaces and line ends made one."""
        return {
            language: squeezed(" ".join(seen.text for file, seen in self.pages.items() if file.startswith(language)))
            for language in LANGUAGES
        }


def squeezed(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site whose words and translations are hostile."""
    return once(tmp_path_factory, "hostile", lambda folder: build_site(folder, HOSTILE, TRANSLATED)) / OUTPUT


@pytest.fixture(scope="session")
def innocent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same site with innocent words."""
    return once(tmp_path_factory, "innocent", lambda folder: build_site(folder, INNOCENT, "innocent")) / OUTPUT


@pytest.fixture(scope="session")
def unguarded_site(tmp_path_factory: pytest.TempPathFactory, hostile: Path) -> Path:
    """Copy the hostile site and take its policy away: then only escaping keeps words from coming alive."""

    def copy(folder: Path) -> None:
        shutil.copytree(hostile, folder / OUTPUT)
        without_policy(folder / OUTPUT)

    return once(tmp_path_factory, "unguarded", copy) / OUTPUT


@pytest.fixture(scope="module")
def guarded(browser: Browser, hostile: Path) -> Visited:
    """Visit the hostile site as it is published."""
    return visit(browser, hostile)


@pytest.fixture(scope="module")
def unguarded(browser: Browser, unguarded_site: Path) -> Visited:
    """Visit the hostile site without its policy."""
    return visit(browser, unguarded_site)


@pytest.fixture(scope="module")
def harmless(browser: Browser, innocent: Path) -> Visited:
    """Visit the innocent site."""
    return visit(browser, innocent)


def build_site(folder: Path, site: Site, translated: str) -> None:
    site.write(folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    translate(folder / "templates" / CATALOG, translated)
    folders = [f"--{name}={folder / name}" for name in ("content", "templates")]
    assert build.main(["build", *folders, f"--output={folder / OUTPUT}"]) == 0


def translate(catalog: Path, more: str) -> None:
    """Add something to every message of a catalog but the patterns of dates, which only dates can fill."""
    with catalog.open("rb") as stream:
        messages = read_po(stream)
    for message in messages:
        if message.id and "CLDR" not in str(message.context):
            texts = message.string
            message.string = (
                f"{texts}{more}" if isinstance(texts, str) else tuple(f"{each}{more}" for each in texts or ())
            )
    with catalog.open("wb") as stream:
        write_po(stream, messages)


@contextmanager
def watched(browser: Browser, site: Path) -> Iterator[WatchedPage]:
    with serving(site.parent) as server, browser.new_context() as context:
        yield WatchedPage(context, f"{server}/{site.name}")


def visit(browser: Browser, site: Path) -> Visited:
    with watched(browser, site) as opened:
        pages = opened.visit_all(pages_of(site))
    return Visited(site, pages, opened.noted)


def shown(name: str) -> Iterator[str]:
    """Yield what pages must show of an attack, field by field."""
    words = {**WORDS, **BRACED}[name]
    for field in (*ONE_BY_ONE, *IN_BUNDLES):
        if name in WORDS or field in WITH_BRACES:
            yield squeezed(marked(field, words))


@pytest.mark.parametrize("name", ["script", "event handler", "style sheet", "refresh", "frame", "base address"])
def test_words_that_are_not_escaped_are_noted(browser: Browser, tmp_path: Path, name: str) -> None:
    """The watch works: if it notes nothing, nothing has happened."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(f"<!doctype html><body>{WORDS[name]}<img src=y>", "utf-8")
    with watched(browser, site) as opened:
        with suppress(Error):  # a page that has opened another address cannot be looked at
            opened.visit("index.html")
        for _ in range(MOST_WAITS):
            opened.page.wait_for_timeout(200)
            if any("attack.example" in each or "the canary: 1" in each for each in opened.noted):
                return
    pytest.fail(f"nothing was noted but {opened.noted}")


def test_hostile_words_do_nothing_without_a_policy(unguarded: Visited) -> None:
    assert unguarded.noted == []


@pytest.mark.slow
def test_hostile_words_do_nothing_under_the_policy(guarded: Visited) -> None:
    assert guarded.noted == []


def assert_same_elements(hostile: Visited, harmless: Visited) -> None:
    """Page by page, elements and attributes are those of the same site with innocent words, less the policy's own.

    A text of a graphic has as many lines as its words need, so its lines count as one.
    """
    assert hostile.pages.keys() == harmless.pages.keys()
    for file, seen in hostile.pages.items():
        assert comparable(seen.shape) == comparable(harmless.pages[file].shape), file
        assert not [each for each in seen.shape if re.search(r" (on\w+|style|srcdoc|formaction)\b", each)], file


def comparable(shape: Sequence[str]) -> list[str]:
    pairs = zip(("", *shape), shape, strict=False)
    return [each for before, each in pairs if each != POLICY_ELEMENT and not before == each == LINE_OF_TEXT]


def test_hostile_words_make_no_element_or_attribute(unguarded: Visited, harmless: Visited) -> None:
    assert_same_elements(unguarded, harmless)


@pytest.mark.slow
def test_hostile_words_make_none_under_the_policy_either(guarded: Visited, harmless: Visited) -> None:
    assert_same_elements(guarded, harmless)


def not_shown(site: Visited) -> dict[str, list[str]]:
    """Return the attacks of which a language does not show every field as it is."""
    missed = {
        f"{name}, {language}": [each for each in shown(name) if each not in text]
        for language, text in site.texts.items()
        for name in (*WORDS, *BRACED)
    }
    return {name: fields for name, fields in missed.items() if fields}


def test_hostile_words_are_shown_as_they_are(unguarded: Visited) -> None:
    assert not_shown(unguarded) == {}


@pytest.mark.slow
def test_hostile_words_are_shown_under_the_policy_too(guarded: Visited) -> None:
    assert not_shown(guarded) == {}


def test_hostile_markdown_makes_no_element_but_of_prose(unguarded_site: Path, browser: Browser) -> None:
    assert MARKDOWN.count("\n\n") > 60
    with watched(browser, unguarded_site) as opened:
        opened.visit(f"en/{BRIEFING}/p0/index.html")
        found = opened.page.evaluate("[...document.querySelectorAll('.summary *')].map(each => each.localName)")
        hrefs = opened.page.evaluate("[...document.querySelectorAll('.summary a')].map(each => each.protocol)")
    assert set(found) <= PROSE_TAGS
    assert set(hrefs) <= {"http:", "https:", "mailto:"}


PARSED = """html => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const shape = [...page.querySelectorAll("*")].map(each => [each.localName, ...each.getAttributeNames()].join(" "));
  return [shape, page.body.textContent];
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_redirect_page_goes_nowhere_else(browser: Browser, hostile: Path, innocent: Path, language: str) -> None:
    files = [(site / language / MOVED / "index.html").read_text("utf-8") for site in (hostile, innocent)]
    with watched(browser, hostile) as opened:
        (shape, text), (expected, _) = (opened.page.evaluate(PARSED, file) for file in files)
    assert shape == expected
    assert squeezed(marked("place", WORDS["formula"])) in squeezed(text)
    assert [re.findall(r'content="0; url=(.*?)"', file) for file in files] == [["../p0/index.html"]] * 2


def test_hostile_words_reach_search_engines_as_they_are(unguarded: Visited) -> None:
    """The records in a page's head are JSON, and say what the text says."""
    records = [json.loads(each) for seen in unguarded.pages.values() for each in seen.data]
    texts = set(strings(records))
    for field in ("briefing", "briefing description", "headline", "place", "publisher"):
        for words in WORDS.values():
            assert any(squeezed(marked(field, words)) in text for text in map(squeezed, texts)), (field, words)


def strings(value: object) -> Iterator[str]:
    """Every text in some data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


ASK = """async query => {
  const input = document.querySelector("#q");
  input.value = query;
  input.dispatchEvent(new InputEvent("input"));
  const done = () => document.querySelector("#found").textContent !== "";
  for (document.querySelector("#found").textContent = ""; !done(); ) await new Promise(resolve => setTimeout(resolve));
  const results = document.querySelector(".results");
  return [results.textContent, [...results.querySelectorAll("*")].map(each => each.localName)];
}"""
"""What one query finds: the text, and the elements that show it."""
FOUND = ("alias", "definition", "measure text", "says", "scope", "unit")
"""The names of fields that are asked for, so that the results show their words."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_do_nothing_in_the_search(browser: Browser, unguarded_site: Path, language: str) -> None:
    """Neither as what is found nor as what is asked for, even without the policy."""
    with watched(browser, unguarded_site) as opened:
        file = f"{language}/search/index.html"
        opened.visit(f"{file}?q={quote(' '.join(WORDS.values()))}")
        opened.visit(file)
        results = [opened.page.evaluate(ASK, f"·{field}·") for field in FOUND]
    assert opened.noted == []
    assert {name for _, names in results for name in names} == {"section", "h2", "span", "ul", "li", "a", "mark"}
    found = squeezed(" ".join(text for text, _ in results))
    expected = [marked(field, words) for field in ("entity", "measure", "term") for words in WORDS.values()]
    assert [words for words in map(squeezed, expected) if words not in found] == []


def test_the_search_index_holds_hostile_words_as_they_are(browser: Browser, unguarded_site: Path) -> None:
    with watched(browser, unguarded_site) as opened:
        opened.visit("en/index.html")
        opened.page.evaluate("window.receiveIndex = entries => { window.entries = entries; }")
        opened.page.add_script_tag(path=unguarded_site / f"data/search-{BRIEFING}.js")
        entries = opened.page.evaluate("window.entries")
    assert opened.noted == []
    texts = set(strings(entries))
    assert {marked(field, words) for field in ("entity", "alias", "measure") for words in WORDS.values()} <= texts
    assert {marked("alias", words) for words in BRACED.values()} <= texts


FORMULA = re.compile(r'[\s"]*[=+\-@＝＋－＠]')
"""What a spreadsheet takes for the beginning of a formula, after what it passes over."""


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["commas", "semicolons", "tabs"])
def test_no_cell_of_a_table_is_a_formula(hostile: Path, separator: str) -> None:
    """Spreadsheets of some countries part cells by semicolons, and then quotes no longer keep a cell together."""
    text = (hostile / f"data/{BRIEFING}.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    split = [] if separator == "," else [line.split(separator) for line in text.splitlines()]
    assert [cell for row in rows + split for cell in row if FORMULA.match(cell)] == []


def test_a_table_adds_an_apostrophe_and_nothing_else(hostile: Path) -> None:
    text = (hostile / f"data/{BRIEFING}.csv").read_bytes().decode("utf-8-sig")
    cells = {cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row}
    plain = {cell.replace("'", "") for cell in cells}
    for field in ("scope", "note"):
        assert {marked(field, words).replace("'", "") for words in WORDS.values()} <= plain
        assert any(cell == f"'{marked(field, WORDS['formula'])}" for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: Path) -> None:
    book = openpyxl.load_workbook(hostile / f"data/{BRIEFING}.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    texts = {squeezed(str(cell.value).replace("_x000D_", "\r")) for cell in cells}
    fields = ("scope", "note", "says", "measure", "entity")
    assert {squeezed(marked(field, words)) for field in fields for words in WORDS.values()} <= texts


@pytest.mark.parametrize("name", ["string of a workbook", "end of a string of a workbook"])
def test_words_that_are_a_whole_cell_of_a_workbook_stay_words(minimal: Project, name: str) -> None:
    """What begins and ends as the library's own XML is written as text too."""
    title = f"{{zh: 招商, en: {json.dumps(WORDS[name])}}}"
    minimal.replace("content/demo-2030/alpha.yaml", "{zh: 主动招商, en: Active scouting}", title)
    (minimal.folder / "content/demo-2030/reviews.yaml").unlink()
    assert minimal.run("build").status == 0
    book = openpyxl.load_workbook(minimal.output / f"data/{BRIEFING}.xlsx")
    assert WORDS[name] in {cell.value for row in book["measures"].iter_rows() for cell in row}


def test_the_data_for_programs_holds_hostile_words_as_they_are(hostile: Path) -> None:
    found = set(strings(json.loads((hostile / f"data/{BRIEFING}.json").read_text("utf-8"))))
    fields = ("scope", "note", "measure", "entity", "entity description", "alias")
    assert {marked(field, words) for field in fields for words in WORDS.values()} <= found
    assert {marked("alias", words) for words in BRACED.values()} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_holds_hostile_words_as_text(hostile: Path, innocent: Path, language: str) -> None:
    feed, expected = (ET.parse(site / language / BRIEFING / "changes.xml").getroot() for site in (hostile, innocent))  # noqa: S314 - our own
    assert [(each.tag, *each.attrib) for each in feed.iter()] == [(each.tag, *each.attrib) for each in expected.iter()]
    texts = {squeezed(each.text or "") for each in feed.iter()}
    assert {squeezed(marked("change", words)) for words in WORDS.values()} <= texts


def test_a_sitemap_holds_nothing_but_addresses(hostile: Path, innocent: Path) -> None:
    for path in sorted(hostile.glob("sitemap*.xml")):
        ET.parse(path)  # noqa: S314 - our own
        assert path.read_bytes() == (innocent / path.name).read_bytes()


def test_a_view_that_is_downloaded_holds_no_formula(browser: Browser, unguarded_site: Path) -> None:
    with serving(unguarded_site.parent) as server, browser.new_context(accept_downloads=True) as context:
        page = context.new_page()
        page.goto(f"{server}/{unguarded_site.name}/en/{BRIEFING}/index.html")
        with page.expect_download() as download:
            page.locator("button[name=download]").click()
        text = Path(download.value.path()).read_text("utf-8-sig")
    for separator in ",;":
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []
    assert "'=HYPERLINK" in text
