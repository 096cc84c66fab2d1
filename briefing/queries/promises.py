"""The announcements of each speech for its year: those due in a period, those that recur, and the undated."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.numbers.numerals import decimal
from briefing.numbers.periods import order
from briefing.queries import grouped
from briefing.queries.due_dates import AHEAD
from briefing.queries.periods import block


class Promises(NamedTuple):
    """The targets, plans, incentives and commitments of one speech; results and background are not among them."""

    periods: Mapping[str, Sequence[Figure]]
    """By period or deadline (`2023-Q1`, `../2023-09`), the first to end first; of this year or later.

    A deadline at the end of the year is as good as the year.
    """
    recurring: Sequence[Figure]
    """Those that give an interval, the most frequent first."""
    undated: Sequence[Figure]


def promises(briefing: Briefing) -> Mapping[Speech, Promises]:
    """Return the announcements of each speech."""
    found, year = {}, str(briefing.record.year)
    for speech in briefing.speeches:
        blocks = grouped((each for each in speech.standing if each.claim in AHEAD), block)
        ahead = [each for key in ("part", "year", "later") for each in blocks.get(key, ())]
        dated = grouped(ahead, lambda each: year if each.by == year else each.due)
        found[speech] = Promises(
            {due: dated[due] for due in sorted(dated, key=order)},
            sorted(blocks.get("recurring", ()), key=times, reverse=True),
            blocks.get("none", ()),
        )
    return found


def times(figure: Figure) -> int:
    """Return how often a year something recurs at the interval of a figure; 0 if its unit does not say."""
    unit, interval = figure.speech.briefing.shared.units[figure.unit], decimal(figure.ends[1])
    return int(unit.a_year / interval) if unit.a_year and interval > 0 else 0
