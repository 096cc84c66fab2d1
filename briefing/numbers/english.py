"""Every number in an English text, with its value, kind and bound."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.numbers import english_calendar
from briefing.numbers.english_grammar import GRAMMAR, PLURAL
from briefing.numbers.english_numerals import read, scale
from briefing.numbers.english_words import (
    AFTER,
    BEFORE,
    CHANGES,
    CROSSING,
    FIXED,
    OF_MONEY,
    OF_PLACE,
    ONES,
    PARTS,
    PERHAPS,
    PERIODS,
    SPANNING,
    UNIT_FORMS,
    WEEKDAYS,
)
from briefing.numbers.measures import (
    AMOUNT,
    COUNT,
    CURRENCIES,
    MEASURES,
    NUMBER,
    ORDINAL,
    PERCENT,
    TIMES,
    Measure,
    every,
)
from briefing.numbers.phrases import (
    Numeral,
    Phrase,
    Rules,
    date,
    often,
    one,
    quantity,
    range_of,
    ratio,
    scan,
    share,
)
from briefing.numbers.quantities import Found

FLAT = str.maketrans("\n\t\r\u00a0\u202f\u2011’０１２３４５６７８９", "     -'0123456789") | {
    ord("A") + place: ord("a") + place for place in range(26)
}
"""Letters, spaces and hyphens made uniform, character by character."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
CHANGED = re.compile(rf"(?<![a-z])(?:{'|'.join(CHANGES)})[^.;]*from $")
MULTIPLE = re.compile(r"[ ](?:the|as|that|its|their|of|more|higher|larger|greater|bigger|what)(?![a-z])")
COUNTED = re.compile(
    r"(?:[0-9]%?|(?:[^a-z]|^)(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|[a-z]+illion))[^.,;:]*$"
)
"""What stands before a recurring `a month`: a number of something."""
AGO = re.compile(r"[ ]ago(?![a-z])")
COMPARED = ("higher than", "lower than", "greater than", "less than", "more than", "fewer than")
"""What may compare with a time: higher than five years ago."""
HALF = Decimal("0.5")
LISTED = re.compile(r"[0-9](?:[ -]?(?:[a-z]*illion|bn|mn?|tn|%|per cent|percent))?(?: (?:yuan|dollars))?, $")
"""What stands before the last two of a list: 1 billion, 5 billion or 10 billion."""
MARK = re.compile(r"[ -](?:mark|threshold|barrier|milestone)(?![a-z])")
"""What a bound may be named by: passed the 10 billion yuan mark."""
SMALL = 10
"""Below this, `around` before a number in words may say where."""
ODD = {"-odd": "more-than", "-plus": "at-least", "+": "at-least"}


def find(text: str) -> list[Found]:
    """Return every number in an English text, in order and without overlaps."""
    return scan(text, text.translate(FLAT), GRAMMAR, RULES)


def _skip(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(*match.span())]


def _perhaps(match: re.Match[str]) -> list[Phrase]:
    kind, value = PERHAPS[match["perhaps"]]
    start, bound = _before(match, Measure(kind))
    return [Phrase(start, match.end(), quantity(Measure(kind), one(value), bound, certain=False))]


def _times_per(match: re.Match[str]) -> list[Phrase]:
    """Once a week, at least twice a month, three times every two years."""
    words = {"once": one(1), "twice": one(2), "thrice": one(3)}
    times = words.get(match["howoften"]) or read(match["howoften"].removesuffix(" times"))
    period, number = MEASURES[_period(match["spell"])], read(match["spells"]) if match["spells"] else one(1)
    start, bound = _before(match, every(period))
    return [Phrase(start, match.end(), often(period, number, times, bound))] if times.low else [Phrase(*match.span())]


def _lately(match: re.Match[str]) -> list[Phrase]:
    """Read `the past year` as one year, though last year need be none."""
    return [Phrase(*match.span(), quantity(MEASURES[UNIT_FORMS[match["lastly"]]], one(1), certain=False))]


def _period(word: str) -> str:
    return "week" if word in WEEKDAYS else PERIODS.get(word) or PERIODS[word.removesuffix("s")]


