"""The readers of numbers: of every number in a text, by CLDR language, and of a figure as it is stated in Chinese."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache, partial

from briefing.numbers import chinese, chinese_grammar, english
from briefing.numbers.chinese_grammar import FIGURE
from briefing.numbers.chinese_quantity import first_bound
from briefing.numbers.grammar import scan
from briefing.numbers.numerals import EXACT, Number
from briefing.numbers.quantities import Found
from briefing.numbers.word_list import WORDS, hidden

Reader = Callable[[str], Sequence[Found]]
"""Returns every number of a text, in order."""
CACHE_SIZE = 4096
"""Texts whose numbers are kept: several checks read each text, and a form of a name stands in many."""

READERS: Mapping[str, Reader] = {
    language: lru_cache(CACHE_SIZE)(reader)
    for language, reader in {
        "zh": partial(
            scan,
            uniform=lambda text: chinese.letters(hidden(WORDS, text)),
            pattern=chinese_grammar.GRAMMAR,
            rules=chinese.RULES,
        ),
        "en": partial(
            scan, uniform=lambda text: text.translate(english.LETTERS), pattern=english.GRAMMAR, rules=english.RULES
        ),
    }.items()
}
"""The numbers of a language without a reader here are not compared."""


class Unreadable(ValueError):  # noqa: N818 - it names the text, not the fault
    """The text is not one figure as the grammar knows them."""


@dataclass(frozen=True)
class Stated:
    """A figure as it is stated: `low` equals `high` unless it is a range; `unit` is the word as it stands."""

    low: Number
    high: Number
    bound: str
    unit: str
    change: str | None = None
    """`up`, `down` or `none` if it says that something grew, fell or stayed by so much."""
    recurring: bool = False


SAME_AS = {"成": ("%", Decimal("1E1")), "折": ("%", Decimal("1E1"))}
"""Words that count in another unit: 三成 is 30%."""


def read_stated(text: str) -> Stated:
    """Read one stated figure, whole. Raises Unreadable if it is anything else than a bound, a number and a unit.

    A period alone, as 周 of 周调度, is read as 每周.
    """
    stated = text if FIGURE.fullmatch(chinese.letters(text)) else f"每{text}"
    match = FIGURE.fullmatch(chinese.letters(stated))
    with localcontext(EXACT):
        span = next(iter(chinese.RULES[match.lastgroup or ""](match)), None) if match else None
    if not match or not span or not span.number:
        raise Unreadable(text)
    low, high, *_ = span.number
    ascending, ranged = low < high, match["high"] or match["every_high"] or match["part_high"]
    bounds = [bound for group in chinese.BOUND_GROUPS if (bound := first_bound(match, group))]
    bounds += [match["several"]] if match["several"] else []
    unit = _unit_word(match, stated, span.unit.kind)
    more_than_once = match["frequency_times"] not in (None, "1", "一")
    if unit is None or more_than_once or len(bounds) + ascending > 1 or (ranged and not ascending):
        raise Unreadable(text)
    if fraction := chinese.fraction(match):
        return Stated(fraction, fraction, span.bound or "exact", unit, span.change)
    bound = "range" if ascending else span.bound or "exact"
    unit, factor = SAME_AS.get(unit, (unit, Decimal(1)))
    return Stated(low * factor, high * factor, bound, unit, span.change, recurring=match.lastgroup == "frequency")


def _unit_word(match: re.Match[str], stated: str, kind: str) -> str | None:
    """Return the unit as it stands, or the one that stands for it (一半 is 50%); None if a figure can have none."""
    if match.lastgroup == "quantity":
        group = next((group for group in ("high_unit", "unit", "currency") if match[group]), "low_end")
        unit = ("个" if match["half"] else "") + stated[slice(*match.span(group))].strip()
        return unit + "".join(f"/{each}" for each in chinese.for_each(match))
    if match.lastgroup == "frequency":
        start = max(match.end(group) for group in ("each", "every", "every_high"))
        return stated[start : match.end("period")].strip()
    return {"times": "倍", "percent": "%"}.get(kind) if match.lastgroup in ("fixed", "perhaps", "share") else None
