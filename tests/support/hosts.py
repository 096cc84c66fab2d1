"""The minimal site with addresses that have moved, built for hosts, and requests to a server that has it."""

import re
import shutil
from collections.abc import Iterator, Mapping
from html import unescape
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

import build
from briefing.hosts import TARGETS
from tests.support.once import once
from tests.support.paths import ROOT, SITES

LANGUAGES = ("zh", "en")
BASE_URL = "https://sample.example/"
WITH_RULES = ["netlify", "cloudflare"]
"""The targets that read `_headers` and `_redirects`."""
WITHOUT_REDIRECTS = ["none", "github-pages"]
"""The targets that cannot redirect: pages do it there."""
MOVED = {
    "demo-2029/": "demo-2030/",
    "demo-2029/beta-old/": "demo-2030/beta/",
    "demo-2029/figures/": "demo-2030/about/",
    "demo-2030/alfa/": "demo-2030/alpha/",
    "demo-2030/alfa-projects/": "demo-2030/alpha/#f-new-projects",
    "words/": "glossary/",
    "words-start/": "/",
}
"""A briefing, three pages that did not move with it, a page that is part of another now, and two of the whole site."""
OLD_ADDRESSES = {
    **{old: new.removeprefix("/") for old, new in MOVED.items()},
    "demo-2029/alpha/": "demo-2030/alpha/",
    "demo-2029/entities/": "demo-2030/entities/",
    "demo-2029/alfa/": "demo-2030/alpha/",
    "demo-2029/alfa-projects/": "demo-2030/alpha/#f-new-projects",
}
"""All kinds of old addresses, with the present one of each below the language."""


def built(folder: Path, target: str, base_url: str, *options: str, below: str = "www") -> Path:
    """Build the minimal site with the real templates; the addresses of `MOVED` have moved."""
    shutil.copytree(SITES / "minimal" / "content", folder / "content")
    settings = folder / "content" / "site.yaml"
    moved = "".join(f"  {old}: {new}\n" for old, new in MOVED.items())
    settings.write_text(f"{settings.read_text('utf-8')}moved:\n{moved}", "utf-8")
    output = folder / below
    folders = (f"--content={folder / 'content'}", f"--templates={ROOT / 'templates'}", f"--output={output}")
    assert build.main(["build", *folders, f"--target={target}", f"--base-url={base_url}", *options]) == 0
    return output


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build the minimal site, with addresses that have moved, for each target."""

    def build_all(folder: Path) -> None:
        for target in TARGETS:
            built(folder / target, target, BASE_URL)

    folder = once(tmp_path_factory, "hosts", build_all)
    return {target: folder / target / "www" for target in TARGETS}


def has_moved(name: str) -> bool:
    """Return True for a file at an old address."""
    return bool(re.search(r"demo-2029|/alfa|/words", name))


class Answer(NamedTuple):
    """The answer to a request."""

    status: int
    headers: HTTPMessage
    body: bytes


class Server(NamedTuple):
    """A server, and the path of the site on it."""

    port: int
    path: str

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for an address of the site; one that begins with a slash is of the whole host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", address if address.startswith("/") else self.path + address, headers=named)
        answer = connection.getresponse()
        received = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return received

    def redirect(self, address: str) -> str:
        """Return the target of the permanent redirect of an address, as an address of the site."""
        answer = self.get(address)
        assert answer.status == 301, address
        return answer.headers["Location"].removeprefix(self.path)

    def crawl(self, base_url: str) -> dict[str, int]:
        """Follow every link from the root on; return the status of each address, by its path on the host."""
        found: dict[str, int] = {}
        waiting = {self.path}
        while waiting:
            path = waiting.pop()
            answer = self.get(path)
            found[path] = answer.status
            if answer.headers.get_content_type() == "text/html":
                waiting |= set(_links(path, answer.body.decode(), base_url)) - found.keys()
        return found


def _links(path: str, html: str, base_url: str) -> Iterator[str]:
    """Yield the paths on the host that a page links; its absolute addresses are those of the published site."""
    for link in re.findall(r' (?:href|src)="([^"]*)"', html):
        url = urljoin(urljoin(base_url, path), unescape(urldefrag(link)[0]))
        if url.startswith(base_url):
            yield urlsplit(url).path
        else:
            assert not link.startswith("/"), f"{path} links out of the site: {link}"
