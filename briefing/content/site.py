"""The whole content, typed: what loading yields and everything after it reads."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

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
from briefing.content.summary import Card
from briefing.content.texts import Text
from briefing.problems import Position

T_co = TypeVar("T_co", covariant=True)
Path = tuple[Step, ...]


@dataclass(frozen=True, eq=False)
class Loaded(Generic[T_co]):
    """What one file says, with the document it was read from, so that a check can point into the file.

    It is equal to nothing but itself, so that what is known of a file can be kept by it.
    """

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

    def texts(self) -> tuple[tuple[Path, Text], ...]:
        """Return every text with its path, in the file's order; items are named by their ids, never by position."""
        return _texts_of(self)


@dataclass(frozen=True)
class Briefing:
    """One conference or edition, with its speeches in the source's order."""

    id: str
    file: Loaded[BriefingFile]
    speeches: tuple[Loaded[Speech], ...]
    log: Loaded[tuple[Change, ...]] | None = None
    """The log of its changes, where there is one."""
    named: Loaded[Mapping[str, Entity]] | None = None
    """The entities that no other briefing names, where it has a file of them."""

    @property
    def files(self) -> frozenset[str]:
        """The names of the files that it is made of, its log aside."""
        return frozenset(loaded.name for loaded in (self.file, self.named, *self.speeches) if loaded)

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
    """Everything in content/, or a part of it: what all briefings share, with all of them, with one, or with none.

    A part is checked and rendered by itself: `files` are those that people write and that the part is about;
    `common` are those that all parts share; `speeches` are those of all its briefings.
    """

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
    common: tuple[Loaded[object], ...]
    files: tuple[Loaded[object], ...]
    whole: bool
    """Whether nothing was left out for being wrong."""
    several: bool = False
    """Whether the content holds several briefings, this part aside."""
    cards: tuple[Card, ...] = ()
    """What the part without a briefing says of each briefing."""

    def of(self, folder: str) -> Site:
        """Return the part that is about the briefing in one folder, or its files where `briefing.yaml` is wrong."""
        briefings = tuple(each for each in self.briefings if each.id == folder)
        named = {name: entity for each in briefings if each.named for name, entity in each.named.record.items()}
        files = tuple(each for each in self.files if each.folder == folder)
        speeches = tuple(each for each in self.speeches if each.folder == folder)
        entities = {**self.entities, **named}
        return replace(self, briefings=briefings, files=files, speeches=speeches, entities=entities)

    def shared_part(self, cards: Iterable[Card], *, whole: bool) -> Site:
        """Return the part that is about what the briefings share, and lists them, the newest first.

        `whole` says whether these are the cards of all briefings.
        """
        ordered = tuple(sorted(cards, key=lambda each: (-each.year, each.id)))
        known = self.whole and whole and all(card.whole for card in ordered)
        return replace(self, briefings=(), speeches=(), files=self.common, cards=ordered, whole=known)

    def setting(self, *path: Step) -> Position:
        """Return where a setting stands in site.yaml."""
        (document,) = (loaded.document for loaded in self.common if loaded.name == "site.yaml")
        return document.at(*path)

    @property
    def folders(self) -> frozenset[str]:
        """The folders of its files; that of the shared ones is empty."""
        return frozenset(loaded.folder for loaded in self.files)

    @property
    def everything(self) -> tuple[Loaded[object], ...]:
        """All the files it can see: those it is about, and those that all parts share."""
        return (*self.common, *(loaded for loaded in self.files if loaded.folder))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the source's first."""
        return self.settings.languages

    @property
    def shared(self) -> frozenset[str]:
        """The names of the files that all briefings share."""
        return frozenset(loaded.name for loaded in self.common)

    @property
    def codes(self) -> tuple[str, ...]:
        """Their codes."""
        return tuple(language.code for language in self.languages)

    def paragraphs(self, speech: Loaded[Speech]) -> tuple[SourceParagraph, ...] | None:
        """Return what the index holds of a speech, its headline first; None where there is no index to go by."""
        source = self.sources.get(speech.folder)
        return source.record.get(speech.record.place, ()) if source else None


@functools.lru_cache(maxsize=64)
def _texts_of(loaded: Loaded[object]) -> tuple[tuple[Path, Text], ...]:
    """Walk through a file once, for all the checks of its texts."""
    return tuple(_texts(loaded.record, ()))


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
