"""Page -> bytes: Jinja templates, interface words, figures and prose, all escaped and in the page's language."""

from __future__ import annotations

import copy
import datetime as dt
import functools
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date, format_skeleton
from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from briefing.content.model import Language, Speech
from briefing.content.site import Briefing, Site
from briefing.content.texts import Text
from briefing.content.values import CLAIMS, UNSTATED, Claim
from briefing.downloads import FOLDER
from briefing.hosts.policy import content_policy
from briefing.i18n.catalogs import Catalog
from briefing.i18n.figures import Writer
from briefing.i18n.labels import CLAIMS_IN_WORDS, ENTITY_KINDS_IN_WORDS
from briefing.i18n.scripts import HAN
from briefing.markup import prose
from briefing.markup.terms import Terms, Vocabulary
from briefing.paths import files
from briefing.problems import ContentError, Position, Problem, shown
from briefing.render.assets import assets
from briefing.render.page import Page
from briefing.reviews.status import reviewed
from briefing.reviews.versions import version
from briefing.urls import absolute, alternates, relative


class Voice:
    """Everything that depends on the language of a page: words, numbers, dates, lists, prose."""

    language: Language
    catalog: Catalog
    writer: Writer

    def __init__(self, site: Site, language: Language, catalog: Catalog) -> None:
        self.language, self.catalog = language, catalog
        self.locale = Locale.parse(language.locale)
        self.writer = Writer(self.locale, language.code, catalog, site.units)
        self.tags = {each.code: each.tag for each in site.languages}
        self.source = site.languages[0]
        self.vocabulary = Vocabulary(site.glossary, language.code)
        # Every page has dates and periods, few of them different, and writing one by CLDR's rules is slow.
        self.period = functools.lru_cache(maxsize=1024)(self._period)
        self.date = functools.lru_cache(maxsize=1024)(self._date)

    def title(self, title: Text | str) -> str:
        """Write the title of a page, a text of the content or a message; gettext keeps "" for itself."""
        return self.text(title) if isinstance(title, Text) else str(title and self.catalog.gettext(title))

    def join(self, *words: str) -> str:
        """Join what stands side by side."""
        return str(self.catalog.pgettext("between sectors", "; ")).join(words)

    def claim(self, claim: Claim) -> str:
        """Name a claim: `target`, `目标`."""
        return str(self.catalog.gettext(CLAIMS_IN_WORDS[claim]))

    def tagged(self, words: str) -> Markup:
        """Escape words, marking Han in them as the source's where this language is not written in it."""
        if self.language.script == self.source.script:
            return escape(words)
        parts = re.split(f"([{HAN}]+)", words)
        mark = Markup('<span lang="{}">{}</span>')
        return Markup().join(mark.format(self.source.tag, each) if at % 2 else each for at, each in enumerate(parts))

    def text(self, texts: Text) -> str:
        """Choose the language's text."""
        return texts[self.language.code]

    def _period(self, period: str) -> str:
        """Write a period: `Q1 2023`, `2023年第一季度`, `not stated`."""
        if period == UNSTATED:
            return self.catalog.gettext("period not stated")
        year, _, part = period.partition("-")
        if part.startswith("H"):
            _ = self.catalog.gettext
            return {"H1": _("first half of %(year)s"), "H2": _("second half of %(year)s")}[part] % {"year": year}
        if part.startswith("Q"):
            pattern = str(self.catalog.pgettext("CLDR date pattern of a quarter", "QQQ y"))
            return format_date(dt.date(int(year), int(part[1:]) * 3, 1), pattern, self.locale)
        day = dt.date(int(year), int(part or 1), 1)
        return str(format_skeleton("yMMM" if part else "y", day, locale=self.locale))

    def _date(self, date: str) -> str:
        """Write a date in full: `22 November 2026`, `2026年11月22日`."""
        return format_date(dt.date.fromisoformat(date), "long", self.locale)

    def citing(self, speech: Speech, page: str = "", terms: Terms | None = None) -> prose.Citing:
        """Return what a text of this speech may cite, in this language, its records being on `page`."""
        paragraph = str(self.catalog.gettext("paragraph %(number)s"))
        return prose.Citing(speech.figures, self.writer, self.tags, paragraph, page, terms)


