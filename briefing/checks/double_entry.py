"""A figure is entered twice, in the source's words (`stated`) and as a record; both must say the same number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.content.model import Figure, Unit
from briefing.content.site import Site
from briefing.numbers.readers import Stated, Unreadable, read_stated
from briefing.problems import Problem, Rule

RULES = (
    Rule(
        "double-entry",
        "What `stated` reads as is exactly the value (or both ends of the range), the unit and the bound of the figure:"
        " 387.6亿元 is 38.76 billion, 90个以上 is at-least, 2万元至20万元 a range.",
        'value: 387.6 billion\nstated: "387.6亿元"',
        'value: 38.76 billion\nstated: "387.6亿元"',
    ),
)


def check(site: Site) -> Iterator[Problem]:
    """Compare each figure's value, unit and bound with what its stated text parses to."""
    for speech in site.speeches:
        at = speech.document.at
        for figure in speech.record.figures.values():
            for field, message in _differences(figure, site.units[figure.unit]):
                stated = None if field == "stated" else at("figures", figure.id, "stated")
                yield Problem(at("figures", figure.id, field), "double-entry", message, stated)


def _differences(figure: Figure, unit: Unit) -> Iterator[tuple[str, str]]:
    try:
        reading = read_stated(figure.stated)
    except Unreadable:
        reading = None
    if reading is None or reading.recurring != (unit.kind == "frequency"):
        yield "stated", f"'{figure.stated}' cannot be read in {unit.id}; give the number, its unit and its bound only"
    elif reading.unit not in unit.read:
        yield (
            "unit",
            f"'{figure.stated}' counts in '{reading.unit}', which is not how {unit.id} is written; correct either",
        )
    else:
        yield from _numbers(figure, reading)


def _numbers(figure: Figure, reading: Stated) -> Iterator[tuple[str, str]]:
    ends = (reading.low, reading.high)
    field = "low" if figure.bound == "range" else "value"
    if ends != figure.ends:
        yield field, f"'{figure.stated}' reads as {_amounts(ends)}, not {_amounts(figure.ends)}; correct either"
    elif [end.as_tuple() for end in ends] != [end.as_tuple() for end in figure.ends]:
        yield field, f"'{figure.stated}' has other decimals than {_amounts(figure.ends)}; write as many as it does"
    if reading.bound != figure.bound:
        yield "bound", f"'{figure.stated}' reads as {reading.bound}, not {figure.bound}; correct either"


def _amounts(ends: tuple[Decimal, Decimal]) -> str:
    return " to ".join(dict.fromkeys(f"{end:,f}" for end in ends))
