"""The PDFs: every figure is in them, readers find their way, and nothing is printed wrong without a word."""

from __future__ import annotations

import ctypes.util
import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, Outcome, Workplace, real_site, require, tree
from pypdf import PdfReader
from pypdf.generic import Destination

from briefing.i18n.catalogs import load_catalogs
from briefing.pages import pages
from briefing.queries.comparison import compare
from briefing.render.renderer import Renderer

if TYPE_CHECKING:
    from briefing.pdf import Book

LANGUAGES = ("zh", "en")
NOWHERE = "\U0010fffd"
"""A character of private use, which no font has."""
LABEL = "zh: 甲县, en: Alpha County"


@pytest.fixture(autouse=True)
def _tools() -> None:
    require(ctypes.util.find_library("pangoft2-1.0"), "no Pango, which WeasyPrint needs")
    for program in ("fc-list", "pdftotext"):
        require(shutil.which(program), f"no {program}")


@pytest.fixture
def printing(minimal: Workplace) -> Workplace:
    """The smallest whole site with the templates that have a book."""
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    return minimal


@functools.cache
def renderer() -> Renderer:
    site = real_site()
    catalogs, _ = load_catalogs(ROOT / "templates", site.languages)
    return Renderer(site, ROOT / "templates", catalogs, site.settings.base_url, pdf=True)


@functools.cache
def real_books() -> dict[str, Book]:
    """The books of the site that is published, by language."""
    from briefing.pdf import CHAPTERS, books  # noqa: PLC0415 - fails where Pango is missing

    held = [page for page in pages(real_site()) if page.template in CHAPTERS]
    rendered = {page.file: renderer().render(page) for page in held}
    return {book.name.split(".")[-2]: book for book in books(renderer(), held, rendered)}


@functools.cache
def reader(language: str) -> PdfReader:
    return PdfReader(BytesIO(real_books()[language].data))


@functools.cache
def words(language: str, *options: str) -> str:
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=real_books()[language].data, check=True, capture_output=True).stdout.decode()


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def chapters(language: str) -> list[str]:
    """What the contents and the bookmarks should name."""
    site, voice = real_site(), renderer().voices[language]
    places = [voice.text(site.places[each.record.place].name) for each in site.briefings[0].speeches]
    return [voice.title("Comparison"), *places, voice.title("About and method")]


def top_bookmarks(language: str) -> Iterator[tuple[str, int]]:
    for each in reader(language).outline:
        if isinstance(each, Destination):
            number = reader(language).get_destination_page_number(each)
            assert number is not None
            yield str(each.title), number + 1


