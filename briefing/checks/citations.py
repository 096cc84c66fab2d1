"""What prose cites exists, is cited in every language, and is written so that a page can follow it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.model import Figure, Speech
from briefing.problems import Problem, did_you_mean
from briefing.prose import CITATION, dropped
from briefing.site import Loaded, Site
from briefing.values import Markdown, Prose, Text

LEFT_OVER = re.compile(r"[{｛][^{}｛｝]*[}｝]|[{}｛｝]|[\[［【][0-9０-９][0-9０-９,，、\-–— ]*[\]］】](?!\()")
"""What looks like a citation and is none: braces, and numbers in brackets that are not [2]."""


def check(site: Site) -> Iterator[Problem]:
    """Check the citations of every text of every file."""
    for loaded in site.files:
        for path, text in loaded.texts():
            faults = [(language, fault) for language, words in text.items() for fault in _faults(words, text, loaded)]
            for language, (code, message) in faults or _unlike(text):
                yield Problem(loaded.document.at(*path, language), code, message)


def _faults(words: str, text: Text, loaded: Loaded[object]) -> Iterator[tuple[str, str]]:
    if isinstance(text, Markdown):
        yield from (("markdown", message) for message in dropped(words))
    speech = loaded.record if isinstance(text, Prose) and isinstance(loaded.record, Speech) else None
    if speech:
        yield from _unknown(words, speech, loaded.document.data["figures"])
        words = CITATION.sub("", words)
    remedy = (
        "cite a figure as {id}, a paragraph as [2]" if speech else "this text takes none and would show it as it is"
    )
    for match in LEFT_OVER.finditer(words):
        yield "citation", f"'{match[0]}' is no citation; {remedy}"


def _unknown(words: str, speech: Speech, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    for match in CITATION.finditer(words):
        if match["paragraph"] and int(match["paragraph"]) > speech.paragraphs:
            yield (
                "unknown-paragraph",
                f"there is no paragraph {match[0].strip()}; the speech ends with [{speech.paragraphs}]",
            )
        elif match["figure"] is not None and match["figure"] not in figures:
            remedy = did_you_mean(match["figure"], figures)
            yield "unknown-figure", f"the figure '{match['figure']}' is not in this speech; {remedy}"


def _unlike(text: Text) -> Iterator[tuple[str, tuple[str, str]]]:
    """Compare what each language cites with what the first one does."""
    (first, words), *others = text.items()
    expected = _cited(words)
    for language, other in others:
        if unlike := (expected - _cited(other)) + (_cited(other) - expected):
            message = (
                f"{', '.join(sorted(unlike))} cited here and in {first} unequally; cite the same in every language"
            )
            yield language, ("unequal-citations", message)


def _cited(words: str) -> Counter[str]:
    return Counter(match[0].strip() for match in CITATION.finditer(words))
