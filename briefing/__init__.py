"""The generator: content/ and templates/ in, a static site out.

Data flows one way: load -> check -> pages -> render -> publish. Nothing is written until everything is known to be
right.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.catalogs import load_catalogs
from briefing.checks import check_all
from briefing.exports import robots, sitemap
from briefing.load import Site, load
from briefing.pages import pages
from briefing.problems import ContentError, Place, Problem, UsageError
from briefing.publish import MARKER, MARKER_TEXT, differences, publish
from briefing.render import Renderer

__all__ = [
    "ContentError",
    "Place",
    "Problem",
    "Settings",
    "Summary",
    "UsageError",
    "build",
    "check",
    "verify",
]


@dataclass(frozen=True)
class Settings:
    """Where to read from and write to. `base_url` overrides the one in site.yaml."""

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None


@dataclass(frozen=True)
class Summary:
    """What a command did: how many pages in how many languages, and, for `verify`, what differs."""

    pages: int
    languages: int
    differences: tuple[str, ...] = ()


def build(settings: Settings) -> Summary:
    """Build the site. Raises ContentError, with every problem, before anything is written."""
    site, files = _files(settings)
    publish(files, settings.output)
    return _summary(site, files)


def check(settings: Settings) -> Summary:
    """Do everything that `build` does but write."""
    return _summary(*_files(settings))


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a fresh build."""
    site, files = _files(settings)
    return _summary(site, files, tuple(differences(files, settings.output)))


def _files(settings: Settings) -> tuple[Site, dict[str, bytes]]:
    """Run the pipeline up to the bytes of every file, by its name in the output folder."""
    if not settings.templates.is_dir():
        message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
        raise UsageError(message)
    site, problems = load(settings.content)
    if site is None:
        raise ContentError(problems)
    catalogs, missing = load_catalogs(settings.templates, site.languages)
    problems += [*missing, *check_all(site)]
    if problems:
        raise ContentError(problems)
    base_url = settings.base_url or site.settings.base_url
    renderer = Renderer(site, settings.templates, catalogs, base_url)
    everything = list(pages(site))
    files = {page.file: renderer.render(page) for page in everything}
    files |= {
        "sitemap.xml": sitemap(site, everything, base_url),
        "robots.txt": robots(base_url),
        MARKER: MARKER_TEXT,
    }
    static = settings.templates / "static"
    files |= {
        f"static/{path.relative_to(static).as_posix()}": path.read_bytes()
        for path in static.rglob("*")
        if path.is_file()
    }
    return site, files


def _summary(site: Site, files: dict[str, bytes], found: tuple[str, ...] = ()) -> Summary:
    return Summary(sum(name.endswith(".html") for name in files), len(site.languages), found)
