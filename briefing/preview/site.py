"""The site in memory: a unit is built when a page of it is asked for, and again when a file of it changes.

While a unit has errors, its last version without errors is shown together with them. The files of a unit are built one
after the other, and only as far as needed: the page that is looked at comes first, the search index when somebody
searches.
"""

import asyncio
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.checks.freshness import ACCEPTABLE
from briefing.content.layout import briefing_ids
from briefing.content.load import load_briefing_file
from briefing.content.site import ContentUnit
from briefing.engine.context import BuildContext
from briefing.engine.make import make
from briefing.engine.reports import failing
from briefing.engine.result import Unit
from briefing.engine.units import read_unit
from briefing.pages import pages
from briefing.problems import ContentError, Position, Problem, UsageError, ordered
from briefing.queries.usage import summary_of_file
from briefing.reviews.summary import review_summary
from briefing.settings import Settings
from briefing.urls import DATA, DOWNLOADS, INDEX, NOT_FOUND, STATIC

BRIEFING_FILE = re.compile(
    rf"(?!{DATA}/|{STATIC}/)[^/]+/([^/]+)/.+|{DATA}/(.+)\.(?:{'|'.join(DOWNLOADS)})|{DATA}/search-(.+)\.js"
    r"|sitemap-(.+)\.xml"
)
"""The files of a briefing; the group that matches is its id."""
FRONT_PAGE = re.compile(rf"(?!{DATA}/|{STATIC}/)[^/]+/{INDEX}")
"""The front page of a language; that of the only briefing of a site is its overview."""
BASIS = "/"
"""The key of the problems of the build context; the keys of units are their names."""


@dataclass(frozen=True)
class Served:
    """A file as the preview serves it."""

    data: bytes
    drafts: int = 0
    """The number of texts and figures that a page depends on and that nobody has looked at in their present form."""
    found: bool = True


class UnitFiles:
    """The files of one unit without errors, built as far as they have been asked for."""

    def __init__(self, unit: ContentUnit, context: BuildContext) -> None:
        self._unit = unit
        self._built: dict[str, bytes] = {}
        self._rest = make(unit, context)
        self._error: ContentError | None = None
        self._depends_on = {page.file: page.depends_on for page in pages(unit)}

    def serve(self, name: str) -> Served | None:
        """Return a file; None if the unit has none of that name. Raises ContentError if a template fails."""
        try:
            while name not in self._built and (file := next(self._rest, None)):
                self._built[file[0]] = file[1]
        except ContentError as error:
            self._error = error
        if name not in self._built:
            if self._error:
                raise self._error
            return None
        drafts = 0
        if name in self._depends_on:
            depends_on = self._depends_on[name] | self._unit.shared.file_names
            drafts = review_summary(self._unit, depends_on).unseen
        return Served(self._built[name], drafts)


class PreviewSite:
    """The site of the content as it is saved; of a part with errors, its last version without them.

    `version` grows with each change, and from one preview to the next: a page that shows another version is out of
    date. `changed` is notified of each change.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.version = int(time.time() * 1000)
        self.changed = asyncio.Condition()
        self._units: dict[str, UnitFiles] = {}
        self._problems: dict[str, Sequence[Problem]] = {}
        self._last_served: dict[str, Served] = {}
        self._context: BuildContext | None = None
        self._briefings: list[str] = []
        self._read_shared()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every error of the content and the templates as they are saved."""
        return ordered(problem for problems in self._problems.values() for problem in problems)

    def serve(self, file: str) -> Served:
        """Return a file as it is now, or its last version without errors, or the page that says it is not there."""
        match = BRIEFING_FILE.fullmatch(file)
        name = match[match.lastindex or 0] if match else ""
        if len(self._briefings) == 1 and FRONT_PAGE.fullmatch(file):
            name = self._briefings[0]
        name = name if name in self._briefings else ""
        try:
            if name not in self._units:
                self._read(name)
            unit = self._units.get(name)
            served = unit.serve(file) if unit else self._last_served.get(file)
        except (ContentError, OSError) as error:
            self._problems[f"page {file}"] = self._problems_of(error)
            return self._last_served.get(file) or Served(b"", found=False)
        self._problems.pop(f"page {file}", None)
        if served:
            self._last_served[file] = served
            return served
        return Served(self.serve(NOT_FOUND).data if file != NOT_FOUND else b"", found=False)

    async def refresh(self, paths: Iterable[str]) -> None:
        """Read the units again that changed files belong to, and notify the pages."""
        content, names = self.settings.content.resolve(), set()
        for path in map(Path, paths):
            if not path.name.startswith("."):
                folders = path.relative_to(content).parts[:-1] if path.is_relative_to(content) else ()
                names.add(folders[0] if folders else "")  # "" for files that all units depend on
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

    def _read_shared(self) -> None:
        """Read the build context and every briefing again; while the context has errors, everything stays as it was."""
        try:
            context = BuildContext(self.settings)
            problems = _blocking(context.problems)
        except (ContentError, UsageError, OSError) as error:
            self._problems = {BASIS: self._problems_of(error)}
            return
        self._problems = {BASIS: problems}
        if not problems:
            self._context, self._briefings = context, briefing_ids(self.settings.content)
            self._units = {name: unit for name, unit in self._units.items() if name in self._briefings}
            for name in list(self._units):
                self._read(name)

    def _read(self, name: str) -> None:
        """Read and check a unit; if it has errors, its last version without them stays."""
        if not (context := self._context):
            return
        # The shared pages list each briefing as far as its briefing.yaml alone describes it.
        files = {} if name else {each: load_briefing_file(self.settings.content, each) for each in self._briefings}
        summaries = tuple(summary_of_file(each, record) for each, record in files.items() if record)
        content, problems = read_unit(Unit(name, "", summaries), context)
        self._problems[name] = _blocking(problems)
        if content and not self._problems[name]:
            self._units[name] = UnitFiles(content, context)

    def _problems_of(self, error: ContentError | UsageError | OSError) -> Sequence[Problem]:
        """Return the problems of an error; one that is not about content, as of a folder moved away, becomes one."""
        other = Problem(Position(str(self.settings.content)), "unreadable", str(error))
        return error.problems if isinstance(error, ContentError) else [other]


def _blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors that keep a unit from being shown; one that `accept` settles only makes its page a draft."""
    return [each for each in problems if failing([each], strict=False) and each.code not in ACCEPTABLE]
