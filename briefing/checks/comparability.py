"""Only like is compared: a figure has a unit of its indicator, and a ranked column holds figures of one kind."""

from collections.abc import Iterator

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.problems import Position, Problem
from briefing.queries import grouped
from briefing.queries.comparison import comparable


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare figures with their indicator, and with the first of a ranked column."""
    units = briefing.shared.units.keys()
    figures = [figure for speech in briefing.speeches for figure in speech.figures.values() if figure.unit in units]
    columns = grouped(figures, lambda figure: figure.indicator)
    for name in columns.keys() & briefing.shared.indicators.keys():
        column, indicator = columns[name], briefing.shared.indicators[name]
        for figure in column if units >= set(indicator.units) else ():
            if figure.unit not in indicator.units:
                message = f"{name} counts in {', '.join(indicator.units)}, not in {figure.unit}; correct either"
                yield Problem(_position(figure, "unit"), "unlike-unit", message)
        first = comparable(column[0])
        for figure in column[1:] if indicator.ranked else ():
            if unlike := [each for each, value in comparable(figure).items() if value != first[each]]:
                differs = f"this figure differs in {', '.join(unlike)}"
                message = f"{name} is ranked, but {differs}; do not rank unlike figures"
                yield Problem(_position(figure), "unlike-figures", message, _position(column[0]))


def _position(figure: Figure, *field: str) -> Position:
    return figure.speech.file.document.at("figures", figure.id, *field)
