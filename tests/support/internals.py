"""The parts of the generator that tests reach into, in one place: everything else goes through the command line."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing.checks import check_site
from briefing.content.load import load_site
from briefing.content.site import Shared, Site, values_in
from briefing.content.texts import Text
from briefing.content.validators import SLUG
from briefing.content.values import Id
from briefing.editor.schema import KINDS
from briefing.engine.context import BuildContext
from briefing.engine.reports import FORMATS
from briefing.engine.result import Unit, UnitResult, Write
from briefing.engine.units import build_unit
from briefing.hosts.policy import content_policy
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import FigureFormatter
from briefing.i18n.localizer import localizers
from briefing.markup.prose import TAGS, dropped
from briefing.problems import Problem, shown
from briefing.render.environment import environment
from briefing.reviews.hashes import texts_hash
from briefing.rules import RULES
from briefing.settings import Settings


def load_content(folder: Path) -> tuple[Site | None, list[Problem]]:
    """Load a content folder; return it with the problems of its shape."""
    return load_site(folder)


def load_sound(folder: Path) -> Site:
    """Load a content folder that has no problem of shape."""
    site, problems = load_site(folder)
    assert site, problems
    return site


def check_meaning(site: Site) -> list[Problem]:
    """Run every check of meaning."""
    return check_site(site)


def complete_files(site: Site | None) -> set[str]:
    """Return the names of the files of which nothing was left out for being wrong."""
    return {file.name for unit in site.units for file in unit.files if file.complete} if site else set()


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if RULES[each.code].severity == "error"]


def figure_formatters(shared: Shared, templates: Path) -> Mapping[str, FigureFormatter]:
    """Return what writes figures in each language of a site."""
    catalogs, _ = load_catalogs(templates, shared.languages)
    return {code: localizer.figures for code, localizer in localizers(shared, catalogs).items()}


def note_what_is_built(patch: pytest.MonkeyPatch, before: Callable[[], object] = lambda: None) -> list[str]:
    """Return a list that grows by the name of each briefing that is built; `before` is called each time."""
    built: list[str] = []

    def noted(unit: Unit, context: BuildContext, write: Write) -> UnitResult:
        if unit.name:
            built.append(unit.name)
            before()
        return build_unit(unit, context, write)

    patch.setattr("briefing.engine.units.build_unit", noted)
    return built


def forbid_building(patch: pytest.MonkeyPatch) -> None:
    """Let a build fail if it has to build any unit."""
    patch.setattr("briefing.engine.units.build_unit", None)


def stop_the_build_with(patch: pytest.MonkeyPatch, end: type[BaseException]) -> None:
    """Let a build fail after the first of 335 units."""

    def fail(settings: Settings, _output: object) -> None:
        settings.progress(1, 335)
        raise end

    patch.setattr("briefing.engine.build.run", fail)


def fail_to_write_the_cache(patch: pytest.MonkeyPatch, error: OSError) -> None:
    def fail(*_: object) -> None:
        raise error

    patch.setattr("briefing.engine.cache.write_whole", fail)


def open_templates(folder: Path) -> Environment:
    """Read a folder of templates, as a build does when it begins."""
    return environment(folder, {})


def load_template(templates: Environment, name: str) -> str:
    """Return the text of a template as a build that has begun sees it."""
    assert templates.loader
    return templates.loader.get_source(templates, name)[0]


def printed(problems: Iterable[Problem], form: str) -> str:
    """Return problems as the command line prints them: as `text`, `json` or `github`."""
    return FORMATS[form](problems)


def shown_path(path: Path) -> str:
    """Return a path as problems show it."""
    return shown(path)


def policy() -> str:
    """Return the Content-Security-Policy of a page."""
    return content_policy()


PROSE_TAGS = TAGS
"""The elements that Markdown may make."""


def dropped_markup(markdown: str) -> Sequence[object]:
    """Return the markup of a Markdown text that a page would not show."""
    return dropped(markdown)


def hash_of_text(texts: Mapping[str, str]) -> str:
    """Return the hash by which a waiver names a text in its languages."""
    return texts_hash(Text.model_validate(texts))


BEYOND_SCHEMA = {"duplicate", "unknown-locale"}
"""The codes of what takes more than a schema to see: the other items of a list, the locales that there are."""


@functools.cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind][0])


def model_errors(kind: str, data: Any) -> list[str]:
    """Return the messages of the model on the data of a file, without those that no schema can give."""
    try:
        record = _adapter(kind).validate_python(data)
    except ValidationError as error:
        return [each["msg"] for each in error.errors() if not _beyond(each)]
    values = [value for _, value in values_in(record)]
    ids: list[str] = [value for value in values if isinstance(value, Id)]
    ids += [code for value in values if isinstance(value, Text) for code in value.words]
    return [f"'{each}' is the id of nothing" for each in ids if not SLUG.fullmatch(each)]


def _beyond(error: ErrorDetails) -> bool:
    """Return True if it takes more than a schema to see an error."""
    uncounted = error["type"] == "too_short" and bool(error["input"])  # the model counts only items without an error
    return uncounted or error["type"] in BEYOND_SCHEMA or "ascending order" in error["msg"]
