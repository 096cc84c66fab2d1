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

from babel import Locale, UnknownLocaleError
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

from briefing.documents import CONTROL
from briefing.figures.numerals import amount
from briefing.problems import did_you_mean

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PERIOD = re.compile(r"[12][0-9]{3}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2]))?")
BASE_URL = re.compile(r"(https?://[a-z0-9.-]*[a-z0-9](:[0-9]{1,5})?)((/[A-Za-z0-9._~-]+)*)/?", re.IGNORECASE)
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
UNSTATED = "unstated"
NOTED = "noted"
"""The type of an error whose cause reading the file has already reported."""
MOST_PARAGRAPHS = 200

Claim = Literal["target", "actual", "plan", "incentive", "commitment", "context"]
Bound = Literal["exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range"]
Role = Literal["lead", "emerging", "mentioned"]
PlaceKind = Literal["district", "county-level-city", "county", "development-zone", "new-area"]
EntityKind = Literal["company", "project", "park", "institution", "programme", "policy"]
UnitKind = Literal["money", "percent", "percentage-points", "count", "area", "length", "duration", "frequency"]

CLAIMS: tuple[Claim, ...] = get_args(Claim)
ROLES: tuple[Role, ...] = get_args(Role)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class Text(dict[str, str]):
    """One text in every language of the site, shown as it stands."""


class Prose(Text):
    """A text in which `{id}` cites a figure of the speech and `[2]` a paragraph."""


class Markdown(Prose):
    """Prose that is Markdown besides."""


class _Key(str):
    """An id that is the key of a mapping."""

    __slots__ = ()


def base_url(text: str) -> str:
    """Return the address of a site, with a slash at the end. Raises ValueError for what cannot be one."""
    match = BASE_URL.fullmatch(text)
    if not match:
        message = f"'{text}' is not an address to publish at; write it like https://example.org/briefing/"
        raise ValueError(message)
    return f"{match[1]}{match[3]}/"


def _wrong(code: str, message: str, /, **context: object) -> PydanticCustomError:
    return PydanticCustomError(code, message, context)


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        message = "'{text}' is not a slug; use a-z, 0-9 and single hyphens, as it becomes part of an address"
        raise _wrong("slug", message, text=text)
    return text


def _known(kind: str, text: str, info: ValidationInfo) -> str:
    names = (info.context or {}).get(kind)
    if names is not None and text not in names:
        message = "the {kind} '{text}' is not defined; {remedy}"
        raise _wrong(f"unknown-{kind}", message, kind=kind, text=text, remedy=did_you_mean(text, names))
    return text


def _filled(text: str) -> str:
    if control := CONTROL.search(text):
        raise _wrong("control-character", "the control character U+{code}; delete it", code=f"{ord(control[0]):04X}")
    if not re.search(r"\w", text):
        raise _wrong("empty-text", "the text is empty; write it or remove the key")
    return text


