"""The amounts of money of a briefing by what they are of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.content.model import Figure, Indicator
from briefing.content.site import Briefing
from briefing.numbers.numerals import Number
from briefing.queries import grouped
from briefing.queries.comparison import groups


class Amounts(NamedTuple):
    """The amounts in one currency; it is a quantity that can be written: from the least of them to the largest."""

    unit: str
    kinds: Mapping[Indicator, Sequence[Figure]]
    """By indicator, in the order of `indicators.yaml`."""
    change: None = None

    @property
    def ends(self) -> tuple[Number, Number]:
        """The least and the largest amount."""
        ends = [each.ends for figures in self.kinds.values() for each in figures]
        return min(low for low, _ in ends), max(high for _, high in ends)

    @property
    def bound(self) -> str:
        """`range`, unless all amounts are the same."""
        return "exact" if self.ends[0] == self.ends[1] else "range"

    @property
    def unlike(self) -> bool:
        """True if no two places have amounts that may be compared."""
        like = (group for figures in self.kinds.values() for group in groups(figures))
        return all(len({figure.speech for figure in group}) == 1 for group in like)


def amounts(briefing: Briefing) -> Amounts | None:
    """Return the amounts above 0 in the currency that most of them are in; None if there are none."""
    units, indicators = briefing.shared.units, briefing.shared.indicators
    money = [
        figure
        for speech in briefing.speeches
        for figure in speech.standing
        if units[figure.unit].kind == "money" and figure.ends[0] > 0
    ]
    if not money:
        return None
    unit, figures = max(grouped(money, lambda each: each.unit).items(), key=lambda each: len(each[1]))
    kinds = grouped(figures, lambda each: each.indicator, indicators)
    return Amounts(unit, {indicators[name]: each for name, each in kinds.items()})
