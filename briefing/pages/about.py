"""The pages about a briefing: its source and method, and its data to download."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure
from briefing.content.site import Briefing
from briefing.i18n.catalogs import marked as _
from briefing.queries.coverage import Number, numbers
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class AboutContent(PageContent):
    """Figures that show how figures are written, and the source coverage."""

    examples: Sequence[Figure]
    """The first figure of each unit, bound and direction."""
    coverage: Mapping[str, Sequence[Number]]
    """The numbers of the source, by place."""


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
