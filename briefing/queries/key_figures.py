"""The key figures of a speech: those that a reader of the place asks for first."""

from collections.abc import Sequence

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.queries.comparison import OPEN_BOUNDS

ORDER = ("target", "plan", "incentive", "commitment", "actual", "context")
"""The claims, those that a reader comes for first."""
MOST = 6
"""More figures than a reader takes in at once."""


def key_figures(briefing: Briefing, speech: Speech, most: int = MOST) -> Sequence[Figure]:
    """Return at most so many figures of a speech, one of each indicator, in the order of their importance.

    Targets come before plans and those before other claims; of one claim, money before other units, what has a date
    before what has none, wholes before parts and details, and then the order of the editor.
    """
    units = briefing.shared.units

    def importance(figure: Figure) -> tuple[object, ...]:
        detail = figure.part_of or figure.of or figure.stretch_of or briefing.shared.indicators[figure.indicator].each
        return (
            ORDER.index(figure.claim),
            bool(detail) or figure.bound in OPEN_BOUNDS,
            units[figure.unit].kind != "money",
            figure.due == UNSTATED,
        )

    first_of_each: dict[str, Figure] = {}
    for figure in sorted(speech.standing, key=importance):
        first_of_each.setdefault(figure.indicator, figure)
    return list(first_of_each.values())[:most]
