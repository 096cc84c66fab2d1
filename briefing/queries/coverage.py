"""Source coverage: whether each number of the source is cited by a figure, left out for a stated reason, or missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Never

from briefing.content.model import SourceParagraph, Speech
from briefing.queries import grouped

NONE_LEFT: Iterator[Never] = iter(())


@dataclass(frozen=True)
class Number:
    """One number of the source as its paragraph states it; missing if it has neither a figure nor a reason."""

    paragraph: int
    stated: str
    figure: str | None = None
    """The id of the figure that cites it."""
    reason: str | None = None
    """The id of the reason for which it is left out."""


def numbers(speech: Speech | None, paragraphs: Sequence[SourceParagraph]) -> Iterator[Number]:
    """Yield every number of one speech, in the source's order.

    Of numbers that a paragraph states in the same words, the first are those that its figures cite, one each; an entry
    of `left_out` explains as many of the others as it counts.
    """
    figures = grouped(speech.figures.values() if speech else (), lambda each: (each.at, each.stated))
    reasons = {(each.at, each.stated): repeat(each.reason, each.times) for each in speech.left_out} if speech else {}
    citing = {key: iter(each) for key, each in figures.items()}
    for at, paragraph in enumerate(paragraphs):
        for stated in paragraph.figures:
            if figure := next(citing.get((at, stated), NONE_LEFT), None):
                yield Number(at, stated, figure=figure.id)
            else:
                yield Number(at, stated, reason=next(reasons.get((at, stated), NONE_LEFT), None))
