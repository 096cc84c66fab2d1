"""Units of measure: each unit's kind, and its size in the base unit of that kind.

Every unit is a whole number or a finite decimal of its base unit, so that comparing is exact: a mu is 2000/3 square
metres, so areas are counted in thirds of a square metre.
"""

from decimal import Decimal
from typing import NamedTuple, Self


class UnitOfMeasure(NamedTuple):
    """A kind of quantity, and how many base units of that kind one of this unit is."""

    kind: str
    factor: Decimal = Decimal(1)

    def as_interval(self) -> Self:
        """Return the unit of a frequency whose interval is as long as this duration."""
        return self._replace(kind=self.kind.replace("duration", "frequency"))


_SIZES = {
    **{kind: f"{kind}=1" for kind in ("number", "count", "ordinal", "times", "half-of-month")},
    **{kind: f"{kind}-of=1" for kind in ("year", "half", "quarter", "month", "day")},
    "money:CNY": "yuan=1 fen=0.01", "money:USD": "dollar=1", "money:HKD": "hong-kong-dollar=1",
    "money:EUR": "euro=1", "money:GBP": "pound=1", "money:JPY": "yen=1",
    "percent": "percent=1 tenth=10 permille=0.1", "points": "point=1", "duration:working-day": "working-day=1",
    "duration:second": "second=1 minute=60 hour=3600 day=86400 week=604800 ten-days=864000 fortnight=1209600",
    "duration:month": "half-month=0.5 month=1 two-months=2 quarter=3 half-year=6 year=12 decade=120 century=1200",
    "area": "square-metre=3 mu=2000 hectare=30000 square-kilometre=3000000",
    "volume": "litre=0.001 cubic-metre=1", "length": "millimetre=0.001 centimetre=0.01 metre=1 kilometre=1000",
    "temperature": "celsius=1", "voltage": "kilovolt=1",
    "weight": "microgram=0.000000001 milligram=0.000001 gram=0.001 jin=0.5 kilogram=1 tonne=1000",
    "power": "watt=0.001 kilowatt=1 megawatt=1000 gigawatt=1000000",
    "energy": "kilowatt-hour=1 megawatt-hour=1000 gigawatt-hour=1000000",
}  # fmt: skip
UNITS: dict[str, UnitOfMeasure] = {
    name: UnitOfMeasure(kind, Decimal(factor))
    for kind, sizes in _SIZES.items()
    for name, factor in (size.split("=") for size in sizes.split())
}
"""Units by name; the languages' tables of unit words name them. A mu is 1/15 hectare (State Council, 1984)."""

NUMBER, COUNT, ORDINAL, PERCENT = (UNITS[name] for name in ("number", "count", "ordinal", "percent"))
SCALED = UnitOfMeasure("amount")
"""A number of ten thousands, millions or more without a unit: most often money whose unit goes without saying."""


def by_word(words: dict[str, str], separator: str = " ") -> dict[str, str]:
    """Invert a table that lists the words of each meaning: return the meaning of each word."""
    return {word: meaning for meaning, each in words.items() for word in each.split(separator)}


SYMBOLS = by_word({
    "percent": "%", "permille": "‰", "point": "pp", "square-metre": "m² ㎡", "square-kilometre": "km²", "hectare": "ha",
    "cubic-metre": "m³", "millimetre": "mm", "centimetre": "cm", "kilometre": "km", "kilogram": "kg", "kilowatt": "kw",
    "megawatt": "mw", "gigawatt": "gw", "kilowatt-hour": "kwh", "megawatt-hour": "mwh", "gigawatt-hour": "gwh",
})  # fmt: skip
"""Signs that every language writes, in lower case."""
CURRENCIES = by_word({
    "yuan": "rmb cny cn¥ ¥", "dollar": "us$ usd $", "hong-kong-dollar": "hk$ hkd", "euro": "€ eur", "pound": "£ gbp",
    "yen": "jpy",
})  # fmt: skip
"""Signs and codes of currencies that stand before the number, in lower case. `¥` is the renminbi here."""
