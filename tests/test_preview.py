"""The preview: what an editor sees from one save to the next, and what nobody else may see."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, SITES
from playwright.sync_api import Page, expect

SOON = 15
"""Seconds that a busy machine may take from a save to the page."""


@dataclass(frozen=True)
class Preview:
    """A preview at work, and the folder it shows."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        connection.request("GET", path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def shows(self, path: str, words: str) -> None:
        until(lambda: words in self.get(path)[1])

    def problems(self) -> str:
        """Return the problems that pages are told of."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        connection.request("GET", "/~preview/events")
        return str(json.loads(connection.getresponse().readline().removeprefix(b"data: "))["problems"])

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert before in text, f"{before!r} is not in {file}"
        path.write_text(text.replace(before, after), "utf-8")


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of the minimal content with the templates that are published."""
    shutil.copytree(SITES / "minimal/content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    folders = [f"--{name}={tmp_path / name}" for name in ("content", "templates")]
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port=0", *folders]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stdout
    told = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
    assert told
    yield Preview(tmp_path, int(told[1]))
    process.send_signal(signal.SIGINT)
    assert process.wait(SOON) in (0, 130)


ALPHA = "/en/demo-2030/alpha/"
SPEECH = "content/demo-2030/alpha.yaml"
TITLE, NEW = "title: {zh: 主动招商, en: Active scouting}", "title: {zh: 四处招商, en: Scouting far and wide}"


def test_a_save_shows_in_the_page_without_a_hand_and_where_the_reader_was(preview: Preview, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(preview.address + ALPHA)
    expect(page.get_by_text("Active scouting").first).to_be_visible()
    page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    preview.edit(SPEECH, TITLE, NEW)
    expect(page.get_by_text("Scouting far and wide").first).to_be_visible(timeout=SOON * 1000)
    until(lambda: abs(page.evaluate("scrollY") - 700) < 10)


def test_an_error_shows_over_the_last_good_page_until_it_is_mended(preview: Preview, page: Page) -> None:
    page.goto(preview.address + ALPHA)
    preview.edit(SPEECH, "value: 90", "value: 91")
    problems = page.locator("#preview-problems")
    expect(problems).to_contain_text("alpha.yaml:11:5: error[double-entry]", timeout=SOON * 1000)
    expect(problems).to_contain_text("correct either")
    expect(page.get_by_text("at least 90 projects").first).to_be_visible()
    assert "at least 90 projects" in preview.get(ALPHA)[1]
    preview.edit(SPEECH, "value: 91", "value: 90")
    expect(problems).to_have_count(0, timeout=SOON * 1000)
    expect(page.get_by_text("at least 90 projects").first).to_be_visible()


def test_what_nobody_has_looked_at_is_marked_as_a_draft(preview: Preview, page: Page) -> None:
    page.goto(preview.address + ALPHA)
    expect(page.locator("#preview-draft")).to_have_count(0)
    preview.edit(SPEECH, TITLE, NEW)
    expect(page.locator("#preview-draft")).to_contain_text("Draft: nobody has looked at 1 text", timeout=SOON * 1000)
    page.goto(preview.address + "/en/demo-2030/beta/")
    expect(page.locator("#preview-draft")).to_have_count(0)


@pytest.mark.parametrize(
    ("edit", "path", "shown"),
    [
        (("content/places.yaml", "Alpha County", "Alpha Shire"), ALPHA, "Alpha Shire"),
        (("content/demo-2030/briefing.yaml", "en: Sample 2030", "en: Another 2030"), "/en/", "Another 2030"),
        (("templates/place.html", "{% block content %}", "{% block content %}<p>New words</p>"), ALPHA, "New words"),
        (("templates/static/site.css", ":root", ":root { --new: 1px }\n:root"), ALPHA, "site."),
        (("templates/locales/zh/LC_MESSAGES/messages.po", "术语表", "词汇表"), "/zh/", "词汇表"),
    ],
)
def test_every_kind_of_file_is_seen(preview: Preview, edit: tuple[str, str, str], path: str, shown: str) -> None:
    was = preview.get(path)
    assert was[0] == 200
    preview.edit(*edit)
    until(lambda: preview.get(path) != was)
    preview.shows(path, shown)


def written_in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def through_a_temporary_file(path: Path, text: str) -> None:
    other = path.with_name(f".{path.name}.tmp")
    other.write_text(text, "utf-8")
    other.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, "utf-8")
    path.with_name(f"{path.name}~").unlink()


def deleted_first(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.3)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [written_in_place, through_a_temporary_file, with_a_backup, deleted_first])
def test_editors_save_in_several_ways(preview: Preview, save: Callable[[Path, str], None]) -> None:
    preview.shows(ALPHA, "Active scouting")
    path = preview.folder / SPEECH
    save(path, path.read_text("utf-8").replace(TITLE, NEW))
    preview.shows(ALPHA, "Scouting far and wide")
    until(lambda: "preview-problems" not in preview.get(ALPHA)[1])


