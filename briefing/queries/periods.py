"""The figures of a briefing by when they are for: an earlier time, a part of the year, the year, later, or no date."""

from collections.abc import Mapping, Sequence
from typing import Literal

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.numbers.periods import order
from briefing.queries import grouped

Block = Literal["earlier", "part", "year", "later", "recurring", "none"]
BLOCKS: Sequence[Block] = ("earlier", "part", "year", "later", "recurring", "none")
"""In the order of time, and last what has no date."""
LAST_MONTH = 12


def block(figure: Figure) -> Block:
    """Return when a figure is for; a deadline counts as the period by whose end it is due."""
    if figure.recurs:
        return "recurring"
    period = figure.by or figure.period
    if period == UNSTATED:
        return "none"
    end, month, length = order(period)
    year = figure.speech.briefing.record.year
    if int(end) != year:
        return "earlier" if int(end) < year else "later"
    return "year" if month == LAST_MONTH and length >= LAST_MONTH else "part"


def by_block(briefing: Briefing) -> Mapping[Block, Mapping[Speech, Sequence[Figure]]]:
    """Return the figures of each speech by when they are for, without the blocks that have none."""
    standing = [figure for speech in briefing.speeches for figure in speech.standing]
    return {
        key: grouped(figures, lambda figure: figure.speech) for key, figures in grouped(standing, block, BLOCKS).items()
    }
