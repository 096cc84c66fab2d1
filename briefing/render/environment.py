"""The Jinja environment: templates read once, everything escaped, and the filters and functions that they may use."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateRuntimeError, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.content.model import Language, Speech
from briefing.content.site import Briefing
from briefing.content.texts import Text
from briefing.content.values import CLAIMS, ROLES
from briefing.i18n.localizer import Localizer
from briefing.i18n.relations import relations
from briefing.markup import prose
from briefing.markup.prose import Citations
from briefing.markup.terms import Terms
from briefing.numbers.numerals import decimal
from briefing.paths import files
from briefing.render import charts as drawn
from briefing.render.charts.words import ems, wrapped
from briefing.urls import STATIC, absolute, is_placeholder, overview_parts, relative


class CompiledTemplates(BytecodeCache):
    """Keeps templates compiled, in memory: one that is the same in the next build is not compiled again."""

    MOST = 1024

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it has been compiled."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if len(self._codes) == self.MOST:
            self._codes.clear()
        self._codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()
IN_ERRORS = "template:"
"""Stands before the name of a template where Python names the file of a line."""


def environment(templates: Path, template_globals: Mapping[str, Any]) -> Environment:
    """Return the environment of a folder of templates; a name that is not defined is an error.

    The templates are read now, so that no page shows a template that is half saved or newer than the others. A
    line of a template is named by `IN_ERRORS` and the template's name, wherever its folder lies.
    """
    paths = (path for suffix in (".html", ".css", ".svg") for path in files(templates, suffix))
    names = {path.relative_to(templates): path for path in paths}
    texts = {
        name.as_posix(): (path.read_text("utf-8"), f"{IN_ERRORS}{name.as_posix()}", None)
        for name, path in names.items()
        if STATIC not in name.parts[:1]
    }
    made = Environment(
        loader=FunctionLoader(texts.get),
        bytecode_cache=COMPILED,
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
    made.tests["narrower"] = lambda words, most: ems(words) < most
    made.globals.update(
        charts=charts,
        href=href,
        overview=overview,
        file=file,
        static=static,
        address=address,
        claims=CLAIMS,
        sector_roles=ROLES,
    )
    made.globals.update(template_globals)
    return made


@pass_context
def href(context: Context, *parts: str, language: Language | None = None) -> str:
    """Return the address of a page by its folders, in the language of this one if no other is given.

    It is relative, except in a graphic, which is sent on alone.
    """
    target = ((language or context["language"]).code, *parts)
    if context["page"].name.endswith(".svg"):
        return absolute(context["base_url"], target)
    return relative(context["page"].folder, target)


@pass_context
def overview(context: Context, briefing_id: str) -> str:
    """Return the relative address of the overview of a briefing in the language of this page."""
    parts = overview_parts(briefing_id, context["shared"].briefing_ids)
    return relative(context["page"].folder, (context["language"].code, *parts))


@pass_context
def file(context: Context, *address: str) -> str:
    """Return the relative address of a file that all languages share, by its folders and its name."""
    return relative(context["page"].folder, address[:-1], address[-1])


@pass_context
def address(context: Context, language: Language) -> str:
    """Return the absolute address of the page in a language; within the site, if the site has no address yet."""
    base_url = "" if is_placeholder(context["base_url"]) else context["base_url"]
    return absolute(base_url, (language.code, *context["page"].parts))


@pass_context
def charts(context: Context, briefing: Briefing) -> Mapping[str, drawn.Forms | None]:
    """Return the graphics of a briefing, by name, in the language of the page."""
    return drawn.charts(briefing, context["language"].code)


@pass_context
def static(context: Context, name: str) -> str:
    """Return the relative address of a static file, by its name among the templates."""
    asset = context["assets"].get(name)
    if asset is None:
        raise TemplateRuntimeError(f"there is no static/{name} among the templates")
    return relative(context["page"].folder, (), asset.name)


def localized(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that calls a function with the localizer of the page before its own arguments."""

    @pass_context
    def filtered(context: Context, *values: Any) -> Any:
        return function(context["localizer"], *values)

    return filtered


def inline(localizer: Localizer, text: Text, speech: Speech, page: str = "", link: str = "") -> Markup:
    """Return a line of a speech as HTML; `page` is the address of its page, `link` that of a text without citations."""
    return prose.inline(localizer.text(text), Citations(localizer, speech, page), link)


def explained(localizer: Localizer, text: Text, speech: Speech, terms: Terms, page: str = "") -> Markup:
    """Return a line of a speech as HTML, with the terms that the page uses in it for the first time explained."""
    return prose.inline(localizer.text(text), Citations(localizer, speech, page, terms))


def block(localizer: Localizer, text: Text, speech: Speech | None = None, terms: Terms | None = None) -> Markup:
    """Return Markdown as HTML; only that of a speech has citations."""
    return prose.block(localizer.text(text), Citations(localizer, speech, terms=terms) if speech else None)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "text": localized(Localizer.text),
    "tagged": localized(lambda localizer, words, other=None: prose.tag_source_words(words, other or localizer)),
    "period": localized(lambda localizer, period: localizer.period(period)),
    "when": localized(Localizer.when),
    "relations": localized(relations),
    "date": localized(lambda localizer, date: localizer.date(date)),
    "written": localized(lambda localizer, figure: localizer.figures.alone(figure)),
    "short": localized(lambda localizer, figure: localizer.figures.short(figure)),
    "amount": localized(lambda localizer, figure: localizer.figures.amount(figure)),
    "full": localized(lambda localizer, figure: localizer.figures.in_full(figure)),
    "digits": lambda value: f"{decimal(value):f}",
    "inline": localized(inline),
    "explained": localized(explained),
    "plain": localized(lambda localizer, text, speech: prose.plain(localizer.text(text), Citations(localizer, speech))),
    "block": localized(block),
    "wrapped": wrapped,
    "ems": ems,
    "path": lambda url: urlsplit(url).path,
}
"""`tagged` marks the source's words by `lang` in words of the page, or of another language whose localizer is given."""
