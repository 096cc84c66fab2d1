"""The editors' prose: figures and paragraphs cited in it, written for a language as plain text or as safe HTML.

`{new-projects}` cites a figure of the speech and becomes that figure, formatted by the program and linked to its row;
`[2]` cites a paragraph and becomes a small number that links to it; `[zh: 店小二]` is a run in another language.
"""

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal, cast

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

from briefing.content.model import Speech
from briefing.i18n.localizer import Localizer
from briefing.i18n.writing_systems import writing_system
from briefing.markup.terms import Terms

CITATION = re.compile(r"\{(?P<figure>[^{}\n]*)\}|(?<! ) *\[(?P<paragraph>0|[1-9][0-9]{0,3})\](?!\()")
"""A citation; that of a paragraph includes the space before it, since it belongs to the sentence that it follows."""
LEFT_OVER = re.compile(r"[{｛][^{}｛｝]*[}｝]|[{}｛｝]|[\[［【][0-9０-９][0-9０-９,，、\-–— ]*[\]］】](?!\()")
"""Braces, and numbers in brackets, that look like a citation and are none."""
MARKED = re.compile(r"\[(?P<language>[a-z]{2,3}): (?P<words>[^\[\]\n]+)\](?!\()")
RUN = re.compile(f"{CITATION.pattern}|{MARKED.pattern}")
SCHEMES = frozenset({"http", "https", "mailto"})
NOTHING = re.compile(r"(?!)")
MOST_BRACKETS = 100
"""The most brackets in one Markdown text; for unclosed ones the library takes the square of the time."""
NESTED = re.compile(r"^[ >]*(?:(?:[-+*]|[0-9]{1,9}\.)[ >]+){9}", re.MULTILINE)
"""Lists that begin within one another on one line; the library recurses for each."""
TERM = Markup('<span class="kept"><button type="button" class="term" popovertarget="t-{}">{}</button>{}</span>')
TAGS = frozenset({"button", "p", "a", "em", "strong", "ul", "ol", "li", "h2", "h3", "code", "blockquote", "br", "span"})
ATTRIBUTES = {
    "a": {"href", "class", "aria-label"},
    "span": {"lang", "class"},
    "button": {"type", "class", "popovertarget"},
}


@dataclass(frozen=True)
class Run:
    """A piece of text: plain words, a link to a figure or paragraph, words in another language, or a term."""

    words: str
    kind: Literal["plain", "figure", "paragraph", "marked", "term"] = "plain"
    attribute: str = ""
    """The address of a link, the language tag of marked words, or the id of a term."""
    closing: str = ""
    """The punctuation that must stay with a term."""
    label: str = ""
    """The accessible name of a link, if its words are not enough."""

    @property
    def html(self) -> Markup:
        """The run as HTML, escaped."""
        if self.kind == "plain":
            return escape(self.words)
        if self.kind == "marked":
            return Markup('<span lang="{}">{}</span>').format(self.attribute, self.words)
        if self.kind == "term":
            return TERM.format(self.attribute, self.words, self.closing)
        label = Markup(' aria-label="{}"').format(self.label) if self.label else ""
        return Markup('<a class="{}" href="{}"{}>{}</a>').format(self.kind, self.attribute, label, self.words)


@dataclass(frozen=True)
class Citations:
    """Resolves the citations in texts of one speech, for one language."""

    localizer: Localizer
    speech: Speech
    page: str = ""
    """The address of the page of the speech, relative to the page that shows the text."""
    terms: Terms | None = None
    """The terms to explain where the page first uses them; None if it explains none."""

    def runs(self, text: str) -> Iterator[Run]:
        """Split a text into its runs."""
        end = 0
        for match in RUN.finditer(text):
            yield from self.words(text[end : match.start()])
            yield self.run(match)
            end = match.end()
        yield from self.words(text[end:])

    def words(self, text: str) -> Iterator[Run]:
        """Split words without citations into runs, one for each term that is used for the first time."""
        end = 0
        if self.terms:
            for match in self.terms.vocabulary.found_in(text):
                if term := self.terms.first_use(match):
                    yield Run(text[end : match.start()])
                    yield Run(match["term"], "term", term, match["closing"])
                    end = match.end()
        yield Run(text[end:])

    def run(self, match: re.Match[str]) -> Run:
        """Return the run of one citation, or of marked words."""
        if match["language"]:
            return Run(match["words"], "marked", self.localizer.tags.get(match["language"], match["language"]))
        if number := match["paragraph"]:
            label = str(self.localizer.catalog.gettext("paragraph %(number)s")) % {"number": number}
            return Run(number, "paragraph", f"{self.page}#p{number}", label=label)
        figure = self.speech.figures[match["figure"]]
        return Run(self.localizer.figures.format(figure), "figure", f"{self.page}#f-{figure.id}")


