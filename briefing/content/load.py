"""content/ -> site: every file read and validated, every problem of shape with its file, line and column.

The shared files are read first, because the names they define are what the other files may refer to. A file with
problems is repaired in memory by leaving out what is wrong, so that the checks of meaning can still look at the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefing.content.documents import MOST_PROBLEMS, Document, read_document
from briefing.content.model import (
    BriefingFile,
    Change,
    ChangesFile,
    Entity,
    Indicator,
    Keyed,
    Place,
    ReviewsFile,
    Sector,
    SiteFile,
    SourceFile,
    Speech,
    Term,
    Unit,
    with_ids,
)
from briefing.content.salvage import adapter_of, salvage
from briefing.content.shape import explain
from briefing.content.site import Briefing, Loaded, Site
from briefing.content.summary import Card
from briefing.content.values import NO_SLUG, SLUG
from briefing.engine.fingerprints import SCHEMA, briefing_folders
from briefing.problems import Position, Problem, UsageError, leads_out, led_out, shown
from briefing.queries.usage import listed

REVIEWS, SOURCE = "reviews.yaml", "source.yaml"
"""What the program writes among the content."""
CHANGES, ENTITIES = "changes.yaml", "entities.yaml"
OWN_FILES = ("briefing.yaml", SOURCE, REVIEWS, CHANGES, ENTITIES)
"""The files of a briefing that are no speeches."""
REMEDIES = {SOURCE: "let `build.py index TEXT` write it from the text of the speeches"}

Names = dict[str, Sequence[str] | None]
"""The names that references may use, by kind; None where the file that defines them cannot be read."""


@dataclass
class Loading:
    """A load under way: what was read, what is wrong so far, and the names that are written and that are usable."""

    folder: Path
    written: Names = field(default_factory=dict)
    usable: Names = field(default_factory=dict)
    seen: set[Path] = field(default_factory=set)
    unlisted: set[Path] = field(default_factory=set)
    files: list[Loaded[Any]] = field(default_factory=list)
    speeches: list[Loaded[Speech]] = field(default_factory=list)
    sources: dict[str, Loaded[Any]] = field(default_factory=dict)
    reviews: dict[str, Loaded[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, file: str) -> Document:
        """Read one file below the content folder; one that is missing is a problem."""
        path = self.folder / file
        self.seen.add(path)
        if path.is_file() and leads_out(path, self.folder):
            document = Document(shown(path), problems=(led_out(path),))
        elif path.is_file():
            document = read_document(path)
        else:
            remedy = REMEDIES.get(path.name, "write it")
            there = path.exists() or path.is_symlink()
            what = "what stands there is no file; move it away and" if there else "there is no such file;"
            missing = Problem(Position(shown(path)), "missing-file", f"{what} {remedy}")
            document = Document(shown(path), problems=(missing,))
        self.problems += document.problems
        return document

    def load(self, kind: Any, file: str, document: Document, **own: Sequence[str] | None) -> Loaded[Any] | None:
        """Return what a file says as `kind`, less what is wrong; None where too little remains.

        References are judged by the names that are written; what refers to a record that was left out is left out too.
        """
        if document.data is None:
            return None
        adapter = adapter_of(kind)
        try:
            record = adapter.validate_python(document.data, context={**self.written, **own})
        except ValidationError as error:
            errors = error.errors(include_url=False)
            self.problems += explain(document, errors[:MOST_PROBLEMS], adapter)
            if len(errors) > MOST_PROBLEMS:
                return None
        else:
            if self.usable == self.written:
                return Loaded(record, document, file, whole=not document.problems)
        record, whole = salvage(adapter, document.data, {**self.usable, **own})
        return Loaded(record, document, file, whole=whole and not document.problems) if record is not None else None

    def write(self, kind: Any, file: str, document: Document, **own: Sequence[str] | None) -> Loaded[Any] | None:
        """Load a file that people write, whose texts and figures are to be checked."""
        loaded = self.load(kind, file, document, **own)
        self.files += [loaded] if loaded else []
        return loaded

    def write_if_there(self, kind: Any, file: str) -> Loaded[Any] | None:
        """Load a file that people write where it is needed only."""
        exists = os.path.lexists(self.folder / file)
        return self.write(kind, file, self.read(file)) if exists else None

    def fork(self) -> Loading:
        """Return a load that begins with all that is known here, and leaves this one as it is."""
        forked = Loading(self.folder, dict(self.written), dict(self.usable))
        forked.files, forked.reviews = list(self.files), dict(self.reviews)
        return forked

    def define(self, kind: str, written: Sequence[str] | None, usable: Sequence[str] | None) -> None:
        """Say which names of one kind references may use."""
        self.written[kind], self.usable[kind] = written, usable


def load(folder: Path) -> tuple[Site | None, list[Problem]]:
    """Read a content folder. The site is None where a file that everything rests on cannot be used.

    Raises UsageError where `folder` is not a folder.
    """
    shared = Shared(folder)
    site, problems = shared.with_briefings(briefing_folders(folder))
    return site, [*shared.problems, *problems]


class Shared:
    """What all briefings share, read once; the briefings are read with it, some or all of them.

    Raises UsageError where `folder` is not a folder.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            message = f"{folder} is not a folder; --content names the folder that holds site.yaml"
            raise UsageError(message)
        self._loading = Loading(folder)
        self._records = _shared(self._loading)
        _reviews(self._loading, "")
        self._folders = {folder / name for name in briefing_folders(folder)}
        if not self._folders:
            message = "there is no briefing; write a folder with a briefing.yaml and its speeches"
            self._loading.problems.append(Problem(Position(shown(folder)), "no-briefing", message))
        self._loading.problems += _unnamed(self._loading, sorted(set(folder.iterdir()) - self._folders))

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the shared files."""
        return self._loading.problems

    def card(self, name: str) -> Card | None:
        """Return the card of a briefing as far as `briefing.yaml` alone tells; None where that is wrong."""
        loading = self._loading.fork()
        loaded = loading.write(BriefingFile, file := f"{name}/briefing.yaml", loading.read(file))
        return listed(name, loaded.record, loaded.record.places) if loaded else None

    def with_briefings(self, names: Iterable[str]) -> tuple[Site | None, list[Problem]]:
        """Read briefings. Returns the site with these, None where a shared file cannot be used, and their problems."""
        loading = self._loading.fork()
        briefings = [each for name in names if (each := _briefing(loading, loading.folder / name))]
        if any(part is None for part in self._records.values()):
            return None, loading.problems
        kept = sorted(briefings, key=lambda each: (-each.record.year, each.id))
        return Site(
            **self._records,
            briefings=tuple(kept),
            speeches=tuple(loading.speeches),
            sources=loading.sources,
            reviews=loading.reviews,
            common=tuple(self._loading.files),
            files=tuple(loading.files),
            whole=not (self.problems or loading.problems),
            several=len(self._folders) > 1,
        ), loading.problems


SHARED: dict[str, tuple[str, type[Keyed]]] = {
    "units": ("unit", Unit),
    "places": ("place", Place),
    "indicators": ("indicator", Indicator),
    "sectors": ("sector", Sector),
    "glossary": ("term", Term),
    "entities": ("entity", Entity),
}
"""The shared files: what a reference calls one of their records, and what that is. Indicators name units."""


def _shared(loading: Loading) -> dict[str, Any]:
    document = loading.read("site.yaml")
    languages = _names(document.data, "languages", "code")
    loading.define("language", languages, languages)
    settings = loading.write(SiteFile, "site.yaml", document, language=languages)
    loading.define("theme", _names(document.data, "themes"), list(settings.record.themes) if settings else None)
    shared = {"settings": settings.record if settings else None}
    for name, (singular, kind) in SHARED.items():
        document = loading.read(f"{name}.yaml")
        loaded = loading.write(with_ids(kind), f"{name}.yaml", document)
        loading.define(singular, _names(document.data), list(loaded.record) if loaded else None)
        shared[name] = loaded.record if loaded else None
    return shared


def _briefing(loading: Loading, folder: Path) -> Briefing | None:
    """Read one briefing and its speeches; the speeches also where `briefing.yaml` itself is wrong."""
    document = loading.read(file := f"{folder.name}/briefing.yaml")
    named_right = bool(SLUG.fullmatch(folder.name))
    if not named_right:
        message = f"the folder '{Path(document.file).parent.name}' {NO_SLUG}"
        loading.problems.append(Problem(Position(document.file), "slug", message))
    loaded = loading.write(BriefingFile, file, document)
    source = loading.load(SourceFile, file := f"{folder.name}/{SOURCE}", loading.read(file))
    if source and source.whole:  # a paragraph left out would move all that follow
        loading.sources[folder.name] = source
    named = _entities(loading, folder.name)
    speeches = _speeches(loading, folder, document)
    log = _changes(loading, folder.name)
    _reviews(loading, folder.name)
    loading.problems += _unnamed(loading, [folder])
    return Briefing(folder.name, loaded, speeches, log, named) if loaded and named_right else None


def _speeches(loading: Loading, folder: Path, document: Document) -> tuple[Loaded[Speech], ...]:
    """Read the speeches of the places that `briefing.yaml` lists."""
    places, known = _names(document.data, "places"), loading.written["place"]
    listed = [place for place in places or () if _may_speak(place, known)]
    if places is None or len(listed) < len(places):
        loading.unlisted.add(folder)
    own = {"point": _names(document.data, "points"), "reason": _names(document.data, "reasons") or []}
    found = (_speech(loading, f"{folder.name}/{place}.yaml", own) for place in dict.fromkeys(listed))
    return tuple(speech for speech in found if speech)


def _may_speak(place: str, known: Sequence[str] | None) -> bool:
    """Say whether a listed place can have a file of its own; if not, that is reported where it is listed."""
    return bool(SLUG.fullmatch(place)) and (known is None or place in known) and f"{place}.yaml" not in OWN_FILES


OWN_NAMES = {"figure": ("figures", ""), "measure": ("measures", "id"), "mention": ("entities", "")}
"""What a speech may refer to within itself: where its names stand."""


def _speech(loading: Loading, file: str, own: Mapping[str, Sequence[str] | None]) -> Loaded[Speech] | None:
    document = loading.read(file)
    names = {kind: _names(document.data, key, name) for kind, (key, name) in OWN_NAMES.items()}
    speech = loading.write(Speech, file, document, **own, **names)
    loading.speeches += [speech] if speech else []
    return speech


def _changes(loading: Loading, folder: str) -> Loaded[tuple[Change, ...]] | None:
    """Read the log of a briefing's changes; a briefing begins without the file."""
    return loading.write_if_there(ChangesFile, f"{folder}/{CHANGES}")


