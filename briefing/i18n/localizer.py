"""Everything on a page or in a file that depends on its language, as text: words, figures, periods, dates."""

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefing.content.model import Figure, Language, Measure, Unit
from briefing.content.site import Shared
from briefing.content.texts import Text
from briefing.content.validators import OPEN, UNSTATED
from briefing.content.values import Claim, EntityKind
from briefing.i18n.catalogs import Catalog
from briefing.i18n.catalogs import marked as _
from briefing.i18n.figures import FigureFormatter
from briefing.i18n.writing_systems import writing_system

CLAIM_NAMES: Mapping[Claim, str] = {
    "target": _("target"), "actual": _("result"), "plan": _("plan"), "incentive": _("incentive"),
    "commitment": _("commitment"), "context": _("background"),
}  # fmt: skip
ENTITY_KIND_NAMES: Mapping[EntityKind, str] = {
    "company": _("Companies"), "project": _("Projects"), "park": _("Parks and platforms"),
    "institution": _("Institutions and funds"), "programme": _("Programmes and mechanisms"), "policy": _("Policies"),
}  # fmt: skip
HALF_YEARS = {"H1": _("first half of %(year)s"), "H2": _("second half of %(year)s")}
FIRST_QUARTERS = {"Q2": _("first two quarters of %(year)s"), "Q3": _("first three quarters of %(year)s")}
TYPED_APOSTROPHE = re.compile(r"(?<=[^\W_])(?:'|&#39;)(?=[^\W_])|(?<=s)(?:'|&#39;)(?=\s)")
"""An apostrophe as it is typed, in words or in HTML: within a word, or after a plural; a quotation mark is none."""
SPACE_AFTER_FULL_WIDTH = re.compile(r"(?<=[，。、；：！？）》」])(?: (?=\S)|\n(?=[^\s<]))")
"""The space of a template after punctuation that has room of its own, within a line or before more words."""
CACHE_SIZE = 1024
"""A page has many dates and periods, few of which differ, and formatting one by CLDR's rules is slow."""


class Localizer:
    """Writes texts, figures, periods and dates in one language.

    `languages` are those of the site; the first is that of the source.
    """

    def __init__(
        self, language: Language, languages: Sequence[Language], catalog: Catalog, units: Mapping[str, Unit]
    ) -> None:
        self.language, self.source_language, self.catalog = language, languages[0], catalog
        self.tags = {each.code: each.tag for each in languages}
        self.locale = Locale.parse(language.locale)
        self.figures = FigureFormatter(self.locale, language.code, catalog, units)
        self.period = functools.lru_cache(CACHE_SIZE)(self._period)
        self.date = functools.lru_cache(CACHE_SIZE)(self._date)

    def text(self, text: Text) -> str:
        """Return a text of the content in the language."""
        return text[self.language.code]

    def typeset(self, words: str) -> str:
        """Return words or HTML with the apostrophes of the language, and no space after full-width punctuation."""
        written = writing_system(self.language)
        words = TYPED_APOSTROPHE.sub(written.apostrophe, words) if written.apostrophe else words
        return SPACE_AFTER_FULL_WIDTH.sub("", words) if written.full_width else words

    def title(self, title: Text | str) -> str:
        """Return the title of a page, which is a text of the content or a message; gettext keeps "" for itself."""
        return self.text(title) if isinstance(title, Text) else str(title and self.catalog.gettext(title))

    def join(self, *words: str) -> str:
        """Join the items of a list that stands on one line."""
        return str(self.catalog.pgettext("between sectors", "; ")).join(words)

    def claim(self, claim: Claim) -> str:
        """Return the name of a claim: `target`, `目标`."""
        return str(self.catalog.gettext(CLAIM_NAMES[claim]))

    def entity_kind(self, kind: EntityKind) -> str:
        """Return the name of a kind of entity: `Companies`, `企业`."""
        return str(self.catalog.gettext(ENTITY_KIND_NAMES[kind]))

    def _period(self, period: str) -> str:
        """Return a period or deadline as it is written: `Q1 2023`, `not stated`, `by the end of September 2023`."""
        if period == UNSTATED:
            return self.catalog.gettext("no date given")
        if period.startswith(OPEN):
            return self.catalog.gettext("by the end of %(period)s") % {"period": self.period(period.removeprefix(OPEN))}
        first, _slash, last = period.rpartition("/")
        if first:
            return self._several(first, last)
        year, _hyphen, part = period.partition("-")
        if part in HALF_YEARS:
            return self.catalog.gettext(HALF_YEARS[part]) % {"year": year}
        if part.startswith("Q"):
            pattern = str(self.catalog.pgettext("CLDR date pattern of a quarter", "QQQ y"))
            return format_date(dt.date(int(year), int(part[1:]) * 3, 1), pattern, self.locale)
        day = dt.date(int(year), int(part or 1), 1)
        return str(format_skeleton("yMMMM" if part else "y", day, locale=self.locale))

    def _several(self, first: str, last: str) -> str:
        """Return several periods by the first and the last: `2023 to 2025`, `2023年1至10月`."""
        year, _hyphen, part = last.partition("-")
        if part in FIRST_QUARTERS and first == f"{year}-Q1":
            return self.catalog.gettext(FIRST_QUARTERS[part]) % {"year": year}
        low, high = self.period(first), self.period(last)
        if part.isdigit() and first.startswith(year):
            pattern = str(self.catalog.pgettext("CLDR date pattern of the first month of several in a year", "MMMM"))
            low = format_date(dt.date(int(year), int(first[-2:]), 1), pattern, self.locale)
            pattern = str(self.catalog.pgettext("CLDR date pattern of the last month of several in a year", "MMMM y"))
            high = format_date(dt.date(int(year), int(part), 1), pattern, self.locale)
        elif not part:
            low = first
        return self.catalog.gettext("%(low)s to %(high)s") % {"low": low, "high": high}

    def when(self, said: Figure | Measure) -> str:
        """Return the period of a figure or measure, its deadline, or both: `2023, by the end of September 2023`.

        A figure that recurs at an interval and has neither is `recurring`, for its amount says when.
        """
        if isinstance(said, Figure) and said.due == UNSTATED and said.recurs:
            return str(self.catalog.gettext("recurring"))
        given = dict.fromkeys((said.period or UNSTATED, said.due))
        return self.catalog.gettext(", ").join(self.period(each) for each in given if each != UNSTATED or not said.by)

    def _date(self, date: str) -> str:
        """Return a date in full: `22 November 2026`, `2026年11月22日`."""
        return format_date(dt.date.fromisoformat(date), "long", self.locale)


def localizers(shared: Shared, catalogs: Mapping[str, Catalog]) -> Mapping[str, Localizer]:
    """Return the localizer of each language of the site, by its code, in the site's order."""
    return {
        each.code: Localizer(each, shared.languages, catalogs[each.code], shared.units) for each in shared.languages
    }
