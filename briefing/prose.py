"""The editors' prose: figures and paragraphs cited in it, written out for a language, as text or as safe HTML.

`{new-projects}` cites a figure of the speech and becomes that figure, written by the program and linked to its record;
`[2]` cites a paragraph and becomes a mark that leads to it.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import cast

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

from briefing.figures.writing import Writer
from briefing.model import Figure

CITATION = re.compile(r"\{(?P<figure>[^{}\n]*)\}| *\[(?P<paragraph>0|[1-9][0-9]*)\](?!\()")
"""A paragraph's mark takes the space before it along: it belongs to the sentence that it follows."""
SCHEMES = frozenset({"http", "https", "mailto"})
TAGS = frozenset({"p", "a", "em", "strong", "ul", "ol", "li", "h2", "h3", "code", "blockquote", "br"})
ATTRIBUTES = {"a": {"href", "class"}}


@dataclass(frozen=True)
class Citing:
    """What a text may cite, the figures of its speech, and how its language writes them."""

    figures: Mapping[str, Figure]
    writer: Writer

    def runs(self, text: str) -> Iterator[str | tuple[str, str, str]]:
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
            return "paragraph", f"#p{match['paragraph']}", match["paragraph"]
        return "figure", f"#f-{match['figure']}", self.writer(self.figures[match["figure"]])


def plain(text: str, citing: Citing) -> str:
    """Write text out without marks of any kind, for descriptions and counts."""
    runs = (run if isinstance(run, str) else run[2] if run[0] == "figure" else "" for run in citing.runs(text))
    return " ".join("".join(runs).split())


def inline(text: str, citing: Citing) -> Markup:
    """Write one line of text as HTML: escaped, its citations as links."""
    return Markup().join(
        escape(run) if isinstance(run, str) else Markup('<a class="{}" href="{}">{}</a>').format(*run)
        for run in citing.runs(text)
    )


def block(text: str, citing: Citing | None = None) -> Markup:
    """Write Markdown as HTML: raw HTML shows as text, citations become links, the rest is sanitised."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    html = _convert(text, citing)
    return Markup(  # noqa: S704 - sanitised in this very call
        nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None)
    )


def dropped(text: str) -> list[str]:
    """Say what of a Markdown text a page would not keep, for the editor to write otherwise."""
    parser = _Dropped()
    parser.feed(_convert(text, None))
    return parser.found


class _Dropped(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag not in TAGS:
            self.found.append(f"a page does not show <{tag}>; write it with headings of ## or ###, lists and links")
        if address is not None and address.partition(":")[0].lower() not in SCHEMES:
            self.found.append(f"a page does not link to '{address}'; use a whole address with https, http or mailto")


class _Converter(markdown.Markdown):
    """Markdown without raw HTML, and with the citations of whatever text is at hand."""

    citing: Citing | None = None

    def __init__(self) -> None:
        super().__init__(output_format="html")
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        self.inlinePatterns.register(_Citation(CITATION.pattern, self), "citation", 195)


class _Citation(InlineProcessor):
    """Markdown's way to replace a pattern by an element."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's; its stub fits older patterns
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element, int, int] | tuple[None, None, None]:
        citing = cast(_Converter, self.md).citing
        if citing is None:
            return None, None, None
        kind, address, words = citing.link(m)
        link = ET.Element("a", {"class": kind, "href": address})
        link.text = words
        return link, m.start(0), m.end(0)


@functools.cache
def _converter() -> _Converter:
    return _Converter()


def _convert(text: str, citing: Citing | None) -> str:
    converter = _converter()
    converter.reset()
    converter.citing = citing
    return converter.convert(text)
