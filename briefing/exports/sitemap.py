"""Files for crawlers: a sitemap of each unit, the index of the sitemaps, and robots.txt.

A sitemap may hold 50,000 addresses (sitemaps.org), fewer than a national site has; so `sitemap.xml` is an index.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.render.page import Page
from briefing.urls import INDEX, absolute, alternates

SHARED_NAME = "site"
"""The name of the shared unit in that of its sitemap."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(unit: ContentUnit, pages: Sequence[Page], base_url: str) -> tuple[str, bytes]:
    """Return the sitemap of a unit: each page with its address in every language."""
    lines = [DECLARATION, f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    tags = {language.code: language.tag for language in unit.languages}
    for page in pages:
        if page.language and page.name == INDEX:
            lines += ["  <url>", f"    <loc>{escape(absolute(base_url, page.folder))}</loc>"]
            for tag, url in alternates(base_url, page.parts, tags, unit.shared.settings.fallback):
                attributes = f"hreflang={quoteattr(tag)} href={quoteattr(url)}"
                lines.append(f'    <xhtml:link rel="alternate" {attributes}/>')
            lines.append("  </url>")
    name = unit.id if isinstance(unit, Briefing) else SHARED_NAME
    return f"sitemap-{name}.xml", "\n".join([*lines, "</urlset>", ""]).encode()


def sitemap_index(shared: Shared, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the index of the sitemaps of all units, and robots.txt, which allows everything and names the index."""
    names = [SHARED_NAME, *(summary.id for summary in shared.summaries)]
    lines = [f"  <sitemap><loc>{escape(base_url)}sitemap-{name}.xml</loc></sitemap>" for name in names]
    text = "\n".join([DECLARATION, f'<sitemapindex xmlns="{SITEMAP}">', *lines, "</sitemapindex>", ""])
    yield "sitemap.xml", text.encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()
