"""Due dates: what speeches announce for a period, what they say recurs at an interval, and what they give no date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Measure, Speech
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.markup.prose import cited
from briefing.numbers.periods import has_passed, order
from briefing.queries import grouped

AHEAD = ("target", "plan", "incentive", "commitment")
"""The claims about the future; a result is not due."""

BySpeech = Mapping[Speech, Sequence[Figure | Measure]]
"""The announcements of each speech: its figures, then the measures that say more than those figures."""


@dataclass(frozen=True)
class Calendar:
    """The due dates of a briefing, as stated: nothing is calculated from an interval or a period."""

    periods: Mapping[str, BySpeech]
    """By period or deadline, in the order of their ends, and of those with the same end the shorter first."""
    intervals: Mapping[Figure, BySpeech]
    """By interval, the shortest first; the key is the first figure that states the interval."""
    undated: BySpeech
    """The figures of any claim that have neither a period nor an interval."""
    dated: int
    """The number of figures and measures that are due in a stated period."""
    recurring: int
    """The number of figures that say that something recurs."""

    def passed(self, day: str) -> frozenset[str]:
        """Return the periods that have ended before a day: that of the last review, so that no clock is asked."""
        return frozenset(period for period in self.periods if has_passed(period, day))


def calendar(briefing: Briefing) -> Calendar:
    """Return the due dates of a briefing."""
    dated: list[Figure | Measure] = []
    recurring: list[Figure] = []
    undated: list[Figure] = []
    frequencies = [name for name, unit in briefing.shared.units.items() if unit.kind == "frequency"]
    for speech in briefing.speeches:
        figures = [each for each in speech.standing if each.claim in AHEAD and each.due != UNSTATED]
        said = {(figure.id, figure.due) for figure in figures}
        dated += figures
        dated += [each for each in speech.measures if each.due != UNSTATED and not said & restated(each)]
        recurring += [figure for figure in speech.standing if figure.unit in frequencies]
        undated += [each for each in speech.standing if each.undated]
    periods = grouped(dated, lambda each: each.due)
    intervals = grouped(recurring, lambda each: (frequencies.index(each.unit), each.ends[0]))
    return Calendar(
        {period: grouped(periods[period], lambda each: each.speech) for period in sorted(periods, key=order)},
        {intervals[key][0]: grouped(intervals[key], lambda each: each.speech) for key in sorted(intervals)},
        grouped(undated, lambda each: each.speech),
        len(dated),
        len(recurring),
    )


def restated(measure: Measure) -> set[tuple[str, str]]:
    """Return the figures that a measure cites, each with its period: with them it is one announcement."""
    return {(figure, measure.due) for text in measure.text.words.values() for figure in cited(text)}
