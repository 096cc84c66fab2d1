"""The site in memory: a unit is built when a page of it is asked for, and again when a file of it changes.

A unit with errors is shown as it last was in order, together with the errors. A unit's files are made one after the
other, and only as far as needed: the page that is looked at comes first, the search index when somebody searches.
"""

import asyncio
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.checks.freshness import ACCEPTABLE
from briefing.content.layout import briefing_ids
from briefing.content.load import load_briefing_file
from briefing.content.site import ContentUnit
from briefing.content.summary import BriefingSummary
from briefing.engine.context import BuildContext
from briefing.engine.make import make
from briefing.engine.result import Unit
from briefing.engine.rules import failing
from briefing.engine.units import read_unit
from briefing.pages import pages
from briefing.problems import ContentError, Position, Problem, UsageError, ordered
from briefing.queries.usage import summary_of_file
from briefing.reviews.summary import review_summary
from briefing.settings import Settings
from briefing.urls import DATA, DOWNLOADS, INDEX, NOT_FOUND, STATIC

BRIEFING_FILE = re.compile(
    rf"(?!{DATA}/|{STATIC}/)[^/]+/(?P<pages>[^/]+)/.+|{DATA}/(?P<downloads>.+)\.(?:{'|'.join(DOWNLOADS)})"
    rf"|{DATA}/search-(?P<search>.+)\.js|sitemap-(?P<sitemap>.+)\.xml"
)
"""The files of a briefing, by its id."""
BASIS = "/"
"""The key of the problems of what all units are built with; the keys of units are their names."""


@dataclass(frozen=True)
class Served:
    """A file as the preview serves it."""

    data: bytes
    drafts: int = 0
    """Of a page: how many texts and figures that it rests on nobody has looked at."""
    found: bool = True


class UnitFiles:
    """The files of one unit that is in order, made as far as they have been asked for."""

    def __init__(self, unit: ContentUnit, context: BuildContext) -> None:
        self._unit = unit
        self._made: dict[str, bytes] = {}
        self._rest: Iterator[tuple[str, bytes]] = make(unit, context)
        self._error: ContentError | None = None
        self._depends_on = {page.file: page.depends_on for page in pages(unit)}

    def serve(self, name: str) -> Served | None:
        """Return a file; None if the unit has none of that name. Raises ContentError if a template fails."""
        try:
            while name not in self._made and (file := next(self._rest, None)):
                self._made[file[0]] = file[1]
        except ContentError as error:
            self._error = error
        if name not in self._made:
            if self._error:
                raise self._error
            return None
        if name not in self._depends_on:
            return Served(self._made[name])
        rests_on = self._depends_on[name] | self._unit.shared.file_names
        return Served(self._made[name], review_summary(self._unit, rests_on).unseen)


@dataclass
class PreviewSite:
    """The site as it is saved, or as it last was in order."""

    settings: Settings
    version: int = field(default_factory=lambda: int(time.time() * 1000))
    """Grows with each change, and from one preview to the next; a page that shows another version is out of date."""
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self._units: dict[str, UnitFiles] = {}
        self._problems: dict[str, Sequence[Problem]] = {}
        self._last_served: dict[str, Served] = {}
        self._context: BuildContext | None = None
        self._briefings: list[str] = []
        self._read_shared()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that stands in the way of the site as it is saved."""
        return ordered(problem for problems in self._problems.values() for problem in problems)

    def serve(self, file: str) -> Served:
        """Return a file as it is now, or as it last was in order, or the page that says it is not there."""
        try:
            served = self._serve_now(file)
        except (ContentError, OSError) as error:
            self._problems[f"page {file}"] = self._problems_of(error)
            return self._last_served.get(file) or Served(b"", found=False)
        self._problems.pop(f"page {file}", None)
        if served:
            self._last_served[file] = served
            return served
        missing = self.serve(NOT_FOUND) if file != NOT_FOUND else Served(b"")
        return Served(missing.data, found=False)

    async def refresh(self, paths: Iterable[str]) -> None:
        """Take in what has changed in these files, and tell the pages."""
        names = {self._unit_of_path(Path(path)) for path in paths if not Path(path).name.startswith(".")}
        if not names:
            return
        self._problems = {name: each for name, each in self._problems.items() if not name.startswith("page ")}
        if names <= set(self._briefings) == set(briefing_ids(self.settings.content)):
            for name in names & (self._units.keys() | self._problems.keys()):
                self._read(name)
            for known in (self._units, self._problems):
                known.pop("", None)  # the shared unit lists the briefings
        else:
            self._read_shared()
        async with self.changed:
            self.version += 1
            self.changed.notify_all()

    def _unit_of_path(self, path: Path) -> str:
        """Return the briefing that a file of content belongs to; empty for anything that all units rest on."""
        content = self.settings.content.resolve()
        parts = path.relative_to(content).parts if path.is_relative_to(content) else ()
        return parts[0] if len(parts) > 1 else ""

    def _read_shared(self) -> None:
        """Read what all units are built with; while that has errors, everything stays as it was."""
        try:
            context = BuildContext(self.settings)
            problems = _blocking(context.problems)
        except (ContentError, UsageError, OSError) as error:
            self._problems = {BASIS: self._problems_of(error)}
            return
        self._problems = {BASIS: problems}
        if not problems:
            self._context, self._briefings = context, briefing_ids(self.settings.content)
            for name in [each for each in self._units if each in self._briefings]:
                self._read(name)
            self._units = {name: unit for name, unit in self._units.items() if name in self._briefings}

    def _read(self, name: str) -> None:
        """Read and check a unit; the one that was there stays if the new one has errors."""
        if context := self._context:
            summaries = () if name else tuple(self._summaries())
            content, problems = read_unit(Unit(name, "", summaries), context)
            self._problems[name] = _blocking(problems)
            if content and not self._problems[name]:
                self._units[name] = UnitFiles(content, context)

    def _summaries(self) -> Iterator[BriefingSummary]:
        """Yield what the shared pages list, as far as each briefing.yaml alone tells it."""
        for name in self._briefings:
            if record := load_briefing_file(self.settings.content, name):
                yield summary_of_file(name, record)

    def _serve_now(self, file: str) -> Served | None:
        match = BRIEFING_FILE.fullmatch(file)
        named = match[match.lastgroup] if match and match.lastgroup else ""
        name = named if named in self._briefings else ""
        if name not in self._units:
            self._read(name)
        unit = self._units.get(name)
        return unit.serve(file) if unit else self._last_served.get(file)

    def _problems_of(self, error: ContentError | UsageError | OSError) -> Sequence[Problem]:
        """Return the problems of an error; one that is not about content, as of a folder moved away, becomes one."""
        if isinstance(error, ContentError):
            return error.problems
        return [Problem(Position(str(self.settings.content)), "unreadable", str(error))]


def _blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Return what keeps a unit from being shown; what only waits to be looked at makes it a draft."""
    return [each for each in problems if failing([each], strict=False) and each.code not in ACCEPTABLE]


def file_at(path: str) -> str:
    """Return the file that the path of an address names; a folder stands for its index."""
    file = path.lstrip("/")
    return f"{file}{INDEX}" if not file or file.endswith("/") else file
