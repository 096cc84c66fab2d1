"""`build.py accept`: record that a person has looked at texts and figures."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.checks import check_site
from briefing.checks.freshness import ACCEPTABLE
from briefing.content.layout import REVIEWS
from briefing.content.load import load_site
from briefing.content.model import Record
from briefing.editor.site import usable
from briefing.editor.status import statuses_of
from briefing.engine.reports import severity
from briefing.paths import write_whole
from briefing.problems import ContentError, Problem, UsageError, did_you_mean
from briefing.reviews.records import Look, accepted, reviews_yaml
from briefing.reviews.status import ReviewStatus, same_person


def today() -> str:
    """Return the present day where the reviewer is, in ISO form."""
    return dt.date.today().isoformat()  # noqa: DTZ011 - it is the reviewer's day


def accept(content: Path, targets: Sequence[str], look: Look) -> list[ReviewStatus]:
    """Record that a person has looked at texts and figures: those of a file, with an id, or all.

    Returns those that were not current before. Raises ContentError if a check finds an error in a file concerned, since
    no look can make a wrong number right, or in reviews, which are written anew; UsageError if a target names nothing,
    the day has not come, or the reviewer wrote a speech concerned.
    """
    loaded = load_site(content)
    site = usable(loaded)
    statuses = statuses_of(site)
    # the clock may be slow: today is at least the day of the latest review
    if look.date > (latest := max((today(), *(each.review.date for each in statuses if each.review)))):
        raise UsageError(f"{look.date} has not come yet; it is {latest}")
    chosen = _named(statuses, targets) if targets else statuses
    if errors := _errors_in(chosen, (*loaded[1], *check_site(site))):
        raise ContentError(errors)
    changed = [status for status in chosen if status.state != "current"]
    own = dict.fromkeys(status.file_name for status in changed if same_person(status.editor or "", look.reviewer))
    if own and not look.alone:
        message = (
            f"{look.reviewer} is the editor of {' and '.join(own)}, and who wrote may not accept; let another person"
            " compare it, or say with --alone that none has: then the pages say so too"
        )
        raise UsageError(message)
    for unit in site.units:
        if in_unit := [status for status in changed if status.folder == unit.folder]:
            write_whole(content / unit.folder / REVIEWS, reviews_yaml(accepted(unit, in_unit, look)))
    return changed


def _errors_in(chosen: Sequence[ReviewStatus], problems: Sequence[Problem]) -> list[Problem]:
    """Return the errors in the files of texts and figures, and in reviews, that a review does not remove."""
    files = {status.file.document.file for status in chosen if status.file}
    return [
        problem
        for problem in problems
        if (problem.position.file in files or problem.position.file.endswith(REVIEWS))
        and problem.code not in ACCEPTABLE
        and severity(problem) == "error"
    ]


def _named(statuses: Sequence[ReviewStatus], targets: Sequence[str]) -> list[ReviewStatus]:
    """Return the texts and figures that targets name: by the path or name of their file, or by an id above them."""
    by_name = defaultdict[str, list[ReviewStatus]](list)
    for status in statuses:
        for name in _names(status):
            by_name[name].append(status)
    for target in targets:
        if target not in by_name:
            raise UsageError(f"there is no file or id '{target}'; {did_you_mean(target, by_name)}")
        files = dict.fromkeys(each.file_name for each in by_name[target])
        if target not in files and len(files) > 1:
            raise UsageError(f"'{target}' stands in {' and '.join(files)}; name one of these files")
    return [status for target in targets for status in by_name[target]]


def _names(status: ReviewStatus) -> set[str]:
    """Return the names of a text or figure: its file, its path of ids, its own id; the name of a field is none."""
    names = {status.file_name, status.file_name.rpartition("/")[2], status.key}
    record, steps = status.file.record if status.file else None, status.key.split("/")
    ids = set(steps[:1] if isinstance(record, Mapping | tuple) else steps[1:2])
    fields = type(record).model_fields.keys() if isinstance(record, Record) else set()
    return names | {status.file.document.file if status.file else ""} | (ids - fields - {"text"})
