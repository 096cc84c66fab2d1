"""The figures of a speech that a reader is to see first."""

from collections.abc import Sequence
from operator import attrgetter

from briefing.content.model import Figure, Speech
from briefing.content.values import CLAIMS
from briefing.queries import grouped
from briefing.queries.due_dates import AHEAD

MOST_FACTS = 6


def key_facts(speech: Speech) -> Sequence[Figure]:
    """Return at most six figures of a speech, those that an investor asks for first.

    Targets come first, among them those in money; then money that is planned or promised; then the other claims in
    their order; in each, what is of the place comes before what is of each project or for some of them, and what has a
    date before what has none. Of an indicator only the first figure counts, and
    none that the speech corrects, or that is a part of another. Among equals the order of the speech decides, so that
    nothing is ranked by its size.
    """
    units, indicators = speech.briefing.shared.units, speech.briefing.shared.indicators
    whole = [each for each in speech.standing if each.part_of is None and each.stretch_of is None]

    def order(figure: Figure) -> tuple[bool, bool, bool, int, bool]:
        money = units[figure.unit].kind == "money" and figure.claim in AHEAD
        detail = indicators[figure.indicator].each or figure.of is not None
        return figure.claim != "target", detail, not money, CLAIMS.index(figure.claim), figure.undated

    firsts = (figures[0] for figures in grouped(sorted(whole, key=order), attrgetter("indicator")).values())
    return sorted(firsts, key=order)[:MOST_FACTS]