def _entities(loading: Loading, folder: str) -> Loaded[Mapping[str, Entity]] | None:
    """Read the entities that only this briefing names, where it has a file of them; its speeches may name both."""
    loaded = loading.write_if_there(with_ids(Entity), f"{folder}/{ENTITIES}")
    if loaded:
        shared = loading.written["entity"] or ()
        for name in loaded.record.keys() & set(shared):
            message = f"{ENTITIES} of all briefings has '{name}' already; keep one of them"
            loading.problems.append(Problem(loaded.document.at(name), "defined-twice", message))
        written, usable = _names(loaded.document.data) or (), tuple(loaded.record)
        loading.define("entity", [*shared, *written], [*(loading.usable["entity"] or ()), *usable])
    return loaded


def _reviews(loading: Loading, folder: str) -> None:
    """Read what people have looked at in a folder; it begins without the file."""
    file = f"{folder}/{REVIEWS}".lstrip("/")
    if os.path.lexists(loading.folder / file) and (loaded := loading.load(ReviewsFile, file, loading.read(file))):
        loading.reviews[folder] = loaded


def _names(data: Any, key: str = "", name: str = "") -> list[str] | None:
    """Return the names that raw data defines, whatever else is wrong with it; None where there is nothing to read.

    They are the keys of a mapping, the items of a list, or what each item has under `name`.
    """
    items = data if not key else data.get(key) if isinstance(data, dict) else None
    if name and isinstance(items, list):
        items = [item.get(name) for item in items if isinstance(item, dict)]
    return [item for item in items if isinstance(item, str)] if isinstance(items, dict | list) else None


def _unnamed(loading: Loading, folders: Iterable[Path]) -> Iterator[Problem]:
    """Find files that nothing names: they would be lost without a word. Hidden ones belong to editors' programs."""
    for path in (each for folder in folders for each in _below(folder)):
        parts = path.relative_to(loading.folder).parts
        ours = parts[0] == SCHEMA or any(part.startswith(".") for part in parts)
        there = path.is_symlink() or path.is_file()
        if there and not ours and path not in loading.seen and path.parent not in loading.unlisted:
            message = "nothing names this file; name its place in 'places' of briefing.yaml, or take it away"
            yield Problem(Position(shown(path)), "unnamed-file", message)


def _below(folder: Path) -> Sequence[Path]:
    """Return a file or folder with all that lies in it; where a link leads is no part of the content."""
    return [folder] if folder.is_symlink() else sorted((folder, *folder.rglob("*")))
