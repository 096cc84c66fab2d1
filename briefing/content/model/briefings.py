"""The files of a briefing except its speeches; of these, the program writes `source.yaml` and `reviews.yaml`."""

from typing import Annotated, Self

from pydantic import Field, StrictInt, model_validator

from briefing.content.records import Keyed, Record
from briefing.content.texts import Markdown, Text
from briefing.content.validators import wrong
from briefing.content.values import (
    ByKey,
    Date,
    FileName,
    Filled,
    Hash,
    IdPath,
    LanguageCode,
    ParagraphNumber,
    PlaceId,
    QuestionId,
    Slug,
    ThemeId,
    Unique,
)


class Source(Record):
    """Where a briefing's speeches come from."""

    title: Text
    """What the source is, described."""
    publisher: Text
    """Who published it."""
    compiler: Text
    """Who compiled it."""


class Point(Keyed):
    """A subject that the comparison shows in words."""

    name: Text
    """The column's heading."""
    theme: ThemeId
    """The theme it belongs to."""
    question: QuestionId = "support"
    """The question of the comparison that it answers."""


class Reason(Keyed):
    """Why numbers of the source are no figures of the site."""

    name: Text
    """The reason in a few words."""


class BriefingFile(Record):
    """`briefing.yaml`: one conference or edition."""

    title: Text
    """The heading of the comparison."""
    short: Text
    """The name in navigation."""
    year: Annotated[StrictInt, Field(ge=1900, le=2999)]
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
    """What the comparison shows in words, in order."""
    reasons: Annotated[dict[Slug, Reason], ByKey] = {}
    """Why numbers of the source are left out, for the `left_out` of the speeches."""
    method: Markdown
    """Markdown: the source, how it was summarised, what its limits are."""


class Change(Record):
    """An entry of the log of changes, kept by hand."""

    id: Slug
    """Its name in addresses and in the feed, the same in every language, and never changed."""
    date: Date
    """The day it was published, in quotes; the newest entry comes first."""
    text: Text
    """What changed, and why, in a sentence or two."""
    figures: dict[PlaceId, Annotated[tuple[Slug, ...], Field(min_length=1), Unique]] = {}
    """By place, the figures whose value has changed; what is new or gone is told in words only."""


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
    cues: tuple[tuple[Filled, ...], ...] = ()
    """For each of its figures, the words that say when and how sure it is, and what it belongs to; or none at all."""

    @model_validator(mode="after")
    def _cues_of_each_figure(self) -> Self:
        if self.cues and len(self.cues) != len(self.figures):
            raise wrong(
                "value",
                "'cues' has {cues} lists for {figures} figures; run build.py index",
                cues=len(self.cues),
                figures=len(self.figures),
            )
        return self


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
    paragraphs: dict[ParagraphNumber, Hash] = {}
    """The hash of each paragraph of the source that it rests on."""
    reviewer: Filled
    """Who looked."""
    alone: bool = False
    """Whether nobody has looked but the one who wrote it."""
    date: Date
    """When."""


ReviewsFile = dict[FileName, dict[IdPath, Review]]
"""`reviews.yaml`: reviews by file of its folder and by the path of ids within it, which `build.py accept` writes."""
