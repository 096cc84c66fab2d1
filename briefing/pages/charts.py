"""The graphics of a briefing as files of their own, to be sent on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.content.site import Briefing
from briefing.render import charts as drawn
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class ChartContent(PageContent):
    """The name of a graphic."""

    name: str


def charts(briefing: Briefing) -> Iterator[Page]:
    """Yield an SVG file for each graphic that the briefing has data for."""
    for name, forms in drawn.charts(briefing, briefing.codes[0]).items():
        if forms:
            content = ChartContent(name)
            page = briefing_page(briefing, "charts", template="charts/file.svg", title="", content=content)
            yield replace(page, name=f"{name}.svg")
