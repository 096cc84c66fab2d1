"""The site in memory: parts are made when a page of theirs is asked for, and again when a file of theirs changes.

What was good stays until something better is there: a part with errors is shown as it last was, with the errors.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from briefing.checks import check_part
from briefing.checks.freshness import CLEARED
from briefing.content.site import Site
from briefing.engine.fingerprints import briefing_folders
from briefing.engine.parts import Workshop
from briefing.engine.rules import failing
from briefing.exports import exports
from briefing.pages import pages
from briefing.problems import ContentError, Position, Problem, UsageError, ordered
from briefing.render.page import Page
from briefing.reviews.status import Reviewed, reviewed
from briefing.settings import Settings
from briefing.urls import DATA, DOWNLOADS, INDEX, NOT_FOUND, STATIC

OF_A_BRIEFING = re.compile(
    rf"(?!{DATA}/|{STATIC}/)[^/]+/(?P<pages>[^/]+)/.+|{DATA}/(?P<downloads>.+)\.(?:{'|'.join(DOWNLOADS)})"
    rf"|{DATA}/search-(?P<search>.+)\.js|sitemap-(?P<sitemap>.+)\.xml"
)
"""The files of a briefing, by its id."""
BASIS = "/"
"""Where the problems are kept of what all parts rest on; parts have ids."""


@dataclass(frozen=True)
class Shown:
    """A file as the preview shows it: its bytes, the review of what it rests on, and whether it was there."""

    data: bytes
    review: Reviewed | None = None
    found: bool = True


@dataclass
class Part:
    """One part of the site that is in order."""

    workshop: Workshop
    site: Site

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Its pages by file."""
        return {page.file: page for page in pages(self.site)}

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What machines read of it, and the static files with the shared part."""
        renderer = self.workshop.renderer.of(self.site)
        static = {} if self.site.briefings else dict(renderer.assets.values())
        return {**dict(exports(renderer, list(self.pages.values()))), **static}

    def shown(self, file: str) -> Shown | None:
        """Return a file; None where there is none of that name. Raises ContentError where its template fails."""
        if page := self.pages.get(file):
            review = reviewed(self.site, page.rests_on | self.site.shared)
            return Shown(self.workshop.renderer.of(self.site).render(page), review)
        return Shown(self.files[file]) if file in self.files else None


@dataclass
class Live:
    """The site as it is now, or as it last was in order."""

    settings: Settings
    version: int = field(default_factory=lambda: int(time.time() * 1000))
    """Grows with each change, and from one preview to the next; pages that show another one are out of date."""
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self._parts: dict[str, Part] = {}
        self._problems: dict[str, Collection[Problem]] = {}
        self._shown: dict[str, Shown] = {}
        self._workshop: Workshop | None = None
        self._folders: list[str] = []
        self._begin()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way of the site as it is saved."""
        return ordered(problem for problems in self._problems.values() for problem in problems)

    def shown(self, file: str) -> Shown:
        """Return a file as it is now, or as it last was in order, or the page that says it is not there."""
        try:
            shown = self._now(file)
        except (ContentError, OSError) as error:
            self._problems[f"page {file}"] = self._problems_of(error)
            return self._shown.get(file) or Shown(b"", found=False)
        self._problems.pop(f"page {file}", None)
        if shown:
            self._shown[file] = shown
            return shown
        missing = self.shown(NOT_FOUND) if file != NOT_FOUND else Shown(b"")
        return Shown(missing.data, found=False)

    async def refresh(self, paths: Iterable[str]) -> None:
        """Take in what has changed in these files, and tell the pages."""
        names = {self._briefing(Path(path)) for path in paths if not Path(path).name.startswith(".")}
        if not names:
            return
        self._problems = {name: each for name, each in self._problems.items() if not name.startswith("page ")}
        if names <= set(self._folders) == set(briefing_folders(self.settings.content)):
            for name in names & (self._parts.keys() | self._problems.keys()):
                self._open(name)
            for known in (self._parts, self._problems):
                known.pop("", None)  # it lists the briefings
        else:
            self._begin()
        async with self.changed:
            self.version += 1
            self.changed.notify_all()

    def _briefing(self, path: Path) -> str:
        """Return the briefing that a file belongs to; empty for what all parts rest on."""
        content = self.settings.content.resolve()
        parts = path.relative_to(content).parts if path.is_relative_to(content) else ()
        return parts[0] if len(parts) > 1 else ""

    def _begin(self) -> None:
        """Read what all parts rest on; while that has errors, everything stays as it was."""
        try:
            workshop = Workshop(self.settings)
        except (ContentError, UsageError, OSError) as error:
            self._problems = {BASIS: self._problems_of(error)}
            return
        self._problems = {BASIS: _blocking(workshop.problems)}
        if not self._problems[BASIS]:
            self._workshop, self._folders = workshop, briefing_folders(self.settings.content)
            for name in [each for each in self._parts if each in self._folders]:
                self._open(name)
            self._parts = {name: part for name, part in self._parts.items() if name in self._folders}

    def _problems_of(self, error: ContentError | UsageError | OSError) -> Collection[Problem]:
        """Return what is wrong; where it is no problem of the content's, a folder was moved away, say."""
        if isinstance(error, ContentError):
            return error.problems
        return [Problem(Position(str(self.settings.content)), "unreadable", str(error))]

    def _now(self, file: str) -> Shown | None:
        name = self._owner(file)
        if name not in self._parts:
            self._open(name)
        part = self._parts.get(name)
        return part.shown(file) if part else self._shown.get(file)

    def _owner(self, file: str) -> str:
        """Return the briefing whose file it is: by its folder, or by its name among those that are not pages."""
        match = OF_A_BRIEFING.fullmatch(file)
        name = match[match.lastgroup] if match and match.lastgroup else ""
        return name if name in self._folders else ""

    def _open(self, name: str) -> None:
        """Read and check a part; the one that was there stays where the new one has errors."""
        if self._workshop is None:
            return
        site, problems = self._site(self._workshop, name)
        found = [*problems, *(check_part(site) if site else ())]
        self._problems[name] = _blocking(found)
        if site and not self._problems[name]:
            self._parts[name] = Part(self._workshop, site)

    def _site(self, workshop: Workshop, name: str) -> tuple[Site | None, list[Problem]]:
        if name:
            site, problems = workshop.shared.with_briefings([name])
            return (site.of(name) if site else None), problems
        cards = [card for folder in self._folders if (card := workshop.shared.card(folder))]
        return (workshop.site.shared_part(cards, whole=False) if workshop.site else None), []


def _blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Return what keeps a part from being shown; what only awaits a look makes it a draft."""
    return [each for each in problems if failing([each], strict=False) and each.code not in CLEARED]


def file_of(path: str) -> str:
    """Return the file that the path of an address names; a folder stands for its index."""
    file = path.lstrip("/")
    return f"{file}{INDEX}" if not file or file.endswith("/") else file
