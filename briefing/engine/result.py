"""Units and the results of building them. It imports no content, so that a build with nothing changed stays fast."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.content.summary import BriefingSummary
from briefing.engine.staging import Stamp
from briefing.linkcheck.links import UnitLinks
from briefing.problems import Problem


@dataclass(frozen=True)
class Unit:
    """A part of the site that is built by itself: a briefing or, with an empty name, what all briefings share."""

    name: str
    fingerprint: str
    """The hash of everything it is built from."""
    summaries: tuple[BriefingSummary, ...] = ()
    """The briefings that the shared unit lists."""


@dataclass(frozen=True)
class UnitResult:
    """The outcome of building one unit."""

    unit: str
    """The name of the unit."""
    fingerprint: str
    problems: tuple[Problem, ...]
    summary: BriefingSummary | None
    files: Mapping[str, Stamp | None] = field(default_factory=dict)
    """Its files by name, each with what `Write` returned; none if the unit has errors."""
    links: UnitLinks = field(default_factory=UnitLinks)
    languages: int = 0
    pdfs: tuple[str, ...] = ()
    """A line for each PDF, for the report of the command."""
    cached: bool = False
    """True if an earlier build made it."""


BuildUnits = Callable[[Sequence[Unit]], Iterable[UnitResult]]
"""Builds units and yields their results as they are done, in any order."""
Write = Callable[[str, bytes], Stamp | None]
"""Takes a file by name; returns the stamp that its published file has or will have, None if it is not published."""
