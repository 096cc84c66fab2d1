"""Numerals, the numbers of a text without their units, as exact decimals; and the amounts that editors write."""

import re
from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple, Self

EXACT = Context(prec=10_000_000)
"""Nothing is rounded, however long a number is."""
FRACTIONS = Context(prec=28)
"""For divisions that cannot be exact (thirds): the numbers of every language are rounded alike."""
Number = Decimal | Fraction
"""The value of a figure, exact: a fraction (two thirds) only where it was stated as one."""
CENTURY = 100
DIGITS = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)"
"""A number in Arabic digits, grouped or not."""
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""English words that multiply by powers of ten."""
AMOUNT = re.compile(rf"(-?[0-9]+(?:\.[0-9]+)?)(?: ({'|'.join(SCALES)}))?|-?[1-9][0-9]*/[1-9][0-9]*")
"""How editors write the value of a figure."""


class Numeral(NamedTuple):
    """A number as it is written, without its unit; `low` equals `high` unless it is vague (七八个) or a range."""

    low: Decimal
    high: Decimal
    text: str = ""
    scaled: bool = False
    """True if it counts in ten thousands, millions or more."""
    scale: Decimal | None = None
    """The number that its last scale words multiply by, None if it has none."""

    def map(self, function: Callable[[Decimal], Decimal]) -> Self:
        """Return the number with both ends changed by a function."""
        return self._replace(low=function(self.low), high=function(self.high))


def digits(text: str) -> Decimal:
    """Return the value of a number in Arabic digits.

    Its exponent is the precision with which a figure was stated: decimals are kept as written (5.0), the zeros of whole
    numbers are not (9E+1).
    """
    value = Decimal(text.replace(",", ""))
    return value if "." in text else value.normalize(EXACT)


def plain(number: Decimal | int | str) -> Numeral:
    """Return a number as a numeral."""
    value = Decimal(number).normalize(EXACT)
    return Numeral(value, value)


def range_of(low: Numeral, high: Numeral, scale: Decimal | None = None, *, years: bool = False) -> Numeral | None:
    """Return the range of two numbers, None if they do not ascend.

    The first may share the other's `scale` (2至20万); of two `years` the second may be short (2021—25).
    """
    if years and high.high < CENTURY <= low.low:
        high = high.map(lambda end: end + low.low // CENTURY * CENTURY)
    if scale and low.high * scale < high.low:
        low = low.map(lambda end: end * scale)
    return Numeral(low.low, high.high, low.text, high.scaled) if low.high < high.low else None


def decimal(number: Number) -> Decimal:
    """Return a number as a decimal; a fraction is rounded to 28 digits."""
    return number if isinstance(number, Decimal) else FRACTIONS.divide(*map(Decimal, number.as_integer_ratio()))


def as_written(number: Number) -> str:
    """Return a number with all its digits, or as a fraction: `38760000000`, `2/3`."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def amount(text: str) -> Number:
    """Read an editor's English amount (`90`, `-9.5`, `38.76 billion`, `2/3`). Raises ValueError for anything else."""
    match = AMOUNT.fullmatch(text)
    if match and match[1]:
        return digits(match[1]).scaleb(SCALES.get(match[2], 0), EXACT)
    if match and (fraction := Fraction(text)).denominator > 1:
        return fraction
    raise ValueError(f"'{text}' is not an amount; write it as 90, 9.5, 38.76 billion or 2/3")
