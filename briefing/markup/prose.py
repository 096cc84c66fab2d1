"""The editors' prose: figures and paragraphs cited in it, written out for a language, as text or as safe HTML.

`{new-projects}` cites a figure of the speech and becomes that figure, written by the program and linked to its record;
`[2]` cites a paragraph and becomes a mark that leads to it; `[zh: 店小二]` is a run in another language.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal, cast

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

from briefing.content.model import Figure
from briefing.i18n.figures import Writer
from briefing.markup.terms import Terms

CITATION = re.compile(r"\{(?P<figure>[^{}\n]*)\}|(?<! ) *\[(?P<paragraph>0|[1-9][0-9]{0,3})\](?!\()")
"""A paragraph's mark takes the space before it along: it belongs to the sentence that it follows."""
LEFT_OVER = re.compile(r"[{｛][^{}｛｝]*[}｝]|[{}｛｝]|[\[［【][0-9０-９][0-9０-９,，、\-–— ]*[\]］】](?!\()")
"""What looks like a citation and is none: braces, and numbers in brackets that are not [2]."""
MARKED = re.compile(r"\[(?P<language>[a-z]{2,3}): (?P<words>[^\[\]\n]+)\](?!\()")
RUN = re.compile(f"{CITATION.pattern}|{MARKED.pattern}")
SCHEMES = frozenset({"http", "https", "mailto"})
NOTHING = re.compile(r"(?!)")
MOST_BRACKETS = 100
"""In one Markdown text; the library takes the square of the time for those that are left open."""
NESTED = re.compile(r"^[ >]*(?:(?:[-+*]|[0-9]{1,9}\.)[ >]+){9}", re.MULTILINE)
"""Lists that begin within one another on one line; the library calls itself for each."""
TERM = Markup('<span class="kept"><button type="button" class="term" popovertarget="t-{}">{}</button>{}</span>')
TAGS = frozenset({"button", "p", "a", "em", "strong", "ul", "ol", "li", "h2", "h3", "code", "blockquote", "br", "span"})
ATTRIBUTES = {
    "a": {"href", "class", "aria-label"},
    "span": {"lang", "class"},
    "button": {"type", "class", "popovertarget"},
}


@dataclass(frozen=True)
class Run:
    """A piece of text: plain words, a link to a record or paragraph, or words in another language."""

    words: str
    kind: Literal["plain", "figure", "paragraph", "marked", "term"] = "plain"
    attribute: str = ""
    """Where a link leads, the language tag of marked words, or the id of a term."""
    closing: str = ""
    """The punctuation that must stay with a term."""
    label: str = ""
    """What a link is called where its words do not tell."""


@dataclass(frozen=True)
class Citing:
    """What a text may cite, the figures of its speech, and how its language writes them."""

    figures: Mapping[str, Figure]
    writer: Writer
    tags: Mapping[str, str]
    """The language tag of each language of the site."""
    paragraph: str = "%(number)s"
    """What a mark of a paragraph is called, for those who do not see that it is one."""
    page: str = ""
    """The address of the page that holds the records, seen from the page that shows the text."""
    terms: Terms | None = None
    """The terms to be explained where the page first uses them; None where it explains none."""

    def runs(self, text: str) -> Iterator[Run]:
        """Split text into its runs."""
        end = 0
        for match in RUN.finditer(text):
            yield from self.words(text[end : match.start()])
            yield self.run(match)
            end = match.end()
        yield from self.words(text[end:])

    def words(self, text: str) -> Iterator[Run]:
        """Split words without citations where a term is used for the first time."""
        end = 0
        for match in self.terms.found_in(text) if self.terms else ():
            if self.terms and (term := self.terms.first(match)):
                yield Run(text[end : match.start()])
                yield Run(match["term"], "term", term, match["closing"])
                end = match.end()
        yield Run(text[end:])

    def run(self, match: re.Match[str]) -> Run:
        """Return what one citation or marked run becomes."""
        if match["language"]:
            return Run(match["words"], "marked", self.tags.get(match["language"], match["language"]))
        if match["paragraph"]:
            label = self.paragraph % {"number": match["paragraph"]}
            return Run(match["paragraph"], "paragraph", f"{self.page}#p{match['paragraph']}", label=label)
        return Run(self.writer(self.figures[match["figure"]]), "figure", f"{self.page}#f-{match['figure']}")


