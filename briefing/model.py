"""What the YAML may say: one typed declaration per thing, each field documented beside it.

These declarations are the whole schema. They are validated by `load.py` with the names that the shared files define, so
that an unknown place or indicator is found where it is written, together with everything else that is wrong in
the file.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Self

from babel import Locale
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic.json_schema import SkipJsonSchema

from briefing.values import (
    NOTED,
    Amount,
    BaseUrl,
    Bound,
    ByKey,
    Claim,
    Date,
    EntityId,
    EntityKind,
    FigureId,
    Filled,
    Hash,
    IndicatorId,
    LanguageCode,
    LanguageTag,
    LocaleName,
    Markdown,
    MeasureId,
    MentionId,
    OwnKey,
    Paragraph,
    Paragraphs,
    Period,
    PlaceId,
    PlaceKind,
    PointId,
    Prose,
    ReasonId,
    Role,
    SectorId,
    Slug,
    Stage,
    Text,
    ThemeId,
    Times,
    Unique,
    UnitId,
    UnitKind,
    WrittenForms,
    Year,
    wrong,
)


class Record(BaseModel):
    """The rules for every declaration here: nothing unknown, nothing changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Keyed(Record):
    """A record that a mapping holds; its key is its id."""

    id: SkipJsonSchema[OwnKey]
    """The key in the mapping; not written in the file."""


def with_ids(kind: type[Keyed]) -> Any:
    """Return the declaration of a mapping of slugs to records of one kind: what a shared file holds."""
    return Annotated[dict[Slug, kind], ByKey]  # type: ignore[valid-type]  # made at run time


class Language(Record):
    """A language of the site."""

    code: Slug
    """The language in addresses and as the key of texts: `zh`."""
    tag: LanguageTag
    """The BCP 47 tag for `lang` and `hreflang`: `zh-Hans`."""
    locale: LocaleName
    """The CLDR locale for numbers, dates and lists: `zh_Hans_CN`."""
    name: Filled
    """The language's name in itself, for the language switch."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.code

    @property
    def family(self) -> str:
        """CLDR's code of the language without script and territory: `zh`."""
        return str(Locale.parse(self.locale).language)

    @property
    def region(self) -> str:
        """The language and, where the locale has one, its territory: `zh_CN`, `fr`."""
        territory = Locale.parse(self.locale).territory
        return f"{self.family}_{territory}" if territory else self.family

    @property
    def script(self) -> str:
        """CLDR's code of its script, where the locale has one: `Hans`."""
        return str(Locale.parse(self.locale).script or "")


class Theme(Keyed):
    """A heading that measures are grouped under."""

    name: Text
    """The heading."""
    definition: Text
    """One sentence: what stands under it, and what does not."""


class SiteFile(Record):
    """`site.yaml`: the site as a whole."""

    title: Text
    """The name of the site."""
    description: Text
    """One sentence for search engines and the start page."""
    base_url: BaseUrl
    """Where the site is published, with a slash at the end; `--base-url` overrides it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1), Unique]
    """The languages, the first being the one that sources are written in."""
    fallback: LanguageCode
    """The language for readers of none of the others (hreflang `x-default`)."""
    themes: Annotated[dict[Slug, Theme], ByKey]
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
    theme: ThemeId
    """The theme its figures belong to."""
    stage: Stage | None = None
    """The stage of a project, where its first unit counts projects at that stage."""
    each: bool = False
    """Whether it measures each of the things that another figure counts, rather than all of them together."""
    units: Annotated[tuple[UnitId, ...], Field(min_length=1), Unique]
    """The units its figures count in; a figure in another one would compare unlike things."""
    ranked: bool = False
    """Whether the comparison ranks its column: then every figure in it agrees in unit, claim, period and scope."""


class Sector(Keyed):
    """An industry."""

    name: Text
    """Its name."""
    definition: Text
    """One sentence: what it takes in. An editors' note, not part of any speech."""


