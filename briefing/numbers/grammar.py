"""The parts that all languages share: the search for a pattern in a text, and the rules that read its alternatives."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from briefing.numbers.numerals import EXACT, FRACTIONS, Numeral, plain
from briefing.numbers.quantities import Found, Quantity
from briefing.numbers.units import NUMBER, PERCENT, UNITS, UnitOfMeasure

DATE = r"(?<![0-9.])(?P<y>[12][0-9]{3})(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]?[0-9])(?![0-9])"
RATIO = r"(?<![0-9/.])(?P<over>[1-9])/(?P<under>[2-9])(?![0-9/])"
PERIODS = ("year", "quarter", "half", "month", "day")
"""The kinds of number that say when, not how much."""
LOOSE = ("several", "order-of-magnitude")
"""Bounds that languages word in too many ways to be compared."""
NO_CHARACTERS: Mapping[str, str] = {}


class Span(NamedTuple):
    """A part of a text, and the quantity that it states, in the unit in which it is written."""

    start: int
    end: int
    unit: UnitOfMeasure = NUMBER
    number: Numeral | None = None
    """None if the text only looks like a quantity."""
    bound: str | None = None
    """None if no word gives one: then it is exact, or a range."""
    certain: bool = True
    change: str | None = None
    """`up`, `down` or `none` if something grew, fell or stayed by so much."""
    period: bool = False
    """True if it says when, whatever its unit."""

    @property
    def quantity(self) -> Quantity | None:
        """The quantity in the base unit of its kind."""
        if self.number is None:
            return None
        unit, low, high = self.unit, self.number.low, self.number.high
        period = self.period or unit.kind in PERIODS
        if unit.kind in ("month", "quarter") and low == 1 < high:  # 1—5月 are the first five months
            unit, low = UNITS[unit.kind], high
        bound = self.bound if self.bound is not None else "exact" if low == high else "range"
        bound = "" if bound in LOOSE else bound
        return Quantity(unit.kind, low * unit.factor, high * unit.factor, bound, self.certain, self.change, period)


Rule = Callable[[re.Match[str]], list[Span]]
"""Reads a match of one named alternative; without a span, the search goes on with the next character."""


def scan(
    text: str, uniform: Callable[[str], str], pattern: re.Pattern[str], rules: Mapping[str, Rule]
) -> tuple[Found, ...]:
    """Return the quantities of a text, in order and without overlaps.

    The pattern is searched for in the text as `uniform` returns it, of the same length, each time after the end of the
    last span.
    """
    words, position = uniform(text), 0
    founds: list[Found] = []
    with localcontext(EXACT):
        while match := pattern.search(words, position):
            position = match.start() + 1
            for span in rules[match.lastgroup or ""](match):
                position = span.end
                if quantity := span.quantity:
                    founds.append(Found(quantity, text[span.start : span.end], span.start))
    return tuple(founds)


def by_name(*rules: Rule) -> dict[str, Rule]:
    """Return rules by the alternative that each is named after."""
    return {rule.__name__: rule for rule in rules}


def any_of(
    words: Iterable[str], not_after: Mapping[str, str] = NO_CHARACTERS, not_before: Mapping[str, str] = NO_CHARACTERS
) -> str:
    """Return a pattern of words, longest first, unless one stands beside a character that makes it another word."""
    return "|".join(
        (f"(?<![{not_after[word]}])" if word in not_after else "")
        + re.escape(word)
        + (f"(?![{not_before[word]}])" if word in not_before else "")
        for word in sorted(words, key=len, reverse=True)
    )


def interval(period: UnitOfMeasure, number: Numeral, times: Numeral) -> tuple[UnitOfMeasure, Numeral]:
    """Return the interval, its unit and length, between events that happen so many `times` in a number of periods."""
    unit = period.as_interval()
    if times.low == 1:
        return unit, number
    return UnitOfMeasure(unit.kind), number.map(lambda end: FRACTIONS.divide(end * period.factor, times.low))


def per_cent(part: Numeral, whole: Numeral) -> Numeral:
    """Return a part of a whole in per cent; a part of a hundred stays as it is written."""
    return part if whole.low == Decimal(100) else part.map(lambda end: FRACTIONS.divide(end * 100, whole.low))


def skip(match: re.Match[str]) -> list[Span]:
    """Skip text that only looks like a number."""
    return [Span(*match.span())]


def date(match: re.Match[str]) -> list[Span]:
    """Read a date in digits as its year, month and day."""
    parts = {"y": "year-of", "m": "month-of", "d": "day-of"}
    return [Span(*match.span(group), UNITS[name], plain(match[group])) for group, name in parts.items()]


def ratio(match: re.Match[str]) -> list[Span]:
    """Read 2/3 as a share, and 3/2, which is none, as two numbers: the second is found from the end of the first on."""
    over, under = plain(match["over"]), plain(match["under"])
    if over.low < under.low:
        return [Span(*match.span(), PERCENT, per_cent(over, under))]
    return [Span(*match.span("over"), NUMBER, over)]
