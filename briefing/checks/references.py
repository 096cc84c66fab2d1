"""Every id that names a record defined elsewhere is defined there, and every entity is defined once."""

from collections.abc import Iterator

from briefing.content.layout import ENTITIES
from briefing.content.site import Briefing, ContentUnit
from briefing.content.yaml_reader import MOST_PROBLEMS
from briefing.problems import Problem, did_you_mean
from briefing.queries.references import defined_ids, referring_files, unknown_references


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report references to ids that are not defined, and entities of a briefing that the shared file defines too."""
    if isinstance(unit, Briefing) and (own := unit.entities_file):
        for name in own.record.keys() & unit.shared.entities.keys():
            message = f"{ENTITIES} of all briefings has '{name}' already; keep one of them"
            yield Problem(own.document.at(name), "defined-twice", message)
    for file in referring_files(unit):
        for path, kind, name in unknown_references(unit, file)[:MOST_PROBLEMS]:
            message = f"the {kind} '{name}' is not defined; {did_you_mean(name, defined_ids(unit, file)[kind])}"
            yield Problem(file.document.at(*path), f"unknown-{kind}", message)
