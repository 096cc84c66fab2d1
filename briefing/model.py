"""What the YAML may say: one typed declaration per thing, each field documented beside it.

These declarations are the whole schema. They are validated by `load.py` with the names that the shared files define, so
that an unknown place or indicator is found where it is written, together with everything else that is wrong in
the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from briefing.figures import amount
from briefing.problems import did_you_mean

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PERIOD = re.compile(r"[0-9]{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2]))?")
UNSTATED = "unstated"
NOTED = "noted"
"""The type of an error whose cause reading the file has already reported."""

Claim = Literal["target", "actual", "plan", "incentive", "commitment", "context"]
Bound = Literal["exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range"]
Role = Literal["lead", "emerging", "mentioned"]
PlaceKind = Literal["district", "county-level-city", "county", "development-zone", "new-area"]
EntityKind = Literal["company", "project", "park", "programme", "policy", "institution"]
UnitKind = Literal["money", "percent", "percentage-points", "count", "area", "length", "duration", "frequency"]

CLAIMS: tuple[Claim, ...] = get_args(Claim)
ROLES: tuple[Role, ...] = get_args(Role)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        code, message = (
            "slug",
            "'{text}' is not a slug; use a-z, 0-9 and single hyphens, as it becomes part of an address",
        )
        raise PydanticCustomError(code, message, {"text": text})
    return text


def _known(kind: str, text: str, info: ValidationInfo) -> str:
    names = (info.context or {}).get(kind)
    if names is not None and text not in names:
        raise PydanticCustomError(
            f"unknown-{kind}",
            "the {kind} '{text}' is not defined; {remedy}",
            {"kind": kind, "text": text, "remedy": did_you_mean(text, names)},
        )
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty-text", "the text is empty; write it or remove the key")
    return text


def _every_language(texts: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    missing = [code for code in (info.context or {}).get("language", ()) if code not in texts]
    if missing:
        message = "no text in {missing}; every text stands in every language of the site"
        raise PydanticCustomError("missing-language", message, {"missing": ", ".join(missing)})
    return texts


def _period(value: object) -> object:
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and text != UNSTATED and not PERIOD.fullmatch(text):
        message = "'{text}' is not a period; write 2023, 2023-Q1, 2023-H1, 2023-01 or unstated"
        raise PydanticCustomError("period", message, {"text": text})
    return text


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return value
    try:
        return amount(str(value))
    except ValueError as error:
        raise PydanticCustomError("amount", "{why}", {"why": str(error)}) from None


def _listed(value: object) -> object:
    return [value] if isinstance(value, int) else value


def _keyed(value: object) -> object:
    """Give each item of a mapping its key as `id`; the file itself never writes one."""
    if not isinstance(value, Mapping):
        return value
    if doubled := [key for key, item in value.items() if isinstance(item, Mapping) and "id" in item]:
        message = "'{key}' is already the id; remove the key 'id' under it"
        raise PydanticCustomError("unknown-key", message, {"key": doubled[0]})
    return {key: {**item, "id": key} if isinstance(item, Mapping) else item for key, item in value.items()}


Slug = Annotated[str, AfterValidator(_slug)]
Filled = Annotated[str, AfterValidator(_filled)]
LanguageCode = Annotated[str, AfterValidator(partial(_known, "language"))]
Text = Annotated[dict[LanguageCode, Filled], AfterValidator(_every_language)]
PlaceId = Annotated[str, AfterValidator(partial(_known, "place"))]
IndicatorId = Annotated[str, AfterValidator(partial(_known, "indicator"))]
SectorId = Annotated[str, AfterValidator(partial(_known, "sector"))]
EntityId = Annotated[str, AfterValidator(partial(_known, "entity"))]
UnitId = Annotated[str, AfterValidator(partial(_known, "unit"))]
ThemeId = Annotated[str, AfterValidator(partial(_known, "theme"))]
PointId = Annotated[str, AfterValidator(partial(_known, "point"))]
FigureId = Annotated[str, AfterValidator(partial(_known, "figure"))]
MeasureId = Annotated[str, AfterValidator(partial(_known, "measure"))]
Period = Annotated[str, BeforeValidator(_period)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Paragraph = Annotated[StrictInt, Field(ge=0)]
Paragraphs = Annotated[tuple[Paragraph, ...], BeforeValidator(_listed), Field(min_length=1)]


class Record(BaseModel):
    """The rules for every declaration here: nothing unknown, nothing changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Keyed(Record):
    """A record that a mapping holds; its key is its id."""

    id: SkipJsonSchema[str]
    """The key in the mapping; not written in the file."""


