"""Page -> bytes: Jinja templates, interface words, figures and prose, all escaped and in the page's language."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_skeleton
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from briefing import prose
from briefing.catalogs import Catalog
from briefing.exports import address, alternates
from briefing.figures import Writer
from briefing.load import Site
from briefing.model import CLAIMS, ENTITY_KINDS, ROLES, UNSTATED, Language, Speech
from briefing.pages import Page
from briefing.problems import ContentError, Place, Problem

Texts = Mapping[str, str]


class Voice:
    """Everything that depends on the language of a page: words, numbers, dates, lists, prose."""

    def __init__(self, site: Site, language: Language, catalog: Catalog) -> None:
        self.language, self.catalog = language, catalog
        self.locale = Locale.parse(language.locale)
        self.writer = Writer(self.locale, language.code, catalog, site.units)

    def text(self, texts: Texts) -> str:
        """Choose the language's text."""
        return texts[self.language.code]

    def period(self, period: str) -> str:
        """Write a period: `Q1 2023`, `2023年第1季度`, `not stated`."""
        if period == UNSTATED:
            return self.catalog.gettext("period not stated")
        year, _, part = period.partition("-")
        if part.startswith("H"):
            pattern = (
                self.catalog.gettext("first half of %(year)s")
                if part == "H1"
                else self.catalog.gettext("second half of %(year)s")
            )
            return pattern % {"year": year}
        month = int(part[1:]) * 3 if part.startswith("Q") else int(part or 1)
        quarter = str(self.catalog.pgettext("CLDR skeleton of a quarter: yQQQ short, yQQQQ long", "yQQQ"))
        skeleton = quarter if part.startswith("Q") else "yMMM" if part else "y"
        return str(format_skeleton(skeleton, dt.date(int(year), month, 1), locale=self.locale))

    def citing(self, speech: Speech, base: str) -> prose.Citing:
        """Return what a text of this speech may cite, in this language."""
        return prose.Citing(speech.figures, self.writer, base)


class Renderer:
    """Renders pages of one site with one folder of templates."""

    def __init__(self, site: Site, templates: Path, catalogs: Mapping[str, Catalog], base_url: str) -> None:
        self.site, self.templates, self.base_url = site, templates, base_url
        self.voices = {each.code: Voice(site, each, catalogs[each.code]) for each in site.languages}
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        self.environment.policies["ext.i18n.trimmed"] = True
        self.environment.filters.update(FILTERS)
        self.environment.globals.update(
            href=_href, static=_static, twin=_twin, claims=CLAIMS, roles=ROLES, entity_kinds=ENTITY_KINDS
        )

    def render(self, page: Page) -> bytes:
        """Render one page. Raises ContentError, with the template's name and line, where a template fails."""
        try:
            return self.environment.get_template(page.template).render(self._context(page)).encode()
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            problem = Problem(
                self._place(error),
                "template",
                f"{error or type(error).__name__} (while rendering {page.file})",
            )
            raise ContentError([problem]) from error

    def _context(self, page: Page) -> dict[str, Any]:
        """Return what every template may use: the page, the site, and the voice of its language."""
        language = page.language or self.site.languages[0]
        voice = self.voices[language.code]
        catalog = voice.catalog
        return {
            **page.context,
            "page": page,
            "site": self.site,
            "language": language,
            "voice": voice,
            "voices": self.voices,
            "base_url": self.base_url,
            "canonical": address(self.base_url, page.folder),
            "alternates": list(alternates(self.site, page, self.base_url)),
            "gettext": catalog.gettext,
            "ngettext": catalog.ngettext,
            "pgettext": catalog.pgettext,
            "npgettext": catalog.npgettext,
        }

    def _place(self, error: Exception) -> Place:
        """Find the innermost line of a template in an error."""
        if isinstance(error, TemplateSyntaxError):
            return Place(f"{self.templates.name}/{error.name}", error.lineno)
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if Path(frame.filename).is_relative_to(self.templates)]
        if not inside:
            return Place(self.templates.name)
        name = Path(inside[-1].filename).relative_to(self.templates).as_posix()
        return Place(f"{self.templates.name}/{name}", inside[-1].lineno or 0)


def _relative(context: Context, target: str) -> str:
    """Return the relative address of a file of the site; `index.html` is named, so that it opens from a disk too."""
    page: Page = context["page"]
    return posixpath.relpath(target, "/".join(page.folder) or ".")


@pass_context
def _href(context: Context, *parts: str) -> str:
    return _relative(context, "/".join([context["language"].code, *parts, "index.html"]))


@pass_context
def _twin(context: Context, language: Language) -> str:
    page: Page = context["page"]
    return _relative(context, "/".join([language.code, *page.parts, "index.html"]))


@pass_context
def _static(context: Context, name: str) -> str:
    return _relative(context, f"static/{name}")


def _spoken(method: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of a method of Voice: it is called on the voice of the page."""

    @pass_context
    def filtered(context: Context, *values: Any) -> Any:
        return method(context["voice"], *values)

    return filtered


def _inline(voice: Voice, texts: Texts, speech: Speech, base: str = "") -> Markup:
    return prose.inline(voice.text(texts), voice.citing(speech, base))


def _plain(voice: Voice, texts: Texts, speech: Speech) -> str:
    return prose.plain(voice.text(texts), voice.citing(speech, ""))


def _block(voice: Voice, texts: Texts, speech: Speech | None = None) -> Markup:
    return prose.block(voice.text(texts), voice.citing(speech, "") if speech else None)


def _json(value: Any) -> Markup:
    """Write JSON that can stand inside a script element: no `<`, `>` or `&` is left to close it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


FILTERS: dict[str, Callable[..., Any]] = {
    "text": _spoken(Voice.text),
    "period": _spoken(Voice.period),
    "written": _spoken(lambda voice, figure: voice.writer(figure)),
    "inline": _spoken(_inline),
    "plain": _spoken(_plain),
    "block": _spoken(_block),
    "json": _json,
    "path": lambda url: urlsplit(url).path,
}