class Renderer:
    """Renders pages of one site with one folder of templates."""

    def __init__(
        self, site: Site, templates: Path, catalogs: Mapping[str, Catalog], base_url: str, *, pdf: bool = False
    ) -> None:
        self.templates, self.base_url, self.pdf = templates, base_url, pdf
        self.voices = {each.code: Voice(site, each, catalogs[each.code]) for each in site.languages}
        self.environment = environment(templates)
        self.assets = assets(templates)
        self.show(site)

    def of(self, part: Site) -> Renderer:
        """Return what renders a part of the site, with the same templates and voices."""
        made = copy.copy(self)
        made.show(part)
        return made

    def show(self, site: Site) -> None:
        """Render this site, or part of one, from now on."""
        self.site = site
        self._review = functools.cache(functools.partial(reviewed, site))
        self._version = functools.cache(functools.partial(version, site))

    def render(self, page: Page) -> bytes:
        """Render one page. Raises ContentError, with the template's name and line, where a template fails."""
        try:
            return self.environment.get_template(page.template).render(self._context(page)).encode()
        except TemplateNotFound as error:
            missing = Position(shown(self.templates / str(error.name)))
            raise ContentError([Problem(missing, "template", "there is no such template")]) from error
        except FAILURES as error:
            raise ContentError([Problem(self._position(error), "template", str(error))]) from error

    def _context(self, page: Page) -> dict[str, Any]:
        """Return what every template may use: the page, the site, and the voice of its language."""
        language = page.language or self.site.languages[0]
        voice = self.voices[language.code]
        rests_on = page.rests_on | self.site.shared
        names = ("gettext", "ngettext", "pgettext", "npgettext")
        return {
            **page.context,
            **{name: getattr(voice.catalog, name) for name in names},
            "_": voice.catalog.gettext,
            "page": page,
            "site": self.site,
            "language": language,
            "voice": voice,
            "voices": self.voices,
            "base_url": self.base_url,
            "assets": self.assets,
            "review": self._review(rests_on),
            "terms": Terms(voice.vocabulary),
            "version": self._version(rests_on),
            "pdf": self._pdf_link(page, language),
            "canonical": absolute(self.base_url, page.folder),
            "alternates": alternates(self.base_url, page.parts, self.site.languages, self.site.settings.fallback),
        }

    def _pdf_link(self, page: Page, language: Language) -> str:
        """Lead to the PDF of a page's briefing; empty where there is none."""
        briefing = page.context.get("briefing") if self.pdf else None
        if briefing is None:
            return ""
        folder, name = pdf_address(briefing, language)
        return relative(page.folder, (folder,), name)

    def _position(self, error: Exception) -> Position:
        """Find the innermost line of a template in an error."""
        if isinstance(error, TemplateSyntaxError):
            return Position(shown(self.templates / str(error.name)), error.lineno)
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if Path(frame.filename).is_relative_to(self.templates)]
        return (
            Position(shown(Path(inside[-1].filename)), inside[-1].lineno or 0)
            if inside
            else Position(shown(self.templates))
        )


def pdf_address(briefing: Briefing, language: Language) -> tuple[str, str]:
    """Return the folder and the name of the PDF of a briefing."""
    return FOLDER, f"{briefing.id}.{language.code}.pdf"


FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template that is wrong can raise while it is read or rendered."""


def environment(templates: Path) -> Environment:
    """Return the templates, with everything escaped and no name undefined without a word."""
    made = Environment(
        loader=_read_once(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "indent": 1}
    made.filters.update(FILTERS)
    made.globals.update(href=_href, file=_file, static=_static, twin=_twin, address=_address, claims=CLAIMS)
    made.globals.update(entity_kinds=ENTITY_KINDS_IN_WORDS, content_policy=content_policy)
    return made


def _read_once(templates: Path) -> FunctionLoader:
    """Return what loads templates as they are now: no page is half of one state of them, half of another."""
    sources = {
        path.relative_to(templates).as_posix(): (path.read_text("utf-8"), str(path), None)
        for path in (*files(templates, ".html"), *files(templates, ".css"))
    }
    return FunctionLoader(sources.get)


@pass_context
def _href(context: Context, *parts: str) -> str:
    return relative(context["page"].folder, (context["language"].code, *parts))


@pass_context
def _twin(context: Context, language: Language) -> str:
    return relative(context["page"].folder, (language.code, *context["page"].parts))


@pass_context
def _file(context: Context, *address: str) -> str:
    """Lead to a file that all languages share, by its folders and its name."""
    return relative(context["page"].folder, address[:-1], address[-1])


@pass_context
def _address(context: Context, language: Language) -> str:
    return absolute(context["base_url"], (language.code, *context["page"].parts))


@pass_context
def _static(context: Context, name: str) -> str:
    """Lead to a static file as it is published, by the name that it has among the templates."""
    asset = context["assets"].get(name)
    if asset is None:
        message = f"there is no static/{name} among the templates"
        raise TemplateRuntimeError(message)
    return relative(context["page"].folder, (), asset.name)


def _spoken(method: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of a method of Voice: it is called on the voice of the page."""

    @pass_context
    def filtered(context: Context, *values: Any) -> Any:
        return method(context["voice"], *values)

    return filtered


def _inline(voice: Voice, texts: Text, speech: Speech, page: str = "", otherwise: str = "") -> Markup:
    return prose.inline(voice.text(texts), voice.citing(speech, page), otherwise)


def _explained(voice: Voice, texts: Text, speech: Speech, terms: Terms, page: str = "") -> Markup:
    return prose.inline(voice.text(texts), voice.citing(speech, page, terms))


def _plain(voice: Voice, texts: Text, speech: Speech) -> str:
    return prose.plain(voice.text(texts), voice.citing(speech))


def _block(voice: Voice, texts: Text, speech: Speech | None = None, terms: Terms | None = None) -> Markup:
    return prose.block(voice.text(texts), voice.citing(speech, "", terms) if speech else None)


FILTERS: dict[str, Callable[..., Any]] = {
    "text": _spoken(Voice.text),
    "tagged": _spoken(lambda voice, words, other=None: (other or voice).tagged(words)),
    "period": _spoken(lambda voice, period: voice.period(period)),
    "date": _spoken(lambda voice, date: voice.date(date)),
    "written": _spoken(lambda voice, figure: voice.writer(figure)),
    "amount": _spoken(lambda voice, figure: voice.writer.amount(figure)),
    "digits": lambda value: f"{value:f}",
    "full": _spoken(lambda voice, figure: voice.writer.full(figure)),
    "inline": _spoken(_inline),
    "explained": _spoken(_explained),
    "plain": _spoken(_plain),
    "block": _spoken(_block),
    "path": lambda url: urlsplit(url).path,
}
