"""The amounts of money on one logarithmic axis, a lane for each kind."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.content.model import Figure, Indicator
from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.numbers.numerals import Number, decimal
from briefing.queries.money import Amounts, amounts
from briefing.render.charts.marks import BOX, Mark, claims_of, width_of
from briefing.render.charts.scales import Log, px
from briefing.render.charts.ticks import decades, labelled

LABEL = 132
"""The width of the lanes' names in the wide form; in the narrow one they stand above their lanes."""
HEAD, FOOT, NAME, PADDING = 24, 22, 20, 5
"""The heights of the ticks above and below, of a name above its lane, and of the space around a lane."""
PITCH, NARROW_PITCH, LEAST = 20, 25, 30
"""From one amount to the next, and the least height of a lane in the wide form: two lines of its name."""
ARROW, SPACE = 24, 5
"""The length of an open arrow, from the middle of the mark, and the space before a label."""
MOST_LABELS = 5
FLOORS, CEILINGS = ("at-least", "more-than"), ("at-most", "less-than")

Ends = Literal["exact", "floor", "ceiling", "range"]


class Amount(NamedTuple):
    """One amount: its mark, the line of a bound or range, and where its label may stand."""

    figure: Figure
    mark: Mark
    ends: Ends
    line: tuple[float, float]
    """From the mark to the tip of the arrow, or from one end of a range to the other."""
    y: float
    """The middle of its row."""
    left: float
    right: float
    """Where a label before the mark ends, and one behind it begins."""
    before: bool
    """True if there is more room before it."""
    room: float
    """The room on that side."""


class Lane(NamedTuple):
    """The amounts of one kind."""

    indicator: Indicator
    top: float
    amounts: Sequence[Amount]


class Tick(NamedTuple):
    """A power of ten; only some have a label."""

    value: Number
    x: float
    labelled: bool


class MoneyChart(NamedTuple):
    """Lanes along an axis from `left` to `right`."""

    width: int
    height: float
    left: float
    right: float
    amounts: Amounts
    ticks: Sequence[Tick]
    lanes: Sequence[Lane]
    claims: Sequence[Claim]
    reach: float

    @property
    def undated(self) -> bool:
        """True if some amount has no date."""
        return any(not each.mark.dated for lane in self.lanes for each in lane.amounts)

    @property
    def total(self) -> int:
        """The number of amounts."""
        return sum(len(lane.amounts) for lane in self.lanes)


def chart(briefing: Briefing, *, narrow: bool) -> MoneyChart | None:
    """Return the graphic of a briefing; None if it has no amount of money."""
    found = amounts(briefing)
    if not found:
        return None
    width, pitch = width_of(narrow=narrow), NARROW_PITCH if narrow else PITCH
    powers = decades(*map(decimal, found.ends))
    scale = Log(powers[0], powers[-1], (0 if narrow else LABEL) + BOX / 2, width - BOX / 2)
    lanes, y = [], float(HEAD)
    for indicator, figures in found.kinds.items():
        first = y + PADDING + (NAME if narrow else 0)
        rows = [placed(figure, scale, first + pitch * (number + 0.5)) for number, figure in enumerate(figures)]
        lanes.append(Lane(indicator, px(y), rows))
        y = first + max(pitch * len(figures), 0 if narrow else LEAST) + PADDING
    shown = labelled(powers, MOST_LABELS)
    ticks = [Tick(power, scale(power), power in shown) for power in powers]
    claims = claims_of(figure for figures in found.kinds.values() for figure in figures)
    reach = px((pitch - BOX) / 2)
    return MoneyChart(width, px(y + FOOT), scale.left, scale.right, found, ticks, lanes, claims, reach)


def placed(figure: Figure, scale: Log, y: float) -> Amount:
    """Return an amount at its place in a row; its label stands on the side where there is more room."""
    low, high = map(scale, figure.ends)
    middle, radius = (low + high) / 2, BOX / 2
    first, last = scale.left - radius, scale.right + radius
    ends: Ends = "range" if figure.bound == "range" else "exact"
    line = (low, high)
    if figure.bound in FLOORS:
        ends, line = "floor", (middle + radius - 1, min(middle + ARROW, last))
    elif figure.bound in CEILINGS:
        ends, line = "ceiling", (middle - radius + 1, max(middle - ARROW, first))
    left, right = min(*line, middle - radius) - SPACE, max(*line, middle + radius) + SPACE
    before = left - first > last - right
    room = left - first if before else last - right
    mark = Mark(figure, px(middle - BOX / 2), px(y - BOX / 2), not figure.undated)
    return Amount(figure, mark, ends, (px(line[0]), px(line[1])), px(y), px(left), px(right), before, px(room))
