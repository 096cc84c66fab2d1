"""Every record that others may use is used: the rest is a slip of an id, or left behind."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.content.site import Briefing, ContentFile, ContentUnit
from briefing.problems import Problem, Rule
from briefing.queries.usage import used_by

RULES = (
    Rule(
        "unused",
        "An entity or sector that no speech names, an indicator or unit of no figure, a term that no text in the"
        " source's language holds is a slip of an id, or left behind. Use it or remove it.",
        "entities.yaml has north-park, and no speech names it",
        "entities:\n  north-park:\n    at: 2",
        severity="warning",
    ),
)


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report shared records that no briefing uses, and entities of a briefing's own file that it does not name.

    Nothing is reported while content has errors, or of a kind while one of its ids is not defined: that may be a slip
    of any.
    """
    used = {name: set(ids) for name, ids in used_by(unit).items()}
    files: Mapping[str, ContentFile[Any]] = {name: unit.shared.file(f"{name}.yaml") for name in used}
    known = {name: file.record.keys() for name, file in files.items()}
    complete = unit.complete
    if isinstance(unit, Briefing):
        files = {"entities": unit.entities_file} if unit.entities_file else {}
        known["entities"] = unit.entities.keys()
    else:
        complete = complete and unit.complete_summaries
        for name, ids in used.items():
            ids.update(*(each.used.get(name, ()) for each in unit.summaries))
    for name, file in files.items() if complete else ():
        for record in file.record.keys() - used[name] if used[name] <= known[name] else ():
            message = f"nothing uses '{record}' of {file.name}; use it or remove it"
            yield Problem(file.document.at(record), "unused", message)
