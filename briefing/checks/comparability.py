"""Only like is compared with like: an indicator's units are its own, and a ranked column holds figures of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.content.model import Figure
from briefing.content.site import Briefing, Site
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


def check(site: Site) -> Iterator[Problem]:
    """Compare figures with their indicator, and with the others of a ranked column."""
    for loaded in site.speeches:
        for figure in loaded.record.figures.values():
            units = site.indicators[figure.indicator].units
            if figure.unit not in units:
                message = f"{figure.indicator} counts in {', '.join(units)}, not in {figure.unit}; correct either"
                yield Problem(loaded.document.at("figures", figure.id, "unit"), "unlike-unit", message)
    for briefing in site.briefings:
        for indicator in site.indicators.values():
            if indicator.ranked:
                yield from _ranked(briefing, indicator.id)


def _ranked(briefing: Briefing, indicator: str) -> Iterator[Problem]:
    column = [
        (figure, loaded.document.at("figures", figure.id))
        for loaded in briefing.speeches
        for figure in loaded.record.figures.values()
        if figure.indicator == indicator
    ]
    for figure, position in column[1:]:
        yield from _unlike(indicator, figure, position, *column[0])


def _unlike(indicator: str, figure: Figure, position: Position, first: Figure, other: Position) -> Iterator[Problem]:
    mine, theirs = comparable(figure), comparable(first)
    if unlike := [name for name, value in mine.items() if value != theirs[name]]:
        message = f"{indicator} is ranked, but this figure differs in {', '.join(unlike)}; do not rank unlike figures"
        yield Problem(position, "unlike-figures", message, other)
