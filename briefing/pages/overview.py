"""The pages of a briefing as a whole: its comparison, and the page on source and method."""

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
class Choices:
    """The values by which the comparison can be filtered: those that some speech has, in the order of the content."""

    kinds: Sequence[str]
    sectors: Sequence[str]
    themes: Sequence[str]
    claims: Sequence[str]


@dataclass(frozen=True)
class ComparisonContent(PageContent):
    """The comparison and its filter."""

    comparison: Comparison
    choices: Choices


@dataclass(frozen=True)
class AboutContent(PageContent):
    """Figures that show how figures are written, and the source coverage."""

    examples: Sequence[Figure]
    """The first figure of each unit and bound."""
    coverage: Mapping[str, Sequence[Number]]
    """The numbers of the source, by place."""


def comparison(briefing: Briefing) -> Iterator[Page]:
    """Yield the comparison, which is the first page of a briefing."""
    compared = compare(briefing)
    content = ComparisonContent(compared, choices(briefing, compared))
    yield briefing_page(briefing, template="comparison.html", title=briefing.record.title, content=content)


def choices(briefing: Briefing, compared: Comparison) -> Choices:
    """Return the values by which a comparison can be filtered."""
    shared = briefing.shared
    kinds = {shared.places[speech.place].kind for speech in briefing.speeches}
    sectors = {role.sector for speech in briefing.speeches for role in speech.sectors}
    return Choices(
        kinds=[kind for kind in PLACE_KINDS if kind in kinds],
        sectors=[sector for sector in shared.sectors if sector in sectors],
        themes=[theme for theme in shared.settings.themes if theme in compared.themes],
        claims=[claim for claim in CLAIMS if claim in compared.claims],
    )


def about(briefing: Briefing) -> Iterator[Page]:
    """Yield the page on source and method."""
    examples: dict[tuple[str, str], Figure] = {}
    for speech in briefing.speeches:
        for figure in speech.figures.values():
            examples.setdefault((figure.unit, figure.bound), figure)
    coverage = {speech.place: tuple(numbers(speech, speech.paragraphs)) for speech in briefing.speeches}
    content = AboutContent(tuple(examples.values()), coverage)
    yield briefing_page(briefing, "about", template="about.html", title=_("About and method"), content=content)