def test_briefings_come_and_go(preview: Preview) -> None:
    content = preview.folder / "content"
    preview.shows("/en/", "Sample 2030")
    shutil.copytree(content / "demo-2030", content / "demo-2031")
    preview.shows("/en/demo-2031/alpha/", "Active scouting")
    preview.shows("/en/", "demo-2031")
    (content / "demo-2031").rename(content / "demo-2032")
    until(lambda: preview.get("/en/demo-2031/alpha/")[0] == 404)
    preview.shows("/en/demo-2032/alpha/", "Active scouting")
    shutil.rmtree(content / "demo-2032")
    until(lambda: preview.get("/en/demo-2032/alpha/")[0] == 404)
    assert "demo-2032" not in preview.get("/en/")[1]


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_folder_that_is_away_for_a_while_is_a_problem_over_the_last_good_page(preview: Preview, name: str) -> None:
    preview.shows(ALPHA, "Active scouting")
    folder = preview.folder / name
    folder.rename(folder.with_name("away"))
    until(lambda: f"{folder} is not a folder" in preview.problems())
    preview.shows(ALPHA, "Active scouting")
    folder.with_name("away").rename(folder)
    until(lambda: preview.problems() == "")
    preview.edit(SPEECH, TITLE, NEW)
    preview.shows(ALPHA, "Scouting far and wide")


def test_it_begins_with_content_that_has_errors(preview: Preview, page: Page) -> None:
    preview.edit("content/site.yaml", "languages", "langages")
    page.goto(preview.address + ALPHA)
    expect(page.locator("#preview-problems")).to_contain_text("site.yaml", timeout=SOON * 1000)
    preview.edit("content/site.yaml", "langages", "languages")
    expect(page.get_by_text("Active scouting").first).to_be_visible(timeout=SOON * 1000)


def test_what_is_mended_is_no_problem_any_more_whoever_asks(preview: Preview) -> None:
    preview.edit(SPEECH, "value: 90", "value: 91")
    until(lambda: "double-entry" in (preview.get(ALPHA)[1], preview.problems())[1])
    preview.edit(SPEECH, "value: 91", "value: 90")
    until(lambda: preview.problems() == "")


def test_a_save_shows_while_something_else_is_wrong(preview: Preview, page: Page) -> None:
    shutil.copytree(preview.folder / "content/demo-2030", preview.folder / "content/demo-2031")
    preview.shows("/en/demo-2031/alpha/", "Active scouting")
    page.goto(preview.address + ALPHA)
    preview.edit("content/demo-2031/alpha.yaml", "value: 90", "value: 91")
    expect(page.locator("#preview-problems")).to_contain_text("double-entry", timeout=SOON * 1000)
    preview.edit(SPEECH, TITLE, NEW)
    expect(page.get_by_text("Scouting far and wide").first).to_be_visible(timeout=SOON * 1000)
    expect(page.locator("#preview-problems")).to_contain_text("double-entry")


@pytest.mark.parametrize("name", ["index", "404", "robots", "search-demo-2030", "sitemap-demo-2031"])
def test_a_briefing_may_be_called_as_files_are(preview: Preview, name: str) -> None:
    preview.shows("/en/", "Sample 2030")
    (preview.folder / "content/demo-2030").rename(preview.folder / f"content/{name}")
    preview.shows(f"/en/{name}/alpha/", "Active scouting")
    files = (
        f"data/{name}.csv",
        f"data/search-{name}.js",
        "robots.txt",
        f"sitemap-{name}.xml",
        "zh/search/",
        "en/404.html",
    )
    assert [preview.get(f"/{file}")[0] for file in files] == [200] * len(files)


def test_the_page_for_what_is_not_there_has_its_styles_wherever_the_site_is_published(preview: Preview) -> None:
    assert "https://sample.example/sub/en/demo-2030/" in preview.get(ALPHA)[1]
    assert '<base href="/">' in preview.get("/en/nowhere/")[1]


def test_it_answers_this_machine_alone(preview: Preview) -> None:
    assert preview.get("/en/", host="localhost")[0] == 200
    assert preview.get("/en/", host="attacker.example")[0] == 400
    for name in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
        if not str(name[4][0]).startswith("127."):
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((str(name[4][0]), preview.port), timeout=SOON)


NOWHERE = (
    "/../content/site.yaml",
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/~preview/server.py",
    "/~preview/..%2fserver.py",
    "/static/leak.txt",
    "/static/",
    "/en/demo-2030/nobody/",
    "/%00",
)


def test_it_lists_no_folder_and_leads_nowhere_else(preview: Preview) -> None:
    assert preview.get("/en/")[0] == 200
    (preview.folder / "templates/static/leak.txt").symlink_to("/etc/passwd")
    for path in NOWHERE:
        status, body = preview.get(path)
        assert status == 404, path
        assert "root:" not in body, path
        assert "import" not in body, path


def test_an_address_without_its_slash_leads_to_the_page(preview: Preview) -> None:
    assert preview.get("/en/demo-2030/alpha")[0] == 307
    for file, words in (("/data/demo-2030.csv", "alpha"), ("/sitemap.xml", "sitemapindex"), ("/robots.txt", "Sitemap")):
        status, body = preview.get(file)
        assert status == 200
        assert words in body


def test_a_port_that_is_taken_is_said(preview: Preview) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", f"--port={preview.port}"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 2
    assert "--port" in ended.stderr
