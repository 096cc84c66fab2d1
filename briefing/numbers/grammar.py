"""The parts that all languages share: the search for a pattern in a text, and the rules that read its alternatives."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from briefing.numbers.numerals import EXACT, Numeral, one
from briefing.numbers.quantities import Found, Quantity
from briefing.numbers.units import NUMBER, PERCENT, UNITS, UnitOfMeasure

DATE = r"(?<![0-9.])(?P<y>[12][0-9]{3})(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]?[0-9])(?![0-9])"
RATIO = r"(?<![0-9/.])(?P<over>[1-9])/(?P<under>[2-9])(?![0-9/])"
PARTS_OF_A_YEAR = ("month", "quarter")
"""They last from the beginning of the year where they begin with the first: 1—5月 are the first five months."""


class WrittenQuantity(NamedTuple):
    """A number of a unit as it is written, not yet converted into the base unit."""

    unit: UnitOfMeasure
    number: Numeral
    bound: str | None = None
    """None where no word gives one: then it is exact, or a range."""
    certain: bool = True

    def in_base_unit(self) -> Quantity:
        """Return the quantity in the base unit of its kind."""
        unit, number = self.unit, self.number
        if unit.kind in PARTS_OF_A_YEAR and number.low == 1 < number.high:
            unit, number = UNITS[unit.kind], one(number.high)
        low, high = number.low * unit.factor, number.high * unit.factor
        bound = self.bound if self.bound is not None else "exact" if low == high else "range"
        return Quantity(unit.kind, low, high, bound, self.certain)


class Span(NamedTuple):
    """A stretch of text and the quantity that it states; None where it only looks like one."""

    start: int
    end: int
    written: WrittenQuantity | None = None


Rule = Callable[[re.Match[str]], list[Span]]
"""Reads the text that one named alternative of a pattern has matched, into at least one span."""


def scan(text: str, flat: str, pattern: re.Pattern[str], rules: Mapping[str, Rule]) -> list[Found]:
    """Return the quantities of a text, in order; `flat` is the text with its letters and signs made uniform.

    The search goes on where the last span of a rule ends.
    """
    founds: list[Found] = []
    position = 0
    with localcontext(EXACT):
        while match := pattern.search(flat, position):
            for start, end, written in rules[match.lastgroup or ""](match):
                position = end
                if written:
                    founds.append(Found(written.in_base_unit(), text[start:end], start))
    return founds


def by_name(*rules: Rule) -> dict[str, Rule]:
    """Return rules by the alternative that each is named after."""
    return {rule.__name__: rule for rule in rules}


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


def often(period: UnitOfMeasure, number: Numeral, times: Numeral, bound: str | None = None) -> WrittenQuantity:
    """Return how often something is done: so many times in so many periods, as the interval from one to the next."""
    interval = period.as_interval()
    if times.low == 1:
        return WrittenQuantity(interval, number, bound)
    return WrittenQuantity(UnitOfMeasure(interval.kind), number.times(period.factor).over(times.low), bound)


def per_cent(part: Numeral, whole: Numeral) -> Numeral:
    """Return a part of a whole in per cent; a part of a hundred stays as it is written."""
    return part if whole.low == Decimal(100) else part.times(Decimal(100)).over(whole.low)


def whole(
    match: re.Match[str], unit: UnitOfMeasure, number: Numeral, bound: str | None = None, *, certain: bool = True
) -> list[Span]:
    """Return one span, all that was matched."""
    return [Span(*match.span(), WrittenQuantity(unit, number, bound, certain))]


def skip(match: re.Match[str]) -> list[Span]:
    """Pass over what only looks like a number."""
    return [Span(*match.span())]


def date(match: re.Match[str]) -> list[Span]:
    """Read a date in digits as its year, month and day."""
    parts = {"y": "year-of", "m": "month-of", "d": "day-of"}
    return [Span(*match.span(group), WrittenQuantity(UNITS[name], one(match[group]))) for group, name in parts.items()]


def ratio(match: re.Match[str]) -> list[Span]:
    """Read 2/3 as a share, and what is not one (3/2) as two numbers."""
    over, under = one(match["over"]), one(match["under"])
    if over.low < under.low:
        return whole(match, PERCENT, per_cent(over, under))
    return [Span(*match.span("over"), WrittenQuantity(NUMBER, over))]
