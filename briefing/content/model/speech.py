"""What the file of one speech may say."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import ConfigDict, PrivateAttr, model_validator
from pydantic.config import JsonDict

from briefing.content.model.base import Keyed, Record, SpeechRecord
from briefing.content.model.written import SourceParagraph
from briefing.content.texts import Markdown, Prose, Text
from briefing.content.validators import NOTED, wrong
from briefing.content.values import (
    Amount,
    Bound,
    ByKey,
    Claim,
    EntityId,
    FigureId,
    Filled,
    IndicatorId,
    MeasureId,
    MentionId,
    Paragraph,
    Paragraphs,
    Period,
    PlaceId,
    PointId,
    ReasonId,
    Role,
    SectorId,
    Slug,
    ThemeId,
    Times,
    Unique,
    UnitId,
)

if TYPE_CHECKING:  # a speech knows its briefing, which knows its speeches
    from briefing.content.site import Briefing, ContentFile


class LeftOut(Record):
    """A number of the source that no figure cites, and why."""

    stated: Filled
    """The number as the source index has it."""
    at: Paragraph
    """The paragraph."""
    reason: ReasonId
    """Why: one of the reasons of `briefing.yaml`."""
    times: Times = 1
    """How many so stated in the paragraph it explains; what figures cite is not among them."""

    @property
    def identity(self) -> tuple[int, str]:
        """What names it in its list."""
        return self.at, self.stated


ENDS: JsonDict = {
    "if": {"properties": {"bound": {"const": "range"}}, "required": ["bound"]},
    "then": {"required": ["low", "high"], "properties": {"value": False}},
    "else": {"required": ["value"], "properties": {"low": False, "high": False}},
}
"""What JSON Schema says of one value or two ends."""


class Figure(SpeechRecord, Keyed):
    """A number with everything a reader needs to trust it."""

    model_config = ConfigDict(json_schema_extra=ENDS)

    indicator: IndicatorId
    """What it measures."""
    claim: Claim
    """What kind of statement it is."""
    period: Period
    """The period it is about: `2023`, `2023-Q1`, or `unstated` where the speech gives none."""
    value: Amount | None = None
    """The number in base units, read in English: `90`, `9.5`, `38.76 billion`; or `low` and `high`."""
    low: Amount | None = None
    """The lower end of a range."""
    high: Amount | None = None
    """The upper end of a range."""
    unit: UnitId
    """What it counts in."""
    bound: Bound
    """Whether it is exact, a floor, a ceiling, an approximation or a range."""
    stated: Filled
    """The figure as the speech puts it, with its unit and bound and nothing else: its second entry."""
    at: Paragraph
    """The paragraph of the speech it comes from."""
    of: FigureId | None = None
    """The figure of this speech that counts the things this one is about, as an amount is of so many projects."""
    scope: Text | None = None
    """What exactly is counted, where narrower than the indicator; different scopes are never compared."""
    note: Text | None = None
    """A caution that a reader needs."""

    @model_validator(mode="after")
    def _one_value_or_two_ends(self) -> Self:
        given = self.model_fields_set & {"value", "low", "high"}
        if given != ({"low", "high"} if self.bound == "range" else {"value"}):
            raise wrong("value", "give either 'value', or 'low' and 'high' with 'bound: range'")
        if any(getattr(self, name) is None for name in given):
            raise wrong(NOTED, "reading the file refused the value")
        if self.bound == "range" and self.ends[0] >= self.ends[1]:
            raise wrong("value", "'low' must be less than 'high'")
        return self

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end, which are equal unless the figure is a range."""
        low, high = (self.low, self.high) if self.value is None else (self.value, self.value)
        if low is None or high is None:
            message = "a figure without a value does not pass validation"
            raise AssertionError(message)
        return low, high


class Measure(SpeechRecord):
    """Something the place says it does or will do, in our words."""

    id: Slug
    """Its name in addresses, the same in every language."""
    theme: ThemeId
    """The heading it stands under."""
    title: Text
    """A few words."""
    text: Prose
    """A sentence or two; `{id}` cites a figure."""
    at: Paragraphs
    """The paragraphs of the speech it comes from."""
    period: Period | None = None
    """The deadline or period the speech gives it."""
    entities: Annotated[tuple[MentionId, ...], Unique] = ()
    """The entities of this speech that it is about."""
    sectors: Annotated[tuple[SectorId, ...], Unique] = ()
    """The sectors it is about, whether or not the speech names them among its own."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.id


class SectorRole(SpeechRecord):
    """A sector that a speech names, and how."""

    sector: SectorId
    """The sector."""
    role: Role
    """`lead`: the speech calls it leading, main or key, or sets out to build it; `emerging`: newly developed."""
    at: Paragraphs
    """Where the speech says so."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.sector


class Mention(SpeechRecord, Keyed):
    """What one speech says of an entity."""

    at: Paragraphs
    """Where the speech names it."""
    says: Prose
    """What the speech says of it, in our words."""


class Highlight(SpeechRecord, Keyed):
    """A qualitative cell of the comparison."""

    text: Prose
    """A few words; `{id}` cites a figure."""
    measure: MeasureId
    """The measure that says it in full."""


class Headline(SpeechRecord):
    """The speech in one sentence."""

    text: Prose
    """The sentence."""
    at: Paragraphs
    """The paragraphs it rests on."""


class Speech(Record):
    """What one place said in one briefing: one YAML file."""

    place: PlaceId
    """Who spoke; also the name of the file."""
    headline: Headline
    """One sentence that a reader could repeat."""
    summary: Markdown
    """Markdown in our own words; `{id}` cites a figure, `[2]` a paragraph."""
    figures: Annotated[dict[Slug, Figure], ByKey]
    """Every number that the speech states of itself."""
    measures: Annotated[tuple[Measure, ...], Unique]
    """What it says it does or will do."""
    sectors: Annotated[tuple[SectorRole, ...], Unique]
    """The industries it names."""
    entities: Annotated[dict[EntityId, Mention], ByKey]
    """Everything it names: companies, projects, parks, programmes, policies."""
    points: Annotated[dict[PointId, Highlight], ByKey]
    """Its cells in the qualitative columns of the comparison."""
    left_out: Annotated[tuple[LeftOut, ...], Unique] = ()
    """The numbers of the source that are no figures here, each with its reason."""
    _file: ContentFile[Speech] = PrivateAttr()
    _briefing: Briefing = PrivateAttr()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # pydantic would give each frozen subclass a hash of its fields
        return id(self)

    def attach(self, file: ContentFile[Speech], briefing: Briefing) -> None:
        """Let the speech know its file and its briefing, and what it holds know the speech."""
        self._file, self._briefing = file, briefing
        keyed = (*self.figures.values(), *self.entities.values(), *self.points.values())
        for record in (self.headline, *self.measures, *self.sectors, *keyed):
            record._speech = self  # noqa: SLF001 - the one place that sets it

    @property
    def file(self) -> ContentFile[Speech]:
        """The file it was read from."""
        return self._file

    @property
    def briefing(self) -> Briefing:
        """The briefing that it belongs to."""
        return self._briefing

    @property
    def paragraphs(self) -> tuple[SourceParagraph, ...]:
        """What the source index holds of it, its headline first; empty if there is no index of it."""
        return self.briefing.paragraphs(self.place) or ()
