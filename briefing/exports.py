"""What machines read: the sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from briefing.load import Site
from briefing.pages import Page

XHTML = "http://www.w3.org/1999/xhtml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, pages: Iterable[Page], base_url: str) -> bytes:
    """Write the sitemap: each page with its twins in the other languages and the language choice as the default."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in pages:
        if page.language:
            lines += ["  <url>", f"    <loc>{address(base_url, page.folder)}</loc>"]
            lines += [f"    {_alternate(tag, url)}" for tag, url in alternates(site, page, base_url)]
            lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def alternates(site: Site, page: Page, base_url: str) -> Iterable[tuple[str, str]]:
    """Return (hreflang, absolute address) of a page in each language, and `x-default`."""
    twins = [(language.tag, address(base_url, (language.code, *page.parts))) for language in site.languages]
    default = address(base_url, ()) if not page.parts else twins[-1][1]
    return [*twins, ("x-default", default)]


def robots(base_url: str) -> bytes:
    """Write robots.txt: everything may be read, and the sitemap is there."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()


def address(base_url: str, folder: tuple[str, ...]) -> str:
    """Return the absolute address of a page; slugs need no quoting."""
    return base_url + "".join(f"{part}/" for part in folder)


def _alternate(tag: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(url)}/>'
