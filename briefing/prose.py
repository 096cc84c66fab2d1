"""The editors' prose: figures and paragraphs cited in it, written out for a language, as text or as safe HTML.

`{new-projects}` cites a figure of the speech and becomes that figure, written by the program and linked to its record;
`[2]` cites a paragraph and becomes a mark that leads to it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from briefing.figures import Writer
    from briefing.model import Figure

CITATION = re.compile(r"\{(?P<figure>[^{}\n]*)\}| *\[(?P<paragraph>[0-9]+)\](?!\()")
SCHEMES = frozenset({"http", "https", "mailto"})
TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "h2", "h3", "code", "blockquote", "sup", "br"}
ATTRIBUTES = {"a": {"href", "class"}}


@dataclass(frozen=True)
class Citing:
    """What prose may cite: the figures of one speech; `base` is the address of the page that holds their records."""

    figures: Mapping[str, Figure]
    writer: Writer
    base: str = ""

    def links(self, text: str) -> Iterator[str | tuple[str, str, str]]:
        """Split text into plain runs and (class, address, words) links."""
        end = 0
        for match in CITATION.finditer(text):
            yield text[end : match.start()]
            yield self.link(match)
            end = match.end()
        yield text[end:]

    def link(self, match: re.Match[str]) -> tuple[str, str, str]:
        """Return (class, address, words) for one citation."""
        if match["paragraph"]:
            return "paragraph", f"{self.base}#p{match['paragraph']}", match["paragraph"]
        return "figure", f"{self.base}#f-{match['figure']}", self.writer(self.figures[match["figure"]])


def cited(text: str) -> Iterator[re.Match[str]]:
    """Find every citation in a text; each match has a group `figure` or a group `paragraph`."""
    return CITATION.finditer(text)


def plain(text: str, citing: Citing) -> str:
    """Write text out without marks of any kind, for descriptions and counts."""
    runs = (run if isinstance(run, str) else run[2] for run in citing.links(re.sub(r"\[[0-9]+\]", "", text)))
    return " ".join("".join(runs).split())


def inline(text: str, citing: Citing) -> Markup:
    """Write one line of text as HTML: escaped, its citations as links."""
    return Markup().join(
        escape(run) if isinstance(run, str) else Markup('<a class="{}" href="{}">{}</a>').format(*run)
        for run in citing.links(text)
    )


def block(text: str, citing: Citing | None = None) -> Markup:
    """Write Markdown as HTML: raw HTML shows as text, citations become links, the rest is sanitised."""
    converter = markdown.Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    if citing:
        converter.inlinePatterns.register(_Citation(citing, converter), "citation", 175)
    html = converter.convert(text)
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None))  # noqa: S704


def foreign_links(text: str) -> Iterator[str]:
    """Return the addresses in Markdown that a page would not keep: neither http, https, mailto nor relative."""
    for address in re.findall(
        r"\]\(\s*<?([^)\s>]+)|<([a-zA-Z][a-zA-Z+.-]*:[^>\s]*)>|^\s*\[[^\]]+\]:\s*(\S+)", text, re.MULTILINE
    ):
        link = next(part for part in address if part)
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", link)
        if scheme and scheme[1].lower() not in SCHEMES:
            yield link


class _Citation(InlineProcessor):
    """Markdown's way to replace a pattern by an element."""

    def __init__(self, citing: Citing, converter: markdown.Markdown) -> None:
        super().__init__(CITATION.pattern, converter)
        self.citing = citing

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's; its stub fits the older pattern class
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element, int, int]:
        kind, address, words = self.citing.link(m)
        link = ET.Element("a", {"class": kind, "href": address})
        link.text = words
        return link, m.start(0), m.end(0)
