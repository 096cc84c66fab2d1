"""Every paragraph of the text is the source of at least one claim, and no claim comes from one that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.documents import Step
from briefing.model import Speech
from briefing.problems import Problem
from briefing.site import Loaded, Site


def check(site: Site) -> Iterator[Problem]:
    """Check each speech's paragraph numbers, in both directions."""
    for loaded in site.speeches:
        yield from _beyond(loaded)
        if loaded.whole:
            yield from _uncited(loaded)


def _beyond(loaded: Loaded[Speech]) -> Iterator[Problem]:
    last = loaded.record.paragraphs
    for path, numbers in _cited(loaded.record):
        for number in numbers:
            if number > last:
                message = f"there is no paragraph {number}; the speech ends with {last}"
                yield Problem(loaded.document.at(*path), "unknown-paragraph", message)


def _uncited(loaded: Loaded[Speech]) -> Iterator[Problem]:
    claims = [numbers for path, numbers in _cited(loaded.record) if path[0] in ("figures", "measures")]
    for number in sorted(set(range(1, loaded.record.paragraphs + 1)).difference(*claims)):
        message = f"no figure and no measure comes from paragraph {number}; summarise what it says"
        yield Problem(loaded.document.at("measures"), "uncited-paragraph", message)


def _cited(speech: Speech) -> Iterator[tuple[tuple[Step, ...], tuple[int, ...]]]:
    yield ("headline", "at"), speech.headline.at
    for figure in speech.figures.values():
        yield ("figures", figure.id, "at"), (figure.at,)
    for measure in speech.measures:
        yield ("measures", measure.id, "at"), measure.at
    for role in speech.sectors:
        yield ("sectors", role.sector, "at"), role.at
    for mention in speech.entities.values():
        yield ("entities", mention.id, "at"), mention.at
