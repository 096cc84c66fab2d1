"""What machines read: each export is one function in one tuple, from the site and its pages to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from briefing.addresses import absolute, alternates
from briefing.pages import Page
from briefing.site import Site

XHTML = "http://www.w3.org/1999/xhtml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, pages: Sequence[Page], base_url: str) -> tuple[str, bytes]:
    """Write the sitemap: each page with its twins in the other languages."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in pages:
        if page.language:
            twins = alternates(base_url, page.parts, site.languages, site.settings.fallback)
            lines += ["  <url>", f"    <loc>{escape(absolute(base_url, page.folder))}</loc>"]
            lines += [f"    {_alternate(tag, url)}" for tag, url in twins]
            lines.append("  </url>")
    return "sitemap.xml", "\n".join([*lines, "</urlset>", ""]).encode()


def robots(site: Site, pages: Sequence[Page], base_url: str) -> tuple[str, bytes]:  # noqa: ARG001 - exports are alike
    """Write robots.txt: everything may be read, and the sitemap is there."""
    return "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()


EXPORTS: tuple[Callable[[Site, Sequence[Page], str], tuple[str, bytes]], ...] = (sitemap, robots)


def _alternate(tag: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(url)}/>'
