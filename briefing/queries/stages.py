"""Projects by stage, from introduction to completion, as far as the speeches count them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.content.values import STAGES
from briefing.numbers.numerals import decimal
from briefing.numbers.periods import order
from briefing.queries.comparison import OPEN_BOUNDS


@dataclass(frozen=True)
class StageProjects:
    """The projects that a speech counts at one stage."""

    stage: str
    count: Figure
    amount: Figure | None
    """The sum of money that the speech gives for the same projects together."""


def size(figure: Figure) -> Decimal:
    """Return the upper end of a figure; 0 if it is below 0 or gives no number."""
    return max(decimal(figure.ends[1]), Decimal(0)) if figure.bound not in OPEN_BOUNDS else Decimal(0)


def projects_by_stage(briefing: Briefing) -> Sequence[StageProjects]:
    """Return the projects of each speech in the order of their stages, and within a stage in that of their periods."""
    found: list[StageProjects] = []
    for speech in briefing.speeches:
        counts: list[tuple[str, Figure]] = []
        amounts: dict[Figure, Figure] = {}
        for figure in speech.standing:
            indicator = briefing.shared.indicators[figure.indicator]
            if indicator.stage and figure.unit == indicator.units[0]:  # its other units do not count projects
                counts.append((indicator.stage, figure))
            if figure.of and not indicator.each and briefing.shared.units[figure.unit].kind == "money":
                amounts.setdefault(speech.figures[figure.of], figure)
        counts.sort(key=lambda each: (STAGES.index(each[0]), order(each[1].due)))
        found += (StageProjects(stage, count, amounts.get(count)) for stage, count in counts)
    return found
