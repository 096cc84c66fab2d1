"""A small site with addresses that have moved, built for hosts, and what is asked of every host."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from conftest import ROOT, SITES

import build

LANGUAGES = ("zh", "en")
MOVED = {
    "demo-2029/": "demo-2030/",
    "demo-2029/beta-old/": "demo-2030/beta/",
    "demo-2029/glance/": "demo-2030/about/",
    "demo-2030/alfa/": "demo-2030/alpha/",
    "words/": "glossary/",
}
"""A briefing, three pages that have not moved with it, and one that all briefings share."""
LANDINGS = {
    **MOVED,
    "demo-2029/alpha/": "demo-2030/alpha/",
    "demo-2029/entities/park/": "demo-2030/entities/park/",
    "demo-2029/alfa/": "demo-2030/alpha/",
}
"""Where readers arrive, from all kinds of old addresses."""


def built(folder: Path, target: str, base_url: str, *options: str, below: str = "www") -> Path:
    """Build the smallest site with the real templates; the addresses of `MOVED` have moved."""
    shutil.copytree(SITES / "minimal" / "content", folder / "content")
    settings = folder / "content" / "site.yaml"
    moved = "".join(f"  {old}: {new}\n" for old, new in MOVED.items())
    settings.write_text(f"{settings.read_text('utf-8')}moved:\n{moved}", "utf-8")
    output = folder / below
    folders = (f"--content={folder / 'content'}", f"--templates={ROOT / 'templates'}", f"--output={output}")
    assert build.main(["build", *folders, f"--target={target}", f"--base-url={base_url}", *options]) == 0
    return output


class Answer(NamedTuple):
    """What a server said."""

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
        said = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return said

    def lead(self, address: str) -> str:
        """Return where a redirect of an address of the site leads, as an address of the site."""
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
    """Yield the paths on the host that a page leads to; its absolute addresses are those of the published site."""
    for link in re.findall(r' (?:href|src)="([^"]*)"', html):
        url = urljoin(urljoin(base_url, path), unescape(urldefrag(link)[0]))
        if url.startswith(base_url):
            yield urlsplit(url).path
        else:
            assert not link.startswith("/"), f"{path} leads out of the site: {link}"
