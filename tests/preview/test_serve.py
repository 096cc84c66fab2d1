"""The preview: what an editor sees from one save to the next, and what nobody else may see.

All tests share one preview; each leaves the folder as it was, and waits until the pages are so too.
"""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.paths import ROOT, SITES, tree
from tests.support.preview import FOLDERS, Preview, lay_out, restore, serving_preview
from tests.support.waiting import LONGEST, wait_until

MINIMAL = SITES / "minimal" / "content"
ALPHA = "/en/demo-2030/alpha/"
SPEECH = "content/demo-2030/alpha.yaml"
TITLE, NEW = "title: {zh: 主动招商, en: Active scouting}", "title: {zh: 四处招商, en: Scouting far and wide}"
MILLISECONDS = LONGEST * 1000


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Preview the minimal content with the templates that are published."""
    folder = tmp_path_factory.mktemp("preview")
    lay_out(folder, MINIMAL)
    with serving_preview(folder) as preview:
        yield preview


@pytest.fixture
def preview(shared: Preview) -> Iterator[Preview]:
    """Yield the preview, then restore its folder and wait for its pages."""
    files = {name: tree(shared.folder / name) for name in FOLDERS}
    before = pages(shared)
    yield shared
    for name in FOLDERS:
        restore(shared.folder / name, files[name])
    wait_until(
        lambda: pages(shared) == before and not shared.problems(), "the pages are what they were before the test"
    )


def pages(preview: Preview) -> list[tuple[int, str]]:
    """Return some pages of each kind, less the number that the preview gives each version of the site."""
    watched = ("/en/", "/zh/", ALPHA, "/en/demo-2030/beta/", "/en/nowhere/")
    found = (preview.get(path) for path in watched)
    return [(status, re.sub(r'data-version="\d+"', "", body)) for status, body in found]


def test_a_save_shows_by_itself_where_the_reader_was(preview: Preview, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(preview.address + ALPHA)
    expect(page.get_by_text("Active scouting").first).to_be_visible()
    page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    preview.replace(SPEECH, TITLE, NEW)
    expect(page.get_by_text("Scouting far and wide").first).to_be_visible(timeout=MILLISECONDS)
    wait_until(lambda: abs(page.evaluate("scrollY") - 700) < 10, "the page is scrolled as before")


def test_an_error_shows_over_the_last_good_page(preview: Preview, page: Page) -> None:
    page.goto(preview.address + ALPHA)
    preview.replace(SPEECH, "value: 90", "value: 91")
    problems = page.locator("#preview-problems")
    expect(problems).to_contain_text("alpha.yaml:11:5: error[double-entry]", timeout=MILLISECONDS)
    expect(problems).to_contain_text("correct either")
    expect(page.get_by_text("at least 90 projects").first).to_be_visible()
    assert "at least 90 projects" in preview.get(ALPHA)[1]
    preview.replace(SPEECH, "value: 91", "value: 90")
    expect(problems).to_have_count(0, timeout=MILLISECONDS)
    expect(page.get_by_text("at least 90 projects").first).to_be_visible()


def test_what_nobody_has_reviewed_is_marked_as_a_draft(preview: Preview, page: Page) -> None:
    page.goto(preview.address + ALPHA)
    expect(page.locator("#preview-draft")).to_have_count(0)
    preview.replace(SPEECH, TITLE, NEW)
    draft = "Draft: nobody has looked at 1 text"
    expect(page.locator("#preview-draft")).to_contain_text(draft, timeout=MILLISECONDS)
    page.goto(f"{preview.address}/en/demo-2030/beta/")
    expect(page.locator("#preview-draft")).to_have_count(0)


@pytest.mark.parametrize(
    ("file", "before", "after", "path", "shown"),
    [
        ("content/places.yaml", "Alpha County", "Alpha Shire", ALPHA, "Alpha Shire"),
        ("content/demo-2030/briefing.yaml", "en: Sample 2030", "en: Another 2030", "/en/", "Another 2030"),
        ("templates/place.html", "{% block content %}", "{% block content %}<p>New words</p>", ALPHA, "New words"),
        ("templates/static/site.css", ":root", ":root { --new: 1px }\n:root", ALPHA, "site."),
        ("templates/locales/zh/LC_MESSAGES/messages.po", "术语表", "词汇表", "/zh/", "词汇表"),
    ],
    ids=["shared file", "briefing", "template", "styles", "translation"],
)
def test_every_kind_of_file_is_watched(  # noqa: PLR0913, PLR0917 - an edit and where it shows
    preview: Preview, file: str, before: str, after: str, path: str, shown: str
) -> None:
    was = preview.get(path)
    assert was[0] == 200
    preview.replace(file, before, after)
    wait_until(lambda: preview.get(path) != was, "the page has changed", pause=0.02)
    preview.wait_for(path, shown)


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
    preview.wait_for(ALPHA, "Active scouting")
    path = preview.folder / SPEECH
    save(path, path.read_text("utf-8").replace(TITLE, NEW))
    preview.wait_for(ALPHA, "Scouting far and wide")
    wait_until(lambda: "preview-problems" not in preview.get(ALPHA)[1], "no problem is shown")


def test_briefings_come_and_go(preview: Preview) -> None:
    content = preview.folder / "content"
    preview.wait_for("/en/", "Sample 2030")
    shutil.copytree(content / "demo-2030", content / "demo-2031")
    preview.wait_for("/en/demo-2031/alpha/", "Active scouting")
    preview.wait_for("/en/", "demo-2031")
    (content / "demo-2031").rename(content / "demo-2032")
    wait_until(lambda: preview.get("/en/demo-2031/alpha/")[0] == 404, "the old address is gone")
    preview.wait_for("/en/demo-2032/alpha/", "Active scouting")
    shutil.rmtree(content / "demo-2032")
    wait_until(lambda: preview.get("/en/demo-2032/alpha/")[0] == 404, "the briefing is gone")
    assert "demo-2032" not in preview.get("/en/")[1]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_missing_folder_is_a_problem_until_it_is_back(preview: Preview, name: str) -> None:
    preview.wait_for(ALPHA, "Active scouting")
    folder = preview.folder / name
    folder.rename(folder.with_name("away"))
    wait_until(lambda: f"{folder} is not a folder" in preview.problems(), "the missing folder is a problem")
    preview.wait_for(ALPHA, "Active scouting")
    folder.with_name("away").rename(folder)
    wait_until(lambda: preview.problems() == "", "there is no problem any more")
    preview.replace(SPEECH, TITLE, NEW)
    preview.wait_for(ALPHA, "Scouting far and wide")


def test_it_starts_with_content_that_has_errors(tmp_path: Path, page: Page) -> None:
    lay_out(tmp_path, MINIMAL)
    Preview(tmp_path, 0).replace("content/site.yaml", "languages", "langages")
    with serving_preview(tmp_path) as preview:
        page.goto(preview.address + ALPHA)
        expect(page.locator("#preview-problems")).to_contain_text("site.yaml", timeout=MILLISECONDS)
        preview.replace("content/site.yaml", "langages", "languages")
        expect(page.get_by_text("Active scouting").first).to_be_visible(timeout=MILLISECONDS)


def test_what_is_mended_is_no_problem_any_more(preview: Preview) -> None:
    """Whoever asks for it."""
    preview.replace(SPEECH, "value: 90", "value: 91")
    wait_until(lambda: "double-entry" in (preview.get(ALPHA)[1], preview.problems())[1], "the error is told")
    preview.replace(SPEECH, "value: 91", "value: 90")
    wait_until(lambda: preview.problems() == "", "there is no problem any more")


def test_a_save_shows_while_another_briefing_is_wrong(preview: Preview, page: Page) -> None:
    shutil.copytree(preview.folder / "content/demo-2030", preview.folder / "content/demo-2031")
    preview.wait_for("/en/demo-2031/alpha/", "Active scouting")
    page.goto(preview.address + ALPHA)
    preview.replace("content/demo-2031/alpha.yaml", "value: 90", "value: 91")
    expect(page.locator("#preview-problems")).to_contain_text("double-entry", timeout=MILLISECONDS)
    preview.replace(SPEECH, TITLE, NEW)
    expect(page.get_by_text("Scouting far and wide").first).to_be_visible(timeout=MILLISECONDS)
    expect(page.locator("#preview-problems")).to_contain_text("double-entry")


@pytest.mark.parametrize("name", ["index", "404", "robots", "search-demo-2030", "sitemap-demo-2031"])
def test_a_briefing_may_be_named_as_files_are(preview: Preview, name: str) -> None:
    preview.wait_for("/en/", "Sample 2030")
    (preview.folder / "content/demo-2030").rename(preview.folder / f"content/{name}")
    preview.wait_for(f"/en/{name}/alpha/", "Active scouting")
    files = (
        f"data/{name}.csv",
        f"data/search-{name}.js",
        "robots.txt",
        f"sitemap-{name}.xml",
        "zh/search/",
        "en/404.html",
    )
    assert [preview.get(f"/{file}")[0] for file in files] == [200] * len(files)


def test_the_page_for_missing_addresses_has_its_styles(preview: Preview) -> None:
    """Wherever the site is published."""
    assert "https://sample.example/sub/en/demo-2030/" in preview.get(ALPHA)[1]
    assert '<base href="/">' in preview.get("/en/nowhere/")[1]


def test_it_answers_this_machine_alone(preview: Preview) -> None:
    assert preview.get("/en/", host="localhost")[0] == 200
    assert preview.get("/en/", host="attacker.example")[0] == 400
    for name in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
        if not str(name[4][0]).startswith("127."):
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((str(name[4][0]), preview.port), timeout=LONGEST)


FORBIDDEN = (
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


def test_it_lists_no_folder_and_serves_nothing_else(preview: Preview) -> None:
    assert preview.get("/en/")[0] == 200
    (preview.folder / "templates/static/leak.txt").symlink_to("/etc/passwd")
    for path in FORBIDDEN:
        status, body = preview.get(path)
        assert status == 404, path
        assert "root:" not in body, path
        assert "import" not in body, path


def test_an_address_without_its_slash_redirects(preview: Preview) -> None:
    assert preview.get("/en/demo-2030/alpha")[0] == 307
    for file, words in (("/data/demo-2030.csv", "alpha"), ("/sitemap.xml", "sitemapindex"), ("/robots.txt", "Sitemap")):
        status, body = preview.get(file)
        assert status == 200
        assert words in body


def test_a_port_that_is_taken_is_said(preview: Preview) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", f"--port={preview.port}"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
    assert ended.returncode == 2
    assert "--port" in ended.stderr
