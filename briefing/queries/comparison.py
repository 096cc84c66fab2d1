"""The comparison: rows are places, columns the indicators that at least two speeches speak to, and cells what they say.

A cell holds figures as they are; nothing unlike is ranked, nothing added or averaged. An empty
cell is “not stated”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefing.content.model import Figure, Indicator, Point, Speech
from briefing.content.site import Briefing, Site
from briefing.markup.prose import cited

FEWEST_SPEECHES = 2
"""An indicator that fewer speeches speak to compares nothing; its figures stand on the district page."""


def comparable(figure: Figure) -> Mapping[str, object]:
    """Return what two figures must agree in to be compared: unit, claim, period and scope, by name."""
    scope = dict(figure.scope.items()) if figure.scope else None
    return {"unit": figure.unit, "claim": figure.claim, "period": figure.period, "scope": scope}


@dataclass(frozen=True)
class Said:
    """A figure with the speech that states it."""

    speech: Speech
    figure: Figure


@dataclass(frozen=True)
class Group:
    """Figures of one indicator that may be compared, the largest first."""

    members: tuple[Said, ...]

    @property
    def figure(self) -> Figure:
        """One of them, for what they have in common."""
        return self.members[0].figure


def groups(said: Iterable[Said]) -> tuple[Group, ...]:
    """Sort figures of one indicator into those that may be compared, the largest groups first."""
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(repr(comparable(each.figure)), []).append(each)
    ordered = [sorted(members, key=lambda each: each.figure.ends, reverse=True) for members in found.values()]
    return tuple(Group(tuple(members)) for members in sorted(ordered, key=len, reverse=True))


@dataclass(frozen=True)
class Shown:
    """A figure in a cell: which of the column's groups it belongs to, and its rank, or 0 where nothing is ranked."""

    figure: Figure
    group: int
    rank: int = 0
    note: int = 0
    """The number of the note that says what exactly is counted; 0 where there is none."""


Cell = tuple[Shown, ...]
"""What one speech says of one indicator, in the editor's order; empty where it is not stated."""


@dataclass(frozen=True)
class Row:
    """One speech in the comparison: a cell for each column, and its lead sectors."""

    speech: Speech
    cells: tuple[Cell, ...]
    leads: tuple[str, ...]

    def claims(self, point: Point) -> frozenset[str]:
        """Return the claims of the figures that the speech's words on a point cite."""
        highlight = self.speech.points.get(point.id)
        texts = highlight.text.words.values() if highlight else ()
        return frozenset(self.speech.figures[figure].claim for text in texts for figure in cited(text))


@dataclass(frozen=True)
class Comparison:
    """The columns of one briefing's comparison and its rows, in the source's order."""

    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]
    rows: tuple[Row, ...]

    @property
    def claims(self) -> frozenset[str]:
        """The claims of the figures it shows, in cells of their own or in words."""
        in_cells = {shown.figure.claim for row in self.rows for cell in row.cells for shown in cell}
        return frozenset().union(in_cells, *(row.claims(point) for row in self.rows for point in self.points))

    @property
    def themes(self) -> frozenset[str]:
        """The themes of its columns."""
        return frozenset(each.theme for each in self.points) | {each.theme for each in self.indicators}


def compare(site: Site, briefing: Briefing) -> Comparison:
    """Choose the columns, in the order of `indicators.yaml` and of the briefing's points, and fill the rows."""
    speeches = [loaded.record for loaded in briefing.speeches]
    spoken = {each.id: said_of(speeches, each) for each in site.indicators.values()}
    columns = tuple(each for each in site.indicators.values() if _speeches(spoken[each.id]) >= FEWEST_SPEECHES)
    shown = {each.id: _shown(each, spoken[each.id]) for each in columns}
    notes = count(1)
    cells = [tuple(_noted(shown[each.id].get(speech.place, ()), notes) for each in columns) for speech in speeches]
    rows = tuple(Row(speech, row, lead_sectors(speech)) for speech, row in zip(speeches, cells, strict=True))
    return Comparison(columns, tuple(briefing.record.points.values()), rows)


def said_of(speeches: Iterable[Speech], indicator: Indicator) -> tuple[Said, ...]:
    """Return what speeches say of an indicator."""
    return tuple(Said(speech, figure) for speech in speeches for figure in figures_of(speech, indicator))


def _speeches(said: Iterable[Said]) -> int:
    return len({each.speech.place for each in said})


def _shown(indicator: Indicator, said: Sequence[Said]) -> Mapping[str, Cell]:
    """Return the cells of a column by place, without the numbers of their notes."""
    number = {id(each.figure): at for at, group in enumerate(groups(said)) for each in group.members}
    values = [each.figure.ends for each in said if each.figure == figures_of(each.speech, indicator)[0]]
    cells: defaultdict[str, Cell] = defaultdict(tuple)
    for each in said:
        # Equal values share a rank, as in sport.
        first = indicator.ranked and not cells[each.speech.place]
        rank = 1 + sum(value > each.figure.ends for value in values) if first else 0
        cells[each.speech.place] += (Shown(each.figure, number[id(each.figure)], rank),)
    return cells


def _noted(cell: Cell, notes: Iterator[int]) -> Cell:
    """Give the note of a cell's first figure a number; the others say beside them what is counted."""
    if not cell or not (cell[0].figure.scope or cell[0].figure.note):
        return cell
    return (replace(cell[0], note=next(notes)), *cell[1:])


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
