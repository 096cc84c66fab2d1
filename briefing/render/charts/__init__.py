"""The graphics of a briefing: its records as marks at positions, in a wide form and in a narrow one.

It knows geometry and asks queries who has what, and may not know any words: those are in the templates of `charts/`.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from briefing.content.site import Briefing
from briefing.render.charts import money, names, sectors, stages, undated, year

CHARTS: Mapping[str, Callable[..., Any]] = {
    "undated": undated.chart,
    "money": money.chart,
    "stages": stages.chart,
    "sectors": sectors.chart,
    "year": year.chart,
    "names": names.chart,
}
"""The graphics by name: that of the template, of the SVG file, and of the anchor (`g-undated`)."""


class Forms(NamedTuple):
    """A graphic for wide screens, and one with the same marks for phones."""

    wide: Any
    narrow: Any


@functools.lru_cache(maxsize=2)
def charts(briefing: Briefing) -> Mapping[str, Forms]:
    """Return the graphics of a briefing by name, without those of which it has no data."""
    drawn = {
        name: Forms(*(chart(briefing, narrow=narrow) for narrow in (False, True))) for name, chart in CHARTS.items()
    }
    return {name: forms for name, forms in drawn.items() if forms.wide}
