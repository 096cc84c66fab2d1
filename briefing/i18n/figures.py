"""Figures as readers of a language write them: scaled and grouped, exact to the last digit that was stated.

CLDR's compact formats round (2.5亿 becomes 2亿), so only their scale words are used, with exact decimals. No language
is named here: words come from `units.yaml` (units), the catalog (bounds, ranges) and CLDR (scales, grouping, plurals).
"""

import functools
import re
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal, Protocol

from babel import Locale
from babel.numbers import format_decimal, format_percent

from briefing.content.model import Unit
from briefing.i18n.catalogs import Catalog
from briefing.i18n.catalogs import marked as _
from briefing.numbers.numerals import Number, as_written, decimal

SMALLEST_SCALE = 4
"""The smallest power of ten whose scale word is used; below it digits are clearer: RMB 20,000, not 20 thousand."""
UNSCALED = {"percent", "percentage-points", "share", "multiple", "temperature", "frequency"}
"""The kinds of unit whose numbers have no scale word."""
CACHE_SIZE = 4096
"""A figure stands on several pages, and formatting a number by CLDR's rules is slow."""
Style = Literal["words", "full", "short"]
"""How a number is written: with scale words, with all its digits, or as short as in a table."""
MORE_DIGITS = 28
"""The digits that rounding may need beyond those that a number has."""
FORMS = (None, "number", "bare")
"""The forms of a figure in prose: whole, its number and bound without the unit, its number alone."""
BOUNDS = {
    "at-least": _("at least %(amount)s"), "more-than": _("more than %(amount)s"), "at-most": _("at most %(amount)s"),
    "less-than": _("less than %(amount)s"), "about": _("about %(amount)s"), "nearly": _("nearly %(amount)s"),
    "order-of-magnitude": _("in the order of %(amount)s"),
}  # fmt: skip
"""The words of each bound, to be translated; an exact figure and a range have none."""
POWERS = {
    "order-of-magnitude": _(
        "one|ten|hundred|thousand|ten-thousand|hundred-thousand|million|ten-million|hundred-million|billion|"
        "ten-billion|hundred-billion|trillion"
    ),
    "several": _(
        "several|dozens of|several hundred|several thousand|tens of thousands of|hundreds of thousands of|"
        "several million|tens of millions of|hundreds of millions of|several billion|tens of billions of|"
        "hundreds of billions of|several trillion"
    ),
}  # fmt: skip
"""The words for the powers of ten from 1 to a trillion, in an order of magnitude and in an unstated multiple."""
SIGNS = {"at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", "about": "≈", "nearly": "≈"}
"""The sign of each bound in a table; an exact figure and a range have none."""
SHORT_SCALES = _("million=m|billion=bn|trillion=tn")
"""The scale words that a table writes shorter, each with its short form."""
FRACTION = _("1|2|3|4|5|6|7|8|9|10")
"""The words for the terms of a fraction up to ten; larger ones are written in digits."""


class Quantity(Protocol):
    """A figure of the content, or anything else that can be written as one."""

    @property
    def ends(self) -> tuple[Number, Number]:
        """The lower and the upper end, which are equal unless it is a range."""

    @property
    def bound(self) -> str:
        """One of the bounds of `values.Bound`."""

    @property
    def unit(self) -> str:
        """The id of its unit."""

    @property
    def change(self) -> str | None:
        """One of the directions of `values.Direction`; None if it is a level or an amount."""

    @property
    def shown_change(self) -> str | None:
        """The same, where the name of what is measured does not say it."""

    @property
    def claim(self) -> str:
        """One of the kinds of statement of `values.Claim`."""


