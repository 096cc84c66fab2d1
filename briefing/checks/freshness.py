"""Every text has every language, and each text and figure that has changed since a person looked at it is reported."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from briefing.content.site import ContentFile, ContentUnit, Path
from briefing.content.validators import NO_TEXT
from briefing.problems import Position, Problem
from briefing.queries.references import unknown_references
from briefing.reviews.status import ReviewStatus, review_statuses

ACCEPTABLE = frozenset({"not-reviewed", "changed-figure", "changed-paragraph", "stale-translation", "orphan-review"})
"""The codes of problems that `build.py accept` settles."""


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report missing languages, and compare every text and figure with its last review."""
    yield from missing_languages(unit)
    not_reviewed: defaultdict[str, list[ReviewStatus]] = defaultdict(list)
    for status in review_statuses(unit):
        review, reviewable = status.review, status.reviewable
        if status.state in ("current", "missing") or _awaits_correction(unit, status):
            continue
        if status.state in ("unrecorded", "both changed"):
            not_reviewed[status.file_name].append(status)
        elif unit.reviews and not reviewable:
            position = unit.reviews.document.at(status.file_name.rpartition("/")[2], status.key)
            yield Problem(position, "orphan-review", "what was reviewed is gone; build.py accept removes the review")
        elif review and status.state == "paragraph changed":
            paragraphs = ", ".join(status.changed_paragraphs)
            when = f"{review.reviewer} looked at it on {review.date}"
            message = f"paragraph {paragraphs} has changed since {when}; compare again, then run build.py accept"
            yield Problem(_position(status), "changed-paragraph", message)
        elif review and status.state == "figure changed":
            when = f"{review.reviewer} looked at it on {review.date}"
            message = f"the figure has changed since {when}; compare it with the source, then run build.py accept"
            yield Problem(_position(status), "changed-figure", message)
        elif review and reviewable:
            when = f"{review.reviewer} looked at it on {review.date}"
            changed = [code for code in unit.codes if reviewable.hashes.get(code) != review.hashes.get(code)]
            others = [code for code in unit.codes if code not in changed]
            message = (
                f"{', '.join(changed)} has changed since {when}, {', '.join(others) or 'nothing else'} has not;"
                " bring all into line, then run build.py accept"
            )
            other = _position(status, others[0]) if others else None
            yield Problem(_position(status, changed[0]), "stale-translation", message, other)
    for name, statuses in not_reviewed.items():
        count = "1 text or figure" if len(statuses) == 1 else f"{len(statuses)} texts and figures"
        remedy = f"compare with the source, then: build.py accept {name} --reviewer NAME"
        message = f"{count} of this file that nobody has looked at as they stand; {remedy}"
        yield Problem(_position(statuses[0]), "not-reviewed", message)


def missing_languages(unit: ContentUnit) -> Iterator[Problem]:
    """Report the languages that a text or unit of measure lacks; one that was refused there has been reported."""
    units = unit.shared.file("units.yaml")
    written: list[tuple[ContentFile[object], Path, Collection[str]]]
    written = [(file, path, text.words) for file in unit.files for path, text in file.texts()]
    for each in unit.shared.units.values() if unit is unit.shared and units.complete else ():
        if each.write.keys() <= set(unit.codes):  # else one of them is misspelt, and reported
            written.append((units, (each.id, "write"), each.write))
    for file, path, words in written:
        at = file.document.at
        if missing := [code for code in unit.codes if code not in words and at(*path, code) == at(*path)]:
            yield Problem(at(*path), "missing-language", NO_TEXT.format(missing=", ".join(missing)))


def _awaits_correction(unit: ContentUnit, status: ReviewStatus) -> bool:
    """Return True if an id that is not defined is in the way: it is corrected first, and may be all that changed."""
    file, path = status.file or unit.files[0], status.reviewable.path if status.reviewable else ()
    return any(each.path[: len(path)] == path[: len(each.path)] for each in unknown_references(unit, file))


def _position(status: ReviewStatus, *language: str) -> Position:
    if not status.file or not status.reviewable:
        raise AssertionError(status)
    return status.file.document.at(*status.reviewable.path, *language)
