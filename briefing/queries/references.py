"""References of a unit: the ids that its files may refer to, and those they refer to that are not defined."""

import functools
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from briefing.content.layout import ENTITIES
from briefing.content.model import Speech
from briefing.content.site import Briefing, ContentFile, ContentUnit, Path, values_in
from briefing.content.texts import Text
from briefing.content.values import Id


class FoundReference(NamedTuple):
    """An id in a file: where it stands, the kind of record it names, such as `unit`, and the id itself."""

    path: Path
    kind: str
    id: str


def all_defined(unit: ContentUnit) -> bool:
    """Return True if every id that a unit refers to is defined, and no entity is defined twice."""
    own = unit.entities_file.record if isinstance(unit, Briefing) and unit.entities_file else {}
    unknown = any(unknown_references(unit, file) for file in referring_files(unit))
    return not unknown and not own.keys() & unit.shared.entities.keys()


def referring_files(unit: ContentUnit) -> Iterator[ContentFile[Any]]:
    """Yield the files of a unit that refer to ids: those that people write, its reviews and its source index."""
    source = unit.source if isinstance(unit, Briefing) else None
    return (file for file in (*unit.files, unit.reviews, source) if file)


@functools.lru_cache(maxsize=64)
def unknown_references(unit: ContentUnit, file: ContentFile[object]) -> tuple[FoundReference, ...]:
    """Return the references in a file of a unit to ids that are not defined; cached for the checks."""
    ids = defined_ids(unit, file)
    found: list[FoundReference] = []
    for path, value in values_in(file.record):
        if isinstance(value, Id):
            found.append(FoundReference(path, value.kind, value))
        elif isinstance(value, Text):
            found += [FoundReference((*path, code), "language", code) for code in value.words]
    return tuple(each for each in found if each.kind in ids and each.id not in ids[each.kind])


def defined_ids(unit: ContentUnit, file: ContentFile[object]) -> Mapping[str, Collection[str]]:
    """Return the ids that a file of a unit may refer to, by kind.

    A kind is left out while a file that defines it is not complete: the ids that were left out are not known.
    """
    shared, speech = unit.shared, file.record
    names = {"place": "places.yaml", "indicator": "indicators.yaml", "sector": "sectors.yaml", "unit": "units.yaml"}
    files = {kind: shared.file(name) for kind, name in names.items()}
    ids: dict[str, Collection[str]] = {kind: each.record for kind, each in files.items() if each.complete}
    if shared.file("site.yaml").complete:
        ids |= {"language": shared.codes, "theme": shared.settings.themes}
    own = unit.entities_file if isinstance(unit, Briefing) else None
    if all(each.complete for each in (shared.file(ENTITIES), own) if each):
        ids["entity"] = unit.entities
    if isinstance(unit, Briefing) and unit.file.complete:
        ids |= {"point": unit.record.points, "reason": unit.record.reasons}
    if isinstance(speech, Speech) and file.complete:
        measures = {each.id for each in speech.measures}
        ids |= {"figure": speech.figures, "measure": measures, "mention": speech.entities}
    return ids
