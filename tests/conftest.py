"""What the tests share: whole small sites, the real one, the command line as a function, and tools CI must have."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import Browser, Locator, Page, sync_playwright

import build
from briefing.content.load import load_site
from briefing.content.site import Site
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import Writer
from briefing.pages import pages

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
SITE = ROOT / "site"
"""The site that is published."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes what whole sites are compared with, and the messages about bad ones, anew."""
    parser.addoption("--update", action="store_true", help="renew what whole sites and messages are compared with")


@functools.cache
def real_site() -> Site:
    """The site that is published."""
    site, problems = load(ROOT / "content")
    assert site, problems
    return site


@functools.cache
def writer(language: str) -> Writer:
    """What writes figures on its pages."""
    site = real_site()
    catalogs, _ = load_catalogs(ROOT / "templates", site.languages)
    locale = next(each.locale for each in site.languages if each.code == language)
    return Writer(Locale.parse(locale), language, catalogs[language], site.units)


@dataclass(frozen=True)
class Outcome:
    """What one run of the command line did."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Workplace:
    """A folder with content, templates and an output folder of its own."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> Outcome:
        folders = [f"--{name}={self.folder / name}" for name in ("content", "templates")]
        return run(self.capture, *arguments, *folders, f"--output={self.output}")

    def desk(self, *arguments: str) -> Outcome:
        """Run a command that knows the content only."""
        return run(self.capture, *arguments, f"--content={self.folder / 'content'}")

    @property
    def output(self) -> Path:
        return self.folder / "site"

    def without_beta(self) -> None:
        """Take the second speech out: its file, its place, its part of the source."""
        (self.folder / "content/demo-2030/beta.yaml").unlink()
        self.edit("content/demo-2030/briefing.yaml", "[alpha, beta]", "[alpha]")
        source = self.folder / "content/demo-2030/source.yaml"
        source.write_text(source.read_text("utf-8").partition("beta:")[0], "utf-8")

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert before in text, f"{before!r} is not in {file}"
        path.write_text(text.replace(before, after, 1), "utf-8")


def run(capture: pytest.CaptureFixture[str], *arguments: str) -> Outcome:
    """Run build.py in this process."""
    capture.readouterr()
    try:
        status = build.main(arguments)
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 1
    said = capture.readouterr()
    return Outcome(status, said.out, said.err)


@pytest.fixture
def minimal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """The smallest whole site, with templates of its own, in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("content", "templates"):
        shutil.copytree(SITES / "minimal" / name, tmp_path / name)
    return Workplace(tmp_path, capsys)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def require(found: object, missing: str) -> None:
    """Skip where a tool is missing on a newcomer's machine; fail in CI, where nothing may be skipped."""
    if not found and os.environ.get("CI"):
        pytest.fail(f"{missing}, which CI must have")
    if not found:
        pytest.skip(missing)


def heaviest(site: Path) -> dict[str, str]:
    """The file of one page of each type and language, the heaviest, with its template."""
    everything = list(pages(real_site()))
    ascending = sorted(everything, key=lambda page: (site / page.file).stat().st_size)
    largest = {(page.template, page.language and page.language.code): page.file for page in ascending}
    return {page.file: page.template for page in everything if page.file in largest.values()}


TYPES = sorted(heaviest(SITE))
"""The heaviest page of each template in each language, and those that all languages share."""


def follow(link: Locator) -> None:
    """Click a link and wait for where it leads: a click alone may return while the page still changes."""
    with link.page.expect_navigation():
        link.click()


class Quiet(SimpleHTTPRequestHandler):
    """Serves the folder that holds the site, so that the site stands under a sub-path."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The site under a sub-path of a server of this test's own."""
    server = serve(SITE.parent)
    yield f"http://127.0.0.1:{server.server_port}/{SITE.name}"
    server.shutdown()


@pytest.fixture(scope="session")
def root_address() -> Iterator[str]:
    """The site at the root of a server, where site.yaml says it is: 404.html is at home nowhere else."""
    server = serve(SITE)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    require(path, "Debian's Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()
