"""What a build remembers of one unit: its files, its problems and its links. It imports no content."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.content.summary import BriefingSummary
from briefing.linkcheck.links import UnitLinks
from briefing.problems import Problem


class Stamp(NamedTuple):
    """By which a published file is known to be untouched: its size in bytes, its time in nanoseconds, its inode."""

    size: int
    time: int
    inode: int


UNPUBLISHED = Stamp(0, 0, 0)
"""The stamp of a file that the published site does not have."""


@dataclass(frozen=True, eq=False)
class Unit:
    """What is built by itself: one briefing, or what all of them share (then `name` is empty).

    Compared by identity, so it can be the key of a mapping.
    """

    name: str
    fingerprint: str
    """That of everything it is built from."""
    summaries: tuple[BriefingSummary, ...] = ()
    """The briefings that the shared unit lists."""


@dataclass(frozen=True)
class UnitResult:
    """The outcome of building one unit."""

    unit: str
    """The name of the unit."""
    problems: tuple[Problem, ...] = ()
    summary: BriefingSummary | None = None
    files: Mapping[str, Stamp] = field(default_factory=dict)
    """Its published files by name; none if the unit has errors."""
    links: UnitLinks = field(default_factory=UnitLinks)
    languages: int = 0
    pdfs: tuple[str, ...] = ()
    """A line for each PDF, for the report of the command."""
    fingerprint: str = ""
    cached: bool = False
    """True if an earlier build made it."""


BuildUnits = Callable[[Sequence[Unit]], Iterable[UnitResult]]
"""Builds units and yields their results as they are done, in any order."""
