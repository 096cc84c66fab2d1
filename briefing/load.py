"""content/ -> model: every file read and validated, every problem of shape with its file, line and column.

The shared files are read first, because the names they define are what the other files may refer to. A file with
problems is repaired in memory by leaving out what is wrong, so that the checks of meaning can still look at the
rest of it.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing.documents import Document, Step, read_document
from briefing.model import (
    SLUG,
    BriefingFile,
    Entity,
    Indicator,
    Keyed,
    Language,
    Place,
    Sector,
    SiteFile,
    Speech,
    Term,
    Unit,
    with_ids,
)
from briefing.problems import Problem, UsageError
from briefing.shape import explain, path_of

T = TypeVar("T")
Names = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """A record with the document it was read from, so that a check can point into the file."""

    record: T
    document: Document
    whole: bool = True
    """Whether nothing was left out for being wrong."""


@dataclass(frozen=True)
class Briefing:
    """One conference or edition, with its speeches in the source's order."""

    id: str
    file: Loaded[BriefingFile]
    speeches: tuple[Loaded[Speech], ...]

    @property
    def record(self) -> BriefingFile:
        """What `briefing.yaml` says."""
        return self.file.record


@dataclass(frozen=True)
class Site:
    """Everything in content/, typed. `documents` holds every file read, by its name in problems."""

    settings: SiteFile
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    sectors: Mapping[str, Sector]
    units: Mapping[str, Unit]
    glossary: Mapping[str, Term]
    entities: Mapping[str, Entity]
    briefings: tuple[Briefing, ...]
    speeches: tuple[Loaded[Speech], ...]
    documents: Mapping[str, Document]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the source's first."""
        return self.settings.languages


