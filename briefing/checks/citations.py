"""What prose cites exists, is cited in every language, and is written so that a page can follow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.checks.texts import Fault, TextCheck
from briefing.content.model import Figure, Speech
from briefing.content.site import Loaded, Site
from briefing.content.texts import Markdown, Prose, Text
from briefing.markup.prose import CITATION, LEFT_OVER, dropped
from briefing.problems import Rule, did_you_mean

RULES = (
    Rule(
        "unknown-figure",
        "Prose cites a figure by its id in braces; a figure of that id must stand among the figures of the speech.",
        'zh: "今年新引进项目{new-project}"',
        'zh: "今年新引进项目{new-projects}"',
    ),
    Rule(
        "citation",
        "Braces and numbers in brackets are citations: {id} of a figure, [2] of a paragraph. Anything that only looks"
        " like one would be shown as it is.",
        'en: "brings in {new projects} (paragraph [2,3])"',
        'en: "brings in {new-projects} [2] [3]"',
    ),
    Rule(
        "unequal-citations",
        "Every language of a text cites the same figures and paragraphs, equally often.",
        'zh: "新引进项目{new-projects}"\nen: "It will bring in projects"',
        'zh: "新引进项目{new-projects}"\nen: "It will bring in {new-projects}"',
    ),
    Rule(
        "markdown",
        "A page shows headings of the second and third level, lists, emphasis, quotations and links to https, http or"
        " mailto; it shows nothing else that Markdown can write.",
        'en: "# Title\\n\\n[call](tel:123)"',
        'en: "## Title\\n\\n[site](https://example.org/)"',
    ),
)


def prepare(_site: Site) -> TextCheck:
    """Return the check of the citations of one text."""
    return _faults


def _faults(loaded: Loaded[object], text: Text) -> Iterator[Fault]:
    faults = [fault for language, words in text.items() for fault in _each(language, words, text, loaded)]
    yield from faults or _unlike(text)


def _each(language: str, words: str, text: Text, loaded: Loaded[object]) -> Iterator[Fault]:
    if isinstance(text, Markdown):
        yield from (Fault("markdown", message, language) for message in dropped(words))
    speech = loaded.record if isinstance(text, Prose) and isinstance(loaded.record, Speech) else None
    if speech:
        yield from _unknown(language, words, loaded.document.data["figures"])
        words = CITATION.sub(lambda match: " " * len(match[0]), words)
    remedy = (
        "cite a figure as {id}, a paragraph as [2]" if speech else "this text takes none and would show it as it is"
    )
    for match in LEFT_OVER.finditer(words):
        yield Fault("citation", f"'{match[0]}' is no citation; {remedy}", language, match.start())


def _unknown(language: str, words: str, figures: Mapping[str, Figure]) -> Iterator[Fault]:
    for match in CITATION.finditer(words):
        if match["figure"] is not None and match["figure"] not in figures:
            message = f"the figure '{match['figure']}' is not in this speech; {did_you_mean(match['figure'], figures)}"
            yield Fault("unknown-figure", message, language, match.start())


def _unlike(text: Text) -> Iterator[Fault]:
    """Compare what each language cites with what the first one does."""
    cited = {
        language: Counter(match[0].strip() for match in CITATION.finditer(words)) for language, words in text.items()
    }
    first = next(iter(cited), "")
    for language, others in cited.items():
        if unlike := (cited[first] - others) + (others - cited[first]):
            message = (
                f"{', '.join(sorted(unlike))} cited here and in {first} unequally; cite the same in every language"
            )
            yield Fault("unequal-citations", message, language, 0, (first, 0))
