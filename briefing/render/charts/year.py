"""The year as announced: what is due along the months, what recurs, and in a box off the axis what has no date."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.queries.promises import Promises, promises, times
from briefing.render.charts.marks import BOX, Grid, Mark, claims_of, lines, width_of
from briefing.render.charts.scales import Year, px
from briefing.render.charts.ticks import repeated

HEAD, NAME, PADDING = 26, 18, 6
"""The height of the heads and of a name that stands above its lines, and the space around a row."""
LABEL, NARROW_LABEL = 248, 97
"""Where the axis begins: in the wide form after the names of places and of periods, in the narrow one after periods."""
COUNT, OFF = 34, 8
"""The room for a count behind the axis, and the space around the marks of the box."""
BOX_COLUMNS = 6
PITCH, NARROW_PITCH = 20, 29


class Line(NamedTuple):
    """The figures of one speech for one period, a figure that recurs, or, off the axis, those that have no place on it.

    `due` is empty unless it is a period; `ticks` are empty unless it recurs.
    """

    due: str
    y: float
    """Its upper edge."""
    height: float
    span: tuple[float, float] | None
    marks: Sequence[Mark]
    ticks: Sequence[float] = ()

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures of its marks."""
        return [mark.figure for mark in self.marks]


class Row(NamedTuple):
    """One speech."""

    speech: Speech
    top: float
    lines: Sequence[Line]
    off: Line | None


class YearChart(NamedTuple):
    """Rows of speeches along the months of a year; in the wide form, `box` is where the box off the axis begins."""

    width: int
    height: float
    scale: Year
    box: float
    rows: Sequence[Row]
    claims: Sequence[Claim]
    reach: float
    whole: int
    """The number of figures that are for the whole of the year."""
    dated: int
    """The number of those for any period that is, in part, in the year."""

    @property
    def months(self) -> Sequence[float]:
        """Where the months begin and the last one ends."""
        return [self.scale.months(number) for number in range(13)]

    @property
    def narrow(self) -> bool:
        """True for the narrow form."""
        return self.box == self.width

    @property
    def undated(self) -> bool:
        """True if some figure has no date."""
        return any(not mark.dated for row in self.rows if row.off for mark in row.off.marks)


def chart(briefing: Briefing, *, narrow: bool) -> YearChart | None:
    """Return the graphic of a briefing; None if no speech announces anything with a period or an interval."""
    announced = {speech: each for speech, each in promises(briefing).items() if any(each)}
    if not any(each.periods or each.recurring for each in announced.values()):
        return None
    width, pitch = width_of(narrow=narrow), NARROW_PITCH if narrow else PITCH
    box = width if narrow else width - BOX_COLUMNS * pitch - OFF
    scale = Year(briefing.record.year, NARROW_LABEL if narrow else LABEL, box if narrow else box - OFF - COUNT)
    rows, y = [], float(HEAD)
    for speech, each in announced.items():
        row = row_of(speech, each, scale, box, y, narrow=narrow)
        rows.append(row)
        ends = [line.y + line.height for line in (*row.lines, row.off) if line]
        y = max(*ends, y + PADDING + pitch) + PADDING
    on_axis = [line for row in rows for line in row.lines if line.due]
    whole = [line for line in on_axis if line.span == (scale.left, scale.right)]
    return YearChart(
        width,
        px(y),
        scale,
        box,
        rows,
        claims_of(figure for row in rows for line in (*row.lines, row.off) if line for figure in line.figures),
        px((pitch - BOX) / 2),
        sum(len(line.marks) for line in whole),
        sum(len(line.marks) for line in on_axis),
    )


def row_of(speech: Speech, said: Promises, scale: Year, box: float, y: float, *, narrow: bool) -> Row:  # noqa: PLR0913
    """Return the row of a speech that begins at `y`: a line for each period and interval, and what is off the axis."""
    pitch, top = NARROW_PITCH if narrow else PITCH, y
    y += PADDING + (NAME if narrow else 0)
    first, found, off = y, list[Line](), [(figure, False) for figure in said.undated]
    for due, figures in said.periods.items():
        span = scale.span(due)
        if span is None:
            off += [(figure, True) for figure in figures]
            continue
        columns = max(1, int((span[1] - span[0]) // pitch))
        marks = list(Grid(span[0] + (pitch - BOX) / 2, y + (pitch - BOX) / 2, columns, pitch).marks(figures))
        found.append(Line(due, px(y), px(lines(len(figures), columns) * pitch), span, marks))
        y += found[-1].height + 2
    for figure in said.recurring:
        mark = Mark(figure, px(scale.left - BOX - 4), px(y + (pitch - BOX) / 2))
        ticks = [scale.months(month) for month in repeated(times(figure))]
        found.append(Line("", px(y), pitch, (scale.left, scale.right), [mark], ticks))
        y += pitch + 2
    if not off:
        return Row(speech, px(top), found, None)
    y, x = (y, scale.left) if narrow else (first, box)
    columns = int((scale.right - x) // pitch) if narrow else BOX_COLUMNS
    grid = Grid(x + (pitch - BOX) / 2, y + (pitch - BOX) / 2, columns, pitch)
    marks = [
        mark._replace(dated=dated) for mark, (_, dated) in zip(grid.marks(each for each, _ in off), off, strict=True)
    ]
    return Row(speech, px(top), found, Line("", px(y), px(lines(len(off), columns) * pitch), None, marks))
