"""What the program writes among the content, and reads again."""

from typing import Annotated

from pydantic import Field

from briefing.content.model.base import Record
from briefing.content.values import Date, FileName, Filled, Hash, IdPath, LanguageCode, PlaceId


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


ReviewsFile = dict[FileName, dict[IdPath, Review]]
"""`reviews.yaml`: reviews by file of its folder and by the path of ids within it, which `build.py accept` writes."""
