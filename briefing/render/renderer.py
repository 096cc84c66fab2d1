"""Page -> bytes: its template, filled with its content and the words of its language."""

import functools
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from briefing.content.site import Shared
from briefing.i18n.localizer import Localizer
from briefing.markup.terms import Terms, Vocabulary
from briefing.problems import ContentError, Position, Problem, shown
from briefing.render.assets import assets
from briefing.render.environment import IN_ERRORS, environment
from briefing.render.page import Page
from briefing.reviews.summary import review_summary
from briefing.reviews.versions import version
from briefing.urls import absolute, alternates, is_placeholder, pdf_address, relative

FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""The exceptions of a template that is wrong, while it is read or rendered."""
CACHE_SIZE = 64
"""Sets of files whose review and version are kept: many pages depend on the same one."""


@dataclass(eq=False)
class Renderer:
    """Renders the pages of every unit of a site with one folder of templates, which it reads once.

    `localizers` are by language code; `template_globals` are names that every template sees; with `pdf`, pages link
    the PDF of their briefing. Raises ContentError if a static file is a link to something outside of the templates.
    """

    shared: Shared
    localizers: Mapping[str, Localizer]
    templates: Path
    base_url: str
    template_globals: Mapping[str, Any]
    pdf: bool = False

    def __post_init__(self) -> None:
        self.environment = environment(self.templates, self.template_globals)
        self.assets = assets(self.templates)
        self.vocabularies = {code: Vocabulary(self.shared.glossary, code) for code in self.localizers}
        self._review = functools.lru_cache(CACHE_SIZE)(review_summary)
        self._version = functools.lru_cache(CACHE_SIZE)(version)

    def render(self, page: Page) -> bytes:
        """Return the HTML of a page. Raises ContentError, with the template's name and line, if a template fails."""
        try:
            context = self._context(page)
            localizer: Localizer = context["localizer"]
            return localizer.typeset(self.environment.get_template(page.template).render(context)).encode()
        except TemplateNotFound as error:
            missing = Position(shown(self.templates / str(error.name)))
            raise ContentError([Problem(missing, "template", "there is no such template")]) from error
        except FAILURES as error:
            raise ContentError([Problem(self._position(error), "template", str(error))]) from error

    def _context(self, page: Page) -> dict[str, Any]:
        """Return the names that the template of a page sees."""
        language = page.language or self.shared.languages[0]
        localizer, unit = self.localizers[language.code], page.unit
        depends_on = page.depends_on | unit.shared.file_names
        pdf = ""
        if self.pdf and page.briefing:
            folder, name = pdf_address(page.briefing.id, language.code)
            pdf = relative(page.folder, (folder,), name)
        return {
            **vars(page.content),
            **{name: getattr(localizer.catalog, name) for name in ("gettext", "ngettext", "pgettext", "npgettext")},
            "_": localizer.catalog.gettext,
            "page": page,
            "shared": unit.shared,
            "briefing": page.briefing,
            "language": language,
            "localizer": localizer,
            "localizers": self.localizers,
            "published": not is_placeholder(self.base_url),
            "base_url": self.base_url,
            "assets": self.assets,
            "review": self._review(unit, depends_on),
            "version": self._version(unit, depends_on),
            "terms": Terms(self.vocabularies[language.code]),
            "pdf": pdf,
            "canonical": absolute(self.base_url, page.folder),
            "alternates": alternates(self.base_url, page.parts, localizer.tags, self.shared.settings.fallback),
        }

    def _position(self, error: Exception) -> Position:
        """Return the innermost line of a template in an error, or the folder of the templates if there is none."""
        if isinstance(error, TemplateSyntaxError):
            return Position(shown(self.templates / str(error.name)), error.lineno)
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.startswith(IN_ERRORS):
                return Position(shown(self.templates / frame.filename.removeprefix(IN_ERRORS)), frame.lineno or 0)
        return Position(shown(self.templates))
