"""What prose cites must exist: figures of the speech, paragraphs of the source; links are ones that a page keeps."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.documents import Document
from briefing.load import Site, names_in
from briefing.problems import Problem, did_you_mean
from briefing.prose import cited, foreign_links
from briefing.texts import texts


def check(site: Site) -> Iterator[Problem]:
    """Check the citations and links of every text of every file."""
    languages = frozenset(language.code for language in site.languages)
    for name, document in site.documents.items():
        speech = "/" in name and not name.endswith("/briefing.yaml")
        for path, text in texts(document, languages):
            for language, words in text.items():
                for code, message in (*_citations(words, document, speech=speech), *_links(words)):
                    yield Problem(document.at(*path, language), code, message)


def _citations(words: str, document: Document, *, speech: bool) -> Iterator[tuple[str, str]]:
    figures = names_in(document.data, "figures")
    last = document.data.get("paragraphs") if isinstance(document.data, dict) else None
    for match in cited(words):
        if not speech:
            yield "citation", f"{match[0]} cites a figure or paragraph, but this file is no speech; write it out"
        elif match["figure"] is not None and match["figure"] not in figures:
            remedy = did_you_mean(match["figure"], figures)
            yield "unknown-figure", f"the figure '{match['figure']}' is not in this speech; {remedy}"
        elif match["paragraph"] and isinstance(last, int) and int(match["paragraph"]) > last:
            yield "unknown-paragraph", f"there is no paragraph [{match['paragraph']}]; the speech ends with [{last}]"


def _links(words: str) -> Iterator[tuple[str, str]]:
    for address in foreign_links(words):
        yield "link-scheme", f"a page does not link to {address}; use https, http or mailto"
