"""The pages of a briefing as a whole: its comparison, the page on source and method, and its data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.content.values import CLAIMS, PLACE_KINDS
from briefing.i18n.catalogs import marked as _
from briefing.queries.comparison import Comparison, compare
from briefing.queries.coverage import Number, numbers
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class ComparisonContent(PageContent):
    """The comparison and its filter."""

    comparison: Comparison
    choices: Mapping[str, Sequence[str]]
    """By `kind`, `sector`, `theme` or `claim`, the values that some speech has, in the order of the content."""


@dataclass(frozen=True)
class AboutContent(PageContent):
    """Figures that show how figures are written, and the source coverage."""

    examples: Sequence[Figure]
    """The first figure of each unit, bound and direction."""
    coverage: Mapping[str, Sequence[Number]]
    """The numbers of the source, by place."""


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


def about(briefing: Briefing) -> Iterator[Page]:
    """Yield the page on source and method."""
    examples: dict[tuple[str, str, str | None], Figure] = {}
    for speech in briefing.speeches:
        for figure in speech.figures.values():
            examples.setdefault((figure.unit, figure.bound, figure.change), figure)
    coverage = {speech.place: tuple(numbers(speech, speech.paragraphs)) for speech in briefing.speeches}
    content = AboutContent(tuple(examples.values()), coverage)
    yield briefing_page(briefing, "about", template="about.html", title=_("About and method"), content=content)


def data(briefing: Briefing) -> Iterator[Page]:
    """Yield the page that links the files to download and explains every column.

    The template has the tables as a global, since pages do not know them.
    """
    yield briefing_page(briefing, "data", template="data.html", title=_("Data"))
