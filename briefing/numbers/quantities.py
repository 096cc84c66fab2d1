"""Quantities as prose states them, in any language, and those that two texts do not have in common.

They are compared exactly and as multisets: every number of one text must stand in the other. Kinds are one word, where
needed with the base or currency after a colon (`money:CNY`, `duration:month`); values count the base units of
`units.py`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from briefing.numbers.numerals import FRACTIONS


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning, in the base unit of its kind; `low` equals `high` unless it is a range."""

    kind: str
    """`money:CNY`, `percent`, `count`, `frequency:month` …; `number` where no unit tells."""
    low: Decimal
    high: Decimal
    bound: str
    """`exact`, `range`, `at-least` or another bound of figures, or "" where the language leaves it open."""
    certain: bool = True
    """False for a word that need not be a number (`one`, 一个, annual): it may be matched but is never missed."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in a text."""

    quantity: Quantity
    text: str
    """Its words as they stand, with bound and unit and nothing else."""
    start: int
    """The offset of the first of them, in characters."""


STANDS_FOR: dict[str, frozenset[str]] = {
    "number": frozenset({"count", "times", "ordinal", "year", "half", "quarter", "month", "day", "amount"}),
    "amount": frozenset({"money:CNY", "count"}),
}
"""Kinds that leave the unit open, and those that they may therefore mean."""
MOST_TIMES = 32
"""Texts give no higher number of times in one period."""

_Signature = tuple[str, str, bool]
_Pool = dict[_Signature, list[Found]]
"""Quantities of one value by kind, bound and certainty."""


def unmatched(first: Sequence[Found], second: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Return the quantities of each text that the other does not state, in order.

    Certain quantities are paired with certain ones first, and exactly alike before loosely alike. Uncertain ones may
    pair with a certain one and are never returned.
    """
    pools: list[dict[tuple[Decimal, Decimal], _Pool]] = []
    for founds in (first, second):
        pools.append(defaultdict(lambda: defaultdict(list)))
        for found in founds:
            quantity = found.quantity
            signature = quantity.kind, quantity.bound, quantity.certain
            pools[-1][quantity.low, quantity.high][signature].append(found)
    for value in pools[0].keys() & pools[1].keys():
        _cancel(pools[0][value], pools[1][value])
    left, right = (
        sorted((each for pool in side.values() for founds in pool.values() for each in founds), key=lambda it: it.start)
        for side in pools
    )
    for one, other in ((left, right), (right, left)):
        _cancel_frequencies(one, other)
        _cancel_growth(one, other)
    return [each for each in left if each.quantity.certain], [each for each in right if each.quantity.certain]


def _cancel(first: _Pool, second: _Pool) -> None:
    """Take out pairs of equal value, closest likeness first; many alike are taken out at once."""
    pairs = ((_distance(one, other), one, other) for one, other in product(first, second))
    for _, one, other in sorted((distance, one, other) for distance, one, other in pairs if distance is not None):
        number = min(len(first[one]), len(second[other]))
        del first[one][:number]
        del second[other][:number]


def _distance(one: _Signature, other: _Signature) -> tuple[int, int] | None:
    """Rank how alike two signatures are, by the uncertain ones among them and what they leave open; None if unlike."""
    (kind, bound, certain), (other_kind, other_bound, other_certain) = one, other
    both_certain = certain and other_certain
    alike = kind == other_kind or other_kind in STANDS_FOR.get(kind, ()) or kind in STANDS_FOR.get(other_kind, ())
    if not both_certain:  # `a month` may last or recur
        alike = alike or kind.replace("duration", "frequency") == other_kind.replace("duration", "frequency")
    if not alike or not (certain or other_certain) or (bound != other_bound and bound and other_bound):
        return None
    left_open = sum(each in STANDS_FOR for each in (kind, other_kind)) + (not bound) + (not other_bound)
    return (not both_certain, left_open)


def _cancel_frequencies(first: list[Found], second: list[Found]) -> None:
    """Take out `twice a month` where the other text has the same as a count and an interval: two meetings a month."""
    parts: dict[tuple[str, Decimal, str], list[Found]] = defaultdict(list)
    for found in second:
        kind, bound = found.quantity.kind.replace("number", "count"), found.quantity.bound
        parts[kind, found.quantity.low, bound if kind == "count" else ""].append(found)
    for found in [found for found in first if found.quantity.kind.startswith("frequency")]:
        often = found.quantity
        for times in map(Decimal, range(2, MOST_TIMES)):
            intervals = (
                founds
                for (kind, low, _), founds in parts.items()
                if founds and kind == often.kind and FRACTIONS.divide(low, times) == often.low
            )
            interval, count = next(intervals, None), parts.get(("count", times, often.bound))
            if interval and count:
                first.remove(found)
                second.remove(interval.pop())
                second.remove(count.pop())
                break


def _cancel_growth(first: list[Found], second: list[Found]) -> None:
    """Take out 增长1.5倍, 2.5 times as much, where the other text has a rise of 150 per cent."""
    for found in [found for found in first if found.quantity.kind == "times"]:
        size = found.quantity
        for other in second:
            rise = other.quantity
            grown = rise.kind == "percent" and (size.low - 1, size.high - 1) == (rise.low / 100, rise.high / 100)
            if grown and rise.low >= Decimal(100) and size.bound == rise.bound:
                first.remove(found)
                second.remove(other)
                break