def with_ids(kind: type[Keyed]) -> Any:
    """Return the declaration of a mapping of slugs to records of one kind: what a shared file holds."""
    return Annotated[dict[Slug, kind], BeforeValidator(_keyed)]  # type: ignore[valid-type]  # made at run time


class Language(Record):
    """A language of the site."""

    code: Slug
    """The language in addresses and as the key of texts: `zh`."""
    tag: Filled
    """The BCP 47 tag for `lang` and `hreflang`: `zh-Hans`."""
    locale: Filled
    """The CLDR locale for numbers, dates and lists: `zh_Hans_CN`."""
    name: Filled
    """The language's name in itself, for the language switch."""


class Theme(Keyed):
    """A heading that measures are grouped under."""

    name: Text
    """The heading."""


class SiteFile(Record):
    """`site.yaml`: the site as a whole."""

    title: Text
    """The name of the site."""
    description: Text
    """One sentence for search engines and the start page."""
    base_url: Annotated[str, Field(pattern=r"^https?://[^\s?#]+/$")]
    """Where the site is published, with a slash at the end; `--base-url` overrides it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages, the first being the one that sources are written in."""
    themes: Annotated[dict[Slug, Theme], BeforeValidator(_keyed)]
    """The themes of measures, in the order in which pages show them."""


class Place(Keyed):
    """A county, city, district or zone, with an identity that lasts across briefings."""

    name: Text
    """The official name."""
    short: Text
    """The name where space is short."""
    kind: PlaceKind
    """What kind of place it is."""


class Indicator(Keyed):
    """What a figure measures."""

    name: Text
    """The name as a row is labelled."""
    short: Text
    """The name as a column is headed."""
    definition: Text
    """One sentence: what is counted and what is not."""


class Sector(Keyed):
    """An industry."""

    name: Text
    """Its name."""


class Unit(Keyed):
    """What a figure counts in, how the source writes it and how each language writes it."""

    kind: UnitKind
    """What it measures; money, counts and the like are scaled to 万, 亿, million, billion, percentages are not."""
    read: tuple[str, ...]
    """The words that may follow the number in the source; an empty one where the source may leave it off."""
    write: Annotated[dict[LanguageCode, dict[str, Filled]], AfterValidator(_every_language)]
    """For each language, patterns with `{number}` by CLDR plural category (`one`, `other`) or by value (`=1`)."""


class Term(Keyed):
    """A standard term of the speeches, explained by the editors."""

    term: Text
    """The term, as the site writes it."""
    aliases: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Other forms that are allowed."""
    avoid: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Renderings that are wrong or mislead."""
    definition: Text
    """What it means: an editors' note, not part of any speech."""


class Entity(Keyed):
    """A named company, project, park, programme, policy or institution: one record however many speeches name it."""

    kind: EntityKind
    """What it is."""
    name: Text
    """Its name; `english` says whose rendering the English one is."""
    english: Literal["official", "ours"]
    """Whether the English name is an official one or the editors' rendering."""
    description: Text | None = None
    """What it is, where the name alone does not tell; from the speeches only."""
    aliases: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Other names the speeches use."""


class Source(Record):
    """Where a briefing's speeches come from."""

    title: Text
    """What the source is, described."""
    publisher: Text
    """Who published it."""
    compiler: Text
    """Who compiled it."""