def _every(match: re.Match[str]) -> list[Phrase]:
    """Every week, each month, every other week, every 2 to 3 months, every half-month."""
    low = read(match["low1"]) if match["low1"] else one(HALF if match["everyhalf"] else 2 if match["other"] else 1)
    high = read(match["high1"]) if match["high1"] else low
    period = MEASURES[_period(match["everyunit"])]
    start, bound = _before(match, every(period))
    return [Phrase(start, match.end(), often(period, low._replace(high=high.high), one(1), bound))]


def _share(match: re.Match[str]) -> list[Phrase]:
    """Two thirds, a quarter, half."""
    count, _, part = match["share"].replace("-", " ").partition(" ")
    start, bound = _before(match, PERCENT)
    half = share(one(1), one(2))
    number = share(one(ONES.get(count, 1)), one(PARTS[part.removesuffix("s")])) if part else half
    return [Phrase(start, match.end(), quantity(PERCENT, number, bound))]


def _fold(match: re.Match[str]) -> list[Phrase]:
    start, bound = _before(match, TIMES)
    return [Phrase(start, match.end(), quantity(TIMES, read(match["folds"]), bound))]


def _fixed(match: re.Match[str]) -> list[Phrase]:
    kind, value, bound = FIXED[match["fixed"]]
    start, stated = _before(match, Measure(kind))
    return [Phrase(start, match.end(), quantity(Measure(kind), one(value), stated or bound))]


def _half_unit(match: re.Match[str]) -> list[Phrase]:
    """Half a year, half-month, half an hour."""
    measure = MEASURES[UNIT_FORMS[match["halfof"]]]
    start, bound = _before(match, measure)
    return [Phrase(start, match.end(), quantity(measure, one(HALF), bound))]


def _a(match: re.Match[str]) -> list[Phrase]:
    """Read `within a year` as lasting, `a year and a half` as eighteen months, `twelve meetings a month` as recurring.

    A year need not be either: an output of so many tonnes a year is 年产 as well as 每年.
    """
    measure = MEASURES[UNIT_FORMS[match["aunit"]]]
    number = one(1 + HALF if match["andhalf"] else 1)
    start, bound = _before(match, measure)
    if match["andhalf"] or match["before"] in BEFORE or match["alimit"]:
        return [Phrase(start, match.end(), quantity(measure, number, bound or AFTER.get(match["alimit"] or "")))]
    often_so = match["aunit"] not in ("year", "hour") and bool(COUNTED.search(match.string, max(0, start - 40), start))
    return [Phrase(start, match.end(), quantity(every(measure), number, bound, certain=often_so))]


def _amount(match: re.Match[str]) -> list[Phrase]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low = read(match["low"])
    low = low.plus(HALF) if match["lowhalf"] or match["tail"] else low
    both = _range(match, low) if match["high"] else None
    if match["high"] and _changing(match, ascending=both is not None):
        return _change(match, both or low)
    number, unit = (both or low), match["unit"] or (match["highunit"] if both else "")
    measure = _measure(match, number, unit)
    start, bound = _before(match, measure)
    end, after = (match.end("end"), match["after"]) if both or not match["high"] else (match.end("stop"), None)
    stated = (
        bound if bound is not None else ODD.get(match["highodd" if both else "odd"] or "") or AFTER.get(after or "")
    )
    certain = low.text not in ("one", "zero") or measure.kind not in ("count", "number")
    return [Phrase(start, match.end() if after else end, quantity(measure, number, stated, certain=certain))]


def _changing(match: re.Match[str], *, ascending: bool) -> bool:
    """Say whether `from 10 to 15` is a change, where each number stands for itself."""
    go = match.start("before") if match["before"] else match.end("go")
    after_from = match.string.endswith("from ", 0, go) and not YEAR.fullmatch(match["low"])
    return after_from and (not ascending or bool(CHANGED.search(match.string, max(0, go - 80), go)))


