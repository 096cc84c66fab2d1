"""The command that prints: links to the PDFs, the same bytes each time, and what it refuses."""

import re
import shutil
import sys

import pytest
from pypdf import PdfReader

from tests.support.command import Outcome, run_apart
from tests.support.paths import ROOT, tree
from tests.support.printing import require_printing
from tests.support.project import Project

LANGUAGES = ("zh", "en")
WITHOUT_GLYPH = "\U0010fffd"
"""A character of private use, which no font has."""
LABEL = "zh: 甲县, en: Alpha County"
SAID = {"weasyprint": "PDFs need WeasyPrint", "tinyhtml5": "requirements-pdf.lock"}
"""Modules that PDFs need, and what is said if they are missing."""


@pytest.fixture
def printing(minimal: Project) -> Project:
    """Give the minimal site the templates that have a book."""
    require_printing()
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    return minimal


def pdfs(project: Project) -> dict[str, bytes]:
    return {name: data for name, data in tree(project.output).items() if name.endswith(".pdf")}


def test_pages_link_the_pdfs_if_there_are_any(printing: Project) -> None:
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


@pytest.mark.slow
def test_the_same_content_gives_the_same_pdf(printing: Project) -> None:
    assert printing.run("pdf").status == 0
    here = pdfs(printing)
    folders = [f"--{name}={printing.folder / name}" for name in ("content", "templates")]
    elsewhere = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
    shutil.rmtree(printing.output)
    run_apart(printing.folder, "pdf", *folders, f"--output={printing.output}", **elsewhere)
    assert len(here) == len(LANGUAGES)
    assert pdfs(printing) == here


def assert_refused(project: Project, outcome: Outcome, message: str) -> None:
    assert outcome.status == 2
    assert message in outcome.err
    assert not project.output.exists()


@pytest.mark.parametrize("missing", SAID)
def test_without_weasyprint_it_says_what_to_install(
    printing: Project, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("briefing.pdf")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert_refused(printing, printing.run("pdf"), SAID[missing])
    assert printing.run("build").status == 0


def test_without_a_chinese_font_it_says_what_to_install(printing: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = printing.folder / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>", "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    message = "no font on this machine writes 简体中文; install one, such as Debian's fonts-noto-cjk"
    assert_refused(printing, printing.run("pdf"), message)


def test_a_character_without_a_glyph_is_named_in_content(printing: Project) -> None:
    printing.replace("content/places.yaml", LABEL, f"zh: 甲{WITHOUT_GLYPH}县, en: Alpha{WITHOUT_GLYPH} County")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert re.search(r"content/places\.yaml:\d+:\d+: error\[missing-glyph\]: no font .* \(U\+10FFFD\)", outcome.err)
    assert not printing.output.exists()
    assert printing.run("build").status == 0


def test_a_character_without_a_glyph_is_named_in_a_template(printing: Project) -> None:
    printing.replace("templates/pdf.html", "{{ version }}</dd>", f"{{{{ version }}}}{WITHOUT_GLYPH}</dd>")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert "templates/pdf.html: error[missing-glyph]" in outcome.err


def test_a_style_that_is_wrong_stops_the_build(printing: Project) -> None:
    printing.replace("templates/pdf.css", "break-inside: avoid;", "break-inside: maybe;")
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert "templates/pdf.html: error[template]: WeasyPrint says: Ignored `break-inside: maybe`" in outcome.err


@pytest.mark.parametrize("where", ["disk", "network"])
def test_a_book_fetches_nothing(printing: Project, where: str) -> None:
    secret = printing.folder / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    address = secret.as_uri() if where == "disk" else "http://127.0.0.1:9/x.png"
    printing.replace("templates/pdf.html", '<section class="cover">', f'<section><img alt="x" src="{address}">')
    outcome = printing.run("pdf")
    assert outcome.status == 1
    assert "fetches nothing" in outcome.err
