"""What the readers of all languages share: scanning a text by a grammar, and numbers put together into quantities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from briefing.numbers.measures import MEASURES, NUMBER, PERCENT, Measure, every
from briefing.numbers.quantities import FRACTIONS, Found, Quantity

EXACT = Context(prec=10_000_000)
"""Nothing is rounded, however long a number is."""
CENTURY = 100
OF_A_YEAR = {"month": "month", "quarter": "quarter"}
"""Parts of a year that last from its beginning where they begin with the first: 1—5月 are the first five months."""


class Numeral(NamedTuple):
    """A number as read, without its unit; `low` equals `high` unless it is vague by one (七八个)."""

    low: Decimal
    high: Decimal
    text: str
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


class Phrase(NamedTuple):
    """A stretch of text and the quantity it states; None where it only looks like one."""

    start: int
    end: int
    quantity: Quantity | None = None


Rules = Mapping[str, Callable[[re.Match[str]], Iterable[Phrase]]]
"""How to read what each named alternative of a grammar has matched."""


def scan(text: str, flat: str, grammar: re.Pattern[str], rules: Rules) -> list[Found]:
    """Return the quantities of a text, in order; `flat` is the text with its letters and signs made uniform.

    Each rule returns at least one phrase, and the search goes on where its last one ends.
    """
    founds: list[Found] = []
    position = 0
    with localcontext(EXACT):
        while match := grammar.search(flat, position):
            for start, end, quantity in rules[match.lastgroup or ""](match):
                position = end
                if quantity:
                    founds.append(Found(quantity, text[start:end], start))
    return founds


def any_of(
    words: Iterable[str], after: Mapping[str, str] | None = None, before: Mapping[str, str] | None = None
) -> str:
    """Return a pattern of words, longest first; `after` and `before` hold characters that must not stand beside one."""
    not_after, not_before = after or {}, before or {}
    return "|".join(
        (f"(?<![{not_after[word]}])" if word in not_after else "")
        + re.escape(word)
        + (f"(?![{not_before[word]}])" if word in not_before else "")
        for word in sorted(words, key=len, reverse=True)
    )


def quantity(measure: Measure, number: Numeral, bound: str | None = None, *, certain: bool = True) -> Quantity:
    """Return so many of a measure, in its base; where no bound is given it is exact, or a range."""
    if measure.kind in OF_A_YEAR and number.low == 1 < number.high:
        measure, number = MEASURES[OF_A_YEAR[measure.kind]], one(number.high)
    low, high = number.low * measure.factor, number.high * measure.factor
    if bound is None:
        bound = "exact" if low == high else "range"
    return Quantity(measure.kind, low, high, bound, certain)


def one(number: Decimal | int | str) -> Numeral:
    """Return a plain number."""
    plain = Decimal(number)
    return Numeral(plain, plain, "")


def share(part: Numeral, whole: Numeral) -> Numeral:
    """Return a part of a whole in per cent."""
    low, high = (FRACTIONS.divide(end * 100, whole.low) for end in (part.low, part.high))
    return part._replace(low=low, high=high)


def range_of(low: Numeral, high: Numeral, scale: Decimal | None = None, *, years: bool = False) -> Numeral | None:
    """Return the range of two numbers, None where they do not ascend.

    The first may share the other's `scale` (2至20万); of two `years` the second may be short (2021—25).
    """
    if years and high.high < CENTURY <= low.low:
        high = high.plus(low.low // CENTURY * CENTURY)
    shared = low.times(scale) if scale else low
    first = shared if shared.high < high.low else low
    return Numeral(first.low, high.high, low.text, high.scaled) if first.high < high.low else None


def often(period: Measure, number: Numeral, times: Numeral, bound: str | None = None) -> Quantity:
    """Return how often something is done: so many times in so many periods, as the interval from one to the next."""
    interval = number.times(period.factor)
    low, high = (FRACTIONS.divide(end, times.low) for end in (interval.low, interval.high))
    return quantity(Measure(every(period).kind), interval._replace(low=low, high=high), bound)


def date(match: re.Match[str]) -> list[Phrase]:
    """Read a date in digits as its year, month and day."""
    parts = {"year": "y", "month": "m", "day": "d"}
    return [
        Phrase(*match.span(group), Quantity(kind, Decimal(match[group]), Decimal(match[group]), "exact"))
        for kind, group in parts.items()
    ]


def ratio(match: re.Match[str]) -> list[Phrase]:
    """Read 2/3 as a share, and what is not one (3/2) as two numbers."""
    over, under = one(match["over"]), one(match["under"])
    if over.low >= under.low:
        return [Phrase(*match.span("over"), quantity(NUMBER, over))]
    return [Phrase(*match.span(), quantity(PERCENT, share(over, under)))]


DATE = r"(?<![0-9.])(?P<y>[12][0-9]{3})(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]?[0-9])(?![0-9])"
DIGITS = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)"
"""A number in Arabic digits, grouped or not."""
RATIO = r"(?<![0-9/.])(?P<over>[1-9])/(?P<under>[2-9])(?![0-9/])"


def digits(text: str) -> Decimal:
    """Return what digits say."""
    return Decimal(text.replace(",", ""))
