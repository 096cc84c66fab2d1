"""The parts of a graphic that stand side by side, in lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from briefing.render.charts.scales import px

T = TypeVar("T")
GUTTER, SPACE = 24, 24
"""Between two boxes, and between two lines of them."""


class Box(NamedTuple):
    """The upper left corner of a part, and its width."""

    x: float
    y: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return px(self.x + self.width)


def side_by_side(y: float, width: float, count: int) -> Sequence[Box]:
    """Return so many boxes of equal width on one line."""
    each = (width - GUTTER * (count - 1)) / count
    return [Box(px(number * (each + GUTTER)), px(y), px(each)) for number in range(count)]


def lines(items: Sequence[T], count: int) -> Iterator[Sequence[T]]:
    """Yield items in lines of so many."""
    for start in range(0, len(items), count):
        yield items[start : start + count]
