"""A figure written for readers: scaled and grouped as each language does, exact to the last digit that was stated.

CLDR's compact formats round (2.5亿 becomes 2亿), so only their scale words are used, with exact decimals. A language's
words come from `units.yaml` (units), its catalog (bounds, ranges) and CLDR (scales, grouping, plurals): none is
named here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from babel import Locale
from babel.numbers import format_decimal, format_percent

if TYPE_CHECKING:
    from briefing.content.model import Unit
    from briefing.i18n.catalogs import Catalog

SMALLEST_SCALE = 4
"""Powers of ten below which digits are clearer than a scale word: RMB 20,000, not 20 thousand."""
UNSCALED = {"percent", "percentage-points", "frequency"}


class Quantity(Protocol):
    """What can be written: a figure of the content, or anything else with these three."""

    @property
    def ends(self) -> tuple[Decimal, Decimal]: ...  # noqa: D102
    @property
    def bound(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102


def bounded(catalog: Catalog, bound: str, kind: str, amount: str) -> str:
    """Put the words of a bound round a written amount, in the catalog's language."""
    if bound == "at-most" and kind == "duration":
        return str(catalog.pgettext("duration", "within %(amount)s")) % {"amount": amount}
    _ = catalog.gettext
    patterns = {
        "at-least": _("at least %(amount)s"),
        "more-than": _("more than %(amount)s"),
        "at-most": _("at most %(amount)s"),
        "less-than": _("less than %(amount)s"),
        "about": _("about %(amount)s"),
        "nearly": _("nearly %(amount)s"),
    }
    return str(patterns.get(bound, "%(amount)s")) % {"amount": amount}


class Writer:
    """Writes figures in one language."""

    def __init__(self, locale: Locale, language: str, catalog: Catalog, units: Mapping[str, Unit]) -> None:
        self.locale, self.language, self.catalog, self.units = locale, language, catalog, units
        # A figure stands on several pages, and formatting a number by CLDR's rules is slow. What was written is kept by
        # its digits: 9.5 and 9.50 are equal as numbers.
        self._written = functools.lru_cache(maxsize=4096)(self._amount)

    def __call__(self, figure: Quantity) -> str:
        """Write a figure with its unit and bound: `at least 90 projects`, `超10亿元`."""
        return bounded(self.catalog, figure.bound, self.units[figure.unit].kind, self.amount(figure))

    def amount(self, figure: Quantity) -> str:
        """Write a figure with its unit, without its bound."""
        return self._written(figure.unit, *map(str, figure.ends))

    def full(self, figure: Quantity) -> str:
        """Write a figure without its bound and with every digit, none in a scale word: `RMB 38,760,000,000`."""
        return self._written(figure.unit, *map(str, figure.ends), whole=True)

    def _amount(self, name: str, low: str, high: str, *, whole: bool = False) -> str:
        unit, write = self.units[name], self._all_digits if whole else self.number
        numbers = [write(Decimal(end), unit.kind) for end in dict.fromkeys((low, high))]
        number = numbers[0]
        if len(numbers) > 1:
            number = self.catalog.gettext("%(low)s to %(high)s") % {"low": numbers[0], "high": numbers[1]}
        return self._pattern(unit, Decimal(high)).replace("{number}", number)

    def number(self, value: Decimal, kind: str) -> str:
        """Write a bare number, scaled where the unit's kind is: `38.76 billion`, `387.6亿`, `20,000`."""
        if kind == "percent":
            return format_percent(value.scaleb(-2), _exact(self._percent, _decimals(value)), self.locale)
        power, word = 0, "0"
        if kind not in UNSCALED:
            power, word = max(
                (scale for scale in scales(self.locale) if value >= Decimal(10) ** scale[0]), default=(0, "0")
            )
        scaled = value.scaleb(-power)
        return word.replace("0", format_decimal(scaled, _exact(self._digits, _decimals(scaled)), self.locale))

    def _all_digits(self, value: Decimal, kind: str) -> str:
        if kind in UNSCALED:
            return self.number(value, kind)
        return format_decimal(value, _exact("#,##0", _decimals(value)), self.locale)

    @property
    def _digits(self) -> str:
        """Group digits only where they run past four: a language with a word for ten thousand never needs it."""
        return "0" if scales(self.locale)[0][0] == SMALLEST_SCALE else "#,##0"

    @property
    def _percent(self) -> str:
        return str(self.locale.percent_formats[None].pattern)

    def _pattern(self, unit: Unit, value: Decimal) -> str:
        forms = unit.write[self.language]
        exact = f"={value.normalize():f}"
        return forms.get(exact) or forms.get(self.locale.plural_form(value)) or forms["other"]


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


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _exact(pattern: str, decimals: int) -> str:
    return pattern.replace("0", "0." + "0" * decimals) if decimals else pattern
