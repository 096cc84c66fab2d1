"""The file of one speech."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import ConfigDict, Field, PrivateAttr, StrictInt, model_validator
from pydantic.config import JsonDict

from briefing.content.model.briefings import SourceParagraph
from briefing.content.records import DistinctRecord, Keyed, Record, SpeechRecord
from briefing.content.texts import Markdown, Prose, Text
from briefing.content.validators import NOTED, wrong
from briefing.content.values import (
    Amount,
    Bound,
    ByKey,
    Claim,
    EntityId,
    Filled,
    Paragraph,
    Paragraphs,
    Period,
    PlaceId,
    PointId,
    Role,
    SectorId,
    Slug,
    ThemeId,
    Unique,
    UnitId,
    reference,
)

if TYPE_CHECKING:  # a speech knows its briefing, which knows its speeches
    from briefing.content.site import Briefing, ContentFile


class LeftOut(Record):
    """A number of the source that no figure cites, and why."""

    stated: Filled
    """The number as the source index has it."""
    at: Paragraph
    """The paragraph."""
    reason: Annotated[str, reference("reason")]
    """Why: one of the reasons of `briefing.yaml`."""
    times: Annotated[StrictInt, Field(ge=1)] = 1
    """How many so stated in the paragraph it explains; what figures cite is not among them."""

    @property
    def identity(self) -> tuple[int, str]:
        """The paragraph and the number: it has no id."""
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

    indicator: Annotated[str, reference("indicator")]
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
    of: Annotated[str, reference("figure")] | None = None
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
            raise AssertionError(self)
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
    entities: Annotated[tuple[Annotated[str, reference("mention")], ...], Unique] = ()
    """The entities of this speech that it is about."""
    sectors: Annotated[tuple[SectorId, ...], Unique] = ()
    """The sectors it is about, whether or not the speech names them among its own."""


class SectorRole(SpeechRecord):
    """A sector that a speech names, and how."""

    sector: SectorId
    """The sector."""
    role: Role
    """`lead`: the speech calls it leading; `strength`: a strength; `key`: key, or a cluster to build.

    `emerging`: to be developed, without any of these words; `mentioned`: named otherwise, or only by its projects.
    """
    at: Paragraphs
    """Where the speech says so."""


class Mention(SpeechRecord, Keyed):
    """A named thing in one speech, with all that the speech says of it."""

    at: Paragraphs
    """Where the speech names it."""
    says: Prose
    """What the speech says of it, in our words."""


class Highlight(SpeechRecord, Keyed):
    """A qualitative cell of the comparison."""

    text: Prose
    """A few words; `{id}` cites a figure."""
    measure: Annotated[str, reference("measure")]
    """The measure that says it in full."""


class Headline(SpeechRecord):
    """The speech in one sentence."""

    text: Prose
    """The sentence."""
    at: Paragraphs
    """The paragraphs it rests on."""


class Speech(DistinctRecord):
    """The speech of one place in one briefing: one YAML file."""

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
        """Its paragraphs in the source index, its headline first; empty if there is no index of it."""
        source = self.briefing.source
        return source.record.get(self.place, ()) if source else ()
