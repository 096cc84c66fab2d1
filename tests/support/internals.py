"""The parts of the generator that tests reach into, in one place: everything else goes through the command line."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from jinja2 import Environment
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing.checks import check_all
from briefing.content.load import SHARED, load
from briefing.content.site import Site
from briefing.content.texts import Text
from briefing.content.values import SLUG
from briefing.editor.schema import KINDS
from briefing.engine.cache import Made
from briefing.engine.making import Maker
from briefing.engine.parts import Keep, Workshop
from briefing.engine.reports import FORMATS
from briefing.engine.rules import RULES
from briefing.engine.rules.values import KINDS as NAMES
from briefing.hosts.policy import content_policy
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import Writer
from briefing.markup.prose import TAGS, dropped
from briefing.problems import Problem, shown
from briefing.render.renderer import environment
from briefing.reviews.hashes import texts_hash
from tests.support.samples_of_files import sample


def load_content(folder: Path) -> tuple[Site | None, list[Problem]]:
    """Load a content folder; return it with the problems of its shape."""
    return load(folder)


def load_sound(folder: Path) -> Site:
    """Load a content folder that has no problem of shape."""
    site, problems = load(folder)
    assert site, problems
    return site


def check_meaning(site: Site) -> list[Problem]:
    """Run every check of meaning."""
    return check_all(site)


def files_without_fault(site: Site | None) -> set[str]:
    """Return the names of the files of which nothing was left out for being wrong."""
    return {loaded.name for loaded in site.files if loaded.whole} if site else set()


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if RULES[each.code].severity == "error"]


def figure_writer(site: Site, templates: Path, language: str) -> Writer:
    """Return what writes figures in one language of a site."""
    catalogs, _ = load_catalogs(templates, site.languages)
    locale = next(each.locale for each in site.languages if each.code == language)
    return Writer(Locale.parse(locale), language, catalogs[language], site.units)


def note_what_is_made(patch: pytest.MonkeyPatch, before: Callable[[], object] = lambda: None) -> list[str]:
    """Return a list that grows by the name of each briefing that is made; `before` is called each time."""
    made: list[str] = []
    original = Workshop.briefing

    def noted(self: Workshop, name: str, keep: Keep) -> Made:
        made.append(name)
        before()
        return original(self, name, keep)

    patch.setattr(Workshop, "briefing", noted)
    return made


def forbid_making(patch: pytest.MonkeyPatch) -> None:
    """Let a build fail if it makes anything."""
    patch.setattr(Workshop, "briefing", None)
    patch.setattr(Workshop, "whole", None)


def stop_the_build_with(patch: pytest.MonkeyPatch, end: type[BaseException]) -> None:
    """Let a build fail after the first of 335 parts."""

    def fail(maker: Maker, _inputs: object) -> None:
        maker.settings.progress(1, 335)
        raise end

    patch.setattr(Maker, "parts", fail)


def fail_to_write_the_cache(patch: pytest.MonkeyPatch, error: OSError) -> None:
    def fail(*_: object) -> None:
        raise error

    patch.setattr("briefing.engine.cache.write_whole", fail)


def open_templates(folder: Path) -> Environment:
    """Read a folder of templates, as a build does when it begins."""
    return environment(folder)


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


BEYOND_SCHEMA = {"duplicate", "missing-language", "unknown-locale", *(f"unknown-{name}" for name in NAMES)}
"""The codes of what takes more than a schema to see: other files, the other items of a list, the languages."""


@functools.cache
def names_of_samples() -> dict[str, list[str]]:
    """Return the names that the samples of files may refer to, by kind."""
    shared = {singular: list(sample(name)) for name, (singular, _) in SHARED.items()}
    own = {"theme": ["promotion"], "point": ["approvals"], "reason": ["in-a-name"]}
    return {**shared, **own, "language": ["zh", "en"], "measure": ["scouting"], "mention": ["north-park"]}


@functools.cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind][0])


def model_errors(kind: str, data: Any) -> list[str]:
    """Return the messages of the model on the data of a file, without those that no schema can give."""
    try:
        _adapter(kind).validate_python(data, context=names_of_samples())
    except ValidationError as error:
        return [each["msg"] for each in error.errors() if not _beyond(each)]
    return []


def _beyond(error: ErrorDetails) -> bool:
    """Return True if it takes more than a schema to see an error; a name that can be none is seen by a schema too."""
    found = error.get("ctx", {})
    if error["type"].startswith("unknown-") and error["type"] in BEYOND_SCHEMA - {"unknown-locale"}:
        return bool(SLUG.fullmatch(str(found.get("text", found.get("index")))))
    uncounted = error["type"] == "too_short" and bool(error["input"])  # the model counts only items without an error
    return uncounted or error["type"] in BEYOND_SCHEMA or "ascending order" in error["msg"]
