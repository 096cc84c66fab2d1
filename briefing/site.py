"""The whole content, typed: what loading yields and everything after it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.documents import Document, Step
from briefing.model import (
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
from briefing.texts import Text

T_co = TypeVar("T_co", covariant=True)
Path = tuple[Step, ...]


@dataclass(frozen=True)
class Loaded(Generic[T_co]):
    """What one file says, with the document it was read from, so that a check can point into the file."""

    record: T_co
    document: Document
    name: str
    """The file's name below the content folder, which is the same wherever the folder lies."""
    whole: bool = True
    """Whether nothing was left out for being wrong."""

    @property
    def folder(self) -> str:
        """The folder below the content folder; empty for the shared files."""
        return self.name.rpartition("/")[0]

    def texts(self) -> Iterator[tuple[Path, Text]]:
        """Yield every text with its path, in the file's order; items are named by their ids, never by position."""
        return _texts(self.record, ())


@dataclass(frozen=True)
class Briefing:
    """One conference or edition, with its speeches in the source's order."""

    id: str
    file: Loaded[BriefingFile]
    speeches: tuple[Loaded[Speech], ...]
    log: Loaded[tuple[Change, ...]] | None = None
    """The log of its changes, where there is one."""

    @property
    def files(self) -> frozenset[str]:
        """The names of the files that it is made of."""
        return frozenset({self.file.name, *(loaded.name for loaded in self.speeches)})

    @property
    def record(self) -> BriefingFile:
        """What `briefing.yaml` says."""
        return self.file.record

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed in its content, the newest first."""
        return self.log.record if self.log else ()


@dataclass(frozen=True)
class Site:
    """Everything in content/. `files` are those that people write, `speeches` those of all briefings."""

    settings: SiteFile
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    sectors: Mapping[str, Sector]
    units: Mapping[str, Unit]
    glossary: Mapping[str, Term]
    entities: Mapping[str, Entity]
    briefings: tuple[Briefing, ...]
    speeches: tuple[Loaded[Speech], ...]
    sources: Mapping[str, Loaded[Mapping[str, tuple[SourceParagraph, ...]]]]
    """The index of the source of each briefing that has one."""
    reviews: Mapping[str, Loaded[Mapping[str, Mapping[str, Review]]]]
    """What people have looked at, by folder; a folder has none before the first review."""
    files: tuple[Loaded[object], ...]
    whole: bool
    """Whether nothing was left out for being wrong."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the source's first."""
        return self.settings.languages

    @property
    def shared(self) -> frozenset[str]:
        """The names of the files that all briefings share."""
        return frozenset(loaded.name for loaded in self.files if not loaded.folder)

    @property
    def codes(self) -> tuple[str, ...]:
        """Their codes."""
        return tuple(language.code for language in self.languages)

    def paragraphs(self, speech: Loaded[Speech]) -> tuple[SourceParagraph, ...] | None:
        """Return what the index holds of a speech, its headline first; None where there is no index to go by."""
        source = self.sources.get(speech.folder)
        return source.record.get(speech.record.place, ()) if source else None


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Text):
        yield path, value
        return
    for step, item in _items(value):
        yield from _texts(item, (*path, step))


def _items(value: object) -> Iterator[tuple[Step, object]]:
    if isinstance(value, Record):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from ((getattr(item, "identity", index), item) for index, item in enumerate(value))
