"""The figures of a speech."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import ConfigDict, model_validator
from pydantic.config import JsonDict

from briefing.content.records import Keyed, SpeechRecord
from briefing.content.texts import Text, Waivers
from briefing.content.validators import NOTED, OPEN, UNSTATED, wrong
from briefing.content.values import (
    Amount,
    Bound,
    Claim,
    Deadline,
    Direction,
    Filled,
    Paragraph,
    Period,
    UnitId,
    reference,
)
from briefing.numbers.numerals import Number, as_written

FigureId = Annotated[str, reference("figure")]
ENDS: JsonDict = {
    "anyOf": [{"required": ["period"]}, {"required": ["by"]}],
    "if": {"properties": {"bound": {"const": "range"}}, "required": ["bound"]},
    "then": {"required": ["low", "high"], "properties": {"value": False}},
    "else": {"required": ["value"], "properties": {"low": False, "high": False}},
}
"""The JSON Schema of the keys that exclude each other: period or deadline, value or low and high."""


class Figure(SpeechRecord, Keyed):
    """A number with everything a reader needs to trust it."""

    model_config = ConfigDict(json_schema_extra=ENDS)

    indicator: Annotated[str, reference("indicator")]
    """What it measures."""
    claim: Claim
    """What kind of statement it is."""
    period: Period = UNSTATED
    """The period it is about: `2023`, `2023-Q1`, `2023-01/2023-10`, or `unstated` where the speech gives none."""
    by: Deadline | None = None
    """The period by whose end it is due: `2023-09` is by the end of September 2023."""
    value: Amount | None = None
    """The number in base units, read in English: `90`, `-9.5`, `38.76 billion`, `2/3`; or `low` and `high`."""
    low: Amount | None = None
    """The lower end of a range."""
    high: Amount | None = None
    """The upper end of a range."""
    unit: UnitId
    """What it counts in."""
    bound: Bound
    """Whether it is exact, a floor, a ceiling, an approximation, a range, or says no more than how large it is."""
    change: Direction | None = None
    """Whether the figure says that something grew, fell or stayed by so much; left out of a level or an amount."""
    stated: Filled
    """The figure as the speech puts it, with its unit and bound and nothing else: its second entry."""
    at: Paragraph
    """The paragraph of the speech it comes from."""
    of: FigureId | None = None
    """The figure of this speech that counts the things this one is about, as an amount is of so many projects."""
    part_of: FigureId | None = None
    """The figure of this speech that this one is a part of, as 18 projects are of 46."""
    stretch_of: FigureId | None = None
    """The goal of this speech whose stretch goal this is."""
    supersedes: FigureId | None = None
    """The figure that the same speech corrects by this one; that one is never compared."""
    cumulative: bool = False
    """Whether it counts from the beginning of the year to the end of its period."""
    scope: Text | None = None
    """What exactly is counted, where narrower than the indicator; different scopes are never compared."""
    note: Text | None = None
    """A caution that a reader needs."""
    waive: Waivers = ()
    """Rules that are set aside for this figure, each with its reason."""

    @model_validator(mode="after")
    def _one_value_or_two_ends(self) -> Self:
        given = self.model_fields_set & {"value", "low", "high"}
        if given != ({"low", "high"} if self.bound == "range" else {"value"}):
            raise wrong("value", "give either 'value', or 'low' and 'high' with 'bound: range'")
        if any(getattr(self, name) is None for name in given):
            raise wrong(NOTED, "reading the file refused the value")
        if self.bound == "range" and self.ends[0] >= self.ends[1]:
            raise wrong("value", "'low' must be less than 'high'")
        if self.bound == "several" and not re.fullmatch("10{0,12}", as_written(self.ends[0])):
            raise wrong("value", "'several' takes a power of ten up to a trillion: 100 for several hundred")
        if self.change and not (self.ends[1] == 0 if self.change == "none" else self.ends[0] > 0):
            raise wrong(
                "value", "'change: up' or 'down' takes a number above 0, by how much, and 'change: none' takes 0"
            )
        return self

    @model_validator(mode="after")
    def _period_or_deadline(self) -> Self:
        if not self.model_fields_set & {"period", "by"}:
            raise wrong("missing-key", "the key 'period' is missing; write it, or 'by' for a deadline")
        return self

    @property
    def ends(self) -> tuple[Number, Number]:
        """The lower and the upper end, which are equal unless the figure is a range."""
        low, high = (self.low, self.high) if self.value is None else (self.value, self.value)
        if low is None or high is None:
            raise AssertionError(self)
        return low, high

    @property
    def compared(self) -> tuple[Number, Number]:
        """The ends as they are sorted and ranked: by how much something fell is below 0."""
        low, high = self.ends
        return (-high, -low) if self.change == "down" else (low, high)

    @property
    def shown_change(self) -> str | None:
        """Its change, where the name of its indicator does not say the same."""
        indicator = self.speech.briefing.shared.indicators.get(self.indicator)
        return None if indicator and indicator.change == self.change else self.change

    @property
    def due(self) -> str:
        """Its period; with a deadline, `../2023-09`."""
        return f"{OPEN}{self.by}" if self.by else self.period

    @property
    def recurs(self) -> bool:
        """True if it is an interval at which something recurs."""
        return self.speech.briefing.shared.units[self.unit].kind == "frequency"

    @property
    def undated(self) -> bool:
        """True if it has neither period nor deadline, and does not recur."""
        return self.due == UNSTATED and not self.recurs

    @property
    def superseded_by(self) -> Figure | None:
        """The figure by which the speech corrects this one."""
        return next((each for each in self.speech.figures.values() if each.supersedes == self.id), None)
