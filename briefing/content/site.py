"""The content as every later stage reads it: what all briefings share, and one briefing.

These are the two units of a site. Each is checked and built by itself: `files` are those that people write and that the
unit is about.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from briefing.content.documents import Document, Step
from briefing.content.model import (
    BriefingFile,
    Change,
    Entity,
    Indicator,
    Language,
    Place,
    Record,
    Review,
    Sector,
    SiteFile,
    SourceParagraph,
    Speech,
    Term,
    Unit,
)
from briefing.content.summary import BriefingSummary
from briefing.content.texts import Text
from briefing.problems import Position

T_co = TypeVar("T_co", covariant=True)
Path = tuple[Step, ...]
"""Where a value stands in a file: keys and the ids of list items."""


@dataclass(frozen=True, eq=False)
class ContentFile(Generic[T_co]):
    """One file of content: its record, and the document it was read from, so that a check can point into it.

    Compared by identity, so it can be a cache key.
    """

    record: T_co
    document: Document
    name: str
    """Its path below the content folder, such as `guangan-2023/huaying.yaml`."""
    complete: bool = True
    """False if something in it was left out because it is wrong."""

    @property
    def folder(self) -> str:
        """The folder below the content folder; empty for the shared files."""
        return self.name.rpartition("/")[0]

    def texts(self) -> tuple[tuple[Path, Text], ...]:
        """Return every text with its path, in the file's order; list items are named by their ids."""
        return _texts_of(self)


ReviewsByFile = Mapping[str, Mapping[str, Review]]
"""By file of a folder and by path of ids within it."""


@dataclass(frozen=True, eq=False)
class Shared:
    """What all briefings share: `site.yaml` and the records that any briefing may use."""

    settings: SiteFile
    units: Mapping[str, Unit]
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    sectors: Mapping[str, Sector]
    glossary: Mapping[str, Term]
    entities: Mapping[str, Entity]
    files: tuple[ContentFile[Any], ...]
    """`site.yaml` and the files of the records, without reviews.yaml."""
    reviews: ContentFile[ReviewsByFile] | None
    briefing_ids: tuple[str, ...]
    """The folders that hold a briefing, by name."""
    complete: bool = True
    """False if something in the unit was left out because it is wrong."""
    summaries: tuple[BriefingSummary, ...] = ()
    """What the shared pages say of each briefing, the newest first; empty until the briefings are built."""

    @property
    def shared(self) -> Shared:
        """Itself, so that both units have it."""
        return self

    @property
    def folder(self) -> str:
        """The folder of its files below the content folder: that folder itself."""
        return ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site; the first is the one that the speeches are in."""
        return self.settings.languages

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return tuple(language.code for language in self.languages)

    @property
    def file_names(self) -> frozenset[str]:
        """The names of its files."""
        return frozenset(file.name for file in self.files)

    @property
    def complete_summaries(self) -> bool:
        """Return True if every briefing is known, with nothing left out."""
        return len(self.summaries) == len(self.briefing_ids) and all(each.complete for each in self.summaries)

    def file(self, name: str) -> ContentFile[Any]:
        """Return one of its files by name, such as `units.yaml`."""
        return next(each for each in self.files if each.name == name)

    def setting(self, *path: Step) -> Position:
        """Return where a setting stands in site.yaml."""
        return self.file("site.yaml").document.at(*path)

    def with_summaries(self, summaries: Iterable[BriefingSummary]) -> Shared:
        """Return the unit with what its pages say of the briefings."""
        return replace(self, summaries=tuple(sorted(summaries, key=lambda each: (-each.year, each.id))))


@dataclass(frozen=True, eq=False)
class Briefing:
    """One conference or edition, with its speeches in the source's order.

    Its speeches know it, and their figures, measures and mentions know their speech.
    """

    id: str
    shared: Shared
    file: ContentFile[BriefingFile]
    speech_files: tuple[ContentFile[Speech], ...]
    log: ContentFile[tuple[Change, ...]] | None = None
    """The log of its changes, if there is one."""
    entities_file: ContentFile[Mapping[str, Entity]] | None = None
    """The entities that no other briefing names, if it has a file of them."""
    source: ContentFile[Mapping[str, tuple[SourceParagraph, ...]]] | None = None
    """The index of its source; None if it is missing or wrong."""
    reviews: ContentFile[ReviewsByFile] | None = None
    """Who has looked at what; a briefing has none before the first review."""
    complete: bool = True
    """False if something in the unit was left out because it is wrong."""

    def __post_init__(self) -> None:
        for file in self.speech_files:
            file.record.attach(file, self)

    @property
    def record(self) -> BriefingFile:
        """What `briefing.yaml` says."""
        return self.file.record

    @property
    def folder(self) -> str:
        """The folder of its files below the content folder."""
        return self.id

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The speeches, in the source's order."""
        return tuple(file.record for file in self.speech_files)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity that it may name: the shared ones and its own."""
        return {**self.shared.entities, **(self.entities_file.record if self.entities_file else {})}

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed in its content, the newest first."""
        return self.log.record if self.log else ()

    @property
    def files(self) -> tuple[ContentFile[Any], ...]:
        """The files that people write: briefing.yaml, its entities, its speeches and its log."""
        return tuple(file for file in (self.file, self.entities_file, *self.speech_files, self.log) if file)

    @property
    def file_names(self) -> frozenset[str]:
        """The names of the files that its pages rest on: all except its log."""
        return frozenset(file.name for file in self.files if file is not self.log)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site; the first is the one that the speeches are in."""
        return self.shared.languages

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return self.shared.codes

    def paragraphs(self, place: str) -> tuple[SourceParagraph, ...] | None:
        """Return what the index holds of a speech, its headline first; None if there is no index to go by."""
        return self.source.record.get(place, ()) if self.source else None


ContentUnit = Briefing | Shared
"""What is checked and built by itself."""


@dataclass(frozen=True, eq=False)
class Site:
    """All the content at once, for the commands that need every briefing; a build reads one after the other."""

    shared: Shared
    briefings: tuple[Briefing, ...]
    """The newest first."""

    @property
    def units(self) -> tuple[ContentUnit, ...]:
        """The shared content and every briefing."""
        return self.shared, *self.briefings


@functools.lru_cache(maxsize=64)
def _texts_of(file: ContentFile[object]) -> tuple[tuple[Path, Text], ...]:
    """Walk through a file once, for all the checks of its texts."""
    return tuple(_texts(file.record, ()))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Text):
        yield path, value
        return
    for step, item in items_of(value):
        yield from _texts(item, (*path, step))


def items_of(value: object) -> Iterator[tuple[Step, object]]:
    """Yield what a record, mapping or list holds, each with the step that leads to it."""
    if isinstance(value, Record):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            identity = getattr(item, "identity", index)
            yield (identity if isinstance(identity, str) else index), item
