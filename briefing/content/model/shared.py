"""The files that all briefings share."""

from typing import Annotated

from babel import Locale
from pydantic import Field, RootModel, StrictInt

from briefing.content.records import Keyed, Record
from briefing.content.texts import Text
from briefing.content.values import (
    Address,
    BaseUrl,
    ByKey,
    Direction,
    EntityId,
    EntityKind,
    Filled,
    LanguageCode,
    LanguageTag,
    ListedWord,
    LocaleName,
    PlaceKind,
    QuestionId,
    Slug,
    Stage,
    Target,
    ThemeId,
    Unique,
    UnitId,
    UnitKind,
    WrittenForms,
)


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
    short: Filled | None = None
    """The same in one or two characters, for a phone: `中`; the code in capitals if it is not given."""

    @property
    def family(self) -> str:
        """CLDR's code of the language without script and territory: `zh`."""
        return str(Locale.parse(self.locale).language)

    @property
    def region(self) -> str:
        """The language and, where the locale has one, its territory: `zh_CN`, `fr`."""
        territory = Locale.parse(self.locale).territory
        return f"{self.family}_{territory}" if territory else self.family


class Theme(Keyed):
    """A heading that measures are grouped under."""

    name: Text
    """The heading."""
    definition: Text
    """One sentence: what stands under it, and what does not."""


class Maker(Record):
    """Who makes the site."""

    name: Text
    """A person, an office or a project."""
    contact: Filled | None = None
    """Where readers reach them: an e-mail address, or a web address with https."""


class SiteFile(Record):
    """`site.yaml`: the site as a whole."""

    title: Text
    """The name of the site."""
    description: Text
    """One sentence for search engines and the start page."""
    maker: Maker | None = None
    """Who makes it, and how to reach them; pages say where none is given."""
    base_url: BaseUrl
    """Where the site is published, with a slash at the end; `--base-url` overrides it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1), Unique]
    """The languages, the first being the one that sources are written in."""
    fallback: LanguageCode
    """The language for readers of none of the others (hreflang `x-default`)."""
    themes: Annotated[dict[Slug, Theme], ByKey]
    """The themes of measures, in the order in which pages show them."""
    moved: dict[Address, Target] = {}
    """Addresses that are no more, each with the one that readers are led to; from a briefing's, with all below it."""


class Place(Keyed):
    """A county, city, district or zone, with an identity that lasts across briefings."""

    name: Text
    """The official name."""
    short: Text
    """The name where space is short."""
    kind: PlaceKind
    """What kind of place it is."""


class Indicator(Keyed):
    """The quantity that a figure measures."""

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
    change: Direction | None = None
    """The change that its name says, as 增速 does, so that its figures stand without the word."""
    units: Annotated[tuple[UnitId, ...], Field(min_length=1), Unique]
    """The units its figures count in; a figure in another one would compare unlike things."""
    question: QuestionId | None = None
    """The question of the comparison that its figures answer, where their kinds of claim and unit tell another."""


class Sector(Keyed):
    """An industry."""

    name: Text
    """Its name."""
    definition: Text
    """One sentence: what it takes in. An editors' note, not part of any speech."""


class Unit(Keyed):
    """A unit of measure: how the source writes it, and how each language does."""

    kind: UnitKind
    """What it measures; money, counts and the like are scaled to 万, 亿, million, billion, percentages are not."""
    a_year: Annotated[StrictInt, Field(ge=1)] | None = None
    """How often a year something happens that recurs at this interval once: 52 of every week; for graphics."""
    read: tuple[str, ...]
    """The words that may follow the number in the source; an empty one where the source may leave it off."""
    write: WrittenForms
    """For each language, patterns with `{number}` by CLDR plural category (`one`, `other`) or by value (`=1`).

    `class` writes an order of magnitude, and `several` an unstated number, where `other` would not do.
    """


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
    source: Text | None = None
    """What the definition rests on: a law, a statistical standard, or the editors' knowledge of the usage."""


class Entity(Keyed):
    """A named company, project, park, programme, policy or institution: one record however many speeches name it."""

    kind: EntityKind
    """What it is."""
    name: Text
    """Its name."""
    official: tuple[LanguageCode, ...] = ()
    """The languages, besides the source's, in which the name is an official one and not the editors' rendering."""
    description: Text | None = None
    """What it is, where the name alone does not tell: from the speeches, or marked as the editors' note."""
    aliases: dict[LanguageCode, tuple[Filled, ...]] = {}
    """Other names the speeches use."""
    party: EntityId | None = None
    """The company that it belongs to."""


class WordsFile(RootModel[dict[ListedWord, Filled]]):
    """Words with characters of numbers in them that are no numbers in this site's sources, each with the reason."""
