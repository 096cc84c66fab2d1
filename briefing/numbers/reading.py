"""A figure as the Chinese text states it (`超10亿元`, `每半月`) read as value, bound and unit word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.numbers.chinese_words import AFTER, BEFORE, FIXED, MIDDLE, TO
from briefing.numbers.numerals import NUMERAL, numeral
from briefing.numbers.phrases import any_of

SAME_AS = {"成": ("%", Decimal("1E1"))}
"""Words that count in another unit: 三成 is 30%."""
SPELT = {
    word: value + {"times": "倍", "percent": "%"}[kind]
    for word, (kind, value, bound) in FIXED.items()
    if kind in ("times", "percent") and bound == "exact"
}
"""Words that are whole figures, and the figures: 翻一番 is 2倍, 一半 is 50%."""
WORDED = re.compile(rf"百分之(?P<percent>{NUMERAL.pattern})|{any_of(SPELT)}")
SHAPE = re.compile(
    rf"(?P<before>{any_of(BEFORE)})?(?P<every>每)?"
    rf"(?P<low>{NUMERAL.pattern})?(?:(?P<lowunit>[^0-9{TO}]{{0,4}}?)[{TO}]+(?P<high>{NUMERAL.pattern}))?"
    rf"(?:(?P<middle>{any_of(MIDDLE)})(?P<scale>[万亿]*))?(?P<unit>[^0-9]*?)(?P<after>{any_of(AFTER)})?"
)


class Unreadable(ValueError):  # noqa: N818 - it names the text, not the fault
    """The text is not a figure as this module knows them."""


@dataclass(frozen=True)
class Reading:
    """What a stated figure says: `low` equals `high` unless it is a range; `unit` is the word as it stands."""

    low: Decimal
    high: Decimal
    bound: str
    unit: str
    recurring: bool = False


def read_stated(text: str) -> Reading:
    """Read one stated figure, whole. Raises Unreadable where it is anything but a bound, a numeral and a unit."""
    match = SHAPE.fullmatch(WORDED.sub(_in_digits, text))
    if not match:
        raise Unreadable(text)
    bounds = [table[match[group]] for group, table in _BOUNDS.items() if match[group]]
    if len(bounds) + bool(match["high"]) > 1:
        raise Unreadable(text)
    try:
        low, high = _ends(match)
    except ValueError as error:
        raise Unreadable(text) from error
    bound = "range" if match["high"] else next(iter(bounds), "exact")
    unit, times = SAME_AS.get(match["unit"], (match["unit"], 1))
    return Reading(low * times, high * times, bound, unit, recurring=bool(match["every"] or not match["low"]))


def _in_digits(match: re.Match[str]) -> str:
    return match["percent"] + "%" if match["percent"] else SPELT[match[0]]


_BOUNDS = {"before": BEFORE, "middle": MIDDLE, "after": AFTER}


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Read both ends of a range, or the one value twice; a range may give its scale once, at the end (2至20万)."""
    if not match["low"]:
        if match["high"] or match["before"]:
            raise Unreadable(match[0])
        return Decimal(1), Decimal(1)
    if not match["high"]:
        value = numeral(match["low"] + (match["scale"] or ""))
        return value, value
    if match["lowunit"] not in ("", match["unit"]):
        raise Unreadable(match[0])
    low, high = numeral(match["low"]), numeral(match["high"])
    scale = re.sub(r"[^百千万亿]", "", match["high"])
    if match["lowunit"] or not scale or re.search(r"[百千万亿]", match["low"]):
        return low, high
    scaled = numeral(match["low"] + scale)
    return (scaled if scaled < high else low), high
