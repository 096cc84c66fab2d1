"""What is due when: what speeches say of a period, and what they say recurs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.content.model import Figure, Measure, Speech
from briefing.content.site import Briefing, Site
from briefing.content.values import UNSTATED
from briefing.i18n.catalogs import marked as _
from briefing.numbers.periods import order
from briefing.render.page import Page, of_briefing

AHEAD = ("target", "plan", "incentive", "commitment")
"""The claims about what is to come; a result is not due."""


@dataclass(frozen=True)
class Due:
    """What one speech says of a period, or of an interval: its figures and its measures."""

    speech: Speech
    figures: tuple[Figure, ...]
    measures: tuple[Measure, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.figures) + len(self.measures)


@dataclass(frozen=True)
class Calendar:
    """What is due by period, the shorter first, and by interval, the shortest first; each interval as a figure."""

    periods: Mapping[str, Sequence[Due]]
    intervals: Sequence[tuple[Figure, Sequence[Due]]]

    @property
    def dated(self) -> int:
        """How many figures and measures are due in a stated period."""
        return sum(each.count for entries in self.periods.values() for each in entries)

    @property
    def recurring(self) -> int:
        """How many figures say that something recurs."""
        return sum(each.count for _, entries in self.intervals for each in entries)


def due(site: Site) -> Iterator[Page]:
    """Yield what is due when in each briefing."""
    for briefing in site.briefings:
        title = _("Due dates")
        yield of_briefing(briefing, "due", template="due.html", title=title, calendar=calendar(site, briefing))


def calendar(site: Site, briefing: Briefing) -> Calendar:
    """Gather what is due, as stated: nothing is worked out from an interval or a period."""
    speeches = [loaded.record for loaded in briefing.speeches]
    return Calendar(_periods(speeches), _intervals(site, speeches))


def _periods(speeches: Sequence[Speech]) -> Mapping[str, Sequence[Due]]:
    found: defaultdict[str, list[Due]] = defaultdict(list)
    for speech in speeches:
        ahead = [figure for figure in speech.figures.values() if figure.claim in AHEAD]
        periods = {each.period for each in ahead} | {each.period for each in speech.measures if each.period}
        for period in sorted(periods):
            figures = tuple(figure for figure in ahead if figure.period == period)
            found[period].append(Due(speech, figures, tuple(each for each in speech.measures if each.period == period)))
    found.pop(UNSTATED, None)
    return {period: found[period] for period in sorted(found, key=order)}


def _intervals(site: Site, speeches: Sequence[Speech]) -> Sequence[tuple[Figure, Sequence[Due]]]:
    recurring = [name for name, unit in site.units.items() if unit.kind == "frequency"]
    found: defaultdict[tuple[int, Decimal], list[Due]] = defaultdict(list)
    for speech in speeches:
        often = [figure for figure in speech.figures.values() if figure.unit in recurring]
        for key in sorted({(recurring.index(each.unit), each.ends[0]) for each in often}):
            figures = tuple(each for each in often if (recurring.index(each.unit), each.ends[0]) == key)
            found[key].append(Due(speech, figures))
    return [(found[key][0].figures[0], found[key]) for key in sorted(found)]