class FigureFormatter:
    """Formats figures in one language."""

    def __init__(self, locale: Locale, language: str, catalog: Catalog, units: Mapping[str, Unit]) -> None:
        self.locale, self.language, self.catalog, self.units = locale, language, catalog, units
        # The key has the digits, not the number: 9.5 and 9.50 are equal as numbers and written differently.
        self._formatted = functools.lru_cache(CACHE_SIZE)(self._format)

    def format(self, figure: Quantity, form: str | None = None) -> str:
        """Return a figure with its unit and bound (`at least 90 projects`, `超10亿元`), or a shorter one of `FORMS`."""
        if power := self.power_of_ten(figure, with_unit=form is None):
            return power
        amount = self._formatted(figure.unit, *map(str, figure.ends), with_unit=form is None)
        if form == "bare":
            return amount
        if figure.bound == "at-most" and self.units[figure.unit].kind == "duration":
            if figure.claim == "incentive":  # an offer lasts so long, other work is done by then
                pattern = self.catalog.pgettext("duration", "up to %(amount)s")
            else:
                pattern = self.catalog.pgettext("duration", "within %(amount)s")
        else:
            pattern = self.catalog.gettext(BOUNDS[figure.bound]) if figure.bound in BOUNDS else "%(amount)s"
        return str(pattern) % {"amount": amount}

    def alone(self, figure: Quantity) -> str:
        """Return a figure where no sentence says that it grew or fell: `up 9.5%`, `下降3.2%`."""
        if figure.change == "none":
            return str(self.catalog.gettext("unchanged"))
        written = {"amount": self.format(figure)}
        match figure.shown_change, self.units[figure.unit].kind:
            case "up", "percent":
                return str(self.catalog.pgettext("rate", "up %(amount)s")) % written
            case "up", _:
                return str(self.catalog.pgettext("amount", "up %(amount)s")) % written
            case "down", "percent":
                return str(self.catalog.pgettext("rate", "down %(amount)s")) % written
            case "down", _:
                return str(self.catalog.pgettext("amount", "down %(amount)s")) % written
        return written["amount"]

    def short(self, figure: Quantity) -> str:
        """Return a figure for a table, its bound as a sign: `≥ RMB 8 bn`, `≥80亿元`, `+9.5%`, `2–4 projects`."""
        if power := self.power_of_ten(figure):
            return power
        if figure.change == "none":
            return str(self.catalog.gettext("unchanged"))
        amount = self._formatted(figure.unit, *map(str, figure.ends), style="short")
        if figure.change:
            amount = ("+" if figure.change == "up" else "−") + amount
        if figure.bound not in SIGNS:
            return amount
        return self.catalog.gettext("%(sign)s %(amount)s") % {"sign": SIGNS[figure.bound], "amount": amount}

    def amount(self, figure: Quantity) -> str:
        """Return a figure with its unit, without its bound, unless its words hold both."""
        return self.power_of_ten(figure) or self._formatted(figure.unit, *map(str, figure.ends))

    def in_full(self, figure: Quantity) -> str:
        """Return a figure with its unit, without its bound, its digits written out: `RMB 38,760,000,000`."""
        return self.power_of_ten(figure) or self._formatted(figure.unit, *map(str, figure.ends), style="full")

    def power_of_ten(self, figure: Quantity, *, with_unit: bool = True) -> str:
        """Return an order of magnitude or an unstated multiple of a power of ten in words; empty if it is neither."""
        forms, digits = self.units[figure.unit].write[self.language], as_written(figure.ends[0])
        pattern = {"order-of-magnitude": forms.get("class"), "several": forms.get("several", forms["other"])}
        if not (found := pattern.get(figure.bound)) or digits.rstrip("0") != "1":
            return ""
        words = self.catalog.gettext(POWERS[figure.bound]).split("|")
        word = words[len(digits) - 1] if len(digits) <= len(words) else ""
        return found.replace("{number}", word) if with_unit and word else word

    def _format(self, unit_id: str, low: str, high: str, *, style: Style = "words", with_unit: bool = True) -> str:
        unit = self.units[unit_id]
        kind = unit.kind if with_unit or unit.kind != "percent" else "percentage-points"  # a sign belongs to the unit
        values = [Fraction(end) if "/" in end else Decimal(end) for end in dict.fromkeys((low, high))]
        longest = max(len(f"{decimal(value):f}") for value in values)
        with localcontext(prec=longest + MORE_DIGITS):  # exact; Babel takes milliseconds with millions of digits
            number, *above = [self.number(value, kind, in_full=style == "full") for value in values]
        if above:
            pattern = "%(low)s–%(high)s" if style == "short" else self.catalog.gettext("%(low)s to %(high)s")
            number = pattern % {"low": number, "high": above[0]}
        if style == "short":
            for pair in self.catalog.gettext(SHORT_SCALES).split("|"):
                word, _equals, letters = pair.partition("=")
                number = number.replace(word, letters)
        if not with_unit:
            return number
        patterns, largest = unit.write[self.language], decimal(values[-1])
        written = patterns.get(f"={largest.normalize():f}") or patterns.get(self.locale.plural_form(largest))
        return (written or patterns["other"]).replace("{number}", number)

    def number(self, value: Number, kind: str, *, in_full: bool = False) -> str:
        """Return a bare number of a kind of unit, scaled if the kind is: `38.76 billion`, `387.6亿`, `2/3`."""
        if isinstance(value, Fraction):
            words = dict(enumerate(self.catalog.gettext(FRACTION).split("|"), start=1))
            numerator, denominator = (words.get(term, str(term)) for term in value.as_integer_ratio())
            pattern = self.catalog.gettext("%(numerator)s/%(denominator)s")
            return str(pattern) % {"numerator": numerator, "denominator": denominator}
        if kind == "percent":
            pattern = str(self.locale.percent_formats[None].pattern)
            return format_percent(value.scaleb(-2), with_decimals(pattern, value), self.locale)
        scaled, scale_words = kind not in UNSCALED, scales(self.locale)
        usable = scale_words if scaled and not in_full else ()
        power, word = max((each for each in usable if abs(value) >= Decimal(10) ** each[0]), default=(0, "0"))
        # A language with a word for ten thousand groups digits only if no scale word keeps them few.
        grouped = (scaled and in_full) or scale_words[0][0] > SMALLEST_SCALE
        shown = value.scaleb(-power)
        digits = format_decimal(shown, with_decimals("#,##0" if grouped else "0", shown), self.locale)
        return word.replace("0", digits)


@functools.cache
def scales(locale: Locale) -> tuple[tuple[int, str], ...]:
    """Return the language's scale words as (power of ten, pattern): (8, '0亿'), (9, '0 billion')."""
    formats = locale.compact_decimal_formats
    patterns = (formats["long"] if "long" in formats else formats["short"])["other"]
    found: dict[int, str] = {}
    for size, pattern in patterns.items():
        zeros = re.search("0+", pattern.pattern)
        power = len(str(size)) - len(zeros[0]) if zeros else 0
        if power >= SMALLEST_SCALE:
            found.setdefault(power, re.sub("0+", "0", pattern.pattern))
    return tuple(found.items())


def with_decimals(pattern: str, value: Decimal) -> str:
    """Return CLDR's pattern of a number with as many decimals as the value has."""
    exponent = value.as_tuple().exponent
    return pattern.replace("0", "0." + "0" * -exponent) if isinstance(exponent, int) and exponent < 0 else pattern
