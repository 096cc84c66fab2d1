"""Projects by number and amount: a panel for each period of each place that gives amounts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.content.model import Figure, Speech
from briefing.queries import grouped
from briefing.queries.stages import StageProjects, size
from briefing.render.charts.boxes import SPACE, Box, lines, side_by_side
from briefing.render.charts.marks import BOX
from briefing.render.charts.scales import Linear, px
from briefing.render.charts.ticks import Tick, even

HEAD, PLOT, AXIS, STRIP = 32, 170, 38, 24
"""The heights of a panel's head, of its plot, of the ticks below, and of a line for projects without an amount."""
MARGIN, REACH = 92, 11
"""The width of the labels of amounts, and the distance from the middle of a mark to its words."""
TAG, LONG_TAG, TAGS = 104, 165, 47
"""The width of the words in lines, and on one line; the distance from those of one mark to those of the next."""


class Point(NamedTuple):
    """Projects at their number and amount: the upper left corner of their mark, and where their words are."""

    projects: StageProjects
    x: float
    y: float
    tag_x: float
    tag_y: float
    before: bool
    """Whether the words end there, before the mark."""
    one_line: bool
    """Whether all words stand on one line, as there are other points above and below."""

    @property
    def figure(self) -> Figure:
        """The count, whose record the mark leads to."""
        return self.projects.count

    @property
    def dated(self) -> bool:
        """Whether the speech gives a period for it."""
        return not self.figure.undated


class Panel(NamedTuple):
    """The projects of one speech for one period, by number and amount; those without an amount are below."""

    speech: Speech
    period: str
    box: Box
    bottom: float
    """The line of no amount."""
    across: Sequence[tuple[float, Decimal]]
    up: Sequence[tuple[float, Tick]]
    points: Sequence[Point]
    unpriced: Sequence[Point]


class Axes(NamedTuple):
    """The ticks of all panels: numbers of projects, and amounts in the currency of most of them."""

    across: Sequence[Decimal]
    up: Sequence[Tick]

    def priced(self, projects: StageProjects) -> bool:
        """Return whether projects have an amount in that currency."""
        return projects.amount is not None and projects.amount.unit == self.up[0].unit


def axes(projects: Sequence[StageProjects]) -> Axes:
    """Return the axes for projects."""
    amounts = [each.amount for each in projects if each.amount]
    units = Counter(amount.unit for amount in amounts)
    unit = max(units, key=units.__getitem__, default="")
    highest = max((size(each) for each in amounts if each.unit == unit), default=Decimal(0))
    most = max((size(each.count) for each in projects), default=Decimal(0))
    return Axes(even(most, least=Decimal(1)), [Tick(unit, value) for value in even(highest)])


def in_panels(
    by_speech: Mapping[Speech, Sequence[StageProjects]], width: float, columns: int
) -> tuple[Sequence[Panel], float]:
    """Return a panel for each period of each speech, all with the same axes, and the height after them."""
    periods = [
        (speech, period, projects)
        for speech, found in by_speech.items()
        for period, projects in grouped(found, lambda each: each.count.by or each.count.period).items()
    ]
    shared = axes([each for found in by_speech.values() for each in found])
    panels: list[Panel] = []
    y = 0.0
    for line in lines(periods, columns):
        made = [panel(box, *each, shared) for box, each in zip(side_by_side(y, width, columns), line, strict=False)]
        panels += made
        y += HEAD + PLOT + AXIS + max(len(each.unpriced) for each in made) * STRIP + SPACE
    return panels, y


def panel(box: Box, speech: Speech, period: str, projects: Sequence[StageProjects], axes: Axes) -> Panel:
    """Return the panel of one period in a box."""
    bottom = box.y + HEAD + PLOT
    across = Linear(Decimal(0), axes.across[-1], box.x + MARGIN, box.right - BOX)
    up = Linear(Decimal(0), axes.up[-1].value, bottom, box.y + HEAD)
    priced = {each: size(each.amount) for each in projects if each.amount and axes.priced(each)}
    middles = {each: up(priced[each]) for each in sorted(priced, key=priced.__getitem__, reverse=True)}
    without = [each for each in projects if each not in priced]
    middles |= {each: px(bottom + AXIS + (line + 0.5) * STRIP) for line, each in enumerate(without)}
    lefts = {each: across(size(each.count)) for each in middles}
    before = {each: lefts[each] + REACH + (TAG if each in priced else LONG_TAG) > box.right for each in middles}
    tags = dict(middles)
    for side in (False, True):
        beside = [each for each in middles if each in priced and before[each] == side]
        tags |= zip(beside, spread([middles[each] for each in beside], TAGS, bottom - TAGS + BOX / 2), strict=True)
    points = [
        Point(
            each,
            px(lefts[each] - BOX / 2),
            px(middle - BOX / 2),
            px(lefts[each] + (-REACH if before[each] else REACH)),
            px(tags[each]),
            before[each],
            each not in priced,
        )
        for each, middle in middles.items()
    ]
    return Panel(
        speech,
        period,
        box,
        px(bottom),
        [(across(value), value) for value in axes.across],
        [(up(each.value), each) for each in axes.up],
        [each for each in points if not each.one_line],
        [each for each in points if each.one_line],
    )


def spread(heights: Sequence[float], apart: float, lowest: float) -> Sequence[float]:
    """Return heights from above, moved so that they are apart and none is below the lowest."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + apart) if moved else height)
    for index in reversed(range(len(moved))):
        moved[index] = min(moved[index], moved[index + 1] - apart if index + 1 < len(moved) else lowest)
    return moved
