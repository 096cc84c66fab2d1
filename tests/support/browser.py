"""Chromium, one for each process that runs tests, and the addresses of the sample site in it."""

import shutil
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests.support.built import BuiltSite
from tests.support.servers import serving
from tests.support.tools import require


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    require(path, "Debian's Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as launched:
        yield launched


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True) as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def address(sample: BuiltSite) -> Iterator[str]:
    """Return the address of the sample site at the path of its base_url, which the pages for missing addresses need."""
    with serving(sample.folder.parent) as server:
        yield f"{server}/{sample.folder.name}"


@pytest.fixture(scope="session")
def root_address(sample: BuiltSite) -> Iterator[str]:
    """Return the address of the sample site at the root of a server."""
    with serving(sample.folder) as server:
        yield server


def follow(link: Locator) -> None:
    """Click a link and wait for the page it opens: a click alone may return while the page still changes."""
    with link.page.expect_navigation():
        link.click()


WIDTHS = [320, 375, 1280]
"""In CSS pixels: two phones, a laptop."""


def pages_that_scroll(page: Page, base: str, names: Iterable[str]) -> list[str]:
    """Return the pages that are wider than the screen, with its width."""
    found = []
    for name in names:
        page.goto(f"{base}/{name}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{name} at {width}")
    return found


@pytest.fixture(
    params=[
        ("sub-path", "zh"),
        ("disk", "en"),
        pytest.param(("sub-path", "en"), marks=pytest.mark.slow),
        pytest.param(("disk", "zh"), marks=pytest.mark.slow),
    ],
    ids="-".join,
)
def _place(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return where the site lies and the language to read: each once, and all pairs among the slow tests."""
    where, language = request.param
    return where, language


@pytest.fixture
def language(_place: tuple[str, str]) -> str:
    """Return the code of the language to read."""
    return _place[1]


@pytest.fixture
def base(_place: tuple[str, str], sample: BuiltSite, address: str) -> str:
    """Return the address of the folder of that language: under a sub-path of a server, or on a disk."""
    where, language = _place
    return f"{address if where == 'sub-path' else sample.folder.as_uri()}/{language}"
