"""What crawlers read: every page with its twins, and where to find the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from briefing.addresses import absolute, alternates
from briefing.pages.page import Page
from briefing.render import Renderer

XHTML = "http://www.w3.org/1999/xhtml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap: each page with its twins in the other languages."""
    site, base_url = renderer.site, renderer.base_url
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in pages:
        if page.language:
            twins = alternates(base_url, page.parts, site.languages, site.settings.fallback)
            lines += ["  <url>", f"    <loc>{escape(absolute(base_url, page.folder))}</loc>"]
            lines += [f"    {_alternate(tag, url)}" for tag, url in twins]
            lines.append("  </url>")
    yield "sitemap.xml", "\n".join([*lines, "</urlset>", ""]).encode()


def robots(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield robots.txt: everything may be read, and the sitemap is there."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {renderer.base_url}sitemap.xml\n".encode()


def _alternate(tag: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(url)}/>'
