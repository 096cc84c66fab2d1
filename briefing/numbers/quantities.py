"""Quantities as prose states them, in any language, and what two texts do not have in common.

A reader (`readers.py`) finds them; here they are compared, exactly and as multisets: every number of one text must
stand in the other. Kinds are one word, where needed with the base or currency after a colon (`money:CNY`,
`duration:month`); values count the base units of `measures.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from itertools import product


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning; `low` equals `high` unless it is a range."""

    kind: str
    """What it measures: `money:CNY`, `percent`, `count`, `frequency:month` …; `number` where no unit tells."""
    low: Decimal
    """The value, or the lower end of a range, in the base unit of the kind."""
    high: Decimal
    """The value, or the upper end of a range, in the base unit of the kind."""
    bound: str
    """A word of `briefing.values.Bound`, or "" where the language leaves it open, which agrees with any."""
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
"""Kinds that leave the unit open, and what they may therefore mean."""

FRACTIONS = Context(prec=28)
"""Where division cannot be exact (thirds), every language rounds alike."""
MOST_TIMES = 32
"""Nothing is said to happen more often in one period."""

_Signature = tuple[str, str, bool]
_Pool = dict[_Signature, list[Found]]


def unmatched(first: Sequence[Found], second: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Return what each text states that the other does not, in its order.

    Certain quantities are paired with certain ones first, and exactly alike before loosely alike. Uncertain ones may
    pair with a certain one and are never returned.
    """
    pools = _by_value(first), _by_value(second)
    for value in pools[0].keys() & pools[1].keys():
        _cancel(pools[0][value], pools[1][value])
    left, right = (_remaining(pool.values()) for pool in pools)
    _regroup(left, right)
    _regroup(right, left)
    _regrow(left, right)
    _regrow(right, left)
    return _missed(left), _missed(right)


def _by_value(founds: Iterable[Found]) -> dict[tuple[Decimal, Decimal], _Pool]:
    pools: dict[tuple[Decimal, Decimal], _Pool] = defaultdict(lambda: defaultdict(list))
    for found in founds:
        quantity = found.quantity
        signature = quantity.kind, quantity.bound, quantity.certain
        pools[quantity.low, quantity.high][signature].append(found)
    return pools


def _cancel(first: _Pool, second: _Pool) -> None:
    """Take out pairs of equal value, closest likeness first; many alike are taken out at once."""
    pairs = ((_distance(one, other), one, other) for one, other in product(first, second))
    ranked = sorted((distance, one, other) for distance, one, other in pairs if distance is not None)
    for _, one, other in ranked:
        number = min(len(first[one]), len(second[other]))
        del first[one][:number]
        del second[other][:number]


def _distance(one: _Signature, other: _Signature) -> tuple[int, int] | None:
    """Rank how alike two signatures are, by the uncertain ones among them and what they leave open; None if unlike."""
    (kind, bound, certain), (other_kind, other_bound, other_certain) = one, other
    both_certain = certain and other_certain
    alike = _may_mean(kind, other_kind) or (not both_certain and _spell(kind) == _spell(other_kind))
    if not alike or not (certain or other_certain) or (bound != other_bound and bound and other_bound):
        return None
    left_open = sum(each in STANDS_FOR for each in (kind, other_kind)) + (not bound) + (not other_bound)
    return (not both_certain, left_open)


def _may_mean(kind: str, other: str) -> bool:
    return kind == other or other in STANDS_FOR.get(kind, ()) or kind in STANDS_FOR.get(other, ())


def _spell(kind: str) -> str:
    """Return a kind by which `a month` is the same whether it lasts or recurs."""
    return kind.replace("duration", "frequency")


def _remaining(pools: Iterable[_Pool]) -> list[Found]:
    rest = (found for pool in pools for founds in pool.values() for found in founds)
    return sorted(rest, key=lambda found: found.start)


def _missed(founds: Iterable[Found]) -> list[Found]:
    return [found for found in founds if found.quantity.certain]


def _regroup(first: list[Found], second: list[Found]) -> None:
    """Take out `twice a month` where the other text has the same as a count and an interval: two meetings a month."""
    parts: dict[tuple[str, Decimal, str], list[Found]] = defaultdict(list)
    for found in second:
        kind, bound = found.quantity.kind.replace("number", "count"), found.quantity.bound
        parts[kind, found.quantity.low, bound if kind == "count" else ""].append(found)
    for found in [found for found in first if found.quantity.kind.startswith("frequency")]:
        often = found.quantity
        for times in map(Decimal, range(2, MOST_TIMES)):
            interval = next(
                (
                    whole
                    for (kind, low, _), whole in parts.items()
                    if whole and kind == often.kind and FRACTIONS.divide(low, times) == often.low
                ),
                None,
            )
            count = parts["count", times, often.bound]
            if interval and count:
                first.remove(found)
                second.remove(interval.pop())
                second.remove(count.pop())
                break


def _regrow(first: list[Found], second: list[Found]) -> None:
    """Take out 增长1.5倍, 2.5 times as much, where the other text has a rise of 150 per cent."""
    for found in [found for found in first if found.quantity.kind == "times"]:
        size = found.quantity
        for other in second:
            rise = other.quantity
            grown = rise.kind == "percent" and (size.low - 1, size.high - 1) == (rise.low / 100, rise.high / 100)
            if grown and rise.low >= 100 and size.bound == rise.bound:  # noqa: PLR2004 - per cent
                first.remove(found)
                second.remove(other)
                break
