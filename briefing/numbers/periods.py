"""Periods as the source states them (一季度, 2022年), compared with the period that a figure carries (2023-Q1)."""

import re
from collections.abc import Iterable

from briefing.numbers.readers import Reader

RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
"""Years named by their distance from the year of the speech."""
RELATIVE_YEAR = re.compile("|".join(RELATIVE))
YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
LONGEST = 12_000
"""More months than any period has."""
MONTHS = {"H": 6, "Q": 3}
"""The months of a half-year and a quarter."""


def year_of(stated: str, now: int) -> str:
    """Return the year of a stated period, in digits or counted from the year `now`; empty if it gives none."""
    year = YEAR.search(stated)
    return year[0] if year else str(now + RELATIVE[stated]) if stated in RELATIVE else ""


def names_part(stated: Iterable[str], period: str, reader: Reader) -> bool:
    """Return True if some stated period names the quarter, half or month of a period, or if that is a whole year."""
    part = period.partition("-")[2]
    kind = {"Q": "quarter", "H": "half"}.get(part[:1], "month")
    number = int(part.lstrip("QH") or 0)
    return not part or any(
        found.quantity.kind == kind and found.quantity.low == number for text in stated for found in reader(text)
    )


def has_passed(period: str, day: str) -> bool:
    """Return True if a period ended in a month before that of a day (`2026-11-22`); no period has before no day."""
    year, last, _length = order(period)
    return f"{year}-{last:02}" < day[:7]


def order(period: str) -> tuple[str, int, int]:
    """Return a key that sorts periods by their end, the shorter first: 2023-Q1, 2023-06, 2023-Q2, 2023-H1, 2023.

    Several periods (2023/2025) come after the last of them alone, and a deadline (../2023-09) after them.
    """
    first, _slash, last = period.rpartition("/")
    year, _dash, part = last.partition("-")
    length = MONTHS.get(part[:1], 1) if part else 12
    month = int(part.strip("HQ")) * length if part else 12
    if first == "..":
        length = LONGEST
    elif first:
        began, began_in, long = order(first)
        length = (int(year) - int(began)) * 12 + month - began_in + long
    return year, month, length
