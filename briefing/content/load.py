"""content/ -> records: every file read and validated, every problem of shape with its file, line and column.

What all briefings share and each briefing are read by themselves, so that a build can take one after the other. What a
file says of other files, such as the ids it refers to, is the matter of the checks.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefing.content.documents import Document
from briefing.content.layout import BRIEFING, CHANGES, ENTITIES, NOT_SPEECHES, REVIEWS, SCHEMA, SOURCE, briefing_ids
from briefing.content.model import (
    BriefingFile,
    ChangesFile,
    Entity,
    Indicator,
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
from briefing.content.site import Briefing, ContentFile, Shared, Site
from briefing.content.validation import validate
from briefing.content.validators import NO_SLUG, SLUG
from briefing.content.yaml_reader import read_document
from briefing.paths import leads_out, led_out
from briefing.problems import Position, Problem, UsageError, shown

SHARED: dict[str, Any] = {
    "site": SiteFile,
    "units": with_ids(Unit),
    "places": with_ids(Place),
    "indicators": with_ids(Indicator),
    "sectors": with_ids(Sector),
    "glossary": with_ids(Term),
    "entities": with_ids(Entity),
}
"""The files that all briefings share, by the name of the file, and what each holds."""
REMEDIES = {SOURCE: "let `build.py index TEXT` write it from the text of the speeches"}
"""What to do about a missing file, if not to write it."""


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
        message = f"{folder} is not a folder; --content names the folder that holds site.yaml"
        raise UsageError(message)
    reader = _FileReader(folder)
    files = {name: reader.read(kind, f"{name}.yaml") for name, kind in SHARED.items()}
    reviews = reader.read_if_there(ReviewsFile, REVIEWS)
    ids = tuple(briefing_ids(folder))
    if not ids:
        message = "there is no briefing; write a folder with a briefing.yaml and its speeches"
        reader.problems.append(Problem(Position(shown(folder)), "no-briefing", message))
    reader.problems += reader.unnamed(sorted(set(folder.iterdir()) - {folder / name for name in ids}))
    known = tuple(file for file in files.values() if file)
    if len(known) < len(files):
        return None, reader.problems
    settings, *records = (file.record for file in known)
    by_name = dict(zip(list(SHARED)[1:], records, strict=True))
    complete = not reader.problems
    return Shared(
        settings, **by_name, files=known, reviews=reviews, briefing_ids=ids, complete=complete
    ), reader.problems


def load_briefing(folder: Path, name: str, shared: Shared | None) -> tuple[Briefing | None, list[Problem]]:
    """Read one briefing. Returns it, None if it or a shared file cannot be used, and its problems of shape."""
    reader = _FileReader(folder)
    file = reader.read(BriefingFile, f"{name}/{BRIEFING}")
    is_slug = bool(SLUG.fullmatch(name))
    if not is_slug:
        path = Path(shown(folder / name / BRIEFING))
        reader.problems.append(Problem(Position(path.as_posix()), "slug", f"the folder '{path.parent.name}' {NO_SLUG}"))
    source = reader.read(SourceFile, f"{name}/{SOURCE}")
    entities = reader.read_if_there(with_ids(Entity), f"{name}/{ENTITIES}", empty={})
    places, all_listed = _places(folder / name, file, shared)
    speeches = [reader.read(Speech, f"{name}/{place}.yaml") for place in places]
    log = reader.read_if_there(ChangesFile, f"{name}/{CHANGES}")
    reviews = reader.read_if_there(ReviewsFile, f"{name}/{REVIEWS}")
    reader.problems += reader.unnamed([folder / name], passing_over=() if all_listed else (folder / name,))
    if not (shared and file and is_slug):
        return None, reader.problems
    return Briefing(
        name,
        shared,
        file,
        tuple(speech for speech in speeches if speech),
        log,
        entities,
        source if source and source.complete else None,  # a paragraph left out would move all that follow
        reviews,
        complete=shared.complete and all_listed and not reader.problems,
    ), reader.problems


def load_briefing_file(folder: Path, name: str) -> BriefingFile | None:
    """Return what the `briefing.yaml` of a briefing says, without its speeches; None if it cannot be used."""
    file = _FileReader(folder).read(BriefingFile, f"{name}/{BRIEFING}")
    return file.record if file else None


def _places(folder: Path, file: ContentFile[BriefingFile] | None, shared: Shared | None) -> tuple[list[str], bool]:
    """Return the places whose speeches are read, and whether these are all that the briefing has.

    They are those of briefing.yaml that can have a file; if that file cannot be used, all that have one.
    """
    if file is None:
        return sorted({path.stem for path in folder.glob("*.yaml") if path.name not in NOT_SPEECHES}), False
    known = shared.places if shared and shared.file("places.yaml").complete else None
    listed = [
        place
        for place in file.record.places
        if SLUG.fullmatch(place) and (known is None or place in known) and f"{place}.yaml" not in NOT_SPEECHES
    ]
    return list(dict.fromkeys(listed)), file.complete and len(listed) == len(file.record.places)


class _FileReader:
    """Reads the files of one unit, and collects what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self._paths: set[Path] = set()

    def read(self, kind: Any, name: str) -> ContentFile[Any] | None:
        """Read one file as `kind`; None if it is missing or too little of it can be used."""
        document = self._document(self.folder / name)
        self.problems += document.problems
        if document.data is None:
            return None
        record, problems = validate(document, kind)
        self.problems += problems
        complete = not (document.problems or problems)
        return None if record is None else ContentFile(record, document, name, complete)

    def read_if_there(self, kind: Any, name: str, *, empty: Any = None) -> ContentFile[Any] | None:
        """Read a file that a unit needs only sometimes; one that cannot be used holds `empty`, if that is given."""
        if not os.path.lexists(self.folder / name):
            return None
        file = self.read(kind, name)
        unusable = ContentFile(empty, Document(shown(self.folder / name)), name, complete=False)
        return unusable if file is None and empty is not None else file

    def unnamed(self, folders: Iterable[Path], *, passing_over: Iterable[Path] = ()) -> Iterator[Problem]:
        """Find files that nothing names: they would be lost unseen. Hidden ones belong to editors' programs."""
        for path in (each for folder in folders for each in _everything_below(folder)):
            parts = path.relative_to(self.folder).parts
            ignored = parts[0] == SCHEMA or any(part.startswith(".") for part in parts) or path.parent in passing_over
            if (path.is_symlink() or path.is_file()) and not ignored and path not in self._paths:
                message = "nothing names this file; name its place in 'places' of briefing.yaml, or take it away"
                yield Problem(Position(shown(path)), "unnamed-file", message)

    def _document(self, path: Path) -> Document:
        self._paths.add(path)
        if path.is_file() and leads_out(path, self.folder):
            return Document(shown(path), problems=(led_out(path),))
        if path.is_file():
            return read_document(path)
        remedy = REMEDIES.get(path.name, "write it")
        occupied = path.exists() or path.is_symlink()
        fault = "what stands there is no file; move it away and" if occupied else "there is no such file;"
        return Document(shown(path), problems=(Problem(Position(shown(path)), "missing-file", f"{fault} {remedy}"),))


def _everything_below(folder: Path) -> list[Path]:
    """Return a file or folder with all that lies in it; what a link leads to is not part of the content."""
    return [folder] if folder.is_symlink() else sorted((folder, *folder.rglob("*")))
