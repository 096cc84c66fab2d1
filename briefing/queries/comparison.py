"""The comparison: a row for each place, a column for each indicator that at least two speeches state.

A cell holds figures as they are: unlike figures are not ranked, and nothing is added up or averaged. An empty cell is
shown as “not stated”.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefing.content.model import Figure, Indicator, Point, Speech
from briefing.content.site import Briefing
from briefing.markup.prose import cited
from briefing.queries.grouping import grouped

FEWEST_SPEECHES = 2
"""An indicator that fewer speeches state compares nothing; its figures are shown on the page of their place only."""


def comparable(figure: Figure) -> Mapping[str, object]:
    """Return the properties that figures which are compared have in common: unit, claim, period and scope, by name."""
    scope = dict(figure.scope.items()) if figure.scope else None
    return {"unit": figure.unit, "claim": figure.claim, "period": figure.period, "scope": scope}


def groups(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return figures of one indicator in groups that may be compared: the largest group, and its largest figure, first.

    Of equal groups or figures, the first stays first.
    """
    found = grouped(figures, lambda each: repr(comparable(each))).values()
    ordered = (tuple(sorted(each, key=lambda figure: figure.ends, reverse=True)) for each in found)
    return tuple(sorted(ordered, key=len, reverse=True))


@dataclass(frozen=True)
class CellFigure:
    """A figure in a cell."""

    figure: Figure
    group: int
    """The number of its group in the column; only figures of one group may be compared."""
    rank: int = 0
    """Its rank in a column that is ranked, or 0. As in sport, equal figures have the same rank."""
    note: int = 0
    """The number of the note that says what exactly is counted, or 0."""


Cell = tuple[CellFigure, ...]
"""The figures of one speech for one indicator, in the editor's order; empty if there is none."""


@dataclass(frozen=True)
class Row:
    """One speech in the comparison."""

    speech: Speech
    cells: tuple[Cell, ...]
    """One for each indicator of the comparison."""
    lead_sectors: tuple[str, ...]

    def claims(self, point: Point) -> frozenset[str]:
        """Return the claims of the figures that the speech's words on a point cite."""
        highlight = self.speech.points.get(point.id)
        texts = highlight.text.words.values() if highlight else ()
        return frozenset(self.speech.figures[figure].claim for text in texts for figure in cited(text))


@dataclass(frozen=True)
class Comparison:
    """The comparison of one briefing: the columns, and the rows in the source's order."""

    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]
    rows: tuple[Row, ...]

    @property
    def claims(self) -> frozenset[str]:
        """The claims of the figures that it shows, in cells of their own or in words."""
        in_cells = {each.figure.claim for row in self.rows for cell in row.cells for each in cell}
        return frozenset().union(in_cells, *(row.claims(point) for row in self.rows for point in self.points))

    @property
    def themes(self) -> frozenset[str]:
        """The themes of its columns."""
        return frozenset(each.theme for each in self.points) | {each.theme for each in self.indicators}


def compare(briefing: Briefing) -> Comparison:
    """Return the comparison of a briefing; its indicators are in the order of `indicators.yaml`."""
    everything = (figure for speech in briefing.speeches for figure in speech.figures.values())
    stated = grouped(everything, lambda figure: figure.indicator)
    indicators = tuple(
        indicator
        for name, indicator in briefing.shared.indicators.items()
        if len({figure.speech for figure in stated.get(name, ())}) >= FEWEST_SPEECHES
    )
    columns = [_column(indicator, stated[indicator.id]) for indicator in indicators]
    notes, rows = count(1), []
    for speech in briefing.speeches:
        cells = []
        for column in columns:
            cell = column.get(speech, ())
            if cell and (cell[0].figure.scope or cell[0].figure.note):
                # Only the first figure of a cell has a note; beside the others stands what they count.
                cell = (replace(cell[0], note=next(notes)), *cell[1:])
            cells.append(cell)
        rows.append(Row(speech, tuple(cells), lead_sectors(speech)))
    return Comparison(indicators, tuple(briefing.record.points.values()), tuple(rows))


def _column(indicator: Indicator, figures: Sequence[Figure]) -> Mapping[Speech, Cell]:
    """Return the cells of an indicator, without notes; where its figures are ranked, a cell's first figure is."""
    group_of = {figure: number for number, group in enumerate(groups(figures)) for figure in group}
    cells = grouped(figures, lambda figure: figure.speech)
    ranked = [cell[0].ends for cell in cells.values()] if indicator.ranked else []
    return {
        speech: tuple(
            CellFigure(
                figure,
                group_of[figure],
                rank=1 + sum(ends > figure.ends for ends in ranked) if indicator.ranked and figure is cell[0] else 0,
            )
            for figure in cell
        )
        for speech, cell in cells.items()
    }


def lead_sectors(speech: Speech) -> tuple[str, ...]:
    """Return the ids of the sectors that a speech calls leading."""
    return tuple(role.sector for role in speech.sectors if role.role == "lead")


def figures_of(speech: Speech, indicator: Indicator) -> tuple[Figure, ...]:
    """Return the figures that a speech states for an indicator, in the editor's order."""
    return tuple(figure for figure in speech.figures.values() if figure.indicator == indicator.id)


@dataclass(frozen=True)
class NotStated:
    """The columns of a comparison for which one speech states nothing."""

    target: bool
    """True if it states no target at all."""
    lead_sector: bool
    """True if it calls no sector leading."""
    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]


def not_stated(speech: Speech, comparison: Comparison) -> NotStated:
    """Return the columns of a comparison for which a speech states nothing."""
    return NotStated(
        target=all(figure.claim != "target" for figure in speech.figures.values()),
        lead_sector=not lead_sectors(speech),
        indicators=tuple(each for each in comparison.indicators if not figures_of(speech, each)),
        points=tuple(each for each in comparison.points if each.id not in speech.points),
    )
