"""Findings about a briefing as a whole: indicators that can be ranked, undated figures, amounts, contested sectors."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Indicator, Sector, Speech
from briefing.content.site import Briefing
from briefing.numbers.numerals import decimal
from briefing.queries import grouped
from briefing.queries.comparison import groups


@dataclass(frozen=True)
class Findings:
    """The findings of a briefing; its figures are those that stand, without corrected ones."""

    figures: Sequence[Figure]
    ranked: Sequence[Indicator]
    """The indicators of which figures of two places or more may be compared."""
    undated: Sequence[Figure]
    """The figures with neither period nor deadline that do not recur at an interval either."""
    amounts: Sequence[Figure]
    """The amounts of money, the smallest first."""
    offering: Sequence[Speech]
    """The speeches that offer something to enterprises in figures."""
    sectors: Sequence[Sector]
    """The sectors that the speeches name."""
    contested: Sequence[Sector]
    """Those that two speeches name or more."""


def findings(briefing: Briefing) -> Findings:
    """Return the findings of a briefing."""
    units, indicators = briefing.shared.units, briefing.shared.indicators
    figures = [figure for speech in briefing.speeches for figure in speech.standing]
    by_indicator = grouped(figures, lambda each: each.indicator, indicators)
    money = [each for each in figures if units[each.unit].kind == "money" and each.bound != "several"]
    named = grouped((role for speech in briefing.speeches for role in speech.sectors), lambda each: each.sector)
    return Findings(
        figures=figures,
        ranked=[
            indicators[name]
            for name, stated in by_indicator.items()
            if any(len({each.speech for each in group}) > 1 for group in groups(stated))
        ],
        undated=[each for each in figures if each.undated],
        amounts=sorted(money, key=lambda each: decimal(each.ends[1])),
        offering=[speech for speech in briefing.speeches if any(each.claim == "incentive" for each in speech.standing)],
        sectors=[briefing.shared.sectors[name] for name in named],
        contested=[briefing.shared.sectors[name] for name, roles in named.items() if len(roles) > 1],
    )
