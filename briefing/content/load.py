"""Loading of the content folder: every file is read and validated, and every problem of shape has its place.

The shared content and each briefing are loaded by themselves, so that a build can take one after the other. References
between files are left to the checks.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.content import model
from briefing.content.documents import Document
from briefing.content.layout import (
    BRIEFING,
    CHANGES,
    ENTITIES,
    NOT_SPEECHES,
    REVIEWS,
    SCHEMA,
    SOURCE,
    WORDS,
    briefing_ids,
)
from briefing.content.site import Briefing, ContentFile, Shared, Site
from briefing.content.validation import validate
from briefing.content.validators import NO_SLUG, SLUG
from briefing.content.yaml_reader import read_document
from briefing.paths import leads_out, led_out
from briefing.problems import Position, Problem, UsageError, shown

SHARED: dict[str, Any] = {
    "site": model.SiteFile,
    "units": model.with_ids(model.Unit),
    "places": model.with_ids(model.Place),
    "indicators": model.with_ids(model.Indicator),
    "sectors": model.with_ids(model.Sector),
    "glossary": model.with_ids(model.Term),
    "entities": model.with_ids(model.Entity),
}
"""The files that all briefings share, by the name of the file, and what each holds."""
REMEDIES = {SOURCE: "let `build.py index TEXT` write it from the text of the speeches"}
"""The remedy for a missing file that no person writes."""
UNKNOWN: Mapping[str, Any] = {"year": 0, "places": (), "points": {}, "reasons": {}}
"""The record of a `briefing.yaml` that cannot be used, so that its speeches are checked all the same."""


def load_site(folder: Path) -> tuple[Site | None, list[Problem]]:
    """Read a whole content folder. Returns the site, None if a shared file cannot be used, and the problems of shape.

    Raises UsageError if `folder` is not a folder.
    """
    shared, problems = load_shared(folder)
    loaded = [load_briefing(folder, name, shared) for name in briefing_ids(folder)]
    problems += [problem for _, found in loaded for problem in found]
    if shared is None:
        return None, problems
    briefings = sorted((each for each, _ in loaded if each), key=lambda each: (-each.record.year, each.id))
    return Site(shared, tuple(briefings)), problems


def load_shared(folder: Path) -> tuple[Shared | None, list[Problem]]:
    """Read what all briefings share. Returns it, None if one of the files cannot be used, and the problems of shape.

    Raises UsageError if `folder` is not a folder.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder; --content names the folder that holds site.yaml")
    reader = _FileReader(folder)
    found = {name: reader.read(kind, f"{name}.yaml") for name, kind in SHARED.items()}
    reviews = reader.read(model.ReviewsFile, REVIEWS, optional=True)
    words = reader.read(model.WordsFile, WORDS, optional=True)
    ids = tuple(briefing_ids(folder))
    if not ids:
        message = "there is no briefing; write a folder with a briefing.yaml and its speeches"
        reader.problems.append(Problem(Position(shown(folder)), "no-briefing", message))
    reader.problems += reader.unnamed(sorted(set(folder.iterdir()) - {folder / name for name in ids}))
    files = {name: file for name, file in found.items() if file}
    if len(files) < len(found):
        return None, reader.problems
    records = {name: file.record for name, file in files.items()}
    shared = Shared(
        settings=records.pop("site"),
        **records,
        files=tuple(files.values()),
        reviews=reviews,
        words=words.record.root if words else {},
        briefing_ids=ids,
        complete=not reader.problems,
    )
    return shared, reader.problems


def load_briefing(folder: Path, name: str, shared: Shared | None) -> tuple[Briefing | None, list[Problem]]:
    """Read one briefing. Returns it with its problems of shape; None if its name or a shared file cannot be used.

    If `briefing.yaml` cannot be used, its file is not `usable`, and the speeches are all that lie in the folder.
    """
    reader = _FileReader(folder)
    file = reader.read(model.BriefingFile, f"{name}/{BRIEFING}", empty=model.BriefingFile.model_construct(**UNKNOWN))
    is_slug = bool(SLUG.fullmatch(name))
    if not is_slug:
        path = shown(folder / name / BRIEFING)
        message = f"the folder '{Path(path).parent.name}' {NO_SLUG}"
        reader.problems.append(Problem(Position(path), "slug", message))
    source = reader.read(model.SourceFile, f"{name}/{SOURCE}")
    entities = reader.read(model.with_ids(model.Entity), f"{name}/{ENTITIES}", optional=True, empty={})
    places, all_listed = _places(folder / name, file, shared)
    speeches = [reader.read(model.Speech, f"{name}/{place}.yaml") for place in places]
    log = reader.read(model.ChangesFile, f"{name}/{CHANGES}", optional=True)
    reviews = reader.read(model.ReviewsFile, f"{name}/{REVIEWS}", optional=True)
    if not all_listed:  # any file may be that of a place that is not known
        reader.paths.update((folder / name).glob("*"))
    reader.problems += reader.unnamed([folder / name])
    if not (shared and is_slug):
        return None, reader.problems
    briefing = Briefing(
        name,
        shared,
        file,
        tuple(speech for speech in speeches if speech),
        log,
        entities,
        source if source and source.complete else None,  # a paragraph left out would move all that follow
        reviews,
        complete=shared.complete and all_listed and not reader.problems,
    )
    return briefing, reader.problems


