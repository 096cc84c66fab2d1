"""Scales: a value -> its position in pixels. Values are exact; positions are rounded to a tenth of a pixel."""

from dataclasses import dataclass
from decimal import Decimal

from briefing.numbers.numerals import Number, decimal
from briefing.numbers.periods import LONGEST, order


def px(position: float) -> float:
    """Return a position as SVG has it: rounded to a tenth, and without a decimal if it is whole."""
    rounded = round(float(position), 1)
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True)
class Linear:
    """From values between `low` and `high` to positions between `left` and `right`."""

    low: Decimal
    high: Decimal
    left: float
    right: float

    def __call__(self, value: Number) -> float:
        """Return the position of a value."""
        share = float((decimal(value) - self.low) / (self.high - self.low)) if self.high > self.low else 0
        return px(self.left + share * (self.right - self.left))


@dataclass(frozen=True)
class Log:
    """From amounts between `low` and `high`, both above 0, to positions by their orders of magnitude."""

    low: Decimal
    high: Decimal
    left: float
    right: float

    def __call__(self, value: Number) -> float:
        """Return the position of an amount above 0. Raises ValueError if it is not."""
        if value <= 0:
            raise ValueError(f"a logarithmic scale has no place for {value}")
        return Linear(self.low.log10(), self.high.log10(), self.left, self.right)(decimal(value).log10())


@dataclass(frozen=True)
class Year:
    """From the months of one year to positions between `left` and `right`."""

    year: int
    left: float
    right: float

    def months(self, count: float) -> float:
        """Return the position after so many months, which may be a fraction, from the beginning of the year."""
        return px(self.left + count / 12 * (self.right - self.left))

    def span(self, period: str) -> tuple[float, float] | None:
        """Return where a period or deadline begins and ends, as far as the year goes; None if that is outside of it.

        A deadline (`../2023-09`) begins with the year.
        """
        year, month, length = order(period)
        end = (int(year) - self.year) * 12 + month
        begin = 0 if length == LONGEST else end - length
        first, last = max(begin, 0), min(end, 12)
        return (self.months(first), self.months(last)) if first < last else None
