"""The graphics of a briefing: its records as marks at positions, in a wide form and in a narrow one.

It knows geometry and asks queries who has what, and may not know any words: those are in the templates of `charts/`.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from briefing.content.site import Briefing
from briefing.render.charts import money, names, sectors, stages, undated, year

CHARTS: dict[str, Callable[..., Any]] = {"undated": undated.chart, "money": money.chart, "year": year.chart}
"""The graphics by name: that of the template, of the SVG file, and of the anchor (`g-undated`)."""
IN_WORDS: Mapping[str, Callable[..., Any]] = {"stages": stages.chart, "sectors": sectors.chart, "names": names.chart}
"""Those whose geometry depends on the length of words, and so on the language."""


class Forms(NamedTuple):
    """A graphic for wide screens, and one with the same marks for phones."""

    wide: Any
    narrow: Any


@functools.lru_cache(maxsize=4)
def charts(briefing: Briefing, language: str) -> Mapping[str, Forms | None]:
    """Return the graphics of a briefing by name; None stands for one that it has no data for."""
    drawers = CHARTS | {name: functools.partial(chart, language=language) for name, chart in IN_WORDS.items()}
    drawn = {
        name: Forms(*(chart(briefing, narrow=narrow) for narrow in (False, True))) for name, chart in drawers.items()
    }
    return {name: forms if forms.wide else None for name, forms in drawn.items()}
