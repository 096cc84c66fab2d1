"""Every number of the source is either a figure of the site or left out for a stated reason: which is which."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from briefing.content.model import Figure, SourceParagraph, Speech

UNEXPLAINED: Iterator[str] = iter(())


@dataclass(frozen=True)
class Number:
    """One number of the source: its paragraph, how it is stated, and what became of it (neither: it is missing)."""

    paragraph: int
    stated: str
    figure: str | None = None
    reason: str | None = None


def numbers(speech: Speech | None, paragraphs: Sequence[SourceParagraph]) -> Iterator[Number]:
    """Yield every number of one speech, in the source's order.

    As many as there are figures of that paragraph and wording are cited; `left_out` explains as many more as it says.
    """
    figures = _figures(speech.figures.values() if speech else ())
    reasons = {(each.at, each.stated): repeat(each.reason, each.times) for each in speech.left_out} if speech else {}
    for at, paragraph in enumerate(paragraphs):
        for stated in paragraph.figures:
            if cited := figures.get((at, stated)):
                yield Number(at, stated, figure=cited.popleft())
            else:
                yield Number(at, stated, reason=next(reasons.get((at, stated), UNEXPLAINED), None))


def _figures(figures: Iterable[Figure]) -> defaultdict[tuple[int, str], deque[str]]:
    found: defaultdict[tuple[int, str], deque[str]] = defaultdict(deque)
    for figure in figures:
        found[figure.at, figure.stated].append(figure.id)
    return found
