"""The comparison of the places of a briefing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.site import Briefing
from briefing.content.values import CLAIMS, PLACE_KINDS
from briefing.queries.comparison import Comparison, compare
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class ComparisonContent(PageContent):
    """The comparison and its filter."""

    comparison: Comparison
    choices: Mapping[str, Sequence[str]]
    """By `kind`, `sector`, `theme` or `claim`, the values that some speech has, in the order of the content."""


def comparison(briefing: Briefing) -> Iterator[Page]:
    """Yield the comparison, which is the first page of a briefing."""
    shared, compared = briefing.shared, compare(briefing)
    kinds = {shared.places[speech.place].kind for speech in briefing.speeches}
    sectors = {role.sector for speech in briefing.speeches for role in speech.sectors}
    choices: Mapping[str, Sequence[str]] = {
        "kind": [kind for kind in PLACE_KINDS if kind in kinds],
        "sector": [sector for sector in shared.sectors if sector in sectors],
        "theme": [theme for theme in shared.settings.themes if theme in compared.themes],
        "claim": [claim for claim in CLAIMS if claim in compared.claims],
    }
    content = ComparisonContent(compared, choices)
    yield briefing_page(briefing, template="comparison.html", title=briefing.record.title, content=content)
