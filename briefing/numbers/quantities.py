"""Quantities as texts state them, in any language, and those that two texts do not have in common.

They are compared exactly and as multisets: every number of one text must stand in the other. Kinds are one word, where
needed with the base unit or currency after a colon (`money:CNY`, `duration:month`); values count the base units of
`units.py`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product


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
    change: str | None = None
    """`up`, `down` or `none` where words directly before the number say that something grew, fell or stayed."""
    period: bool = False
    """True if it says when, not how much."""

    @property
    def is_amount(self) -> bool:
        """True if it says how much: a number of money, percent or another unit, or of more than ten things."""
        counted = self.kind in ("count", "number")
        return self.certain and self.kind not in WHEN and (not counted or self.high > MOST_SMALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in a text: its words as they stand, with bound and unit and nothing else, and their offset."""

    quantity: Quantity
    text: str
    start: int


STANDS_FOR: dict[str, frozenset[str]] = {
    "number": frozenset({"count", "times", "ordinal", "year", "half", "quarter", "month", "day", "amount"}),
    "amount": frozenset({"money:CNY", "count"}),
}
"""Kinds that leave the unit open, and those that they may therefore mean."""
WHEN = frozenset({"year", "half", "quarter", "month", "day", "half-of-month", "ordinal"})
"""Kinds that say when, or which in a row."""
MOST_SMALL = 10
"""The highest count that prose may write itself."""

_Signature = tuple[str, str, bool]
"""Kind, bound and certainty."""


def unmatched(first: Sequence[Found], second: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Return the quantities of each text that the other does not state, in order.

    Quantities of equal value are paired, certain ones first, and exactly alike before loosely alike; equal pairs are
    taken out at once. Uncertain quantities may pair with a certain one and are never returned.
    """
    by_value: list[dict[tuple[Decimal, Decimal], dict[_Signature, list[Found]]]] = []
    for founds in (first, second):
        by_value.append(defaultdict(lambda: defaultdict(list)))
        for found in founds:
            quantity = found.quantity
            signature = quantity.kind, quantity.bound, quantity.certain
            by_value[-1][quantity.low, quantity.high][signature].append(found)
    for value in by_value[0].keys() & by_value[1].keys():
        ones, others = by_value[0][value], by_value[1][value]
        pairs = ((_distance(one, other), one, other) for one, other in product(ones, others))
        for _, one, other in sorted((distance, one, other) for distance, one, other in pairs if distance is not None):
            number = min(len(ones[one]), len(others[other]))
            del ones[one][:number], others[other][:number]
    left, right = (
        sorted(
            (each for alike in side.values() for founds in alike.values() for each in founds), key=lambda it: it.start
        )
        for side in by_value
    )
    for here, there in ((left, right), (right, left)):
        for found in list(here):
            if parts := _reworded(found.quantity, there):
                here.remove(found)
                for part in parts:
                    there.remove(part)
    return [each for each in left if each.quantity.certain], [each for each in right if each.quantity.certain]


def _distance(one: _Signature, other: _Signature) -> tuple[int, int] | None:
    """Return how loosely two signatures pair, by their certainty and what they leave open; None if they do not."""
    (kind, bound, certain), (other_kind, other_bound, other_certain) = one, other
    both_certain = certain and other_certain
    alike = kind == other_kind or other_kind in STANDS_FOR.get(kind, ()) or kind in STANDS_FOR.get(other_kind, ())
    if not both_certain:  # `a month` may last or recur
        alike = alike or kind.replace("duration", "frequency") == other_kind.replace("duration", "frequency")
    if not alike or not (certain or other_certain) or (bound != other_bound and bound and other_bound):
        return None
    left_open = sum(each in STANDS_FOR for each in (kind, other_kind)) + (not bound) + (not other_bound)
    return (not both_certain, left_open)


def _reworded(quantity: Quantity, others: Sequence[Found]) -> tuple[Found, ...]:
    """Return the quantities of the other text that state the same in other words; none if it does not.

    A range may be two numbers (from 2023 to 2025), and 增长1.5倍 a rise of 150 per cent.
    """
    if quantity.bound == "range":
        ends = [each for each in others if each.quantity.low == each.quantity.high in (quantity.low, quantity.high)]
        return (ends[0], ends[-1]) if len({each.quantity.low for each in ends}) > 1 else ()
    for other in others if quantity.kind == "times" else ():
        rise = other.quantity
        grown = rise.kind == "percent" and (quantity.low - 1, quantity.high - 1) == (rise.low / 100, rise.high / 100)
        if grown and rise.low >= Decimal(100) and quantity.bound == rise.bound:
            return (other,)
    return ()
