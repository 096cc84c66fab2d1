"""What the tests share: whole small sites, the real one, the command line as a function, and tools CI must have."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from briefing.content.load import load
from briefing.content.site import Site
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import Writer
from briefing.pages import pages
from tests.support.command import Outcome as Outcome
from tests.support.command import run as run
from tests.support.paths import ROOT as ROOT
from tests.support.paths import SITES as SITES
from tests.support.paths import tree as tree
from tests.support.project import Project, copy_minimal
from tests.support.tools import require as require

SITE = ROOT / "site"
"""The site that is published."""


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


class Workplace(Project):
    """The old names, until every test has moved."""

    edit = Project.replace
    desk = Project.run_editor
    without_beta = Project.remove_beta


@pytest.fixture
def minimal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """Copy the smallest whole site, with templates of its own, into the working directory."""
    monkeypatch.chdir(tmp_path)
    copy_minimal(tmp_path)
    return Workplace(tmp_path, capsys)


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