def links_of(language: str) -> list[Any]:
    return [each.get_object() for page in reader(language).pages for each in page.get("/Annots", ())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_with_its_period_its_wording_and_its_paragraph(language: str) -> None:
    text, voice = flat(words(language, "-raw")), renderer().voices[language]
    for speech in (loaded.record for loaded in real_site().speeches):
        for figure in speech.figures.values():
            record = f"{voice.writer(figure)}{voice.period(figure.period)}{figure.stated}[{figure.at}]"
            assert flat(record) in text, (speech.place, figure.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_stands_in_full(language: str) -> None:
    text, voice = flat(words(language, "-raw")), renderer().voices[language]
    for speech in (loaded.record for loaded in real_site().speeches):
        for measure in speech.measures:
            assert flat(voice.text(measure.title)) in text, (speech.place, measure.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bookmarks_are_the_chapters_and_the_contents_name_their_pages(language: str) -> None:
    bookmarks = list(top_bookmarks(language))
    contents = re.sub(r"[ \t]+", " ", words(language, "-layout", "-f", "2", "-l", "2"))
    assert [title for title, _ in bookmarks[1:]] == chapters(language)
    for title, number in bookmarks[1:]:
        assert f"{title} {number}\n" in contents
        heading = reader(language).pages[number - 1].extract_text()
        assert flat(title) in flat(heading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_tagged_and_says_its_language_and_title(language: str) -> None:
    root: Any = reader(language).trailer["/Root"]
    tag = next(each.tag for each in real_site().languages if each.code == language)
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    metadata = reader(language).metadata
    assert metadata
    assert metadata.title == renderer().voices[language].text(real_site().briefings[0].record.title)
    assert metadata.author == renderer().voices[language].text(real_site().settings.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_within_the_book_or_to_whole_addresses(language: str) -> None:
    names = reader(language).named_destinations
    inside = [each["/Dest"] for each in links_of(language) if "/Dest" in each]
    outside = [each["/A"]["/URI"] for each in links_of(language) if "/A" in each and "/URI" in each["/A"]]
    assert set(inside) <= names.keys()
    assert all(address.startswith(f"{renderer().base_url}{language}/") for address in outside)
    for speech in (loaded.record for loaded in real_site().speeches):
        assert {f"guangan-2023/{speech.place}:f-{figure}" for figure in speech.figures} <= set(inside)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_opens_what_the_site_folds_away(language: str) -> None:
    first, last = (number for _, number in list(top_bookmarks(language))[1:3])
    text = flat(words(language, "-raw", "-f", str(first), "-l", str(last - 1)))
    voice, site = renderer().voices[language], real_site()
    compared = compare(site, site.briefings[0])
    assert all(flat(voice.text(each.short)) in text for each in compared.indicators)
    shown = [each.figure for row in compared.rows for cell in row.cells for each in cell]
    assert max(len(cell) for row in compared.rows for cell in row.cells) > 1
    assert all(flat(voice.writer(figure)) in text for figure in shown)


def test_the_site_links_its_pdfs_when_it_has_them(printing: Workplace) -> None:
    outcome = printing.run("pdf")
    assert outcome.status == 0, outcome.err
    for language in LANGUAGES:
        name = f"data/demo-2030.{language}.pdf"
        count = len(PdfReader(printing.output / name).pages)
        assert re.search(rf"^{name}: {count} pages, \d\.\d MB$", outcome.out, re.MULTILINE)
        page = (printing.output / language / "demo-2030/alpha/index.html").read_text("utf-8")
        assert f'href="../../../{name}"' in page
    assert printing.run("build").status == 0
    assert not [name for name, data in tree(printing.output).items() if name.endswith(".pdf") or b".pdf" in data]


def test_the_same_content_gives_the_same_pdf(printing: Workplace) -> None:
    environments = {"one": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, "two": {"TZ": "UTC", "LC_ALL": "C"}}
    for name, environment in environments.items():
        folders = [f"--{each}={printing.folder / each}" for each in ("content", "templates")]
        command = [sys.executable, str(ROOT / "build.py"), "pdf", *folders, f"--output={printing.folder / name}"]
        subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True)
    one, two = (pdfs(printing.folder / name) for name in environments)
    assert len(one) == len(LANGUAGES)
    assert one == two


def pdfs(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name.endswith(".pdf")}


@pytest.mark.parametrize(
    ("missing", "said"),
    [("weasyprint", "PDFs need WeasyPrint"), ("tinyhtml5", "requirements-pdf.lock")],
)
def test_without_weasyprint_the_command_says_what_to_install(
    printing: Workplace, monkeypatch: pytest.MonkeyPatch, missing: str, said: str
) -> None:
    unloaded(monkeypatch)
    monkeypatch.setitem(sys.modules, missing, None)
    assert_refused(printing, printing.run("pdf"), said)
    assert printing.run("build").status == 0


def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("briefing.pdf")]:
        monkeypatch.delitem(sys.modules, name)


def assert_refused(place: Workplace, outcome: Outcome, said: str) -> None:
    assert outcome.status == 2
    assert said in outcome.err
    assert not place.output.exists()


def test_without_a_chinese_font_the_command_says_what_to_install(
    printing: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = printing.folder / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>", "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    said = "no font on this machine writes 简体中文; install one, such as Debian's fonts-noto-cjk"
    assert_refused(printing, printing.run("pdf"), said)


def test_a_character_without_a_glyph_is_named_with_its_place(printing: Workplace) -> None:
    printing.edit("content/places.yaml", LABEL, f"zh: 甲{NOWHERE}县, en: Alpha{NOWHERE} County")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert re.search(r"content/places\.yaml:\d+:\d+: error\[missing-glyph\]: no font .* \(U\+10FFFD\)", outcome.err)
    assert not printing.output.exists()
    assert printing.run("build").status == 0


def test_a_character_of_the_templates_without_a_glyph_is_named_too(printing: Workplace) -> None:
    printing.edit("templates/book.html", "{{ version }}</dd>", f"{{{{ version }}}}{NOWHERE}</dd>")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert "templates/book.html: error[missing-glyph]" in outcome.err


def test_a_style_that_is_wrong_stops_the_build(printing: Workplace) -> None:
    printing.edit("templates/book.css", "break-inside: avoid;", "break-inside: maybe;")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert "templates/book.html: error[template]: WeasyPrint says: Ignored `break-inside: maybe`" in outcome.err


def test_a_book_fetches_nothing(tmp_path: Path) -> None:
    from briefing.pdf.press import printed  # noqa: PLC0415 - fails where Pango is missing

    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    for address in (secret.as_uri(), "http://127.0.0.1:9/x.png"):
        _, _, complaints = printed(f'<html lang="en"><title>x</title><img alt="x" src="{address}">')
        assert "a book fetches nothing" in complaints[0].message