def _change(match: re.Match[str], low: Numeral) -> list[Phrase]:
    """Read both numbers of a change; either may leave its unit to the other."""
    ends = (low._replace(high=low.low), read(match["high"]))
    units = (match["unit"] or match["highunit"], match["highunit"] or match["unit"])
    first, second = (_measure(match, end, unit) for end, unit in zip(ends, units, strict=True))
    start, bound = _before(match, first)
    return [
        Phrase(start, match.end("stop"), quantity(first, ends[0], bound)),
        Phrase(match.start("currency2" if match["currency2"] else "high"), match.end("end"), quantity(second, ends[1])),
    ]


def _half(match: re.Match[str]) -> list[Phrase]:
    """Half is a share for certain only with a bound or what it is half of; else as in half-finished it need not be."""
    start, bound = _before(match, PERCENT)
    return [Phrase(start, match.end(), quantity(PERCENT, one(50), bound, certain=bound is not None))]


def _range(match: re.Match[str], low: Numeral) -> Numeral | None:
    """Return the range; the first number may leave its unit and its scale to the second, and not have another unit."""
    high = read(match["high"])
    if " or " in match.string[match.end("stop") : match.start("high")] and LISTED.search(
        match.string, max(0, match.end("go") - 24), match.start("before") if match["before"] else match.end("go")
    ):
        return None
    units = {UNIT_FORMS[unit] for unit in (match["unit"], match["highunit"]) if unit}
    units |= {CURRENCIES[match["currency2"].strip(" *")]} if match["currency2"] else set()
    if len(units) > 1:
        return None
    shared = None if match["unit"] or match["currency2"] or scale(low.text) else scale(high.text)
    return range_of(low, high, shared, years=bool(YEAR.fullmatch(low.text)) and not units)


def _measure(match: re.Match[str], number: Numeral, unit: str | None) -> Measure:
    """Return what a number counts in; with neither unit nor noun it may be anything, scaled it is most often money."""
    if unit and UNIT_FORMS[unit] != "times":
        return MEASURES[UNIT_FORMS[unit]]
    if match["currency"]:
        return MEASURES[CURRENCIES[match["currency"].strip(" *")]]
    if unit:
        return TIMES if MULTIPLE.match(match.string, match.end("stop")) else NUMBER
    if PLURAL.match(match.string, match.end("end")) and not YEAR.fullmatch(number.text):
        return COUNT
    return AMOUNT if number.scaled else NUMBER


def _before(match: re.Match[str], measure: Measure) -> tuple[int, str | None]:
    """Return where the phrase begins and the bound that stands before its number.

    Over and in say when before a time (over the past three years); under and around may say where.
    """
    word, start = match["before"], match.end("go")
    if not word:
        return start, None
    if word in COMPARED and AGO.match(match.string, match.end("stop")):
        return start, None
    if measure.kind.startswith("duration") and (word in SPANNING or (match["when"] and word != "within")):
        return start, ""
    counted = measure.kind in ("count", "number")
    low = read(match["low"] or "1")
    placed = counted and (
        word == "within" or (word in OF_PLACE and not low.written_in_digits and (word != "around" or low.low < SMALL))
    )
    priced = word in OF_MONEY and not low.scaled and (counted or measure == ORDINAL)
    priced |= word in CROSSING and not low.scaled and not measure.kind.startswith(("money", "percent"))
    the = match["the"] and not MARK.match(match.string, match.end("end"))
    if word not in BEFORE or the or match["when"] or placed or priced:
        return start, None
    return match.start("before"), BEFORE[word]


RULES: Rules = {
    "vague": _skip,
    "date": date,
    "ratio": ratio,
    "quarter": english_calendar.quarter,
    "decade": english_calendar.decade,
    "sign": english_calendar.quarter_sign,
    "half": english_calendar.half,
    "rank": english_calendar.rank,
    "label": english_calendar.label,
    "daymonth": english_calendar.day_and_month,
    "month": english_calendar.month,
    "per": english_calendar.per,
    "adverb": english_calendar.adverb,
    "perhapsadverb": english_calendar.perhaps_adverb,
    "perhaps": _perhaps,
    "lately": _lately,
    "timesper": _times_per,
    "every": _every,
    "share": _share,
    "fold": _fold,
    "fixed": _fixed,
    "halfunit": _half_unit,
    "a": _a,
    "amount": _amount,
    "halfish": _half,
}
"""How each alternative of the grammar is read."""
