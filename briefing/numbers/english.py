"""The rules that read the alternatives of the English grammar: the value, kind and bound of each number."""

import re
from decimal import Decimal
from string import ascii_lowercase, ascii_uppercase

from briefing.numbers import english_calendar
from briefing.numbers import english_words as words
from briefing.numbers.english_grammar import PLURAL
from briefing.numbers.english_numerals import numeral
from briefing.numbers.grammar import Rule, Span, by_name, date, interval, per_cent, ratio, skip
from briefing.numbers.numerals import Numeral, plain, range_of
from briefing.numbers.units import COUNT, CURRENCIES, NUMBER, ORDINAL, PERCENT, SCALED, TIMES, UNITS, UnitOfMeasure

LETTERS = str.maketrans(
    "\n\t\r\u00a0\u202f\u2011’０１２３４５６７８９" + ascii_uppercase, "     -'0123456789" + ascii_lowercase
)
"""Makes letters, spaces and hyphens uniform, character by character."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
CHANGED = re.compile(rf"(?<![a-z])(?:{words.CHANGES})[^.;]*from $")
MULTIPLE = re.compile(r"[ ](?:the|as|that|its|their|of|more|higher|larger|greater|bigger|what)(?![a-z])")
"""Words after `times` where it multiplies; elsewhere (`five times`) it counts."""
COUNTED = re.compile(
    r"(?:[0-9]%?|(?:[^a-z]|^)(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|[a-z]+illion))[^.,;:]*$"
)
"""A number of something before `a month`, which then recurs: twelve meetings a month."""
AGO = re.compile(r"[ ]ago(?![a-z])")
COMPARED = ("higher than", "lower than", "greater than", "less than", "more than", "fewer than")
"""Words that may compare with a time: higher than five years ago."""
HALF = Decimal("0.5")
LISTED = re.compile(r"[0-9](?:[ -]?(?:[a-z]*illion|bn|mn?|tn|%|per cent|percent))?(?: (?:yuan|dollars))?, $")
"""The text before the last two numbers of a list: 1 billion, 5 billion or 10 billion."""
MARK = re.compile(r"[ -](?:mark|threshold|barrier|milestone)(?![a-z])")
"""Nouns of a bound, whose number has an article: passed the 10 billion yuan mark."""
SMALL = 10
"""Below this, `around` before a number in words may say where."""
ODD = {"-odd": "more-than", "-plus": "at-least", "+": "at-least"}


def times(match: re.Match[str]) -> list[Span]:
    """Read `once a week`, `at least twice a month`, `three times every two years`."""
    adverbs = {"once": "one", "twice": "two", "thrice": "three"}
    count = numeral(adverbs.get(match["how_often"]) or match["how_often"].removesuffix(" times"))
    period, number = UNITS[words.UNIT_WORDS[match["times_period"]]], numeral(match["times_number"] or "one")
    return _bounded(match, *interval(period, number, count)) if count.low else skip(match)


def every(match: re.Match[str]) -> list[Span]:
    """Read `every week`, `every Monday`, `every other week`, `every 2 to 3 months`, `every half-month`."""
    low = plain(HALF if match["every_half"] else 2 if match["every_other"] else 1)
    low = numeral(match["every_low"]) if match["every_low"] else low
    high = numeral(match["every_high"]) if match["every_high"] else low
    period = UNITS[words.UNIT_WORDS.get(match["every_period"], "week")]
    return _bounded(match, period.as_interval(), low._replace(high=high.high))


def share(match: re.Match[str]) -> list[Span]:
    """Read `two thirds`, `a quarter`, `half`."""
    count, _, part = match["share"].replace("-", " ").partition(" ")
    whole = words.PARTS[part.removesuffix("s")] if part else 2
    return _bounded(match, PERCENT, per_cent(plain(words.ONES.get(count, 1)), plain(whole)))


def fixed(match: re.Match[str]) -> list[Span]:
    """Read `doubled` and `twice`; and `both`, `pair`, `secondary`, which need not be numbers."""
    word = match["fixed"] or match["perhaps"]
    kind, value, bound = (words.FIXED.get(word) or words.PERHAPS[word]).split()
    return _bounded(match, UnitOfMeasure(kind), plain(value), bound, certain=word in words.FIXED)


def a_period(match: re.Match[str]) -> list[Span]:
    """Read `within a year` as lasting, `a year and a half` as eighteen months, `twelve meetings a month` as recurring.

    A year need not be either: an output of so many tonnes a year is 年产 as well as 每年.
    """
    unit, number = UNITS[words.UNIT_WORDS[match["a_unit"]]], plain(1 + HALF if match["a_half"] else 1)
    start, bound = _before(match, unit)
    if match["a_half"] or match["before"] in words.BEFORE or match["a_after"]:
        return [Span(start, match.end(), unit, number, bound or words.AFTER.get(match["a_after"] or ""))]
    counted = COUNTED.search(match.string, max(0, start - 40), start)
    certain = match["a_unit"] not in ("year", "hour") and bool(counted)
    return [Span(start, match.end(), unit.as_interval(), number, bound, certain)]


def quantity(match: re.Match[str]) -> list[Span]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low = numeral(match["low"])
    low = low.map(lambda end: end + HALF) if match["low_half"] or match["tail"] else low
    start = match.start("before") if match["before"] else match.end("number_start")
    both = _range(match, low, start) if match["high"] else None
    number = both or low
    after_from = match["high"] and match.string.endswith("from ", 0, start) and not YEAR.fullmatch(match["low"])
    if after_from and (not both or CHANGED.search(match.string, max(0, start - 80), start)):
        return _change(match, number)
    unit = _unit(match, number, match["unit"] or (match["high_unit"] if both else ""))
    start, bound = _before(match, unit)
    end, after = (match.end("high_end"), match["after"]) if both or not match["high"] else (match.end("low_end"), None)
    if bound is None:
        bound = ODD.get(match["high_odd" if both else "odd"] or "") or words.AFTER.get(after or "")
    certain = low.text not in ("one", "zero") or unit.kind not in ("count", "number")
    return [Span(start, match.end() if after else end, unit, number, bound, certain)]


def _change(match: re.Match[str], low: Numeral) -> list[Span]:
    """Read both numbers of a change (`raised from 10 to 15`); either may leave its unit to the other."""
    low, high = low._replace(high=low.low), numeral(match["high"])
    unit = _unit(match, low, match["unit"] or match["high_unit"])
    high_unit = _unit(match, high, match["high_unit"] or match["unit"])
    start, bound = _before(match, unit)
    high_start = match.start("high_currency" if match["high_currency"] else "high")
    return [
        Span(start, match.end("low_end"), unit, low, bound),
        Span(high_start, match.end("high_end"), high_unit, high),
    ]


def _range(match: re.Match[str], low: Numeral, start: int) -> Numeral | None:
    """Return the range, None if these are two numbers; the first may leave its unit and its scale to the second."""
    high = numeral(match["high"])
    is_either = " or " in match.string[match.end("low_end") : match.start("high")]
    if is_either and LISTED.search(match.string, max(0, match.end("number_start") - 24), start):
        return None
    units = {words.UNIT_WORDS[word] for word in (match["unit"], match["high_unit"]) if word}
    units |= {CURRENCIES[match["high_currency"].strip(" *")]} if match["high_currency"] else set()
    if len(units) > 1:
        return None
    scale = None if match["unit"] or match["high_currency"] or low.scale else high.scale
    return range_of(low, high, scale, years=bool(YEAR.fullmatch(low.text)) and not units)


def _unit(match: re.Match[str], number: Numeral, word: str | None) -> UnitOfMeasure:
    """Return the unit of a number; with neither unit nor noun it may be anything, scaled it is most often money."""
    if word and words.UNIT_WORDS[word] != "times":
        return UNITS[words.UNIT_WORDS[word]]
    if match["currency"]:
        return UNITS[CURRENCIES[match["currency"].strip(" *")]]
    if word:
        return TIMES if MULTIPLE.match(match.string, match.end("low_end")) else NUMBER
    if PLURAL.match(match.string, match.end("high_end")) and not YEAR.fullmatch(number.text):
        return COUNT
    return SCALED if number.scaled else NUMBER


def _bounded(
    match: re.Match[str], unit: UnitOfMeasure, number: Numeral, bound: str | None = None, *, certain: bool = True
) -> list[Span]:
    """Return one span of all that was matched; a bound before the number takes the place of `bound`."""
    start, before = _before(match, unit)
    return [Span(start, match.end(), unit, number, bound if before is None else before, certain)]


def _before(match: re.Match[str], unit: UnitOfMeasure) -> tuple[int, str | None]:
    """Return where the quantity begins, and the bound that stands before its number.

    Over and in say when before a time (over the past three years); under and around may say where.
    """
    word, start = match["before"], match.end("number_start")
    if not word or (word in COMPARED and AGO.match(match.string, match.end("low_end"))):
        return start, None
    if unit.kind.startswith("duration") and (word in words.SPANNING or (match["when"] and word != "within")):
        return start, ""
    counted = unit.kind in ("count", "number")
    low = numeral(match["low"] or "1")
    where = word in words.OF_PLACE and not low.text[:1].isdecimal() and (word != "around" or low.low < SMALL)
    placed = counted and (where or word == "within")
    priced = word in words.OF_MONEY and not low.scaled and (counted or unit == ORDINAL)
    priced |= word in words.CROSSING and not low.scaled and not unit.kind.startswith(("money", "percent"))
    the = match["the"] and not MARK.match(match.string, match.end("high_end"))
    if word not in words.BEFORE or the or match["when"] or placed or priced:
        return start, None
    return match.start("before"), words.BEFORE[word]


RULES: dict[str, Rule] = {
    **english_calendar.RULES,
    **by_name(date, ratio, times, every, share, fixed, a_period, quantity),
    "vague": skip,
    "perhaps": fixed,
    # `the past year` may be stated as one year or without a number
    "lately": lambda match: [
        Span(*match.span(), UNITS[words.UNIT_WORDS[match["lately_unit"]]], plain(1), certain=False)
    ],
    "fold": lambda match: _bounded(match, TIMES, numeral(match["fold_number"])),
    "half_unit": lambda match: _bounded(match, UNITS[words.UNIT_WORDS[match["half_of"]]], plain(HALF)),
    # `half` is certainly a share only after a bound: in half-finished it need not be one
    "bare_half": lambda match: _bounded(match, PERCENT, plain(50), certain=_before(match, PERCENT)[1] is not None),
}
"""The rule of each alternative of the grammar."""
