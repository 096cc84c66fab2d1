"""Every id that names a record defined elsewhere is defined there, and every entity is defined once."""

import itertools
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from briefing.content.layout import ENTITIES
from briefing.content.model import Speech
from briefing.content.references import FoundReference, references
from briefing.content.site import Briefing, ContentFile, ContentUnit
from briefing.content.yaml_reader import MOST_PROBLEMS
from briefing.problems import Problem, Rule, did_you_mean

KINDS = {
    "place": ("places.yaml", "place: huayin", "place: huaying"),
    "indicator": ("indicators.yaml", "indicator: project-introduced", "indicator: projects-introduced"),
    "sector": ("sectors.yaml", "sector: machines", "sector: machinery"),
    "unit": ("units.yaml", "unit: projects", "unit: project"),
    "entity": ("entities.yaml", "entities: {north-prk: …}", "entities: {north-park: …}"),
    "mention": ("the entities of the speech", "entities: [south-park]", "entities: [north-park]"),
    "measure": ("the measures of the speech", "measure: scout", "measure: scouting"),
    "theme": ("the themes of site.yaml", "theme: promotions", "theme: investment-promotion"),
    "point": ("the points of briefing.yaml", "points: {approval: …}", "points: {approvals: …}"),
    "reason": ("the reasons of briefing.yaml", "reason: name", "reason: in-a-name"),
    "language": ("the languages of site.yaml", "cn: 招商", "zh: 招商"),
}
"""By kind: where its ids are defined, an id that is not defined, and one that is."""
RULES = (
    *(
        Rule(f"unknown-{kind}", f"A {kind} that is referred to is defined among {where}.", bad, good)
        for kind, (where, bad, good) in KINDS.items()
    ),
    Rule(
        "defined-twice",
        "A briefing's own entities.yaml holds entities that no other briefing names; those of several stand in the"
        " entities.yaml that all share, and in no other.",
        "guangan-2023/entities.yaml and entities.yaml both have north-park",
        "entities.yaml has north-park",
    ),
)


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report references to ids that are not defined, and entities of a briefing that the shared file defines too."""
    if isinstance(unit, Briefing) and (own := unit.entities_file):
        for name in own.record.keys() & unit.shared.entities.keys():
            message = f"{ENTITIES} of all briefings has '{name}' already; keep one of them"
            yield Problem(own.document.at(name), "defined-twice", message)
    source = unit.source if isinstance(unit, Briefing) else None
    files: list[ContentFile[Any] | None] = [*unit.files, unit.reviews, source]
    for file in [each for each in files if each]:
        for path, kind, name in itertools.islice(unknown_references(unit, file), MOST_PROBLEMS):
            message = f"the {kind} '{name}' is not defined; {did_you_mean(name, defined_ids(unit, file)[kind])}"
            yield Problem(file.document.at(*path), f"unknown-{kind}", message)


def unknown_references(unit: ContentUnit, file: ContentFile[object]) -> Iterator[FoundReference]:
    """Yield the references in a file of a unit to ids that are not defined."""
    ids = defined_ids(unit, file)
    found = references(file)
    if isinstance(unit, Briefing) and unit.source and file is unit.source:
        found = (FoundReference((place,), "place", place) for place in unit.source.record)
    return (each for each in found if each.kind in ids and each.id not in ids[each.kind])


def defined_ids(unit: ContentUnit, file: ContentFile[object]) -> Mapping[str, Collection[str]]:
    """Return the ids that a file of a unit may refer to, by kind.

    A kind is left out while a file that defines it is not complete: the ids that were left out are not known.
    """
    shared = unit.shared
    site, entities = shared.file("site.yaml"), [shared.file(ENTITIES)]
    found: list[tuple[str, list[ContentFile[Any]], Collection[str]]] = [
        ("language", [site], shared.codes),
        ("theme", [site], shared.settings.themes),
        ("place", [shared.file("places.yaml")], shared.places),
        ("indicator", [shared.file("indicators.yaml")], shared.indicators),
        ("sector", [shared.file("sectors.yaml")], shared.sectors),
        ("unit", [shared.file("units.yaml")], shared.units),
    ]
    if isinstance(unit, Briefing):
        entities += [unit.entities_file] if unit.entities_file else []
        found += [
            ("entity", entities, unit.entities),
            ("point", [unit.file], unit.record.points),
            ("reason", [unit.file], unit.record.reasons),
        ]
    if isinstance(speech := file.record, Speech):
        found += [
            ("figure", [file], speech.figures),
            ("measure", [file], {each.id for each in speech.measures}),
            ("mention", [file], speech.entities),
        ]
    return {kind: ids for kind, files, ids in found if all(each.complete for each in files)}
