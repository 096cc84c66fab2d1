"""Every record that others may use is used: the rest is a slip of an id, or left behind."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.content.site import Briefing, ContentFile, ContentUnit
from briefing.problems import Problem
from briefing.queries.references import all_defined
from briefing.queries.usage import used_by


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report shared records that no briefing uses, and entities of a briefing's own file that it does not name.

    Nothing is reported while something is left out as wrong, an id that is referred to is not defined, or an entity is
    defined twice: then it is not known which records are used.
    """
    files: Mapping[str, ContentFile[Any]] = {file.name.removesuffix(".yaml"): file for file in unit.shared.files}
    summaries = unit.shared.summaries
    complete = unit.complete and (isinstance(unit, Briefing) or unit.complete_summaries)
    if isinstance(unit, Briefing):
        files, summaries = {"entities": unit.entities_file} if unit.entities_file else {}, ()
    used = used_by(unit) if files and complete and all_defined(unit) else {}
    for name in used.keys() & files.keys():
        file, ids = files[name], used[name].union(*(summary.used[name] for summary in summaries))
        for record in file.record.keys() - ids:
            message = f"nothing uses '{record}' of {file.name}; use it or remove it"
            yield Problem(file.document.at(record), "unused", message)
