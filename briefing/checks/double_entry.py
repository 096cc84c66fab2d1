"""A figure is entered twice, in the source's words (`stated`) and as a record; both must say the same number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.figures import Unreadable, read_stated
from briefing.load import Site
from briefing.model import Figure, Unit
from briefing.problems import Problem

TENTHS = {"成": Decimal(10)}
"""Unit words that stand for a multiple of the unit: 三成 is 30%."""


def check(site: Site) -> Iterator[Problem]:
    """Compare each figure's value, unit and bound with what its stated text parses to."""
    for speech in site.speeches:
        for figure in speech.record.figures.values():
            for field, message in _differences(figure, site.units[figure.unit]):
                yield Problem(speech.document.at("figures", figure.id, field), "double-entry", message)


def _differences(figure: Figure, unit: Unit) -> Iterator[tuple[str, str]]:
    try:
        reading = read_stated(figure.stated)
    except Unreadable:
        reading = None
    if reading is None or reading.recurring != (unit.kind == "frequency"):
        message = (
            f"“{figure.stated}” cannot be read in {unit.id}; give the number with its unit and bound, and nothing else"
        )
        yield "stated", message
        return
    ends = tuple(end * TENTHS.get(reading.unit, Decimal(1)) for end in (reading.low, reading.high))
    field = "low" if figure.bound == "range" else "value"
    if ends != figure.ends:
        yield (
            field,
            f"“{figure.stated}” reads as {_amounts(*ends)}, not {_amounts(*figure.ends)}; correct either",
        )
    elif any(a.as_tuple() != b.as_tuple() for a, b in zip(ends, figure.ends, strict=True)):
        yield (
            field,
            f"“{figure.stated}” has other decimals than {_amounts(*figure.ends)}; write as many as the speech does",
        )
    if reading.unit not in unit.read:
        yield (
            "unit",
            f"“{figure.stated}” counts in “{reading.unit}”, which is not how {unit.id} is written; correct either",
        )
    if reading.bound != figure.bound:
        yield (
            "bound",
            f"“{figure.stated}” reads as {reading.bound}, not {figure.bound}; correct the wrong one",
        )


def _amounts(low: Decimal, high: Decimal) -> str:
    return " to ".join(dict.fromkeys(f"{end:,f}" for end in (low, high)))