class Point(Keyed):
    """A qualitative column of the comparison."""

    name: Text
    """The column's heading."""


class BriefingFile(Record):
    """`briefing.yaml`: one conference or edition."""

    title: Text
    """The heading of the comparison."""
    short: Text
    """The name in navigation."""
    year: StrictInt
    """The year of the event; the newest briefing comes first."""
    description: Text
    """One or two sentences for lists and search engines."""
    source: Source
    """Where the speeches come from."""
    event: Text
    """What the event was."""
    places: Annotated[tuple[PlaceId, ...], Field(min_length=1)]
    """The places that spoke, in the source's order; each has a file of that name beside this one."""
    points: Annotated[dict[Slug, Point], BeforeValidator(_keyed)]
    """The qualitative columns of the comparison, in order."""
    method: Text
    """Markdown: the source, how it was summarised, what its limits are."""


class Figure(Keyed):
    """A number with everything a reader needs to trust it."""

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
    scope: Text | None = None
    """What exactly is counted, where narrower than the indicator; different scopes are never compared."""
    note: Text | None = None
    """A caution that a reader needs."""

    @model_validator(mode="after")
    def _one_value_or_two_ends(self) -> Self:
        given = self.model_fields_set & {"value", "low", "high"}
        if given != ({"low", "high"} if self.bound == "range" else {"value"}):
            message = "give either 'value', or 'low' and 'high' with 'bound: range'"
            raise PydanticCustomError("value", message)
        if any(getattr(self, name) is None for name in given):
            raise PydanticCustomError(NOTED, "reading the file refused the value")
        return self

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end, which are equal unless the figure is a range."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        value = self.value or Decimal(0)
        return value, value


class Measure(Record):
    """Something the place says it does or will do, in our words."""

    id: Slug
    """Its name in addresses, the same in every language."""
    theme: ThemeId
    """The heading it stands under."""
    title: Text
    """A few words."""
    text: Text
    """A sentence or two; `{id}` cites a figure."""
    at: Paragraphs
    """The paragraphs of the speech it comes from."""
    period: Period | None = None
    """The deadline or period the speech gives it."""
    entities: tuple[EntityId, ...] = ()
    """The entities it is about."""


class SectorRole(Record):
    """A sector that a speech names, and how."""

    sector: SectorId
    """The sector."""
    role: Role
    """`lead`: the speech calls it leading, main or key, or sets out to build it; `emerging`: newly developed."""
    at: Paragraphs
    """Where the speech says so."""


class Mention(Keyed):
    """What one speech says of an entity."""

    at: Paragraphs
    """Where the speech names it."""
    says: Text
    """What the speech says of it, in our words."""


class Highlight(Keyed):
    """A qualitative cell of the comparison."""

    text: Text
    """A few words; `{id}` cites a figure."""
    measure: MeasureId
    """The measure that says it in full."""


class Headline(Record):
    """The speech in one sentence."""

    text: Text
    """The sentence."""
    at: Paragraphs
    """The paragraphs it rests on."""


class Speech(Record):
    """What one place said in one briefing: one YAML file."""

    place: PlaceId
    """Who spoke; also the name of the file."""
    paragraphs: Annotated[StrictInt, Field(ge=1)]
    """The number of the last paragraph in the source."""
    headline: Headline
    """One sentence that a reader could repeat."""
    summary: Text
    """Markdown in our own words; `{id}` cites a figure, `[2]` a paragraph."""
    figures: Annotated[dict[Slug, Figure], BeforeValidator(_keyed)]
    """Every number that the speech states of itself."""
    measures: tuple[Measure, ...]
    """What it says it does or will do."""
    sectors: tuple[SectorRole, ...]
    """The industries it names."""
    entities: Annotated[dict[EntityId, Mention], BeforeValidator(_keyed)]
    """Everything it names: companies, projects, parks, programmes, policies."""
    points: Annotated[dict[PointId, Highlight], BeforeValidator(_keyed)]
    """Its cells in the qualitative columns of the comparison."""
