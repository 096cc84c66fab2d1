"""The relations of a figure, and those that it lacks, by the cues of its paragraph.

A relation that contradicts a cue is a fault; so is one that is missing where a cue names a figure of the same paragraph
beyond doubt. A `note` sets aside what is missing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.content.model import Figure
from briefing.content.validators import UNSTATED
from briefing.numbers.cues import SINCE, SUMMED
from briefing.numbers.links import OF_SO_MANY, PART_OF, STRONGLY_OF
from briefing.numbers.periods import order, part_of

STRETCHED = {"力争", "争取", "冲刺", "奋力", "努力"}
"""Cues of a stretch goal."""
RELATED_BY = {"of": OF_SO_MANY, "part_of": PART_OF}
"""By relation, the cues that name the other figure."""
NO_SUMS = frozenset(
    {"percent", "percentage-points", "share", "multiple", "rate", "temperature", "frequency", "duration"}
)
"""Kinds of unit in which a part and the rest do not add up to the whole."""
ALIKE = ("indicator", "unit", "claim", "scope", "at")
"""The keys that are equal in the figures of a series, and in a goal and its stretch goal."""


class Fault(NamedTuple):
    """A fault of a record: the key that the cues contradict, and the problem."""

    field: str
    code: str
    message: str


def cues_of(figure: Figure) -> list[Sequence[str]]:
    """Return the cues of each place in its paragraph where a figure is stated."""
    paragraphs = figure.speech.paragraphs
    paragraph = paragraphs[figure.at] if figure.at < len(paragraphs) else None
    if not paragraph:
        return []
    all_cues = paragraph.cues or ((),) * len(paragraph.figures)
    return [cues for stated, cues in zip(paragraph.figures, all_cues, strict=True) if stated == figure.stated]


def relation_faults(figure: Figure, cues: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of the keys of, part_of, stretch_of and cumulative of a figure by the cues of one place."""
    at = figure.at
    for key, stated in _related(cues):
        related = figure.speech.figures.get(getattr(figure, key) or "")
        if related and (related.stated != stated or related.at != at):
            message = f"paragraph {at} says {figure.stated} of {stated}, not of {related.id}; correct '{key}'"
            yield Fault(key, "contradicted-of", message)
    if figure.stretch_of and not set(cues) & STRETCHED:
        message = f"paragraph {at} says nothing like 力争 of {figure.stated}; correct 'stretch_of'"
        yield Fault("stretch_of", "contradicted-of", message)
    summed = any(SUMMED.fullmatch(cue) for cue in cues)
    if summed and not figure.cumulative and part_of(figure.by or figure.period.replace(UNSTATED, "")):
        message = f"paragraph {at} says 累计 of {figure.stated}; add 'cumulative: true'"
        yield Fault("period", "contradicted-sum", message)
    elif figure.cumulative and not summed and not any(SINCE.search(cue) for cue in cues):
        message = f"paragraph {at} says nothing like 累计 of {figure.stated}; remove 'cumulative'"
        yield Fault("cumulative", "contradicted-sum", message)
    if not figure.note:
        yield from _missing(figure, cues, summed=summed)


def _related(cues: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the relations that cues name, each with the other figure as it is stated."""
    for key, pattern in RELATED_BY.items():
        yield from ((key, match[match.lastgroup or 0]) for match in map(pattern.fullmatch, cues) if match)


def _missing(figure: Figure, cues: Sequence[str], *, summed: bool) -> Iterator[Fault]:
    """Yield a fault for each relation that the cues name and the figure does not have."""
    others = [each for each in figure.speech.figures.values() if each.at == figure.at and each is not figure]
    strong = [cue for cue in cues if STRONGLY_OF.search(cue) or PART_OF.fullmatch(cue)]
    for key, stated in _related(strong):
        like = [each for each in others if each.stated == stated and (key == "of" or _is_whole(each, figure))]
        if len(like) == 1 and not getattr(figure, key):
            yield _lacks(figure, f"{figure.stated} of {stated}", f"{key}: {like[0].id}")
    series = [each for each in others if all(getattr(each, key) == getattr(figure, key) for key in ALIKE)]
    stretched = set(cues) & STRETCHED
    goals = [each for each in series if each.due == figure.due and each.stretch_of != figure.id]
    for goal in goals if stretched and not figure.stretch_of else ():
        if (
            goal.due == figure.due
            and goal.ends < figure.ends
            and not any(STRETCHED & {*each} for each in cues_of(goal))
        ):
            yield _lacks(figure, f"{'、'.join(sorted(stretched))} of {figure.stated}", f"stretch_of: {goal.id}")
    until = [cue for cue in cues if cue.endswith(("末", "底"))]
    if until and not summed and not figure.cumulative and part_of(figure.period):
        earlier = [each for each in series if part_of(each.period) and order(each.period) < order(figure.period)]
        if any(each.ends < figure.ends for each in earlier) and not any(each.ends > figure.ends for each in earlier):
            yield _lacks(figure, f"{'、'.join(until)} of {figure.stated}, more than before", "cumulative: true")


def _is_whole(whole: Figure, part: Figure) -> bool:
    """Return True if one figure can be a part of another: of one unit that can be added up, and no larger."""
    unit = part.speech.briefing.shared.units.get(part.unit)
    return bool(unit and unit.kind not in NO_SUMS and part.unit == whole.unit and part.ends[0] <= whole.ends[1])


def _lacks(figure: Figure, words: str, key: str) -> Fault:
    message = f"paragraph {figure.at} says {words}; add '{key}', or say in 'note' why not"
    return Fault("stated", "missing-relation", message)
