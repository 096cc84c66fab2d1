"""A page in a browser that notes whatever hostile content does there beyond being words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Route

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
NAMED = ("action", "class", "href", "hreflang", "http-equiv", "id", "lang", "name", "popovertarget", "rel", "src")
"""Attributes whose values come from ids and templates, never from words."""
LOOK = """named => ({
  shape: [...document.querySelectorAll('*')].map(element => [
    element.localName,
    ...[...element.attributes]
      .filter(({ name, value }) => name !== 'style' || !/^(scroll-padding-top|--kept): [0-9]+px;$/.test(value))
      .map(({ name, value }) => named.includes(name) ? `${name}=${value}` : name),
  ].join(' ')),
  text: `${document.querySelector('meta[name=description]')?.content} ${document.body.textContent}`,
  pwned: String(window.pwned),
  address: location.origin + location.pathname,
  data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(script => script.textContent),
})"""
"""The elements of a page with their attributes, its description and text, the canary, its address.

Of styles, the heights are passed over that the script of the comparison sets for what stays in sight.
"""


@dataclass(frozen=True)
class Seen:
    """The elements and the text of one page in the browser."""

    shape: tuple[str, ...]
    text: str
    data: tuple[str, ...]
    """Its records for search engines, as JSON."""


@dataclass
class WatchedPage:
    """A page in a browser that notes what no words should make happen: requests, dialogs, windows, errors."""

    context: BrowserContext
    address: str
    """Of the site's server; a request to any other host is noted, and fails."""
    noted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.route(re.compile(f"^(?!{re.escape(self.address)}/)"), self._route)
        self.page = self.context.new_page()
        self.context.on("page", lambda page: self._note("a window", page.url))
        self.page.on("dialog", self._dialog)
        self.page.on("download", lambda download: self._note("a download", download.url))
        self.page.on("pageerror", lambda error: self._note("an error", str(error)))
        self.page.on("console", self._console)

    def visit(self, file: str) -> Seen:
        """Load a page of the site and look at what it has become."""
        address = f"{self.address}/{file}"
        self.page.goto(address, wait_until="load")
        found = self.page.evaluate(LOOK, NAMED)
        opened, asked = (each.removesuffix("index.html") for each in (found["address"], address.partition("?")[0]))
        if found["pwned"] != "undefined" or opened != asked:
            self._note("the canary", f"{found['pwned']} at {found['address']}")
        shape = tuple(each.replace(self.address, "") for each in found["shape"])  # of every site the same
        return Seen(shape, found["text"], tuple(found["data"]))

    def visit_all(self, files: Iterable[str]) -> Mapping[str, Seen]:
        """Load pages one after the other."""
        return {file: self.visit(file) for file in files}

    def _note(self, kind: str, what: str) -> None:
        self.noted.append(f"{self.page.url}: {kind}: {what}")

    def _route(self, route: Route, request: Request) -> None:
        self._note("a request", request.url)
        route.abort()

    def _dialog(self, dialog: Dialog) -> None:
        self._note("a dialog", dialog.message)
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note("the console", message.text)


def pages_of(site: Path) -> list[str]:
    """Return the pages of a built site that do not redirect."""
    found = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return sorted(path.relative_to(site).as_posix() for path in found)


def without_policy(site: Path) -> None:
    """Take the Content-Security-Policy out of every page: then nothing but escaping keeps words from coming alive."""
    for page in site.rglob("*.html"):
        text, times = POLICY.subn("", page.read_text("utf-8"))
        assert times == 1, page
        page.write_text(text, "utf-8")