def load_briefing_file(folder: Path, name: str) -> model.BriefingFile | None:
    """Return the record of a `briefing.yaml` without reading the speeches; None if it cannot be used."""
    file = _FileReader(folder).read(model.BriefingFile, f"{name}/{BRIEFING}")
    return file.record if file else None


def _places(folder: Path, file: ContentFile[model.BriefingFile], shared: Shared | None) -> tuple[list[str], bool]:
    """Return the places whose speeches are read, and True if these are all that the briefing has.

    They are those of briefing.yaml that can have a file; if that file cannot be used, all that have one.
    """
    if not file.usable:
        return sorted({path.stem for path in folder.glob("*.yaml") if path.name not in NOT_SPEECHES}), False
    known = shared.places if shared and shared.file("places.yaml").complete else None
    listed = [
        place
        for place in file.record.places
        if SLUG.fullmatch(place) and (known is None or place in known) and f"{place}.yaml" not in NOT_SPEECHES
    ]
    return list(dict.fromkeys(listed)), file.complete and len(listed) == len(file.record.places)


def _begun(data: Any) -> bool:
    """Return True if any value is written in the data of a file, whose keys alone are those of a skeleton."""
    if isinstance(data, dict | list):
        return any(map(_begun, data.values() if isinstance(data, dict) else data))
    return data is not None


class _FileReader:
    """Reads the files of one unit, and collects what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.paths: set[Path] = set()
        """The files that something names."""

    def read(self, kind: Any, name: str, *, optional: bool = False, empty: Any = None) -> Any:
        """Return the content file of this name, read as `kind`; None if it cannot be used, or is optional and missing.

        If `empty` is given, a file that cannot be used has this record.
        """
        path = self.folder / name
        if optional and not os.path.lexists(path):
            return None
        self.paths.add(path)
        if not path.is_file():
            fault = (
                "what stands there is no file; move it away and" if os.path.lexists(path) else "there is no such file;"
            )
            remedy = REMEDIES.get(path.name, "write it")
            problem = Problem(Position(shown(path)), "missing-file", f"{fault} {remedy}")
            document = Document(shown(path), problems=(problem,))
        elif leads_out(path, self.folder):
            document = Document(shown(path), problems=(led_out(path),))
        else:
            document = read_document(path)
        if (one := self._not_yet(document, kind)) is not None:
            self.problems.append(one)
            return None if empty is None else ContentFile(empty, Document(document.file), name, complete=False)
        record, problems = (None, []) if document.data is None else validate(document, kind)
        self.problems += [*document.problems, *problems]
        if record is not None:
            return ContentFile(record, document, name, complete=not (document.problems or problems))
        return None if empty is None else ContentFile(empty, Document(document.file), name, complete=False)

    @staticmethod
    def _not_yet(document: Document, kind: Any) -> Problem | None:
        """Return the one problem of a file that is a draft, or that nobody has begun; None if it is neither."""
        data = document.data if isinstance(document.data, dict) else {}
        if kind is model.Speech and data.get("draft") is True:
            message = "the speech is a draft and left out of the site; when it is done, delete this line"
            return Problem(document.at("draft"), "draft", message)
        empty = {each.code for each in document.problems} == {"empty-value"}
        if empty and kind in (model.Speech, model.BriefingFile) and not _begun({**data, "place": None}):
            message = "nobody has begun this file; fill it in, write 'draft: true' to leave it out, or take it away"
            return Problem(Position(document.file), "not-begun", message)
        return None

    def unnamed(self, tops: Iterable[Path]) -> Iterator[Problem]:
        """Yield files that nothing names: they would be lost unseen. Hidden ones belong to editors' programs."""
        for top in tops:
            # What a link leads to is not part of the content.
            for path in [top] if top.is_symlink() else sorted((top, *top.rglob("*"))):
                parts = path.relative_to(self.folder).parts
                ignored = parts[0] == SCHEMA or any(part.startswith(".") for part in parts)
                if (path.is_symlink() or path.is_file()) and not ignored and path not in self.paths:
                    message = "nothing names this file; name its place in 'places' of briefing.yaml, or take it away"
                    if path.is_symlink() and len(parts) == 1:
                        message = "a link is no briefing; put the folder itself here, or take it away"
                    yield Problem(Position(shown(path)), "unnamed-file", message)