def _every_language(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    missing = [code for code in (info.context or {}).get("language") or () if code not in texts]
    if missing:
        message = "no text in {missing}; every text stands in every language of the site"
        raise _wrong("missing-language", message, missing=", ".join(missing))
    return texts


def _period(value: object) -> object:
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and text != UNSTATED and not PERIOD.fullmatch(text):
        message = "'{text}' is not a period; write 2023, 2023-Q1, 2023-H1, 2023-01 or unstated"
        raise _wrong("period", message, text=text)
    return text


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return value
    try:
        return amount(str(value))
    except ValueError as error:
        raise _wrong("amount", "{why}", why=str(error)) from None


def _listed(value: object) -> object:
    if isinstance(value, str | Decimal):
        raise _wrong("paragraph", "'{value}' names no paragraph; write one as 2, several as [2, 5]", value=str(value))
    return [value] if isinstance(value, int) else value


def _ascending(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if list(numbers) != sorted(set(numbers)):
        raise _wrong("paragraph", "paragraphs stand once each, in ascending order")
    return numbers


def _unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    names = [getattr(item, "identity", item) for item in items]
    if doubled := [(index, name) for index, name in enumerate(names) if name in names[:index]]:
        raise _wrong(
            "duplicate", "'{name}' already stands in this list; keep one", index=doubled[0][0], name=doubled[0][1]
        )
    return items


def _keyed(value: object) -> object:
    """Give each item of a mapping its key as `id`; the file itself never writes one."""
    if not isinstance(value, Mapping):
        return value
    return {key: {"id": _Key(key), **item} if isinstance(item, Mapping) else item for key, item in value.items()}


def _own_key(value: object) -> object:
    if not isinstance(value, _Key):
        raise _wrong("unknown-key", "the key above is the id already; remove this line")
    return str(value)


def _locale(text: str) -> str:
    try:
        Locale.parse(text)
    except (UnknownLocaleError, ValueError):
        raise _wrong(
            "unknown-locale", "CLDR has no locale '{text}'; write it like en_GB or zh_Hans_CN", text=text
        ) from None
    return text


def _base_url(text: str) -> str:
    try:
        return base_url(text)
    except ValueError as error:
        raise _wrong("base-url", "{why}", why=str(error)) from None


def _patterns(patterns: dict[str, str]) -> dict[str, str]:
    """Hold the patterns of a unit to what writing a figure needs, so that no number can be lost."""
    if "other" not in patterns:
        raise _wrong("unit-pattern", "there is no pattern for 'other', which every number without one of its own needs")
    for key, pattern in patterns.items():
        if not re.fullmatch(r"zero|one|two|few|many|other|=[0-9]+(\.[0-9]+)?", key):
            raise _wrong("unit-pattern", "'{key}' is neither a plural category (one, other) nor a value (=1)", key=key)
        if pattern.count("{number}") != 1 and not key.startswith("="):
            raise _wrong("unit-pattern", "'{pattern}' must hold {slot} once", pattern=pattern, slot="{number}")
    return patterns


Slug = Annotated[str, AfterValidator(_slug)]
Filled = Annotated[str, AfterValidator(_filled)]
LanguageCode = Annotated[str, AfterValidator(partial(_known, "language"))]
InLanguages = Annotated[dict[LanguageCode, Filled], AfterValidator(_every_language)]
PlainText = Annotated[InLanguages, AfterValidator(Text)]
ProseText = Annotated[InLanguages, AfterValidator(Prose)]
MarkdownText = Annotated[InLanguages, AfterValidator(Markdown)]
Patterns = Annotated[dict[str, Filled], AfterValidator(_patterns)]
PlaceId = Annotated[str, AfterValidator(partial(_known, "place"))]
IndicatorId = Annotated[str, AfterValidator(partial(_known, "indicator"))]
SectorId = Annotated[str, AfterValidator(partial(_known, "sector"))]
EntityId = Annotated[str, AfterValidator(partial(_known, "entity"))]
MentionId = Annotated[str, AfterValidator(partial(_known, "mention"))]
UnitId = Annotated[str, AfterValidator(partial(_known, "unit"))]
ThemeId = Annotated[str, AfterValidator(partial(_known, "theme"))]
PointId = Annotated[str, AfterValidator(partial(_known, "point"))]
MeasureId = Annotated[str, AfterValidator(partial(_known, "measure"))]
Period = Annotated[str, BeforeValidator(_period)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Paragraph = Annotated[StrictInt, Field(ge=0, le=MOST_PARAGRAPHS)]
Paragraphs = Annotated[tuple[Paragraph, ...], BeforeValidator(_listed), Field(min_length=1), AfterValidator(_ascending)]


class Record(BaseModel):
    """The rules for every declaration here: nothing unknown, nothing changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Keyed(Record):
    """A record that a mapping holds; its key is its id."""

    id: SkipJsonSchema[Annotated[str, BeforeValidator(_own_key)]]
    """The key in the mapping; not written in the file."""


def with_ids(kind: type[Keyed]) -> Any:
    """Return the declaration of a mapping of slugs to records of one kind: what a shared file holds."""
    return Annotated[dict[Slug, kind], BeforeValidator(_keyed)]  # type: ignore[valid-type]  # made at run time


class Language(Record):
    """A language of the site."""

    code: Slug
    """The language in addresses and as the key of texts: `zh`."""
    tag: Annotated[str, Field(pattern=LANGUAGE_TAG)]
    """The BCP 47 tag for `lang` and `hreflang`: `zh-Hans`."""
    locale: Annotated[str, AfterValidator(_locale)]
    """The CLDR locale for numbers, dates and lists: `zh_Hans_CN`."""
    name: Filled
    """The language's name in itself, for the language switch."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.code


class Theme(Keyed):
    """A heading that measures are grouped under."""

    name: PlainText
    """The heading."""


class SiteFile(Record):
    """`site.yaml`: the site as a whole."""

    title: PlainText
    """The name of the site."""
    description: PlainText
    """One sentence for search engines and the start page."""
    base_url: Annotated[str, AfterValidator(_base_url)]
    """Where the site is published, with a slash at the end; `--base-url` overrides it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_unique)]
    """The languages, the first being the one that sources are written in."""
    fallback: LanguageCode
    """The language for readers of none of the others (hreflang `x-default`)."""
    themes: Annotated[dict[Slug, Theme], BeforeValidator(_keyed)]
    """The themes of measures, in the order in which pages show them."""


class Place(Keyed):
    """A county, city, district or zone, with an identity that lasts across briefings."""

    name: PlainText
    """The official name."""
    short: PlainText
    """The name where space is short."""
    kind: PlaceKind
    """What kind of place it is."""


class Indicator(Keyed):
    """What a figure measures."""

    name: PlainText
    """The name as a row is labelled."""
    short: PlainText
    """The name as a column is headed."""
    definition: PlainText
    """One sentence: what is counted and what is not."""


class Sector(Keyed):
    """An industry."""

    name: PlainText
    """Its name."""


class Unit(Keyed):
    """What a figure counts in, how the source writes it and how each language writes it."""

    kind: UnitKind
    """What it measures; money, counts and the like are scaled to 万, 亿, million, billion, percentages are not."""
    read: tuple[str, ...]
    """The words that may follow the number in the source; an empty one where the source may leave it off."""
    write: Annotated[dict[LanguageCode, Patterns], AfterValidator(_every_language)]
    """For each language, patterns with `{number}` by CLDR plural category (`one`, `other`) or by value (`=1`)."""


class Term(Keyed):
    """A standard term of the speeches, explained by the editors."""

    term: PlainText
    """The term, as the site writes it."""
    aliases: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Other forms that are allowed."""
    avoid: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Renderings that are wrong or mislead."""
    definition: PlainText
    """What it means: an editors' note, not part of any speech."""


class Entity(Keyed):
    """A named company, project, park, programme, policy or institution: one record however many speeches name it."""

    kind: EntityKind
    """What it is."""
    name: PlainText
    """Its name."""
    official: tuple[LanguageCode, ...] = ()
    """The languages, besides the source's, in which the name is an official one and not the editors' rendering."""
    description: PlainText | None = None
    """What it is, where the name alone does not tell; from the speeches only."""
    aliases: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Other names the speeches use."""


class Source(Record):
    """Where a briefing's speeches come from."""

    title: PlainText
    """What the source is, described."""
    publisher: PlainText
    """Who published it."""
    compiler: PlainText
    """Who compiled it."""


class Point(Keyed):
    """A qualitative column of the comparison."""

    name: PlainText
    """The column's heading."""


class BriefingFile(Record):
    """`briefing.yaml`: one conference or edition."""

    title: PlainText
    """The heading of the comparison."""
    short: PlainText
    """The name in navigation."""
    year: Annotated[StrictInt, Field(ge=1900, le=2999)]
    """The year of the event; the newest briefing comes first."""
    description: PlainText
    """One or two sentences for lists and search engines."""
    source: Source
    """Where the speeches come from."""
    event: PlainText
    """What the event was."""
    places: Annotated[tuple[PlaceId, ...], Field(min_length=1), AfterValidator(_unique)]
    """The places that spoke, in the source's order; each has a file of that name beside this one."""
    points: Annotated[dict[Slug, Point], BeforeValidator(_keyed)]
    """The qualitative columns of the comparison, in order."""
    method: MarkdownText
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
    scope: PlainText | None = None
    """What exactly is counted, where narrower than the indicator; different scopes are never compared."""
    note: PlainText | None = None
    """A caution that a reader needs."""

    @model_validator(mode="after")
    def _one_value_or_two_ends(self) -> Self:
        given = self.model_fields_set & {"value", "low", "high"}
        if given != ({"low", "high"} if self.bound == "range" else {"value"}):
            raise _wrong("value", "give either 'value', or 'low' and 'high' with 'bound: range'")
        if any(getattr(self, name) is None for name in given):
            raise _wrong(NOTED, "reading the file refused the value")
        if self.bound == "range" and self.ends[0] >= self.ends[1]:
            raise _wrong("value", "'low' must be less than 'high'")
        return self

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end, which are equal unless the figure is a range."""
        low, high = (self.low, self.high) if self.value is None else (self.value, self.value)
        if low is None or high is None:
            message = "a figure without a value does not pass validation"
            raise AssertionError(message)
        return low, high


class Measure(Record):
    """Something the place says it does or will do, in our words."""

    id: Slug
    """Its name in addresses, the same in every language."""
    theme: ThemeId
    """The heading it stands under."""
    title: PlainText
    """A few words."""
    text: ProseText
    """A sentence or two; `{id}` cites a figure."""
    at: Paragraphs
    """The paragraphs of the speech it comes from."""
    period: Period | None = None
    """The deadline or period the speech gives it."""
    entities: Annotated[tuple[MentionId, ...], AfterValidator(_unique)] = ()
    """The entities of this speech that it is about."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.id


class SectorRole(Record):
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


class Mention(Keyed):
    """What one speech says of an entity."""

    at: Paragraphs
    """Where the speech names it."""
    says: ProseText
    """What the speech says of it, in our words."""


class Highlight(Keyed):
    """A qualitative cell of the comparison."""

    text: ProseText
    """A few words; `{id}` cites a figure."""
    measure: MeasureId
    """The measure that says it in full."""


class Headline(Record):
    """The speech in one sentence."""

    text: ProseText
    """The sentence."""
    at: Paragraphs
    """The paragraphs it rests on."""


class Speech(Record):
    """What one place said in one briefing: one YAML file."""

    place: PlaceId
    """Who spoke; also the name of the file."""
    paragraphs: Annotated[StrictInt, Field(ge=1, le=MOST_PARAGRAPHS)]
    """The number of the last paragraph in the source."""
    headline: Headline
    """One sentence that a reader could repeat."""
    summary: MarkdownText
    """Markdown in our own words; `{id}` cites a figure, `[2]` a paragraph."""
    figures: Annotated[dict[Slug, Figure], BeforeValidator(_keyed)]
    """Every number that the speech states of itself."""
    measures: Annotated[tuple[Measure, ...], AfterValidator(_unique)]
    """What it says it does or will do."""
    sectors: Annotated[tuple[SectorRole, ...], AfterValidator(_unique)]
    """The industries it names."""
    entities: Annotated[dict[EntityId, Mention], BeforeValidator(_keyed)]
    """Everything it names: companies, projects, parks, programmes, policies."""
    points: Annotated[dict[PointId, Highlight], BeforeValidator(_keyed)]
    """Its cells in the qualitative columns of the comparison."""
