"""Whatever prose cites exists, is cited in every language, and is written so that a page can follow it."""

from collections import Counter
from collections.abc import Iterator

from briefing.checks.texts import Fault, TextCheck
from briefing.content.model import Speech
from briefing.content.site import ContentFile, ContentUnit
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


def prepare(unit: ContentUnit) -> TextCheck:
    """Return the check of the citations of one text."""

    def check(file: ContentFile[object], text: Text) -> Iterator[Fault]:
        written = {code: words for code, words in text.items() if code in unit.codes}
        faults = [fault for code, words in written.items() for fault in _faults(code, words, text, file)]
        cited = {code: Counter(match[0].strip() for match in CITATION.finditer(written[code])) for code in written}
        first = next(iter(cited), "")
        yield from faults
        for code, others in cited.items() if not faults else ():
            if unlike := (cited[first] - others) + (others - cited[first]):
                message = (
                    f"{', '.join(sorted(unlike))} cited here and in {first} unequally; cite the same in every language"
                )
                yield Fault("unequal-citations", message, code, 0, (first, 0))

    return check


def _faults(language: str, words: str, text: Text, file: ContentFile[object]) -> Iterator[Fault]:
    """Yield Markdown that no page shows, citations of unknown figures, and what only looks like a citation."""
    if isinstance(text, Markdown):
        yield from (Fault("markdown", message, language) for message in dropped(words))
    remedy = "this text takes none and would show it as it is"
    if isinstance(text, Prose) and isinstance(file.record, Speech):
        remedy, known = "cite a figure as {id}, a paragraph as [2]", file.record.figures
        for match in CITATION.finditer(words) if file.complete else ():
            if (cited := match["figure"]) is not None and cited not in known:
                message = f"the figure '{cited}' is not in this speech; {did_you_mean(cited, known)}"
                yield Fault("unknown-figure", message, language, match.start())
        words = CITATION.sub(lambda match: " " * len(match[0]), words)
    for match in LEFT_OVER.finditer(words):
        yield Fault("citation", f"'{match[0]}' is no citation; {remedy}", language, match.start())
