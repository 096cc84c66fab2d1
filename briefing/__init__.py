"""The generator: content/ and templates/ in, a static site out.

Data flows one way: load -> check -> pages -> render -> publish. Nothing is written until everything is known to be
right.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.catalogs import load_catalogs
from briefing.checks import check_all
from briefing.exports import EXPORTS
from briefing.load import load
from briefing.pages import Page, pages
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.publish import MARKER, MARKER_TEXT, Files, differences, publish
from briefing.render import Renderer
from briefing.rules import failing
from briefing.site import Site

__all__ = ["ContentError", "Settings", "Summary", "UsageError", "build", "check", "verify"]


@dataclass(frozen=True)
class Settings:
    """Where to read from and write to. `base_url` overrides the one in site.yaml; `strict` makes warnings errors."""

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None
    strict: bool = False


@dataclass(frozen=True)
class Summary:
    """What a command did: pages, languages, the warnings it passed over, and, for `verify`, what differs."""

    pages: int
    languages: int
    warnings: tuple[Problem, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Built:
    """Everything a build yields before it is published."""

    site: Site
    files: Files
    warnings: tuple[Problem, ...]

    def summary(self, differences: tuple[str, ...] = ()) -> Summary:
        """Sum up."""
        pages = sum(name.endswith(".html") for name in self.files)
        return Summary(pages, len(self.site.languages), self.warnings, differences)


def build(settings: Settings) -> Summary:
    """Build the site. Raises ContentError, with every problem, before anything is written."""
    _refuse_overlap(settings)
    built = _built(settings)
    publish(built.files, settings.output.resolve())
    return built.summary()


def check(settings: Settings) -> Summary:
    """Do everything that `build` does but write."""
    return _built(settings).summary()


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a fresh build."""
    if not settings.output.is_dir():
        message = f"{settings.output} is not a folder; build it first"
        raise UsageError(message)
    built = _built(settings)
    return built.summary(tuple(differences(built.files, settings.output)))


def _built(settings: Settings) -> Built:
    """Run the pipeline up to the bytes of every file, by its name in the output folder."""
    if not settings.templates.is_dir():
        message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
        raise UsageError(message)
    site, problems = load(settings.content)
    if site is None:
        raise ContentError(problems)
    catalogs, found = load_catalogs(settings.templates, site.languages)
    problems += [*found, *check_all(site)]
    if failing(problems, strict=settings.strict):
        raise ContentError(problems)
    renderer = Renderer(site, settings.templates, catalogs, settings.base_url or site.settings.base_url)
    everything = list(pages(site))
    exported = dict(export(site, everything, renderer.base_url) for export in EXPORTS)
    files = {**_rendered(renderer, everything), **exported, **_static(settings.templates), MARKER: MARKER_TEXT}
    return Built(site, files, ordered(problems))


def _rendered(renderer: Renderer, everything: list[Page]) -> Files:
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for page in everything:
        try:
            files[page.file] = renderer.render(page)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return files


def _static(templates: Path) -> Files:
    """Read the static files; hidden ones belong to people's programs."""
    return {
        path.relative_to(templates).as_posix(): path.read_bytes()
        for path in sorted((templates / "static").rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _refuse_overlap(settings: Settings) -> None:
    """Refuse to write where the next build would read, or the other way round."""
    output = settings.output.resolve()
    for folder in (settings.content.resolve(), settings.templates.resolve()):
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            message = f"{settings.output} and {folder} lie one in the other; name another output folder"
            raise UsageError(message)
