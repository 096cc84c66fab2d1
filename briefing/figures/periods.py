"""Periods as the source states them (一季度, 2022年) against the period a figure carries (2023-Q1)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.figures.readers import Reader

YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


def year_of(stated: str) -> str:
    """Return the year that a stated period gives in digits, or nothing."""
    year = YEAR.search(stated)
    return year[0] if year else ""


def names_part(stated: Iterable[str], period: str, reader: Reader) -> bool:
    """Say whether some stated period names the part of the year that a period gives; a whole year needs none."""
    part = period.partition("-")[2]
    kind = {"Q": "quarter", "H": "half"}.get(part[:1], "month")
    number = int(part.lstrip("QH") or 0)
    return not part or any(
        found.quantity.kind == kind and found.quantity.low == number for text in stated for found in reader(text)
    )
