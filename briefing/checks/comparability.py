"""Only like is compared.

A figure has a unit of its indicator, which has levels or changes, never both.
"""

from collections.abc import Iterator

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.problems import Position, Problem
from briefing.queries import grouped


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare figures with their indicator, and with the first of it."""
    units = briefing.shared.units.keys()
    figures = [figure for speech in briefing.speeches for figure in speech.standing if figure.unit in units]
    columns = grouped(figures, lambda figure: figure.indicator)
    for name in columns.keys() & briefing.shared.indicators.keys():
        column, indicator = columns[name], briefing.shared.indicators[name]
        for figure in column if units >= set(indicator.units) else ():
            if figure.unit not in indicator.units:
                message = f"{name} counts in {', '.join(indicator.units)}, not in {figure.unit}; correct either"
                yield Problem(_position(figure, "unit"), "unlike-unit", message)
        for figure in (each for each in column if (each.change is None) != (column[0].change is None)):
            kinds = ("a change", "a level") if figure.change else ("a level", "a change")
            message = f"{name} would hold {kinds[0]} here and {kinds[1]} there; give one of them another indicator"
            yield Problem(_position(figure), "level-and-change", message, _position(column[0]))
            break


def _position(figure: Figure, *field: str) -> Position:
    return figure.speech.file.document.at("figures", figure.id, *field)
