"""The figures of each place by when they are for, a mark each: how many have no date."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.content.model import Speech
from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.queries.periods import Block, by_block
from briefing.render.charts.marks import BOX, Grid, Mark, claims_of, fitted, lines, width_of
from briefing.render.charts.scales import px

HEAD, NARROW_HEAD = 40, 54
"""The height of the heads."""
LABEL = 128
"""The width of the places' names in the wide form."""
GAP, NARROW_GAP = 14, 6
"""The space between two blocks."""
PITCH, NARROW_PITCH = 20, 29
"""From one mark to the next; on a phone of 320 px it is 24 px."""
PADDING, NAME = 5, 18
"""The space above and below the marks of a row, and the height of a name that stands above them."""


class Column(NamedTuple):
    """One block of time: where it stands, the periods of its figures, and how many figures each place has in it."""

    key: Block
    x: float
    width: float
    periods: Sequence[str]
    counts: Sequence[int]


class Row(NamedTuple):
    """One place: the line above it, the baseline of its name, its marks."""

    speech: Speech
    top: float
    baseline: float
    marks: Sequence[Mark]


class UndatedChart(NamedTuple):
    """Rows of places, with a column for each block of time."""

    width: int
    height: float
    head: float
    """The height of the heads above the rows."""
    columns: Sequence[Column]
    rows: Sequence[Row]
    none: int
    """The number of figures that have neither a period nor an interval."""
    total: int
    claims: Sequence[Claim]
    reach: float

    @property
    def undated(self) -> bool:
        """True if some figure has no date."""
        return self.none > 0


def chart(briefing: Briefing, *, narrow: bool) -> UndatedChart | None:
    """Return the graphic of a briefing; None if it has no figure."""
    blocks = by_block(briefing)
    if not blocks:
        return None
    width = width_of(narrow=narrow)
    head, left, gap, pitch = (NARROW_HEAD, 0, NARROW_GAP, NARROW_PITCH) if narrow else (HEAD, LABEL, GAP, PITCH)
    room = width - left - gap * (len(blocks) - 1)
    numbers = [[len(each.get(speech, ())) for each in blocks.values()] for speech in briefing.speeches]
    fit = fitted(numbers, room // pitch)
    spare = (room - sum(fit) * pitch) / len(blocks)
    columns, x = [], float(left)
    for (key, by_speech), count, counts in zip(blocks.items(), fit, zip(*numbers, strict=True), strict=True):
        periods = dict.fromkeys(figure.by or figure.period for each in by_speech.values() for figure in each)
        columns.append(Column(key, px(x), px(count * pitch + spare), list(periods), counts))
        x += count * pitch + spare + gap
    rows, y = [], float(head)
    for speech in briefing.speeches:
        first = y + PADDING + (NAME if narrow else 0)
        groups = [
            (column, each.get(speech, ()), count)
            for column, each, count in zip(columns, blocks.values(), fit, strict=True)
        ]
        marks = [
            mark
            for column, figures, count in groups
            for mark in Grid(column.x, first, count, pitch).marks(figures, dated=column.key != "none")
        ]
        rows.append(Row(speech, px(y), px(y + PADDING + 12), marks))
        y = (
            first
            + pitch * max(0 if narrow else 1, *(lines(len(figures), count) for _, figures, count in groups))
            + PADDING
        )
    total, none = (sum(sum(each.counts) for each in columns if key in ("", each.key)) for key in ("", "none"))
    claims = claims_of(mark.figure for row in rows for mark in row.marks)
    return UndatedChart(width, px(y), head, columns, rows, none, total, claims, px((pitch - BOX) / 2))
