"""The command line and the output folder: what is promised to the publisher."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import ROOT, SITE, Workplace, real_site, run, tree, writer

from briefing.engine.build import check
from briefing.engine.staging import MARKER
from briefing.markup.prose import Citing, plain
from briefing.problems import ContentError
from briefing.settings import Settings


def test_the_committed_site_equals_a_fresh_build(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "verify")
    assert (outcome.status, outcome.err) == (0, "")


def test_build_is_the_default_and_sums_up(minimal: Workplace) -> None:
    outcome = minimal.run()
    assert outcome.status == 0
    assert re.fullmatch(r"build: 46 pages, 2 languages, \d+\.\d\d seconds\n", outcome.out)


def test_check_writes_nothing(minimal: Workplace) -> None:
    assert minimal.run("check").status == 0
    assert not minimal.output.exists()


def test_verify_names_what_is_missing_changed_or_foreign(minimal: Workplace) -> None:
    minimal.run()
    assert minimal.run("verify").status == 0
    (minimal.output / "robots.txt").unlink()
    (minimal.output / "404.html").write_text("changed")
    (minimal.output / "stray.txt").write_text("left here")
    outcome = minimal.run("verify")
    assert outcome.status == 1
    assert outcome.err == "robots.txt: missing\nstray.txt: not part of the build\n404.html: differs\n"


def test_the_base_url_can_be_given(minimal: Workplace) -> None:
    assert minimal.run("build", "--base-url=https://other.example/here").status == 0
    assert "https://other.example/here/sitemap.xml" in (minimal.output / "robots.txt").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("--base-url=ftp://x/",),
        ("--base-url=https://x/?q",),
        ("--base-url=https://me:secret@x/",),
        ("--base-url=https://x/../y/",),
        ("--base-url=https://x/./",),
        ("serve", "--port=65536"),
        ("serve", "--port=-1"),
        ("--nonsense",),
        ("--content=/nowhere",),
    ],
)
def test_wrong_usage_exits_with_2(minimal: Workplace, arguments: tuple[str, ...]) -> None:
    outcome = run(minimal.capture, *arguments) if "--content=/nowhere" in arguments else minimal.run(*arguments)
    assert outcome.status == 2
    assert "build.py" in outcome.err


def test_what_a_terminal_cannot_show_is_still_said(minimal: Workplace) -> None:
    minimal.edit("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    command = [sys.executable, str(ROOT / "build.py"), "check", "--content=content", "--templates=templates"]
    for form in ("text", "json"):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
        ran = subprocess.run(
            [*command, f"--format={form}"], capture_output=True, text=True, check=False, env=environment
        )
        assert ran.returncode == 1
        assert "double-entry" in ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr


def test_files_no_longer_produced_go(minimal: Workplace) -> None:
    minimal.run()
    minimal.without_beta()
    assert minimal.run().status == 0
    assert not (minimal.output / "en/demo-2030/beta").exists()


def test_unchanged_files_are_left_alone(minimal: Workplace) -> None:
    minimal.run()
    before = (minimal.output / "404.html").stat()
    minimal.edit("content/demo-2030/briefing.yaml", "zh: 示例2030, en: Sample 2030", "zh: 又例2030, en: Another 2030")
    assert minimal.run().status == 0
    after = (minimal.output / "404.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_folder_that_is_not_ours_is_never_replaced(minimal: Workplace) -> None:
    minimal.output.mkdir()
    (minimal.output / "thesis.txt").write_text("years of work")
    outcome = minimal.run()
    assert outcome.status == 2
    assert "did not write" in outcome.err
    assert tree(minimal.output) == {"thesis.txt": b"years of work"}


def test_a_link_to_a_folder_stays_a_link(minimal: Workplace) -> None:
    (minimal.folder / "www").mkdir()
    minimal.output.symlink_to("www")
    assert minimal.run().status == 0
    assert minimal.output.is_symlink()
    assert (minimal.folder / "www" / "robots.txt").is_file()


@pytest.mark.parametrize("output", ["content/site", "templates/static/site", ".", "content"])
def test_output_inside_what_is_read_is_refused(minimal: Workplace, output: str) -> None:
    before = tree(minimal.folder)
    outcome = run(minimal.capture, "--content=content", "--templates=templates", f"--output={output}")
    assert outcome.status == 2
    assert "one in the other" in outcome.err
    assert tree(minimal.folder) == before


@pytest.mark.parametrize("output", ["file/site", "/proc/nowhere/site", "x" * 300])
def test_a_folder_that_cannot_be_written_is_said_plainly(minimal: Workplace, output: str) -> None:
    (minimal.folder / "file").write_text("a file")
    outcome = run(minimal.capture, "--content=content", "--templates=templates", f"--output={output}")
    assert outcome.status == 2
    assert outcome.err.startswith("build.py: ")


def test_the_editors_own_files_are_not_published(minimal: Workplace) -> None:
    (minimal.folder / "templates/static/.DS_Store").write_bytes(b"\0")
    (minimal.folder / "content/demo-2030/.alpha.yaml.swp").write_bytes(b"\0")
    assert minimal.run().status == 0
    assert not (minimal.output / "static/.DS_Store").exists()


def test_a_static_file_that_leads_out_is_not_published(minimal: Workplace) -> None:
    (minimal.folder / "templates/static/leak.txt").symlink_to("/etc/passwd")
    outcome = minimal.run()
    assert outcome.status == 1
    assert "templates/static/leak.txt: error[leads-out]" in outcome.err
    assert not minimal.output.exists()


def test_files_with_windows_line_ends_and_a_byte_order_mark_are_read(minimal: Workplace) -> None:
    minimal.run()
    before = tree(minimal.output)
    for path in (minimal.folder / "content").rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert minimal.run().status == 0
    assert tree(minimal.output) == before


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "templates").glob("*.html")))
def test_a_template_with_a_wrong_tag_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    template = tmp_path / "templates" / name
    template.write_text(template.read_text("utf-8") + "\n{% endnothing %}\n", "utf-8")
    line = template.read_text("utf-8").count("\n")
    with pytest.raises(ContentError, match=rf"templates/{re.escape(name)}:{line}: template: .*endnothing"):
        check(Settings(ROOT / "content", tmp_path / "templates", tmp_path / "site"))


def test_the_sitemaps_name_every_page_in_every_language() -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    index = ET.fromstring((SITE / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    maps = [str(each.text).removeprefix(real_site().settings.base_url) for each in index.findall(".//s:loc", names)]
    urls = [url for name in maps for url in ET.fromstring((SITE / name).read_bytes()).findall("s:url", names)]  # noqa: S314
    pages = [path for path in SITE.rglob("index.html") if path.parent != SITE]
    assert len(urls) == len(pages)
    for url in urls:
        assert [link.get("hreflang") for link in url.findall("x:link", names)] == ["zh-Hans", "en", "x-default"]


def test_a_language_cannot_take_the_folder_of_the_styles(minimal: Workplace) -> None:
    for path in (minimal.folder / "content").rglob("*.yaml"):
        text = re.sub(r"\ben(?=: )|(?<=code: )en\b|(?<=fallback: )en\b", "static", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    outcome = minimal.run("check")
    assert outcome.status == 1
    assert "content/site.yaml:6:5: error[collision]: the address 'static' is taken by the styles" in outcome.err


def test_the_output_carries_its_marker(minimal: Workplace) -> None:
    minimal.run()
    assert (minimal.output / MARKER).is_file()


@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, 0o077),
        ({"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "fr"}, 0o002),
    ],
)
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, environment: dict[str, str], umask: int) -> None:
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), f"--output={tmp_path / 'elsewhere'}"],
        env={**os.environ, **environment},
        cwd=tmp_path,
        umask=umask,
        check=True,
        capture_output=True,
    )
    assert tree(tmp_path / "elsewhere") == tree(ROOT / "site")


def test_markup_in_content_is_shown_not_run(minimal: Workplace) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    minimal.edit(
        "content/demo-2030/briefing.yaml", "手工摘编。, en: Summarised by hand.", f'"手{attack}", en: "{attack}"'
    )
    minimal.edit(
        "content/demo-2030/alpha.yaml", "主动外出招商。, en: It will scout for investors.", f"手{attack}, en: {attack}"
    )
    minimal.edit("content/places.yaml", "zh: 甲县, en: Alpha County", f"zh: '甲县{attack}', en: 'Alpha {attack}'")
    assert minimal.run().status == 0
    pages = b"".join(page for name, page in tree(minimal.output).items() if name.endswith(("html", "xml")))
    assert b"<script" not in pages
    assert b"<img" not in pages
    assert b"&lt;script&gt;" in pages


def test_every_speech_of_the_briefing_is_within_its_length() -> None:
    """Summaries keep to 150-280 characters of Chinese and 90-170 words of English, figures written out."""
    for speech in (loaded.record for loaded in real_site().speeches):
        texts = {code: plain(speech.summary[code], Citing(speech.figures, writer(code), {})) for code in ("zh", "en")}
        assert 150 <= len(texts["zh"].replace(" ", "")) <= 280, speech.place
        assert 90 <= len(texts["en"].split()) <= 170, speech.place
