"""The sectors that speeches name, a row each, and who puts them forward, in the order of a diagonal."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.queries.suitors import Suitors, suitors
from briefing.render.charts.marks import width_of
from briefing.render.charts.matrix import Matrix, Row, have_room, in_columns, in_list, in_order
from briefing.render.charts.scales import px

LABEL, NARROW_LABEL = 122, 150
"""The widths of the sectors' names."""
WORDS, WORD = 72, 56
"""The width of a column in which a mark has the word for its role beside it, and that of the word."""


class SectorsChart(NamedTuple):
    """Rows of sectors."""

    width: int
    height: float
    matrix: Matrix
    rows: Sequence[Row]
    suitors: Suitors
    worded: bool
    """Whether there is room for the words for roles beside the marks."""
    claims: Sequence[Claim] = ()
    undated: bool = False


def chart(briefing: Briefing, language: str, *, narrow: bool) -> SectorsChart | None:
    """Return the graphic of a briefing; None if its speeches name no sector."""
    found = suitors(briefing)
    if not found.sectors:
        return None
    width = width_of(narrow=narrow)
    listed = narrow or not have_room(found.speeches, width - LABEL)
    if listed:
        form = in_list(found.speeches, language, width, NARROW_LABEL if narrow else LABEL, WORD)
    else:
        form = in_columns(found.speeches, language, width, LABEL)
    rows: list[Row] = []
    y = form.head
    for each in found.sectors:
        rows.append(form.row(each, each.sector.name, in_order(found.speeches, each.roles), y))
        y += rows[-1].height
    return SectorsChart(width, px(y), form, rows, found, not form.columns or form.pitch >= WORDS)
