"""Values of figures: the record's number, and the wording that the source would give it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
ENGLISH = {"billion": Decimal(10**9), "million": Decimal(10**6)}
BOUNDS: Mapping[str, str] = {
    "exact": "{}",
    "at-least": "{}以上",
    "more-than": "超{}",
    "at-most": "{}以内",
    "less-than": "不足{}",
    "about": "约{}",
    "nearly": "近{}",
}
"""How the source words each bound."""
WORDS = {
    "percent": "%",
    "project": "个",
    "enterprise": "家",
    "road": "条",
    "platform": "个",
    "task-force": "个",
    "list": "张",
    "person": "人",
    "working-day": "个工作日",
}
"""How the source writes each unit that is no money and no interval."""
INTERVALS = {"every-week": ("周", "周"), "every-month": ("月", "个月"), "every-quarter": ("季", "个季度")}
"""How it writes one period, and several."""
SPELT = {2: "两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十"}
"""Small numbers that the source may spell."""


def value_of(spec: Mapping[str, Any], rng: random.Random) -> dict[str, Any]:
    """Return the value, unit, bound and wording of a figure, as a record has them."""
    unit, bound = spec["unit"], rng.choice(spec["bounds"])
    first = _number(spec, rng)
    if bound == "range":
        ends = (first, first * 2)
        stated = "至".join(_stated(unit, end) for end in ends)
        return {"low": written(ends[0]), "high": written(ends[1]), "unit": unit, "bound": bound, "stated": stated}
    spelt = bound == "exact" and first in SPELT and unit in WORDS and unit != "percent" and rng.random() < 1 / 2
    words = SPELT[int(first)] + WORDS[unit] if spelt else BOUNDS[bound].format(_stated(unit, first))
    return {"value": written(first), "unit": unit, "bound": bound, "stated": words}


def _number(spec: Mapping[str, Any], rng: random.Random) -> Decimal:
    """Return a number between the ends of the indicator, in base units."""
    low, high = spec["between"]
    places = rng.randint(0, spec.get("decimals", 0))
    number = Decimal(rng.randint(low * 10**places, high * 10**places)).scaleb(-places).normalize()
    return number * SCALES.get(spec.get("of", ""), Decimal(1))


def written(number: Decimal) -> int | Decimal | str:
    """Write a number as editors do: 16, 9.5, 38.76 billion."""
    for word, size in ENGLISH.items():
        if number >= size:
            return f"{(number / size).normalize():f} {word}"
    return int(number) if number == number.to_integral_value() else number


def _stated(unit: str, number: Decimal) -> str:
    if unit == "cny":
        return _money(number)
    if unit in INTERVALS:
        one, several = INTERVALS[unit]
        return f"每{one}" if number == 1 else f"每{number:f}{several}"
    return f"{number.normalize():f}{WORDS[unit]}"


def _money(number: Decimal) -> str:
    """Write money as the source does: 387.6亿元, 4500万元."""
    scale = "亿" if number >= SCALES["亿"] else "万"
    return f"{(number / SCALES[scale]).normalize():f}{scale}元"
