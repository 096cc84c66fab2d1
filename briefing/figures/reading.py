"""A figure as the Chinese text states it (`超10亿元`, `每半月`) read as value, bound and unit word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.figures.numerals import NUMERAL, numeral

BEFORE = {
    "不低于": "at-least", "不少于": "at-least", "至少": "at-least",
    "不超过": "at-most", "不高于": "at-most", "不多于": "at-most", "至多": "at-most", "最高": "at-most",
    "超过": "more-than", "突破": "more-than", "超": "more-than", "逾": "more-than",
    "不足": "less-than", "不到": "less-than", "低于": "less-than", "少于": "less-than",
    "接近": "nearly", "将近": "nearly", "近": "nearly",
    "大约": "about", "约": "about",
}  # fmt: skip
AFTER = {
    "及以上": "at-least",
    "以上": "at-least",
    "以内": "at-most",
    "以下": "at-most",
    "左右": "about",
    "上下": "about",
}
MIDDLE = {"余": "more-than", "多": "more-than"}
SAME_AS = {"成": ("%", 10)}
"""Words that count in another unit: 三成 is 30%."""
TO = "至到—–~～-"
SHAPE = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?(?P<every>每)?"
    rf"(?P<low>{NUMERAL.pattern})?(?:(?P<lowunit>[^0-9{TO}]{{0,4}}?)[{TO}]+(?P<high>{NUMERAL.pattern}))?"
    rf"(?:(?P<middle>{'|'.join(MIDDLE)})(?P<scale>[万亿]*))?(?P<unit>[^0-9]*?)(?P<after>{'|'.join(AFTER)})?"
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
    match = SHAPE.fullmatch(text)
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
    scale = re.sub(r"[^十百千万亿]", "", match["high"])
    low = match["low"] if match["lowunit"] or re.search(r"[十百千万亿]", match["low"]) else match["low"] + scale
    return numeral(low), numeral(match["high"])
