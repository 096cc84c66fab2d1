"""The names that two or more speeches say, by kind, with how many of all names of their kind they are."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.queries.names import KindOfName, SharedNames, shared_names
from briefing.render.charts.marks import width_of
from briefing.render.charts.matrix import Matrix, Row, have_room, in_columns, in_list
from briefing.render.charts.scales import px

LABEL, NARROW_LABEL = 216, 151
"""The widths of names; where places have no room for columns, names stand above their marks."""
HEAD, NARROW_HEAD, SPACE = 23, 36, 10
"""The height of the head of a kind, and the space above it."""
MOST_PITCH, COUNT = 8, 84
"""From one square to the next, of those that count the names of a kind; the width of the count in words."""


class Section(NamedTuple):
    """One kind: a square for each name, then the rows of the shared ones."""

    kind: KindOfName
    y: float
    pitch: float
    squares: float
    """The left edge of the squares; they are below the name of the kind if it is that of the graphic."""
    rows: Sequence[Row]


class NamesChart(NamedTuple):
    """Sections of names."""

    width: int
    height: float
    matrix: Matrix
    sections: Sequence[Section]
    names: SharedNames
    related: bool
    """Whether a mark stands for another name of the same party."""
    claims: Sequence[Claim] = ()
    undated: bool = False


def chart(briefing: Briefing, language: str, *, narrow: bool) -> NamesChart | None:
    """Return the graphic of a briefing; None if no name is said by two speeches."""
    found = shared_names(briefing)
    if not any(each.rows for each in found.kinds):
        return None
    width = width_of(narrow=narrow)
    label = NARROW_LABEL if narrow else LABEL
    if have_room(briefing.speeches, width - label):
        form = in_columns(briefing.speeches, language, width, label)
    else:
        form = in_list(briefing.speeches, language, width, width)
    left = 0 if narrow else LABEL
    pitch = min(MOST_PITCH, (width - left - (0 if narrow else COUNT)) / max(each.names for each in found.kinds))
    sections: list[Section] = []
    y = form.head
    for kind in found.kinds:
        top = y = y + SPACE
        y += NARROW_HEAD if narrow else HEAD
        rows: list[Row] = []
        for each in kind.rows:
            rows.append(form.row(each, each.entity.name, each.mentions, y))
            y += rows[-1].height
        sections.append(Section(kind, px(top), px(pitch), left, rows))
    related = any(row.related for each in found.kinds for row in each.rows)
    return NamesChart(width, px(y), form, sections, found, related)
