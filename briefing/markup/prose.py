"""The editors' prose: figures and paragraphs cited in it, written for a language as plain text or as safe HTML.

`{new-projects}` cites a figure of the speech and becomes that figure, formatted by the program and linked to its row;
`{new-projects:number}` becomes its number and bound without the unit, `{new-projects:bare}` its number alone;
`[2]` cites a paragraph and becomes a small number that links to it; `[zh: 店小二]` is a run in another language.
"""

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup, escape

from briefing.characters import BREAK
from briefing.content.model import Speech
from briefing.i18n.localizer import Localizer
from briefing.i18n.writing_systems import writing_system
from briefing.markup.terms import Terms

CITATION = re.compile(
    r"\{(?P<figure>[^{}:\n]*)(?::(?P<form>[^{}\n]*))?\}|(?<! ) *\[(?P<paragraph>0|[1-9][0-9]{0,3})\](?!\()"
)
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
PROOF = Markup(
    '<span class="source"><button type="button" class="paragraph" popovertarget="{}" aria-label="{}">{}</button></span>'
)
ATTRIBUTES = {
    "a": {"href", "class", "aria-label"},
    "span": {"lang", "class"},
    "button": {"type", "class", "popovertarget", "aria-label"},
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
        if self.kind == "paragraph" and self.attribute.startswith("#"):  # on the page of the speech itself
            return PROOF.format(self.attribute.removeprefix("#"), self.label, self.words)
        label = Markup(' aria-label="{}"').format(self.label) if self.label else ""
        return Markup('<a class="{}" href="{}"{}>{}</a>').format(self.kind, self.attribute, label, self.words)


@dataclass(frozen=True)
class Citations:
    """Writes the citations in the texts of one speech, in one language."""

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
        for match in self.terms.vocabulary.found_in(text) if self.terms else ():
            if run := self.term(match):
                yield Run(text[end : match.start()])
                yield run
                end = match.end()
        yield Run(text[end:])

    def term(self, match: re.Match[str]) -> Run | None:
        """Return the run of a term, None if this is not the first use of it."""
        term = self.terms.first_use(match) if self.terms else None
        return Run(match["term"], "term", term, match["closing"]) if term else None

    def run(self, match: re.Match[str]) -> Run:
        """Return the run of one citation, or of marked words."""
        if match["language"]:
            return Run(match["words"], "marked", self.localizer.tags.get(match["language"], match["language"]))
        if number := match["paragraph"]:
            label = str(self.localizer.catalog.gettext("paragraph %(number)s")) % {"number": number}
            return Run(number, "paragraph", f"{self.page}#p{number}", label=label)
        figure = self.speech.figures[match["figure"]]
        return Run(self.localizer.figures.format(figure, match["form"]), "figure", f"{self.page}#f-{figure.id}")


def cited(text: str) -> Iterator[str]:
    """Yield the ids of the figures that a text cites."""
    return (match["figure"] for match in CITATION.finditer(text) if match["figure"])


def plain(text: str, citations: Citations) -> str:
    """Return a text without markup: its figures written out, the numbers of its paragraphs left out."""
    words = "".join(run.words for run in citations.runs(text) if run.kind != "paragraph")
    return " ".join(BREAK.sub("", words).split())


def inline(text: str, citations: Citations, link: str = "") -> Markup:
    """Return one line of text as HTML, its citations as links; a text without citations is one link to `link`."""
    runs = [run for run in citations.runs(text) if run.words]
    html = Markup().join(run.html for run in runs)
    cites = any(run.kind in ("figure", "paragraph") for run in runs)
    return Markup('<a href="{}">{}</a>').format(link, html) if link and not cites else html


def tag_source_words(words: str, localizer: Localizer) -> Markup:
    """Return words as HTML, escaped; characters of the source's language that are foreign here get its `lang`."""
    source, page = writing_system(localizer.source_language), writing_system(localizer.language)
    if not source.characters:
        return escape(words)
    tagged = Markup('<span lang="{}">{}</span>')
    parts = re.split(f"((?:(?=[{page.foreign}])[{source.characters}])+)", words)
    return Markup().join(
        tagged.format(localizer.source_language.tag, part) if at % 2 else part for at, part in enumerate(parts)
    )


def block(text: str, citations: Citations | None = None) -> Markup:
    """Return Markdown as sanitised HTML: raw HTML shows as text, citations become links if they are given."""
    html = nh3.clean(_convert(text, citations), TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return Markup(html)  # noqa: S704 - sanitised in the line above


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
    """Converts Markdown with the citations of the text that is being converted, and without raw HTML."""

    citations: Citations | None = None

    def __init__(self) -> None:
        super().__init__(output_format="html")
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        self.inlinePatterns.register(_RunProcessor(RUN.pattern, self, Citations.run), "citation", 195)
        # Terms come after all other patterns: no link may hold a button.
        self.inlinePatterns.register(_TermProcessor("", self, Citations.term), "term", 1)


_Replacement = tuple[ET.Element | None, int | None, int | None]
"""An element and where its text begins and ends; None three times if there is none."""


class _RunProcessor(InlineProcessor):
    """Replaces a match of its pattern by the element of a run."""

    def __init__(self, pattern: str, converter: _Converter, run: Callable[..., Run | None]) -> None:
        super().__init__(pattern, converter)
        self.converter, self.run = converter, run

    # The name is the library's; its stub fits older patterns.
    def handleMatch(self, match: re.Match[str], _text: str) -> _Replacement:  # type: ignore[override]  # noqa: N802
        citations = self.converter.citations
        run = self.run(citations, match) if citations else None
        if run is None:
            return None, None, None
        return ET.fromstring(run.html), match.start(), match.end()  # noqa: S314 - the HTML of this module, escaped


class _TermProcessor(_RunProcessor):
    """Replaces the terms that the page uses for the first time."""

    ANCESTOR_EXCLUDES = ("a", "code", "h2", "h3")

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 - the name is the library's
        citations = self.converter.citations
        return citations.terms.vocabulary.pattern if citations and citations.terms else NOTHING


_converter = functools.cache(_Converter)
"""One converter does all texts in turn, since making one takes long."""


def _convert(text: str, citations: Citations | None) -> str:
    converter = _converter()
    converter.reset()
    converter.citations = citations
    return BREAK.sub("", converter.convert(text))
