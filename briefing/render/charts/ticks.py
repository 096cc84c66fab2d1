"""Ticks: the values of an axis that have a line and, as far as there is room, a label."""

from collections.abc import Sequence
from decimal import Decimal


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