class Unit(Keyed):
    """What a figure counts in, how the source writes it and how each language writes it."""

    kind: UnitKind
    """What it measures; money, counts and the like are scaled to 万, 亿, million, billion, percentages are not."""
    read: tuple[str, ...]
    """The words that may follow the number in the source; an empty one where the source may leave it off."""
    write: WrittenForms
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
    """Its name."""
    official: tuple[LanguageCode, ...] = ()
    """The languages, besides the source's, in which the name is an official one and not the editors' rendering."""
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
    theme: ThemeId
    """The theme it belongs to."""


class Reason(Keyed):
    """Why numbers of the source are no figures of the site."""

    name: Text
    """The reason in a few words."""


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


class BriefingFile(Record):
    """`briefing.yaml`: one conference or edition."""

    title: Text
    """The heading of the comparison."""
    short: Text
    """The name in navigation."""
    year: Year
    """The year of the event; the newest briefing comes first."""
    description: Text
    """One or two sentences for lists and search engines."""
    source: Source
    """Where the speeches come from."""
    event: Text
    """What the event was."""
    places: Annotated[tuple[PlaceId, ...], Field(min_length=1), Unique]
    """The places that spoke, in the source's order; each has a file of that name beside this one."""
    points: Annotated[dict[Slug, Point], ByKey]
    """The qualitative columns of the comparison, in order."""
    reasons: Annotated[dict[Slug, Reason], ByKey] = {}
    """Why numbers of the source are left out, for the `left_out` of the speeches."""
    method: Markdown
    """Markdown: the source, how it was summarised, what its limits are."""


ENDS: JsonDict = {
    "if": {"properties": {"bound": {"const": "range"}}, "required": ["bound"]},
    "then": {"required": ["low", "high"], "properties": {"value": False}},
    "else": {"required": ["value"], "properties": {"low": False, "high": False}},
}
"""What JSON Schema says of one value or two ends."""


class Figure(Keyed):
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


class Measure(Record):
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
    says: Prose
    """What the speech says of it, in our words."""


class Highlight(Keyed):
    """A qualitative cell of the comparison."""

    text: Prose
    """A few words; `{id}` cites a figure."""
    measure: MeasureId
    """The measure that says it in full."""


class Headline(Record):
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


class Change(Record):
    """What changed in the content of a briefing, kept by hand."""

    id: Slug
    """Its name in addresses and in the feed, the same in every language, and never changed."""
    date: Date
    """The day it was published, in quotes; the newest entry comes first."""
    text: Text
    """What changed, and why, in a sentence or two."""
    figures: dict[PlaceId, Annotated[tuple[Slug, ...], Field(min_length=1), Unique]] = {}
    """By place, the figures whose value has changed; what is new or gone is told in words only."""

    @property
    def identity(self) -> str:
        """What names it in its list."""
        return self.id


ChangesFile = Annotated[tuple[Change, ...], Unique]
"""`changes.yaml`: the log of a briefing's changes, the newest first."""


class SourceParagraph(Record):
    """One paragraph of the source: what can be checked without its text."""

    hash: Hash
    """The hash of its text, normalised."""
    figures: tuple[Filled, ...]
    """Every number found in it, as stated, in order."""
    periods: tuple[Filled, ...] = ()
    """Every year, quarter, month and day found in it, as stated."""


SourceFile = dict[PlaceId, Annotated[tuple[SourceParagraph, ...], Field(min_length=1)]]
"""`source.yaml`: the index of a briefing's source, which `build.py index` writes; paragraphs count from 0."""


class Review(Record):
    """That a person has looked at a text or figure: its hash then, who, and when."""

    hashes: dict[LanguageCode, Hash] = {}
    """The hash of the text in each language."""
    figure: Hash | None = None
    """The hash of the figure, where it is one."""
    values: tuple[Filled, ...] = ()
    """The values of the figure that were accepted, the oldest first: bound, number and unit of its record."""
    reviewer: Filled
    """Who looked."""
    date: Date
    """When."""


ReviewsFile = dict[str, dict[str, Review]]
"""`reviews.yaml`: reviews by file of its folder and by the path of ids within it, which `build.py accept` writes."""
