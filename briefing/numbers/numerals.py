"""Numerals, numbers as they are written, as exact decimals: what all languages share, and the amounts of editors."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

EXACT = Context(prec=10_000_000)
"""Nothing is rounded, however long a number is."""
FRACTIONS = Context(prec=28)
"""Where division cannot be exact (thirds), every language rounds alike."""
CENTURY = 100
DIGITS = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)"
"""A number in Arabic digits, grouped or not."""
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""English words that multiply by powers of ten."""
AMOUNT = re.compile(rf"([0-9]+(?:\.[0-9]+)?)(?: ({'|'.join(SCALES)}))?")
"""How editors write the value of a figure."""


class Numeral(NamedTuple):
    """A number as it is written, without its unit; `low` equals `high` unless it is vague (七八个) or a range."""

    low: Decimal
    high: Decimal
    text: str = ""
    scaled: bool = False
    """Whether it counts in ten thousands, millions or more."""

    @property
    def written_in_digits(self) -> bool:
        """Whether it is written in Arabic digits."""
        return "0" <= self.text[:1] <= "9"

    def times(self, factor: Decimal) -> Numeral:
        """Return the number so many times as large."""
        return self._replace(low=self.low * factor, high=self.high * factor)

    def plus(self, more: Decimal) -> Numeral:
        """Return the number so much larger."""
        return self._replace(low=self.low + more, high=self.high + more)

    def over(self, divisor: Decimal) -> Numeral:
        """Return the number divided by another, rounded to 28 digits."""
        return self._replace(low=FRACTIONS.divide(self.low, divisor), high=FRACTIONS.divide(self.high, divisor))


def digits(text: str) -> Decimal:
    """Return the value of a number in Arabic digits.

    The decimals that were written are kept (5.0) and the zeros of whole numbers are not (9E+1), so that the exponent is
    the precision with which a figure was stated.
    """
    value = Decimal(text.replace(",", ""))
    return value if "." in text else value.normalize(EXACT)


def one(number: Decimal | int | str) -> Numeral:
    """Return a plain number as a numeral."""
    plain = Decimal(number).normalize(EXACT)
    return Numeral(plain, plain)


def range_of(low: Numeral, high: Numeral, scale: Decimal | None = None, *, years: bool = False) -> Numeral | None:
    """Return the range of two numbers, None where they do not ascend.

    The first may share the other's `scale` (2至20万); of two `years` the second may be short (2021—25).
    """
    if years and high.high < CENTURY <= low.low:
        high = high.plus(low.low // CENTURY * CENTURY)
    shared = low.times(scale) if scale else low
    first = shared if shared.high < high.low else low
    return Numeral(first.low, high.high, low.text, high.scaled) if first.high < high.low else None


def amount(text: str) -> Decimal:
    """Read an editor's English amount (`90`, `9.5`, `38.76 billion`). Raises ValueError for anything else."""
    match = AMOUNT.fullmatch(text)
    if not match:
        message = f"'{text}' is not an amount; write it as 90, 9.5 or 38.76 billion"
        raise ValueError(message)
    return digits(match[1]).scaleb(SCALES.get(match[2], 0), EXACT)
