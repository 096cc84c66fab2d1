"""What prose cites must exist: figures of the speech, paragraphs of the source; links are ones that a page keeps."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.documents import Document
from briefing.load import Site
from briefing.problems import Problem, did_you_mean
from briefing.prose import cited, foreign_links
from briefing.texts import texts


def check(site: Site) -> Iterator[Problem]:
    """Check the citations and links of every text of every file."""
    languages = frozenset(language.code for language in site.languages)
    speeches = {loaded.document.file: loaded.record.paragraphs for each in site.briefings for loaded in each.speeches}
    for document in site.documents.values():
        for path, text in texts(document, languages):
            for language, words in text.items():
                for code, message in _wrong(words, document, speeches.get(document.file)):
                    yield Problem(document.at(*path, language), code, message)


def _wrong(words: str, document: Document, last: int | None) -> Iterator[tuple[str, str]]:
    figures = document.data.get("figures") if isinstance(document.data, dict) else None
    names = list(figures) if isinstance(figures, dict) else []
    for match in cited(words):
        if last is None:
            yield (
                "citation",
                f"{match[0]} cites a figure or paragraph, but this file is no speech; write it out",
            )
        elif match["paragraph"] and int(match["paragraph"]) > last:
            yield (
                "unknown-paragraph",
                f"there is no paragraph [{match['paragraph']}]; the speech ends with [{last}]",
            )
        elif match["figure"] is not None and match["figure"] not in names:
            yield (
                "unknown-figure",
                f"the figure '{match['figure']}' is not in this speech; {did_you_mean(match['figure'], names)}",
            )
    for address in foreign_links(words):
        yield "link-scheme", f"a page does not link to {address}; use https, http or mailto"