def cited(text: str) -> Iterator[str]:
    """Yield the ids of the figures that a text cites."""
    return (match["figure"] for match in CITATION.finditer(text) if match["figure"])


def plain(text: str, citing: Citing) -> str:
    """Write text out without marks of any kind, for descriptions and counts."""
    return " ".join("".join(run.words for run in citing.runs(text) if run.kind != "paragraph").split())


def inline(text: str, citing: Citing, otherwise: str = "") -> Markup:
    """Write one line of text as HTML: escaped, its citations as links; without any, all of it may lead `otherwise`."""
    runs = [run for run in citing.runs(text) if run.words]
    html = Markup().join(_html(run) for run in runs)
    cites = any(run.kind in ("figure", "paragraph") for run in runs)
    return Markup('<a href="{}">{}</a>').format(otherwise, html) if otherwise and not cites else html


def _html(run: Run) -> Markup:
    if run.kind == "plain":
        return escape(run.words)
    if run.kind == "marked":
        return Markup('<span lang="{}">{}</span>').format(run.attribute, run.words)
    if run.kind == "term":
        return TERM.format(run.attribute, run.words, run.closing)
    label = Markup(' aria-label="{}"').format(run.label) if run.label else ""
    return Markup('<a class="{}" href="{}"{}>{}</a>').format(run.kind, run.attribute, label, run.words)


def block(text: str, citing: Citing | None = None) -> Markup:
    """Write Markdown as HTML: raw HTML shows as text, citations become links, the rest is sanitised."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    html = _convert(text, citing)
    return Markup(  # noqa: S704 - sanitised in this very call
        nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None)
    )


def dropped(text: str) -> list[str]:
    """Say what of a Markdown text a page would not keep, for the editor to write otherwise."""
    if text.count("[") > MOST_BRACKETS:
        return [f"more than {MOST_BRACKETS} brackets; write fewer links and citations"]
    if NESTED.search(text):
        return ["lists within lists on one line; begin each on a line of its own"]
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
        self.inlinePatterns.register(_Citation(RUN.pattern, self), "citation", 195)
        self.inlinePatterns.register(_Term("", self), "term", 1)


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
        run = citing.run(m)
        marked = run.kind == "marked"
        element = (
            ET.Element("span", {"lang": run.attribute})
            if marked
            else ET.Element("a", {"class": run.kind, "href": run.attribute, **_labelled(run)})
        )
        element.text = run.words
        return element, m.start(0), m.end(0)


def _labelled(run: Run) -> dict[str, str]:
    return {"aria-label": run.label} if run.label else {}


class _Term(InlineProcessor):
    """A term where the page first uses it; after everything else, so that no link holds a button."""

    ANCESTOR_EXCLUDES = ("a", "code", "h2", "h3")

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 - the name is the library's
        citing = cast(_Converter, self.md).citing
        return citing.terms.pattern if citing and citing.terms else NOTHING

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's; its stub fits older patterns
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element, int, int] | tuple[None, None, None]:
        citing = cast(_Converter, self.md).citing
        term = citing.terms.first(m) if citing and citing.terms else None
        if term is None:
            return None, None, None
        element = ET.Element("span", {"class": "kept"})
        button = ET.SubElement(element, "button", {"type": "button", "class": "term", "popovertarget": f"t-{term}"})
        button.text, button.tail = m["term"], m["closing"]
        return element, m.start(0), m.end(0)


@functools.cache
def _converter() -> _Converter:
    return _Converter()


def _convert(text: str, citing: Citing | None) -> str:
    converter = _converter()
    converter.reset()
    converter.citing = citing
    return converter.convert(text)
