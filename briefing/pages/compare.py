"""The comparison of the places of a briefing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import SectorRole, Speech
from briefing.content.site import Briefing
from briefing.content.values import CLAIMS
from briefing.i18n.catalogs import marked as _
from briefing.queries import grouped
from briefing.queries.comparison import Comparison, compare
from briefing.render.page import Page, PageContent, briefing_page

ROLE_COLUMNS = {"lead": "lead", "strength": "strength", "key": "key", "emerging": "other", "mentioned": "other"}
"""The columns of the sectors, by role."""


@dataclass(frozen=True)
class ComparisonContent(PageContent):
    """The comparison, and what its views can be of."""

    comparison: Comparison
    sectors: Mapping[str, Mapping[Speech, Sequence[SectorRole]]]
    """By column, the sectors that each speech names in it."""
    themes: Sequence[str]
    """The themes of figures, points and measures."""
    claims: Sequence[str]
    """The claims of figures."""


def comparison(briefing: Briefing) -> Iterator[Page]:
    """Yield the comparison."""
    shared, compared = briefing.shared, compare(briefing)
    figures = [each for question in compared.questions for each in question.figures]
    themes = {shared.indicators[each.indicator].theme for each in figures} | {each.theme for each in compared.points}
    themes |= {measure.theme for speech in briefing.speeches for measure in speech.measures}
    roles = grouped(
        (each for speech in briefing.speeches for each in speech.sectors),
        lambda each: ROLE_COLUMNS[each.role],
        dict.fromkeys(ROLE_COLUMNS.values()),
    )
    content = ComparisonContent(
        compared,
        {column: grouped(named, lambda each: each.speech) for column, named in roles.items()},
        [theme for theme in shared.settings.themes if theme in themes],
        [claim for claim in CLAIMS if any(each.claim == claim for each in figures)],
    )
    yield briefing_page(briefing, template="comparison.html", title=_("Places compared"), content=content)
