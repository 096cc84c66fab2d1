"""Every claim leads to a paragraph that exists, and every paragraph of the text is the source of at least one claim."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.documents import Step
from briefing.load import Site
from briefing.model import Speech
from briefing.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    """Check each speech's paragraph numbers, in both directions."""
    for briefing in site.briefings:
        for loaded in briefing.speeches:
            speech, document = loaded.record, loaded.document
            for path, numbers in _cited(speech):
                for number in numbers:
                    if number > speech.paragraphs:
                        message = f"there is no paragraph {number}; the speech ends with {speech.paragraphs}"
                        yield Problem(document.at(*path), "unknown-paragraph", message)
            claims = {
                number for path, numbers in _cited(speech) if path[0] in ("figures", "measures") for number in numbers
            }
            for number in sorted(set(range(1, speech.paragraphs + 1)) - claims):
                message = f"no figure and no measure comes from paragraph {number}; summarise what it says"
                yield Problem(document.at("measures"), "uncited-paragraph", message)


def _cited(speech: Speech) -> Iterator[tuple[tuple[Step, ...], tuple[int, ...]]]:
    yield ("headline", "at"), speech.headline.at
    for figure in speech.figures.values():
        yield ("figures", figure.id, "at"), (figure.at,)
    for number, measure in enumerate(speech.measures):
        yield ("measures", number, "at"), measure.at
    for number, role in enumerate(speech.sectors):
        yield ("sectors", number, "at"), role.at
    for mention in speech.entities.values():
        yield ("entities", mention.id, "at"), mention.at
