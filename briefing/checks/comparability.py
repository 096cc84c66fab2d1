"""Only like is compared with like: an indicator's units are its own, and a ranked column holds figures of one kind."""

from collections.abc import Iterator

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.problems import Position, Problem, Rule
from briefing.queries.comparison import comparable

RULES = (
    Rule(
        "unlike-unit",
        "A figure counts in one of the units that `indicators.yaml` gives its indicator; otherwise the column would set"
        " projects against money.",
        "indicator: projects-introduced  # units: [project]\nunit: cny",
        "indicator: project-investment  # units: [cny]\nunit: cny",
    ),
    Rule(
        "unlike-figures",
        "Where an indicator is `ranked`, all figures in its column agree in unit, claim, period and scope: a result is"
        " no target, a quarter no year. Give the figure an indicator of its own, or do not rank.",
        "claim: actual  # in a ranked column of targets",
        "ranked: false",
    ),
)


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare figures with their indicator, and with the first of a ranked column."""
    columns: dict[str, list[Figure]] = {indicator: [] for indicator in briefing.shared.indicators}
    for speech in briefing.speeches:
        for figure in speech.figures.values():
            if figure.indicator in columns and figure.unit in briefing.shared.units:
                columns[figure.indicator].append(figure)
    for indicator in briefing.shared.indicators.values():
        column, units = columns[indicator.id], indicator.units
        for figure in column if briefing.shared.units.keys() >= set(units) else ():
            if figure.unit not in units:
                message = f"{indicator.id} counts in {', '.join(units)}, not in {figure.unit}; correct either"
                yield Problem(_position(figure, "unit"), "unlike-unit", message)
        for figure in column[1:] if indicator.ranked else ():
            first = comparable(column[0])
            if unlike := [name for name, value in comparable(figure).items() if value != first[name]]:
                names = ", ".join(unlike)
                message = f"{indicator.id} is ranked, but this figure differs in {names}; do not rank unlike figures"
                yield Problem(_position(figure), "unlike-figures", message, _position(column[0]))


def _position(figure: Figure, *field: str) -> Position:
    return figure.speech.file.document.at("figures", figure.id, *field)