@dataclass
class Loading:
    """A load under way: what was read, what is wrong so far, and the names that references may use."""

    folder: Path
    names: dict[str, Sequence[str]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    speeches: list[Loaded[Speech]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, file: str) -> Document:
        """Read one file below the content folder; one that is missing is a problem."""
        name = f"{self.folder.name}/{file}"
        path = self.folder / file
        if not path.is_file():
            problem = Problem(Document(name, "", None).at(), "missing-file", "there is no such file; write it")
            document = Document(name, "", None, (problem,))
        else:
            document = read_document(path, name)
        self.documents[file] = document
        self.problems += document.problems
        return document

    def validate(self, kind: Any, document: Document, names: Names | None = None) -> Any:
        """Return the document's data as `kind`, without the parts that are wrong; None where nothing can be kept."""
        adapter, context = TypeAdapter[Any](kind), {**self.names, **(names or {})}
        if document.data is None:
            return None
        try:
            return adapter.validate_python(document.data, context=context)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            self.problems += explain(document, errors, adapter)
            return _salvage(adapter, document.data, errors, context)


def load(folder: Path) -> tuple[Site | None, list[Problem]]:
    """Read a content folder. The site is None where a file that everything rests on cannot be used.

    Raises UsageError where `folder` is not a folder.
    """
    if not folder.is_dir():
        message = f"{folder} is not a folder; --content names the folder that holds site.yaml"
        raise UsageError(message)
    loading = Loading(folder)
    shared = _shared(loading)
    briefings = [
        _briefing(loading, path.name) for path in sorted(folder.iterdir()) if (path / "briefing.yaml").exists()
    ]
    loading.problems += _unnamed(loading)
    if any(part is None for part in shared.values()):
        return None, loading.problems
    kept = sorted((each for each in briefings if each), key=lambda each: (-each.record.year, each.id))
    speeches = tuple(loading.speeches)
    return Site(**shared, briefings=tuple(kept), speeches=speeches, documents=loading.documents), loading.problems


SHARED: dict[str, type[Keyed]] = {
    "places": Place,
    "indicators": Indicator,
    "sectors": Sector,
    "units": Unit,
    "glossary": Term,
    "entities": Entity,
}
SINGULAR = {
    "places": "place",
    "indicators": "indicator",
    "sectors": "sector",
    "units": "unit",
    "entities": "entity",
}


def _shared(loading: Loading) -> dict[str, Any]:
    site = loading.read("site.yaml")
    loading.names["language"] = names_in(site.data, "languages", "code")
    loading.names["theme"] = names_in(site.data, "themes")
    settings = loading.validate(SiteFile, site)
    shared = {"settings": settings}
    loading.problems += _unknown_locales(site, settings.languages if settings else ())
    for name, kind in SHARED.items():
        document = loading.read(f"{name}.yaml")
        if isinstance(document.data, dict) and name in SINGULAR:
            loading.names[SINGULAR[name]] = list(document.data)
        shared[name] = loading.validate(with_ids(kind), document)
    return shared


def _unknown_locales(document: Document, languages: Iterable[Language]) -> Iterator[Problem]:
    for number, language in enumerate(languages):
        try:
            Locale.parse(language.locale)
        except (UnknownLocaleError, ValueError):
            place = document.at("languages", number, "locale")
            message = f"CLDR knows no locale '{language.locale}'; write it like en_GB or zh_Hans_CN"
            yield Problem(place, "unknown-locale", message)


def _briefing(loading: Loading, name: str) -> Briefing | None:
    """Read one briefing and its speeches; the speeches also where `briefing.yaml` itself is wrong."""
    document = loading.read(f"{name}/briefing.yaml")
    if not SLUG.fullmatch(name):
        message = (
            f"the folder '{name}' is not a slug; use a-z, 0-9 and single hyphens, as it becomes part of an address"
        )
        loading.problems.append(Problem(document.at(), "slug", message))
    record: BriefingFile | None = loading.validate(BriefingFile, document)
    points = names_in(document.data, "points")
    places = [place for place in names_in(document.data, "places") if place in loading.names.get("place", ())]
    speeches = [_speech(loading, f"{name}/{place}.yaml", points) for place in dict.fromkeys(places)]
    kept = tuple(speech for speech in speeches if speech)
    loading.speeches += kept
    return Briefing(name, Loaded(record, document), kept) if record else None


def _speech(loading: Loading, file: str, points: list[str]) -> Loaded[Speech] | None:
    document = loading.read(file)
    own = {"point": points, "measure": names_in(document.data, "measures", "id")}
    before = len(loading.problems)
    speech: Speech | None = loading.validate(Speech, document, own)
    return Loaded(speech, document, whole=not document.problems and before == len(loading.problems)) if speech else None


def names_in(data: Any, key: str, name: str = "") -> list[str]:
    """Return the names that raw data defines under a key, whatever else is wrong with it.

    They are the keys of a mapping, the items of a list, or what each item has under `name`.
    """
    items = data.get(key) if isinstance(data, dict) else None
    if name and isinstance(items, list):
        items = [item.get(name) for item in items if isinstance(item, dict)]
    return [item for item in items if isinstance(item, str)] if isinstance(items, dict | list) else []


def _unnamed(loading: Loading) -> Iterator[Problem]:
    """Find files that nothing names: they would be lost without a word. Hidden ones belong to editors' programs."""
    for path in sorted(loading.folder.rglob("*")):
        name = path.relative_to(loading.folder).as_posix()
        if path.is_file() and not path.name.startswith(".") and name not in loading.documents:
            place = Document(f"{loading.folder.name}/{name}", "", None).at()
            message = "nothing names this file; name its place in 'places' of briefing.yaml, or take it away"
            yield Problem(place, "unnamed-file", message)


def _salvage(adapter: TypeAdapter[Any], data: Any, errors: Sequence[ErrorDetails], context: Mapping[str, Any]) -> Any:
    """Validate what remains once everything wrong is left out; None where too little does.

    What an error points at goes; where that leaves a record without a key it must have, the record goes, and so on.
    """
    kept = copy.deepcopy(data)
    while errors:
        paths = {path[:-1] if each["type"] == "missing" else path for each in errors for path in [path_of(each)]}
        if () in paths:
            return None
        for path in sorted(paths, key=_deepest_and_last_first):
            _remove(kept, path)
        try:
            return adapter.validate_python(kept, context=context)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _deepest_and_last_first(path: tuple[Step, ...]) -> tuple[int, list[int]]:
    return -len(path), [-step for step in path if isinstance(step, int)]


def _remove(data: Any, path: tuple[Step, ...]) -> None:
    """Take out what stands at a path, which may be gone with something else already."""
    with contextlib.suppress(LookupError, TypeError):
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]
