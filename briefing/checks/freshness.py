"""No translation and no figure goes stale unseen: whatever changed since a person looked at it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.content.site import Site
from briefing.content.values import NO_TEXT
from briefing.problems import Position, Problem, Rule
from briefing.reviews.status import Standing, standings

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
CLEARED = frozenset(rule.code for rule in RULES) - {"missing-language"}
"""What is set right by a look alone."""


def check(site: Site) -> Iterator[Problem]:
    """Compare every text and figure with its last review."""
    waiting: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in standings(site):
        if standing.state in ("unrecorded", "both changed"):
            waiting[standing.name].append(standing)
        elif standing.state == "orphan":
            yield from _orphan(site, standing)
        elif standing.state == "missing":
            yield from _missing(site, standing)
        elif standing.state != "current":
            yield _changed(site, standing)
    for each in waiting.values():
        what = "1 text or figure" if len(each) == 1 else f"{len(each)} texts and figures"
        remedy = f"compare with the source, then: build.py accept {each[0].name} --reviewer NAME"
        message = f"{what} of this file that nobody has looked at as they stand; {remedy}"
        yield Problem(_position(each[0]), "not-reviewed", message)


def _changed(site: Site, standing: Standing) -> Problem:
    review = standing.review
    when = f"{review.reviewer} looked at it on {review.date}" if review else ""
    if standing.state == "figure changed":
        message = f"the figure has changed since {when}; hold it against the source, then run build.py accept"
        return Problem(_position(standing), "changed-figure", message)
    hashes, before = (standing.subject.hashes, review.hashes) if standing.subject and review else ({}, {})
    changed = [code for code in site.codes if hashes.get(code) != before.get(code)]
    others = [code for code in site.codes if code not in changed]
    message = (
        f"{', '.join(changed)} has changed since {when}, {', '.join(others) or 'nothing else'} has not;"
        " bring all into line, then run build.py accept"
    )
    other = _position(standing, others[0]) if others else None
    return Problem(_position(standing, changed[0]), "stale-translation", message, other)


def _orphan(site: Site, standing: Standing) -> Iterator[Problem]:
    folder, _, file = standing.name.rpartition("/")
    position = site.reviews[folder].document.at(file, standing.key)
    yield Problem(position, "orphan-review", "what was reviewed is gone; build.py accept removes the review")


def _missing(site: Site, standing: Standing) -> Iterator[Problem]:
    """Name the languages that the file does not have; one that was refused where it stands has been reported."""
    text = _position(standing)
    if absent := [code for code in site.codes if _position(standing, code) == text]:
        yield Problem(text, "missing-language", NO_TEXT.format(missing=", ".join(absent)))


def _position(standing: Standing, *language: str) -> Position:
    if not standing.file or not standing.subject:
        raise AssertionError(standing)
    return standing.file.document.at(*standing.subject.path, *language)
