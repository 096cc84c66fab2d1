"""The heaviest page of each type under Lighthouse, as a phone sees it: three scores, all of them full.

Performance is measured and printed for the heaviest page of all in each language, and may be anything, since it
measures time: beside other work, an unchanged page loses points. The other three are facts about a page.
"""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TypedDict

import pytest

import build
from tests.support.built import BuiltSite
from tests.support.elements import GZIP_LEVEL, weight
from tests.support.paths import ROOT
from tests.support.servers import QuietHandler, serving
from tests.support.tools import require

pytestmark = pytest.mark.slow

FULL = ("accessibility", "best-practices", "seo")
TIMED = ("performance", *FULL)
PROGRAMS = 2
"""Lighthouse mostly waits for a page to be quiet, so two at a time take less long; in a process each, since it keeps
its clock in the process."""


class Failing(TypedDict):
    """An audit that keeps a category below 100."""

    category: str
    id: str
    title: str
    details: str


class Found(TypedDict):
    """What lighthouse.mjs says of a page."""

    url: str
    scores: dict[str, int]
    failing: list[Failing]


@dataclass(frozen=True)
class Measured:
    """A page that stands for its type, and what Lighthouse found."""

    site: Path
    file: str
    found: Found

    def failing(self, category: str) -> list[str]:
        audits = [each for each in self.found["failing"] if each["category"] == category]
        return [f"{self.file}: {each['title']} ({each['id']}): {each['details']}" for each in audits]

    def row(self) -> str:
        weighed = weight(self.site, self.file)
        scores = "".join(f"{self.found['scores'].get(category, ''):>6}" for category in TIMED)
        return f"{weighed.html:>7,}{weighed.css:>7,}{weighed.script:>7,}{scores}  {self.file}"


class CompressingHandler(QuietHandler):
    """Serves a site as hosts do: compressed, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes(), GZIP_LEVEL)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def lighthouse(pages: list[tuple[str, tuple[str, ...]]]) -> list[Found]:
    found: list[Found] = json.loads(
        subprocess.run(
            [str(shutil.which("node")), str(ROOT / "tests/support/lighthouse.mjs")],
            input=json.dumps(pages),
            stdout=subprocess.PIPE,
            env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
            text=True,
            check=True,
        ).stdout
    )
    return found


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, published: BuiltSite) -> list[Measured]:
    """Measure the site, built for the server it is on, so that its canonical addresses are its own."""
    missing = [name for name in ("node", "chromium") if not shutil.which(name)]
    require(not missing, f"{' and '.join(missing)} not installed")
    require((ROOT / "node_modules/lighthouse").is_dir(), "Lighthouse is not installed (npm install lighthouse)")
    folder = tmp_path_factory.mktemp("lighthouse") / "site"
    with serving(folder, CompressingHandler) as address:
        assert build.main(["build", f"--output={folder}", f"--base-url={address}/"]) == 0
        site = BuiltSite(published.content, folder)
        files = {f"{address}/{name.removesuffix('index.html')}": name for name in site.type_samples}
        heaviest = {max(group, key=lambda url: weight(folder, files[url]).html) for group in by_language(files)}
        pages = [(url, TIMED if url in heaviest else FULL) for url in files]
        with ThreadPoolExecutor(PROGRAMS) as programs:
            shares = programs.map(lighthouse, [pages[at::PROGRAMS] for at in range(PROGRAMS)])
        found = {each["url"]: each for share in shares for each in share}
    return [Measured(folder, files[url], found[url]) for url in files]


def by_language(files: Mapping[str, str]) -> list[list[str]]:
    """Return the addresses of files in groups of one language, by the first folder of the file."""
    folders = sorted({name.partition("/")[0] for name in files.values() if "/" in name})
    return [[url for url, name in files.items() if name.startswith(f"{folder}/")] for folder in folders]


def test_the_scores_of_every_page_type_are_printed(
    measured: list[Measured], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print("\n   HTML    CSS script  perf  a11y  best   seo  page; weights are bytes, gzipped")
        for each in measured:
            slow = each.failing("performance") if each.found["scores"].get("performance", 100) < 100 else []
            print(each.row(), *slow, sep="\n  ")
    assert len(measured) > 10


@pytest.mark.parametrize("category", FULL)
def test_every_page_type_has_full_marks(measured: list[Measured], category: str) -> None:
    below = {each.file: each.found["scores"][category] for each in measured if each.found["scores"][category] != 100}
    assert below == {}, "\n".join(line for each in measured for line in each.failing(category))
