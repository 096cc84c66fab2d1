"""Every page type in both languages under Lighthouse, as a phone sees it: four scores, three of them gated.

Performance is printed, not gated: it measures time. On two cores the median of an unchanged page was 98 to 100 beside a
little other work, and 89 beside much; where it is below 100, the table says which metric took the points. The other
three are facts about a page, and were the same in every run.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypedDict

import pytest
from conftest import ROOT, heaviest, real_site, require
from weights import LEVEL, weight

import build
from briefing.pages import pages

GATED = ("accessibility", "best-practices", "seo")
WITHOUT = {"404.html"}
"""It asks search engines not to list it, which Lighthouse counts against it, and has no address of its own."""
PROGRAMS = 2
"""Lighthouse mostly waits for a page to be quiet, so two at a time take less long; one process each, since
Lighthouse keeps its clock in the process."""


class Failing(TypedDict):
    """An audit that keeps a category below 100."""

    category: str
    id: str
    title: str
    details: str


class Found(TypedDict):
    """What tests/lighthouse.mjs says of a page; performance is the median of `performances`."""

    url: str
    scores: dict[str, int]
    performances: list[int]
    failing: list[Failing]


@dataclass(frozen=True)
class Measured:
    """A page that stands for its type: the built site, its file there, what Lighthouse found."""

    site: Path
    type: str
    file: str
    found: Found

    def failing(self, category: str) -> list[str]:
        audits = [each for each in self.found["failing"] if each["category"] == category]
        return [f"{self.file}: {each['title']} ({each['id']}): {each['details']}" for each in audits]

    def row(self) -> str:
        weighed = weight(self.site, self.file)
        scores = [self.found["scores"][category] for category in ("performance", *GATED)]
        runs = "/".join(map(str, self.found["performances"]))
        sizes = f"{weighed.html:>7,}{weighed.css:>7,}{weighed.script:>7,}"
        return f"{self.type:14}{sizes}{scores[0]:>6} {f'({runs})':14}{''.join(f'{each:>5}' for each in scores[1:])}  "


class Gzipping(SimpleHTTPRequestHandler):
    """Serves a site as hosts do: compressed, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes(), LEVEL)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def lighthouse(addresses: list[str]) -> list[Found]:
    command = ["node", str(ROOT / "tests/lighthouse.mjs")]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    said = subprocess.run(
        command, input=json.dumps(addresses), stdout=subprocess.PIPE, env=environment, text=True, check=True
    )
    found: list[Found] = json.loads(said.stdout)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site built for the server it is on, so that its canonical addresses are its own: the folder, the address."""
    folder = tmp_path_factory.mktemp("lighthouse") / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipping, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    assert build.main(["build", f"--output={folder}", f"--base-url={address}"]) == 0
    yield folder, address
    server.shutdown()


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> list[Measured]:
    missing = [name for name in ("node", "chromium") if not shutil.which(name)]
    require(not missing, f"{' and '.join(missing)} not installed")
    require((ROOT / "node_modules/lighthouse").is_dir(), "Lighthouse is not installed (npm install lighthouse)")
    folder, address = request.getfixturevalue("site")
    types = {
        file: template.removesuffix(".html") for file, template in heaviest(folder).items() if template not in WITHOUT
    }
    addresses = [address + file.removesuffix("index.html") for file in types]
    with ThreadPoolExecutor(PROGRAMS) as programs:
        shares = programs.map(lighthouse, [addresses[at::PROGRAMS] for at in range(PROGRAMS)])
    found = {each["url"]: each for share in shares for each in share}
    return [Measured(folder, types[file], file, found[url]) for file, url in zip(types, addresses, strict=True)]


def test_the_table_of_weights_and_scores_has_every_page_type(
    measured: list[Measured], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print(
            "\nPage type       HTML    CSS script  perf (each load)  a11y best  seo  page; weights are bytes, gzipped"
        )
        for each in measured:
            taken = each.failing("performance") if each.found["scores"]["performance"] < 100 else []
            print(each.row() + each.file, *taken, sep="\n  ")
    assert {each.type for each in measured} == {page.template.removesuffix(".html") for page in pages(real_site())} - {
        "404"
    }


@pytest.mark.parametrize("category", GATED)
def test_every_page_type_has_full_marks(measured: list[Measured], category: str) -> None:
    below = {each.file: each.found["scores"][category] for each in measured if each.found["scores"][category] != 100}
    assert below == {}, "\n".join(line for each in measured for line in each.failing(category))
