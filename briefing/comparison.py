"""The comparison: rows are places, columns the indicators that at least two speeches speak to, and cells what they say.

A cell holds figures as they are; nothing unlike is ranked, nothing added or averaged. An empty
cell is “not stated”.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from briefing.model import Figure, Indicator, Point, Speech
from briefing.site import Briefing, Site

FEWEST_SPEECHES = 2
"""An indicator that fewer speeches speak to compares nothing; its figures stand on the district page."""


def comparable(figure: Figure) -> Mapping[str, object]:
    """Return what two figures must agree in to be compared: unit, claim, period and scope, by name."""
    scope = dict(figure.scope.items()) if figure.scope else None
    return {"unit": figure.unit, "claim": figure.claim, "period": figure.period, "scope": scope}


@dataclass(frozen=True)
class Cell:
    """What one speech says of one indicator, and the number of the note that says what exactly is counted (0: none)."""

    first: Figure
    more: tuple[Figure, ...]
    footnote: int = 0
    rank: int = 0
    """Its place in a ranked column, the largest being 1; 0 where the column is not ranked."""


@dataclass(frozen=True)
class Row:
    """One speech in the comparison: a cell for each column (None: not stated), and its lead sectors."""

    speech: Speech
    cells: tuple[Cell | None, ...]
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The columns of one briefing's comparison and its rows, in the source's order."""

    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]
    rows: tuple[Row, ...]


def compare(site: Site, briefing: Briefing) -> Comparison:
    """Choose the columns, in the order of `indicators.yaml` and of the briefing's points, and fill the rows."""
    speeches = [loaded.record for loaded in briefing.speeches]
    spoken: Counter[str] = Counter()
    for speech in speeches:
        spoken.update({figure.indicator for figure in speech.figures.values()})
    columns = tuple(each for each in site.indicators.values() if spoken[each.id] >= FEWEST_SPEECHES)
    notes = count(1)
    ranks = {each.id: _ranks(each, speeches) for each in columns}
    rows = tuple(Row(speech, _cells(speech, columns, notes, ranks), lead_sectors(speech)) for speech in speeches)
    return Comparison(columns, tuple(briefing.record.points.values()), rows)


Ranks = Mapping[tuple[Decimal, Decimal], int]


def _ranks(indicator: Indicator, speeches: Sequence[Speech]) -> Ranks:
    """Return the place of each value in a ranked column; equal values share one, as in sport."""
    values = [figure.ends for speech in speeches for figure in figures_of(speech, indicator)[:1]]
    return {value: 1 + sum(other > value for other in values) for value in values} if indicator.ranked else {}


def _cells(
    speech: Speech, columns: tuple[Indicator, ...], notes: Iterator[int], ranks: Mapping[str, Ranks]
) -> tuple[Cell | None, ...]:
    found = [(indicator, figures_of(speech, indicator)) for indicator in columns]
    return tuple(_cell(figures, notes, ranks[each.id]) if figures else None for each, figures in found)


def _cell(figures: tuple[Figure, ...], notes: Iterator[int], ranks: Ranks) -> Cell:
    first, *more = figures
    return Cell(first, tuple(more), next(notes) if first.scope or first.note else 0, ranks.get(first.ends, 0))


def lead_sectors(speech: Speech) -> tuple[str, ...]:
    """Return the sectors the speech leads with; empty where it names none."""
    return tuple(role.sector for role in speech.sectors if role.role == "lead")


def figures_of(speech: Speech, indicator: Indicator) -> tuple[Figure, ...]:
    """Return what a speech says of an indicator, in the editor's order; empty where it is not stated."""
    return tuple(figure for figure in speech.figures.values() if figure.indicator == indicator.id)


@dataclass(frozen=True)
class NotStated:
    """What one speech does not speak to, among what others do."""

    target: bool
    lead_sector: bool
    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]


def not_stated(speech: Speech, comparison: Comparison) -> NotStated:
    """Find what the comparison asks and this speech does not say."""
    return NotStated(
        target=all(figure.claim != "target" for figure in speech.figures.values()),
        lead_sector=not lead_sectors(speech),
        indicators=tuple(each for each in comparison.indicators if not figures_of(speech, each)),
        points=tuple(each for each in comparison.points if each.id not in speech.points),
    )
