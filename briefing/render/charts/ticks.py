"""Ticks: the values of an axis that have a line and, as far as there is room, a label."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.numbers.numerals import Number


def decades(low: Decimal, high: Decimal) -> Sequence[Decimal]:
    """Return the powers of ten from the last up to `low` to the first from `high`; both are above 0."""
    first, last = low.adjusted(), high.adjusted()
    if Decimal(1).scaleb(last) < high:
        last += 1
    return [Decimal(1).scaleb(power) for power in range(first, max(last, first + 1) + 1)]


def labelled(values: Sequence[Decimal], most: int) -> Sequence[Decimal]:
    """Return the values that have a label: every one or every second …, at most `most`, and the last."""
    step = -(-len(values) // most)
    return values[::-1][::step][::-1]


def repeated(times: int) -> Sequence[float]:
    """Return the months, as fractions from the beginning of a year, in the middles of so many equal parts of it."""
    return [(number + 0.5) * 12 / times for number in range(times)]


class Tick(NamedTuple):
    """A value of an axis, which is written like a figure."""

    unit: str
    value: Decimal
    bound: str = "exact"
    change: str | None = None

    @property
    def ends(self) -> tuple[Number, Number]:
        """The value, twice: it is no range."""
        return self.value, self.value


def even(highest: Decimal, most: int = 5, least: Decimal = Decimal(0)) -> Sequence[Decimal]:
    """Return about `most` values from 0 to the first not below the highest, at equal distances of `least` or more."""
    step = Decimal(1).scaleb(highest.adjusted() - 1) if highest > 0 else Decimal(1)
    while step * most < highest or step < least:
        leading = step.scaleb(-step.adjusted())
        step *= Decimal("2.5") if leading == 2 else 2  # noqa: PLR2004 - 1, 2, 5, 10
    return [(step * number).normalize() for number in range(max(math.ceil(highest / step), 1) + 1)]
