"""What quantities are measured in: each measure's kind, and its size in the one base unit of that kind.

A base is the largest unit in which every measure of its kind is a whole number or a finite decimal, so that comparing
is exact: a mu is 2000/3 square metres, so areas are counted in thirds of a square metre.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Measure(NamedTuple):
    """A kind of quantity and how many of its base units one of this measure is."""

    kind: str
    factor: Decimal = Decimal(1)


def _sized(kind: str, **factors: str) -> dict[str, Measure]:
    return {name.replace("_", "-"): Measure(kind, Decimal(factor)) for name, factor in factors.items()}


MEASURES: dict[str, Measure] = {
    **_sized("number", number="1"),
    **_sized("count", count="1"),
    **_sized("ordinal", ordinal="1"),
    **_sized("times", times="1"),
    **_sized("money:CNY", yuan="1", fen="0.01"),
    **_sized("money:USD", dollar="1"),
    **_sized("money:HKD", hong_kong_dollar="1"),
    **_sized("money:EUR", euro="1"),
    **_sized("money:GBP", pound="1"),
    **_sized("money:JPY", yen="1"),
    **_sized("percent", percent="1", tenth="10", permille="0.1", share="100"),
    **_sized("points", point="1"),
    **_sized("year", year_of="1"),
    **_sized("half", half_of="1"),
    **_sized("half-of-month", half_of_month="1"),
    **_sized("quarter", quarter_of="1"),
    **_sized("month", month_of="1"),
    **_sized("day", day_of="1"),
    **_sized("duration:second", second="1", minute="60", hour="3600", day="86400"),
    **_sized("duration:second", week="604800", ten_days="864000", fortnight="1209600"),
    **_sized("duration:month", half_month="0.5", month="1", two_months="2", quarter="3", half_year="6", year="12"),
    **_sized("duration:month", decade="120", century="1200"),
    **_sized("duration:working-day", working_day="1"),
    **_sized("area", square_metre="3", mu="2000", hectare="30000", square_kilometre="3000000"),
    **_sized("volume", litre="0.001", cubic_metre="1"),
    **_sized("length", millimetre="0.001", centimetre="0.01", metre="1", kilometre="1000"),
    **_sized("weight", gram="0.001", jin="0.5", kilogram="1", tonne="1000"),
    **_sized("power", watt="0.001", kilowatt="1", megawatt="1000", gigawatt="1000000"),
    **_sized("energy", kilowatt_hour="1", megawatt_hour="1000", gigawatt_hour="1000000"),
}
"""Measures by name; the languages' tables of unit words name them. A mu is 1/15 hectare (State Council, 1984)."""

NUMBER, COUNT, ORDINAL, TIMES, PERCENT = (MEASURES[name] for name in ("number", "count", "ordinal", "times", "percent"))
AMOUNT = Measure("amount")
"""A number of ten thousands, millions or more without a unit: most often money whose unit goes without saying."""

SYMBOLS: dict[str, str] = {
    "%": "percent",
    "‰": "permille",
    "pp": "point",
    "m²": "square-metre",
    "㎡": "square-metre",
    "km²": "square-kilometre",
    "ha": "hectare",
    "m³": "cubic-metre",
    "mm": "millimetre",
    "cm": "centimetre",
    "km": "kilometre",
    "kg": "kilogram",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kwh": "kilowatt-hour",
    "mwh": "megawatt-hour",
    "gwh": "gigawatt-hour",
}
"""Signs that every language writes, in lower case."""

CURRENCIES: dict[str, str] = {
    "rmb": "yuan",
    "cny": "yuan",
    "cn¥": "yuan",
    "¥": "yuan",
    "us$": "dollar",
    "usd": "dollar",
    "$": "dollar",
    "hk$": "hong-kong-dollar",
    "hkd": "hong-kong-dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "jpy": "yen",
}
"""Signs and codes of currencies that stand before the number, in lower case. `¥` is the renminbi here."""


def every(measure: Measure) -> Measure:
    """Return the measure of how often: an interval as long as the duration."""
    return Measure(measure.kind.replace("duration", "frequency"), measure.factor)
