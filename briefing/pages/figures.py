"""All figures of a briefing on one page, by theme and indicator, and its calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Indicator
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.content.values import CLAIMS
from briefing.i18n.catalogs import marked as _
from briefing.numbers.periods import order
from briefing.queries import grouped
from briefing.queries.comparison import groups
from briefing.queries.due_dates import Calendar, calendar
from briefing.render.page import Page, PageContent, briefing_page

Groups = Sequence[Sequence[Figure]]
"""The figures of an indicator, in groups that may be compared."""


@dataclass(frozen=True)
class FiguresContent(PageContent):
    """The figures, the calendar, and what the page can be filtered by."""

    themes: Mapping[str, Sequence[tuple[Indicator, Groups]]]
    """By theme, its indicators with their figures."""
    calendar: Calendar
    claims_made: Sequence[str]
    """The claims of the figures."""
    periods: Sequence[str]
    """The periods and deadlines of the figures and of the dated measures, in the order of their ends."""


def figures(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of figures and dates."""
    indicators, themes = briefing.shared.indicators, briefing.shared.settings.themes
    standing = [figure for speech in briefing.speeches for figure in speech.standing]
    by_indicator = grouped(standing, lambda each: each.indicator, indicators)
    stated = [(indicators[name], groups(each)) for name, each in by_indicator.items()]
    dates, claims = calendar(briefing), {figure.claim for figure in standing}
    content = FiguresContent(
        grouped(stated, lambda each: each[0].theme, themes),
        dates,
        [claim for claim in CLAIMS if claim in claims],
        sorted({*dates.periods, *(figure.due for figure in standing)} - {UNSTATED}, key=order),
    )
    yield briefing_page(briefing, "figures", template="figures.html", title=_("Figures & dates"), content=content)
