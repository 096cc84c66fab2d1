"""The comparison: a row for each place, a column for each indicator that at least two speeches state.

A cell holds figures as they are: unlike figures are not ranked, and nothing is added up or averaged. An empty cell is
shown as “not stated”.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.content.model import Figure, Indicator, Point, SectorRole, Speech
from briefing.content.site import Briefing
from briefing.content.values import MAIN_ROLES, ROLES
from briefing.markup.prose import cited
from briefing.queries import grouped

FEWEST_SPEECHES = 2
"""An indicator that fewer speeches state compares nothing; its figures are shown on the page of their place only."""
OPEN_BOUNDS = ("order-of-magnitude", "several")
"""The bounds of figures that give no number, only how large it is."""


def comparable(figure: Figure) -> Mapping[str, object]:
    """Return the properties that figures which are compared have in common, by name.

    Of the bounds only those count that leave the number itself open.
    """
    return {
        "unit": figure.unit,
        "claim": figure.claim,
        "period": figure.period,
        "by": figure.by,
        "scope": dict(figure.scope.items()) if figure.scope else None,
        "change": figure.change is not None,
        "bound": figure.bound if figure.bound in OPEN_BOUNDS else None,
        "cumulative": figure.cumulative,
        "stretch_of": figure.stretch_of is not None,
    }


def groups(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return figures of one indicator in groups that may be compared: the largest group, and its largest figure, first.

    Of equal groups or figures, the first stays first.
    """
    found = grouped(figures, lambda each: repr(comparable(each))).values()
    ordered = (tuple(sorted(each, key=lambda figure: figure.compared, reverse=True)) for each in found)
    return tuple(sorted(ordered, key=len, reverse=True))


@dataclass(frozen=True)
class Row:
    """One speech in the comparison."""

    speech: Speech
    cells: tuple[tuple[Figure, ...], ...]
    """Its figures for each indicator of the comparison, in the editor's order; there may be none."""

    @property
    def main_sectors(self) -> Mapping[str, Sequence[SectorRole]]:
        """The sectors that the speech puts first, by the role that it gives them."""
        return grouped((each for each in self.speech.sectors if each.role in MAIN_ROLES), lambda each: each.role, ROLES)

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
    groups: Mapping[Figure, int]
    """The number of each figure's group in its column; only figures of one group may be compared."""
    ranks: Mapping[Figure, int]
    """In columns that are ranked, the rank of the first figure of each cell; as in sport, equal figures share one."""

    @cached_property
    def notes(self) -> Mapping[Figure, int]:
        """The number of the note that says what exactly the first figure of a cell counts, if it has a note."""
        firsts = (cell[0] for row in self.rows for cell in row.cells if cell)
        noted = (figure for figure in firsts if figure.scope or figure.note)
        return {figure: number for number, figure in enumerate(noted, start=1)}

    @property
    def claims(self) -> frozenset[str]:
        """The claims of the figures that it shows, in cells of their own or in words."""
        in_cells = {figure.claim for row in self.rows for cell in row.cells for figure in cell}
        return frozenset().union(in_cells, *(row.claims(point) for row in self.rows for point in self.points))

    @property
    def themes(self) -> frozenset[str]:
        """The themes of its columns."""
        return frozenset(each.theme for each in self.points) | {each.theme for each in self.indicators}


def compare(briefing: Briefing) -> Comparison:
    """Return the comparison of a briefing; its indicators are in the order of `indicators.yaml`."""
    everything = [figure for speech in briefing.speeches for figure in speech.standing]
    columns: Mapping[str, Mapping[Speech, Sequence[Figure]]] = {
        indicator: grouped(figures, lambda figure: figure.speech)
        for indicator, figures in grouped(everything, lambda figure: figure.indicator).items()
    }
    indicators = tuple(
        indicator
        for name, indicator in briefing.shared.indicators.items()
        if len(columns.get(name, ())) >= FEWEST_SPEECHES
    )
    group_numbers: dict[Figure, int] = {}
    ranks: dict[Figure, int] = {}
    for indicator in indicators:
        cells = columns[indicator.id].values()
        for number, group in enumerate(groups(figure for cell in cells for figure in cell)):
            group_numbers |= dict.fromkeys(group, number)
        if indicator.ranked:
            firsts = [cell[0] for cell in cells]
            ranks |= {figure: 1 + sum(other.compared > figure.compared for other in firsts) for figure in firsts}
    rows = tuple(
        Row(speech, tuple(tuple(columns[each.id].get(speech, ())) for each in indicators))
        for speech in briefing.speeches
    )
    return Comparison(indicators, tuple(briefing.record.points.values()), rows, group_numbers, ranks)


@dataclass(frozen=True)
class NotStated:
    """The columns of a comparison for which one speech states nothing."""

    target: bool
    """True if it states no target at all."""
    main_sector: bool
    """True if it puts no sector first."""
    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]


def not_stated(speech: Speech, comparison: Comparison) -> NotStated:
    """Return the columns of a comparison for which a speech states nothing."""
    stated = {figure.indicator for figure in speech.standing}
    return NotStated(
        target=all(figure.claim != "target" for figure in speech.standing),
        main_sector=all(each.role not in MAIN_ROLES for each in speech.sectors),
        indicators=tuple(each for each in comparison.indicators if each.id not in stated),
        points=tuple(each for each in comparison.points if each.id not in speech.points),
    )
