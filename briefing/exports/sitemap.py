"""What crawlers read: every page with its twins in a sitemap for each part of the site, and where to find them.

A sitemap may hold 50,000 addresses (sitemaps.org), which a national site exceeds; so `sitemap.xml` is an index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from briefing.render.page import Page
from briefing.render.renderer import Renderer
from briefing.urls import INDEX, absolute, alternates

WHOLE_SITE = "site"
"""What the sitemap of what the briefings share is called by; no briefing can be called so."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
XHTML = "http://www.w3.org/1999/xhtml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of a part: each page with its twins in the other languages."""
    site, base_url = renderer.site, renderer.base_url
    lines = [DECLARATION, f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in pages:
        if page.language and page.name == INDEX:
            twins = alternates(base_url, page.parts, site.languages, site.settings.fallback)
            lines += ["  <url>", f"    <loc>{escape(absolute(base_url, page.folder))}</loc>"]
            lines += [f"    {_alternate(tag, url)}" for tag, url in twins]
            lines.append("  </url>")
    part = next((briefing.id for briefing in site.briefings), WHOLE_SITE)
    yield _name(part), "\n".join([*lines, "</urlset>", ""]).encode()


def sitemap_index(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the index of the sitemaps of all parts."""
    parts = [WHOLE_SITE, *(card.id for card in renderer.site.cards)]
    lines = [f"  <sitemap><loc>{escape(renderer.base_url + _name(part))}</loc></sitemap>" for part in parts]
    text = "\n".join([DECLARATION, f'<sitemapindex xmlns="{SITEMAP}">', *lines, "</sitemapindex>", ""])
    yield "sitemap.xml", text.encode()


def _name(part: str) -> str:
    return f"sitemap-{part}.xml"


def robots(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield robots.txt: everything may be read, and the sitemap is there."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {renderer.base_url}sitemap.xml\n".encode()


def _alternate(tag: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(url)}/>'
