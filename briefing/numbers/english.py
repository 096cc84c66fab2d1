"""Every number in an English text, with its value, kind and bound."""

import re
from decimal import Decimal
from string import ascii_lowercase, ascii_uppercase

from briefing.numbers import english_calendar
from briefing.numbers import english_words as words
from briefing.numbers.english_grammar import GRAMMAR, PLURAL
from briefing.numbers.english_numerals import numeral, scale_of
from briefing.numbers.grammar import Span, WrittenQuantity, by_name, date, often, per_cent, ratio, scan, skip
from briefing.numbers.numerals import Numeral, one, range_of
from briefing.numbers.quantities import Found
from briefing.numbers.units import COUNT, CURRENCIES, NUMBER, ORDINAL, PERCENT, SCALED, TIMES, UNITS, UnitOfMeasure

FLAT = str.maketrans(
    "\n\t\r\u00a0\u202f\u2011’０１２３４５６７８９" + ascii_uppercase, "     -'0123456789" + ascii_lowercase
)
"""Letters, spaces and hyphens made uniform, character by character."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
CHANGED = re.compile(rf"(?<![a-z])(?:{'|'.join(words.CHANGES)})[^.;]*from $")
MULTIPLE = re.compile(r"[ ](?:the|as|that|its|their|of|more|higher|larger|greater|bigger|what)(?![a-z])")
COUNTED = re.compile(
    r"(?:[0-9]%?|(?:[^a-z]|^)(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|[a-z]+illion))[^.,;:]*$"
)
"""The words before a recurring `a month`: a number of something."""
AGO = re.compile(r"[ ]ago(?![a-z])")
COMPARED = ("higher than", "lower than", "greater than", "less than", "more than", "fewer than")
"""Words that may compare with a time: higher than five years ago."""
HALF = Decimal("0.5")
LISTED = re.compile(r"[0-9](?:[ -]?(?:[a-z]*illion|bn|mn?|tn|%|per cent|percent))?(?: (?:yuan|dollars))?, $")
"""The words before the last two of a list: 1 billion, 5 billion or 10 billion."""
MARK = re.compile(r"[ -](?:mark|threshold|barrier|milestone)(?![a-z])")
"""Nouns that a bound is named by: passed the 10 billion yuan mark."""
SMALL = 10
"""Below this, `around` before a number in words may say where."""
ODD = {"-odd": "more-than", "-plus": "at-least", "+": "at-least"}


def find(text: str) -> list[Found]:
    """Return every number in an English text, in order and without overlaps."""
    return scan(text, text.translate(FLAT), GRAMMAR, RULES)


def lately(match: re.Match[str]) -> list[Span]:
    """Read `the past year` as one year, though last year need be none."""
    return [Span(*match.span(), WrittenQuantity(UNITS[words.UNIT_WORDS[match["lastly"]]], one(1), certain=False))]


def timesper(match: re.Match[str]) -> list[Span]:
    """Read `once a week`, `at least twice a month`, `three times every two years`."""
    adverbs = {"once": one(1), "twice": one(2), "thrice": one(3)}
    times = adverbs.get(match["howoften"]) or numeral(match["howoften"].removesuffix(" times"))
    period, number = _period(match["spell"]), numeral(match["spells"]) if match["spells"] else one(1)
    start, bound = _before(match, period.as_interval())
    return [Span(start, match.end(), often(period, number, times, bound))] if times.low else skip(match)


def every(match: re.Match[str]) -> list[Span]:
    """Read `every week`, `each month`, `every other week`, `every 2 to 3 months`, `every half-month`."""
    low = numeral(match["low1"]) if match["low1"] else one(HALF if match["everyhalf"] else 2 if match["other"] else 1)
    high = numeral(match["high1"]) if match["high1"] else low
    period = _period(match["everyunit"])
    start, bound = _before(match, period.as_interval())
    return [Span(start, match.end(), often(period, low._replace(high=high.high), one(1), bound))]


def _period(word: str) -> UnitOfMeasure:
    return UNITS["week" if word in words.WEEKDAYS else words.PERIODS.get(word) or words.PERIODS[word.removesuffix("s")]]


def share(match: re.Match[str]) -> list[Span]:
    """Read `two thirds`, `a quarter`, `half`."""
    count, _, part = match["share"].replace("-", " ").partition(" ")
    of = words.PARTS[part.removesuffix("s")] if part else 2
    return _bounded(match, PERCENT, per_cent(one(words.ONES.get(count, 1)), one(of)))


def fold(match: re.Match[str]) -> list[Span]:
    """Read `tenfold`."""
    return _bounded(match, TIMES, numeral(match["folds"]))


def fixed(match: re.Match[str]) -> list[Span]:
    """Read `doubled` and `twice`."""
    kind, value, bound = words.FIXED[match["fixed"]].split()
    return _bounded(match, UnitOfMeasure(kind), one(value), bound)


def perhaps(match: re.Match[str]) -> list[Span]:
    """Read `both`, `pair`, `secondary`."""
    kind, value = words.PERHAPS[match["perhaps"]].split()
    return _bounded(match, UnitOfMeasure(kind), one(value), certain=False)


def halfunit(match: re.Match[str]) -> list[Span]:
    """Read `half a year`, `half-month`, `half an hour`."""
    return _bounded(match, UNITS[words.UNIT_WORDS[match["halfof"]]], one(HALF))


def halfish(match: re.Match[str]) -> list[Span]:
    """Read `half`: a share for certain only with a bound or its whole; else, as in half-finished, it need not be."""
    start, bound = _before(match, PERCENT)
    return [Span(start, match.end(), WrittenQuantity(PERCENT, one(50), bound, certain=bound is not None))]


def a(match: re.Match[str]) -> list[Span]:
    """Read `within a year` as lasting, `a year and a half` as eighteen months, `twelve meetings a month` as recurring.

    A year need not be either: an output of so many tonnes a year is 年产 as well as 每年.
    """
    unit, number = UNITS[words.UNIT_WORDS[match["aunit"]]], one(1 + HALF if match["andhalf"] else 1)
    start, bound = _before(match, unit)
    if match["andhalf"] or match["before"] in words.BEFORE or match["alimit"]:
        bound = bound or words.AFTER.get(match["alimit"] or "")
        return [Span(start, match.end(), WrittenQuantity(unit, number, bound))]
    certain = match["aunit"] not in ("year", "hour") and bool(COUNTED.search(match.string, max(0, start - 40), start))
    return [Span(start, match.end(), WrittenQuantity(unit.as_interval(), number, bound, certain))]


def quantity(match: re.Match[str]) -> list[Span]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low = numeral(match["low"])
    low = low.plus(HALF) if match["lowhalf"] or match["tail"] else low
    both = _range(match, low) if match["high"] else None
    number, go = both or low, match.start("before") if match["before"] else match.end("go")
    after_from = match["high"] and match.string.endswith("from ", 0, go) and not YEAR.fullmatch(match["low"])
    if after_from and (not both or CHANGED.search(match.string, max(0, go - 80), go)):
        return _change(match, number)
    unit = _unit(match, number, match["unit"] or (match["highunit"] if both else ""))
    start, bound = _before(match, unit)
    end, after = (match.end("end"), match["after"]) if both or not match["high"] else (match.end("stop"), None)
    if bound is None:
        bound = ODD.get(match["highodd" if both else "odd"] or "") or words.AFTER.get(after or "")
    certain = low.text not in ("one", "zero") or unit.kind not in ("count", "number")
    return [Span(start, match.end() if after else end, WrittenQuantity(unit, number, bound, certain))]


def _change(match: re.Match[str], low: Numeral) -> list[Span]:
    """Read both numbers of a change (`raised from 10 to 15`); either may leave its unit to the other."""
    low, high = low._replace(high=low.low), numeral(match["high"])
    unit = _unit(match, low, match["unit"] or match["highunit"])
    second = WrittenQuantity(_unit(match, high, match["highunit"] or match["unit"]), high)
    start, bound = _before(match, unit)
    return [
        Span(start, match.end("stop"), WrittenQuantity(unit, low, bound)),
        Span(match.start("currency2" if match["currency2"] else "high"), match.end("end"), second),
    ]


def _range(match: re.Match[str], low: Numeral) -> Numeral | None:
    """Return the range; the first number may leave its unit and its scale to the second, and not have another unit."""
    high = numeral(match["high"])
    if " or " in match.string[match.end("stop") : match.start("high")] and LISTED.search(
        match.string, max(0, match.end("go") - 24), match.start("before") if match["before"] else match.end("go")
    ):
        return None
    units = {words.UNIT_WORDS[word] for word in (match["unit"], match["highunit"]) if word}
    units |= {CURRENCIES[match["currency2"].strip(" *")]} if match["currency2"] else set()
    if len(units) > 1:
        return None
    scale = None if match["unit"] or match["currency2"] or scale_of(low.text) else scale_of(high.text)
    return range_of(low, high, scale, years=bool(YEAR.fullmatch(low.text)) and not units)


def _unit(match: re.Match[str], number: Numeral, word: str | None) -> UnitOfMeasure:
    """Return the unit of a number; with neither unit nor noun it may be anything, scaled it is most often money."""
    if word and words.UNIT_WORDS[word] != "times":
        return UNITS[words.UNIT_WORDS[word]]
    if match["currency"]:
        return UNITS[CURRENCIES[match["currency"].strip(" *")]]
    if word:
        return TIMES if MULTIPLE.match(match.string, match.end("stop")) else NUMBER
    if PLURAL.match(match.string, match.end("end")) and not YEAR.fullmatch(number.text):
        return COUNT
    return SCALED if number.scaled else NUMBER


def _bounded(
    match: re.Match[str], unit: UnitOfMeasure, number: Numeral, bound: str | None = None, *, certain: bool = True
) -> list[Span]:
    """Return one span: all that was matched, with the bound before it if that is one, or else with another."""
    start, before = _before(match, unit)
    return [Span(start, match.end(), WrittenQuantity(unit, number, bound if before is None else before, certain))]


def _before(match: re.Match[str], unit: UnitOfMeasure) -> tuple[int, str | None]:
    """Return where the quantity begins and the bound that stands before its number.

    Over and in say when before a time (over the past three years); under and around may say where.
    """
    word, start = match["before"], match.end("go")
    if not word:
        return start, None
    if word in COMPARED and AGO.match(match.string, match.end("stop")):
        return start, None
    if unit.kind.startswith("duration") and (word in words.SPANNING or (match["when"] and word != "within")):
        return start, ""
    counted = unit.kind in ("count", "number")
    low = numeral(match["low"] or "1")
    where = word in words.OF_PLACE and not low.written_in_digits and (word != "around" or low.low < SMALL)
    placed = counted and (where or word == "within")
    priced = word in words.OF_MONEY and not low.scaled and (counted or unit == ORDINAL)
    priced |= word in words.CROSSING and not low.scaled and not unit.kind.startswith(("money", "percent"))
    the = match["the"] and not MARK.match(match.string, match.end("end"))
    if word not in words.BEFORE or the or match["when"] or placed or priced:
        return start, None
    return match.start("before"), words.BEFORE[word]


RULES = {"vague": skip, **english_calendar.RULES} | by_name(
    date, ratio, lately, timesper, every, share, fold, fixed, perhaps, halfunit, halfish, a, quantity
)
"""The rule of each alternative of the grammar."""
