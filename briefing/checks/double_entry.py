"""A figure is entered twice, in the source's words (`stated`) and as a record; both must say the same number."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from briefing.content.model import Figure, Unit
from briefing.content.site import Briefing
from briefing.numbers.numerals import Number
from briefing.numbers.readers import Unreadable, read_stated
from briefing.problems import Problem


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the value, unit, bound and direction of each figure with those that its stated text reads as."""
    for speech in briefing.speeches:
        at = speech.file.document.at
        for figure in speech.figures.values():
            unit = briefing.shared.units.get(figure.unit)
            for field, message in _differences(figure, unit) if unit else ():
                stated = None if field == "stated" else at("figures", figure.id, "stated")
                yield Problem(at("figures", figure.id, field), "double-entry", message, stated)


def _differences(figure: Figure, unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield each field of a figure that differs from its stated text, with a message."""
    stated, entered = figure.stated, figure.ends
    try:
        reading = read_stated(stated)
    except Unreadable:
        reading = None
    if reading is None or reading.recurring != (unit.kind == "frequency"):
        yield "stated", f"'{stated}' cannot be read in {unit.id}; give the number, its unit and its bound only"
        return
    if reading.unit not in unit.read:
        yield "unit", f"'{stated}' counts in '{reading.unit}', which is not how {unit.id} is written; correct either"
        return
    if figure.change == "down" and reading.high < 0 and not reading.change:  # a growth rate of -3.2%
        reading = replace(reading, low=-reading.high, high=-reading.low, change="down")
    if unit.kind == "share" and isinstance(reading.low, Decimal):  # 七成五 is three quarters
        reading = replace(reading, low=Fraction(reading.low) / 100, high=Fraction(reading.high) / 100)
    read, field = (reading.low, reading.high), "low" if figure.bound == "range" else "value"
    read_as, entered_as = (" to ".join(dict.fromkeys(map(_shown, ends))) for ends in (read, entered))
    if read != entered:
        yield field, f"'{stated}' reads as {read_as}, not {entered_as}; correct either"
    elif unit.kind != "share" and [str(end) for end in read] != [str(end) for end in entered]:
        yield field, f"'{stated}' has other decimals than {entered_as}; write as many as it does"
    if reading.bound != figure.bound:
        yield "bound", f"'{stated}' reads as {reading.bound}, not {figure.bound}; correct either"
    goal = figure.speech.figures.get(figure.stretch_of or "")  # 增长10%，力争12% says the direction once
    if reading.change != figure.change and not (goal and not reading.change and goal.change == figure.change):
        says = f"says that something changes (change: {reading.change})" if reading.change else "says of no change"
        has = f"has 'change: {figure.change}'" if figure.change else "has no 'change'"
        yield "change", f"'{stated}' {says}, but the figure {has}; correct either"


def _shown(number: Number) -> str:
    """Return a number with its thousands grouped, or as a fraction."""
    return f"{number:,f}" if isinstance(number, Decimal) else str(number)