def cited(text: str) -> Iterator[str]:
    """Yield the ids of the figures that a text cites."""
    return (match["figure"] for match in CITATION.finditer(text) if match["figure"])


def plain(text: str, citations: Citations) -> str:
    """Return a text without markup: its figures written out, the numbers of its paragraphs left out."""
    return " ".join("".join(run.words for run in citations.runs(text) if run.kind != "paragraph").split())


def inline(text: str, citations: Citations, link: str = "") -> Markup:
    """Return one line of text as HTML, its citations as links; a text without any links as a whole to `link`."""
    runs = [run for run in citations.runs(text) if run.words]
    html = Markup().join(run.html for run in runs)
    cites = any(run.kind in ("figure", "paragraph") for run in runs)
    return Markup('<a href="{}">{}</a>').format(link, html) if link and not cites else html


def tag_source_words(words: str, localizer: Localizer) -> Markup:
    """Return words as HTML, escaped; characters that only the source's language is written with get its `lang`."""
    characters = writing_system(localizer.source_language).characters
    if not characters or not writing_system(localizer.language).foreign:
        return escape(words)
    tagged = Markup('<span lang="{}">{}</span>')
    parts = re.split(f"([{characters}]+)", words)
    return Markup().join(
        tagged.format(localizer.source_language.tag, part) if at % 2 else part for at, part in enumerate(parts)
    )


def block(text: str, citations: Citations | None = None) -> Markup:
    """Return Markdown as sanitised HTML: raw HTML shows as text, citations become links if they are given."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    html = _convert(text, citations)
    return Markup(  # noqa: S704 - sanitised in this very call
        nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None)
    )


def dropped(text: str) -> list[str]:
    """Return a message for each thing in a Markdown text that a page would not show."""
    if text.count("[") > MOST_BRACKETS:
        return [f"more than {MOST_BRACKETS} brackets; write fewer links and citations"]
    if NESTED.search(text):
        return ["lists within lists on one line; begin each on a line of its own"]
    parser = _Dropped()
    parser.feed(_convert(text, None))
    return parser.messages


class _Dropped(HTMLParser):
    """Finds the tags and addresses in HTML that `block` takes out."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag not in TAGS:
            self.messages.append(f"a page does not show <{tag}>; write it with headings of ## or ###, lists and links")
        if address is not None and address.partition(":")[0].lower() not in SCHEMES:
            self.messages.append(f"a page does not link to '{address}'; use a whole address with https, http or mailto")


class _Converter(markdown.Markdown):
    """Converts Markdown without raw HTML, and with the citations of the text that is being converted."""

    citations: Citations | None = None

    def __init__(self) -> None:
        super().__init__(output_format="html")
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        self.inlinePatterns.register(_CitationProcessor(RUN.pattern, self), "citation", 195)
        self.inlinePatterns.register(_TermProcessor("", self), "term", 1)


class _CitationProcessor(InlineProcessor):
    """Replaces citations and marked words by elements."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's; its stub fits older patterns
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element, int, int] | tuple[None, None, None]:
        citations = cast(_Converter, self.md).citations
        if citations is None:
            return None, None, None
        run = citations.run(m)
        if run.kind == "marked":
            element = ET.Element("span", {"lang": run.attribute})
        else:
            element = ET.Element("a", {"class": run.kind, "href": run.attribute})
            if run.label:
                element.set("aria-label", run.label)
        element.text = run.words
        return element, m.start(0), m.end(0)


class _TermProcessor(InlineProcessor):
    """Replaces terms that the page first uses here by buttons, after all other patterns: no link may hold a button."""

    ANCESTOR_EXCLUDES = ("a", "code", "h2", "h3")

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 - the name is the library's
        citations = cast(_Converter, self.md).citations
        return citations.terms.vocabulary.pattern if citations and citations.terms else NOTHING

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's; its stub fits older patterns
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element, int, int] | tuple[None, None, None]:
        citations = cast(_Converter, self.md).citations
        term = citations.terms.first_use(m) if citations and citations.terms else None
        if term is None:
            return None, None, None
        element = ET.Element("span", {"class": "kept"})
        button = ET.SubElement(element, "button", {"type": "button", "class": "term", "popovertarget": f"t-{term}"})
        button.text, button.tail = m["term"], m["closing"]
        return element, m.start(0), m.end(0)


@functools.cache
def _converter() -> _Converter:
    return _Converter()


def _convert(text: str, citations: Citations | None) -> str:
    """Convert Markdown; to make a converter takes long, so that one does all texts in turn."""
    converter = _converter()
    converter.reset()
    converter.citations = citations
    return converter.convert(text)
