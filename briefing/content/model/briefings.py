"""What `briefing.yaml` and `changes.yaml` may say."""

from typing import Annotated

from pydantic import Field

from briefing.content.model.base import Keyed, Record
from briefing.content.texts import Markdown, Text
from briefing.content.values import ByKey, Date, PlaceId, Slug, ThemeId, Unique, Year


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
