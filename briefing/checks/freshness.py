"""No translation and no figure goes stale unseen: whatever changed since a person looked at it is reported."""

import functools
from collections import defaultdict
from collections.abc import Iterator

from briefing.checks.references import unknown_references
from briefing.content.site import Briefing, ContentFile, ContentUnit, Path
from briefing.content.validators import NO_TEXT
from briefing.problems import Position, Problem, Rule
from briefing.reviews.status import ReviewStatus, review_statuses

RULES = (
    Rule(
        "missing-language",
        "Every text stands in every language of the site.",
        "title: {zh: 主动招商}",
        "title: {zh: 主动招商, en: Active scouting}",
    ),
    Rule(
        "stale-translation",
        "One language of a text has changed since a person looked at it, and the others have not. Bring them into line,"
        " then run build.py accept for the text or its file; a number that differs stays an error.",
        'zh: 新引进项目{new-projects}，主攻装备制造  # the last words are new\nen: "It will bring in {new-projects}"',
        'zh: 新引进项目{new-projects}，主攻装备制造\nen: "It will bring in {new-projects}, chiefly in equipment"',
    ),
    Rule(
        "changed-figure",
        "A figure has changed since a person held it against the source. Look at the paragraph again, then run build.py"
        " accept for it.",
        "period: 2023-Q1  # reviewed as 2023",
        "period: 2023",
    ),
    Rule(
        "not-reviewed",
        "Texts or figures are new, or have changed in every language, and nobody has looked at them. Have somebody who"
        " did not write them compare them with the source, then run build.py accept.",
        "a new measure, and no entry for it in reviews.yaml",
        "build.py accept content/guangan-2023/huaying.yaml --reviewer NAME",
        severity="warning",
    ),
    Rule(
        "orphan-review",
        "reviews.yaml holds a review of something that is gone or has a new id. build.py accept removes it.",
        '"measures/old-id/text": {…}',
        "build.py accept content/guangan-2023/huaying.yaml --reviewer NAME",
        severity="warning",
    ),
)
ACCEPTABLE = frozenset(rule.code for rule in RULES) - {"missing-language"}
"""The codes of problems that `build.py accept` settles."""


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Compare every text and figure with its last review, and report those that lack a language of the site."""
    not_reviewed: defaultdict[str, list[ReviewStatus]] = defaultdict(list)
    for status in review_statuses(unit):
        if status.state == "missing":
            yield from _missing_language(unit, status)
        elif status.state == "current" or _awaits_correction(unit, status):
            continue
        elif status.state in ("unrecorded", "both changed"):
            not_reviewed[status.file_name].append(status)
        else:
            yield _changed(unit, status)
    for name, statuses in not_reviewed.items():
        count = "1 text or figure" if len(statuses) == 1 else f"{len(statuses)} texts and figures"
        remedy = f"compare with the source, then: build.py accept {name} --reviewer NAME"
        message = f"{count} of this file that nobody has looked at as they stand; {remedy}"
        yield Problem(_position(statuses[0]), "not-reviewed", message)
    units = unit.shared.file("units.yaml")
    for each in unit.shared.units.values() if unit is unit.shared and units.complete else ():
        missing = [code for code in unit.codes if code not in each.write]
        if missing and each.write.keys() <= set(unit.codes):  # else one of them is misspelt, and reported
            position = units.document.at(each.id, "write")
            yield Problem(position, "missing-language", NO_TEXT.format(missing=", ".join(missing)))


def _awaits_correction(unit: ContentUnit, status: ReviewStatus) -> bool:
    """Return True if an id that is not defined is in the way: it is corrected first, and may be all that changed."""
    if status.file and status.reviewable:
        path = status.reviewable.path
        return any(each[: len(path)] == path[: len(each)] for each in _unknown_paths(unit, status.file))
    file = status.file or (unit.file if isinstance(unit, Briefing) else None)
    return bool(file and _unknown_paths(unit, file))


@functools.lru_cache(maxsize=8)
def _unknown_paths(unit: ContentUnit, file: ContentFile[object]) -> tuple[Path, ...]:
    return tuple(reference.path for reference in unknown_references(unit, file))


def _missing_language(unit: ContentUnit, status: ReviewStatus) -> Iterator[Problem]:
    """Report the languages that a text lacks; one that was refused where it stands has been reported."""
    position = _position(status)
    if absent := [code for code in unit.codes if _position(status, code) == position]:
        yield Problem(position, "missing-language", NO_TEXT.format(missing=", ".join(absent)))


def _changed(unit: ContentUnit, status: ReviewStatus) -> Problem:
    """Return the problem of what was reviewed and is gone, or of a figure or language that has changed since."""
    review, reviewable = status.review, status.reviewable
    if not review or not unit.reviews:
        raise AssertionError(status)
    if not reviewable:
        position = unit.reviews.document.at(status.file_name.rpartition("/")[2], status.key)
        return Problem(position, "orphan-review", "what was reviewed is gone; build.py accept removes the review")
    when = f"{review.reviewer} looked at it on {review.date}"
    if status.state == "figure changed":
        message = f"the figure has changed since {when}; compare it with the source, then run build.py accept"
        return Problem(_position(status), "changed-figure", message)
    changed = [code for code in unit.codes if reviewable.hashes.get(code) != review.hashes.get(code)]
    others = [code for code in unit.codes if code not in changed]
    message = (
        f"{', '.join(changed)} has changed since {when}, {', '.join(others) or 'nothing else'} has not;"
        " bring all into line, then run build.py accept"
    )
    other = _position(status, others[0]) if others else None
    return Problem(_position(status, changed[0]), "stale-translation", message, other)


def _position(status: ReviewStatus, *language: str) -> Position:
    if not status.file or not status.reviewable:
        raise AssertionError(status)
    return status.file.document.at(*status.reviewable.path, *language)
