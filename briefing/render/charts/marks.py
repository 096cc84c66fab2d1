"""The parts of graphics: marks, each the record of a figure at a position, and how they fill lines and columns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.content.model import Figure
from briefing.content.values import CLAIMS, Claim
from briefing.render.charts.scales import px

BOX = 16
"""The width and height of the shape of a claim."""
WIDE, NARROW = 720, 343
"""The widths of the two forms: text of 12 px is that large or larger on a screen of 768 or of 375 px."""


class Mark(NamedTuple):
    """The record of a figure as the shape of its claim; `x` and `y` are the upper left corner of its box."""

    figure: Figure
    x: float
    y: float
    dated: bool = True
    """False for a figure with neither period nor interval: its shape is hollow."""


def width_of(*, narrow: bool) -> int:
    """Return the width of a form."""
    return NARROW if narrow else WIDE


class Grid(NamedTuple):
    """A place for marks, from left to right and from line to line; `x` and `y` are its upper left corner."""

    x: float
    y: float
    columns: int
    pitch: float

    def marks(self, figures: Iterable[Figure], *, dated: bool = True) -> Iterator[Mark]:
        """Yield a mark for each figure."""
        for number, figure in enumerate(figures):
            line, column = divmod(number, self.columns)
            yield Mark(figure, px(self.x + column * self.pitch), px(self.y + line * self.pitch), dated)


def lines(count: int, columns: int) -> int:
    """Return the number of lines that so many marks fill."""
    return -(-count // columns)


def fitted(rows: Sequence[Sequence[int]], most: int) -> Sequence[int]:
    """Return the number of columns of each group, at least one each and otherwise `most` in all.

    `rows` are the numbers of marks of each row by group. The groups that make rows highest are widened first.
    """
    columns = [1] * len(rows[0])

    def height(group: int, wider: int = 0) -> int:
        return sum(lines(row[group], columns[group] + wider) ** 2 for row in rows)

    while sum(columns) < most:
        saved, group = max((height(each) - height(each, 1), -each) for each in range(len(columns)))
        if saved == 0:
            break
        columns[-group] += 1
    return columns


def claims_of(figures: Iterable[Figure]) -> Sequence[Claim]:
    """Return the claims of figures, in the order of all claims, for the key."""
    found = {figure.claim for figure in figures}
    return [claim for claim in CLAIMS if claim in found]
