"""Figures for tests to write: any that a site of some units could state."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from hypothesis import assume
from hypothesis import strategies as st

from briefing.content.model import Unit
from briefing.i18n.figures import FigureFormatter
from briefing.numbers.numerals import Number
from tests.support.internals import figure_formatters, load_sound
from tests.support.paths import ROOT

BOUNDS = ["exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range"]
KINDS = {"money", "percent", "percentage-points", "count", "area", "length", "duration", "frequency"}
"""The kinds of unit that every reader of numbers tells apart."""
AMOUNTS = st.decimals(min_value=0, max_value=10**14, places=2).map(lambda value: value.normalize() + 0)


@dataclass(frozen=True)
class FigureToWrite:
    """A figure with only what writing it needs."""

    ends: tuple[Number, Number]
    bound: str
    unit: str
    change: str | None = None
    claim: str = "target"
    says_change: bool = False
    """Whether the name of its indicator says the change."""

    @property
    def shown_change(self) -> str | None:
        """Its change, where the name does not say it."""
        return None if self.says_change else self.change


@functools.cache
def formatters(content: Path) -> Mapping[str, FigureFormatter]:
    """Return what writes figures in each language of a site."""
    return figure_formatters(load_sound(content).shared, ROOT / "templates")


def one(unit: str) -> FigureToWrite:
    """Return the figure that states one of a unit."""
    return FigureToWrite((Decimal(1), Decimal(1)), "exact", unit)


@st.composite
def figures(draw: st.DrawFn, units: Mapping[str, Unit]) -> FigureToWrite:
    """Return any figure of some units that can be written unambiguously in every language."""
    read = sorted(name for name, unit in units.items() if unit.kind in KINDS)
    unit, bound, low = draw(st.sampled_from(read)), draw(st.sampled_from(BOUNDS)), draw(AMOUNTS)
    if bound != "range":
        return FigureToWrite((low, low), bound, unit)
    high = draw(AMOUNTS)
    assume(units[unit].kind != "frequency")  # English reads 0 to 0.01 months as two numbers
    # 1至20万元 means 1万至20万元, and no pattern for one value (every month) can hold two ends.
    assume(low < high and (low >= 10**6 or high < 10**4 or low * 10**4 >= high))
    assume(not {f"={high:f}"} & {form for forms in units[unit].write.values() for form in forms})
    return FigureToWrite((low, high), bound, unit)
