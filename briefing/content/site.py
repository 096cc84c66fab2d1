"""The content as every later stage reads it: that which all briefings share, and each briefing.

These are the two units of a site. Each is checked and built by itself: `files` are those that people write and that the
unit is about.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from briefing.content import model
from briefing.content.documents import Document, Step
from briefing.content.summary import BriefingSummary
from briefing.content.texts import Text
from briefing.content.values import Id
from briefing.problems import Position

T_co = TypeVar("T_co", covariant=True)
Path = tuple[Step, ...]
"""Where a value stands in a file: keys and the ids of list items."""
ReviewsByFile = Mapping[str, Mapping[str, model.Review]]
"""By file of a folder and by path of ids within it."""


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
    def usable(self) -> bool:
        """False if the whole file is wrong; the record then says nothing."""
        return self.complete or self.document.data is not None

    def texts(self) -> tuple[tuple[Path, Text], ...]:
        """Return every text with its path, in the file's order; list items are named by their ids."""
        return _texts_of(self)


@dataclass(frozen=True, eq=False)
class Shared:
    """The content that all briefings share: `site.yaml` and the records that any briefing may use."""

    settings: model.SiteFile
    units: Mapping[str, model.Unit]
    places: Mapping[str, model.Place]
    indicators: Mapping[str, model.Indicator]
    sectors: Mapping[str, model.Sector]
    glossary: Mapping[str, model.Term]
    entities: Mapping[str, model.Entity]
    files: tuple[ContentFile[Any], ...]
    """`site.yaml` and the files of the records, without reviews.yaml."""
    reviews: ContentFile[ReviewsByFile] | None
    words: Mapping[str, str]
    """Words with characters of numbers in them that are no numbers in its sources, each with the reason."""
    briefing_ids: tuple[str, ...]
    folder: ClassVar[str] = ""
    """The folder of its files below the content folder: that folder itself."""
    complete: bool = True
    """False if something in the unit was left out because it is wrong."""
    summaries: tuple[BriefingSummary, ...] = ()
    """What the shared pages say of each briefing, the newest first; empty until the briefings are built."""

    @property
    def shared(self) -> Shared:
        """Itself, so that both units have it."""
        return self

    @property
    def languages(self) -> tuple[model.Language, ...]:
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
        """True if every briefing is known, with nothing left out."""
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
    file: ContentFile[model.BriefingFile]
    speech_files: tuple[ContentFile[model.Speech], ...]
    log: ContentFile[tuple[model.Change, ...]] | None = None
    """The log of its changes, if there is one."""
    entities_file: ContentFile[Mapping[str, model.Entity]] | None = None
    """The entities that no other briefing names, if it has a file of them."""
    source: ContentFile[Mapping[str, tuple[model.SourceParagraph, ...]]] | None = None
    """The index of its source; None if it is missing or wrong."""
    reviews: ContentFile[ReviewsByFile] | None = None
    """Who has looked at what; a briefing has none before the first review."""
    complete: bool = True
    """False if something in the unit was left out because it is wrong."""

    def __post_init__(self) -> None:
        for file in self.speech_files:
            file.record.attach(file, self)

    @property
    def record(self) -> model.BriefingFile:
        """The record of `briefing.yaml`."""
        return self.file.record

    @property
    def folder(self) -> str:
        """The folder of its files below the content folder."""
        return self.id

    @cached_property
    def speeches(self) -> tuple[model.Speech, ...]:
        """The speeches, in the source's order."""
        return tuple(file.record for file in self.speech_files)

    @cached_property
    def entities(self) -> Mapping[str, model.Entity]:
        """Every entity that it may name: the shared ones and its own."""
        return {**self.shared.entities, **(self.entities_file.record if self.entities_file else {})}

    @property
    def changes(self) -> tuple[model.Change, ...]:
        """The changes of its content, the newest first."""
        return self.log.record if self.log else ()

    @property
    def files(self) -> tuple[ContentFile[Any], ...]:
        """The files that people write: briefing.yaml, its entities, its speeches and its log, if they can be used."""
        files = (self.file, self.entities_file, *self.speech_files, self.log)
        return tuple(file for file in files if file and file.usable)

    @property
    def file_names(self) -> frozenset[str]:
        """The names of the files that its pages rest on: all except its log."""
        return frozenset(file.name for file in self.files if file is not self.log)

    @property
    def languages(self) -> tuple[model.Language, ...]:
        """The languages of the site; the first is the one that the speeches are in."""
        return self.shared.languages

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return self.shared.codes


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
    return tuple((path, value) for path, value in values_in(file.record) if isinstance(value, Text))


def values_in(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield a value and everything in it with its path, and each key of a mapping that is a reference."""
    yield path, value
    for step, item in items_of(value):
        if isinstance(step, Id) and isinstance(value, Mapping):
            yield (*path, step), step
        yield from values_in(item, (*path, step))


def items_of(value: object) -> Iterable[tuple[Step, object]]:
    """Return the contents of a record, mapping or list, each with the step that leads to it; none of other values."""
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, tuple):
        names = (getattr(item, "identity", None) for item in value)
        return ((name if isinstance(name, str) else index, value[index]) for index, name in enumerate(names))
    return value if isinstance(value, model.Record) and not isinstance(value, Text) else ()
