"""Projects by stage: where a place gives money for them, projects by amount; elsewhere a dot for each project."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.content.site import Briefing
from briefing.content.values import Claim
from briefing.queries import grouped
from briefing.queries.stages import StageProjects, projects_by_stage
from briefing.render.charts.boxes import SPACE
from briefing.render.charts.dots import Frame, in_frames
from briefing.render.charts.marks import claims_of, width_of
from briefing.render.charts.panels import Panel, in_panels
from briefing.render.charts.scales import px

PANELS, FRAMES, NARROW_FRAMES = 2, 4, 2
"""How many panels a line of the wide form has, and how many frames of dots a line of either."""


class StagesChart(NamedTuple):
    """Panels, then frames."""

    width: int
    height: float
    panels: Sequence[Panel]
    frames: Sequence[Frame]
    projects: Sequence[StageProjects]
    each: int
    """How many projects a dot stands for."""
    claims: Sequence[Claim]
    undated: bool
    floors: bool
    """Whether a count of a frame is a floor."""


def chart(briefing: Briefing, language: str, *, narrow: bool) -> StagesChart | None:
    """Return the graphic of a briefing; None if its speeches count no projects by stage."""
    projects = projects_by_stage(briefing)
    if not projects:
        return None
    by_speech = grouped(projects, lambda each: each.count.speech)
    priced = {speech for speech, found in by_speech.items() if any(each.amount for each in found)}
    width = width_of(narrow=narrow)
    with_money = {speech: found for speech, found in by_speech.items() if speech in priced}
    panels, y = in_panels(with_money, width, 1 if narrow else PANELS)
    without = {speech: found for speech, found in by_speech.items() if speech not in priced}
    frames, unit, y = in_frames(without, language, y, width, NARROW_FRAMES if narrow else FRAMES)
    return StagesChart(
        width,
        px(y - SPACE),
        panels,
        frames,
        projects,
        unit,
        claims_of(each.count for each in projects),
        any(each.count.undated for each in projects),
        any(each.more for frame in frames for each in frame.dots),
    )
