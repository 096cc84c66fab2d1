"""The rules of the English grammar for parts of the year, dates, ranks and intervals."""

import re

from briefing.numbers import english_words as words
from briefing.numbers.english_numerals import numeral
from briefing.numbers.grammar import Span, WrittenQuantity, any_of, by_name, often, whole
from briefing.numbers.numerals import Numeral, one, range_of
from briefing.numbers.units import NUMBER, ORDINAL, UNITS

NOT_A_RANK = {
    "first": re.compile(r"[ -](?:class|rate|hand|ever|of all|to)(?![a-z])|,"),
    "second": re.compile(r"[ -](?:hand|to none)(?![a-z])"),
}
"""What follows a rank that need not be one: first-class, the first to, second-hand."""
AS_A_MONTH = re.compile(r"(?:in|of|by|from|since|until|through|end|mid|early|late|this|last|next|every|each)[ -]$")
IN_A_YEAR = re.compile(r",? [12][0-9]{3}(?![0-9])")
DATED = re.compile(r"[,.;:)”]|$|[ ](?:[12][0-9]{3}|and|to|in|at|for|on|or)(?![a-z])")
"""What follows a month that is one: not `12 may apply`."""
ON_THE = re.compile(r"(?:on|by|until|before|after|to) the $")
"""What stands before a rank that may be a day: on the 15th."""
_QUARTER = re.compile(any_of(words.QUARTERS))
MONTH, DAY = UNITS["month-of"], UNITS["day-of"]


def quarter(match: re.Match[str]) -> list[Span]:
    """Read `first quarter`, `first, second and third quarters`, `first to third quarter`."""
    named = list(_QUARTER.finditer(match.string, *match.span("quarters")))
    unit, ranks = UNITS["quarter-of"], [rank_of(each[0]) for each in named]
    ranged = len(named) > 1 and not re.search(",| and ", match[0])
    if ranged and (both := range_of(ranks[0], ranks[-1])):
        return whole(match, unit, both)
    ends = [each.end() for each in named[:-1]] + [match.end()]
    return [
        Span(each.start(), end, WrittenQuantity(unit, rank)) for each, end, rank in zip(named, ends, ranks, strict=True)
    ]


def sign(match: re.Match[str]) -> list[Span]:
    """Read `Q1`."""
    return whole(match, UNITS["quarter-of"], one(match["nth"]))


def decade(match: re.Match[str]) -> list[Span]:
    """Read `1980s` as the year that it begins with."""
    return whole(match, UNITS["year-of"], one(match["decades"]))


def half(match: re.Match[str]) -> list[Span]:
    """Read `first half` and `H2`."""
    unit = UNITS["half-of" if match["ofmonth"] is None else "half-of-month"]
    return whole(match, unit, one(match["hn"] or ("1" if match["h1"] else "2")))


def rank(match: re.Match[str]) -> list[Span]:
    """Read `second` and `23rd`; what is first-class need not be a number, and a plan's five years are its name."""
    start, end = match.start(), match.start("plan") if match["plan"] else match.end()
    word = match.string[start:end]
    certain = word not in NOT_A_RANK or not NOT_A_RANK[word].match(match.string, end)
    unit = NUMBER if ON_THE.search(match.string, max(0, start - 12), start) else ORDINAL
    return [Span(start, end, WrittenQuantity(unit, rank_of(word), certain=certain)), Span(end, match.end())]


def rank_of(text: str) -> Numeral:
    """Return the number of a rank in words or digits: 2 of `second`, 23 of `twenty-third` and `23rd`."""
    tens, _, ones = text.rpartition("-")
    digits = text.rstrip("stndrh")
    return one(digits) if digits.isdecimal() else one(words.TENS.get(tens, 0) + words.RANKS[ones])


def label(match: re.Match[str]) -> list[Span]:
    """Read `paragraph 3`, `Phase II`, `phases one and two`, `paragraphs 1 to 3`."""
    labels = [match["labelled"], match["other_label"] or match["labelled"]]
    first, second = (one(words.ROMAN[each]) if each in words.ROMAN else numeral(each) for each in labels)
    if not match["other_label"]:
        return whole(match, ORDINAL, first)
    if match["joined"] != " and " and (both := range_of(first, second)):
        return whole(match, ORDINAL, both)
    return [
        Span(match.start(), match.end("labelled"), WrittenQuantity(ORDINAL, first)),
        Span(*match.span("other_label"), WrittenQuantity(ORDINAL, second)),
    ]


def daymonth(match: re.Match[str]) -> list[Span]:
    """Read `28 January`, `28th of January`, `28–30 January`; but in `12 may apply` there is only a number."""
    name, day, last = match["daysmonth"].rstrip("."), one(match["day1"]), one(match["day2"] or match["day1"])
    if name in words.ALSO_VERBS and match["of"] != " of " and not DATED.match(match.string, match.end()):
        return [Span(*match.span("day1"), WrittenQuantity(NUMBER, day))]
    in_month = Span(*match.span("daysmonth"), WrittenQuantity(MONTH, one(words.MONTHS[name])))
    if days := range_of(day, last) if match["day2"] else day:
        return [Span(match.start(), match.start("of"), WrittenQuantity(DAY, days)), in_month]
    spans = match.span("day1"), match.span("day2")
    return [*(Span(*span, WrittenQuantity(DAY, each)) for span, each in zip(spans, (day, last), strict=True)), in_month]


def month(match: re.Match[str]) -> list[Span]:
    """Read `January`, `January to June` and `January 28`; `may` only where it is a month."""
    name, other, day = match["month1"].rstrip("."), (match["month2"] or "").rstrip("."), match["monthday"]
    start, end = match.span("month1")
    dated = other or day or IN_A_YEAR.match(match.string, end)
    if name in words.ALSO_VERBS and not dated and not AS_A_MONTH.search(match.string, max(0, start - 8), start):
        return [Span(start, end)]
    first = one(words.MONTHS[name])
    if other and (both := range_of(first, one(words.MONTHS[other]))):
        return whole(match, MONTH, both)
    days = [Span(match.start("monthday"), match.end(), WrittenQuantity(DAY, one(day)))] if day else []
    return [Span(start, end, WrittenQuantity(MONTH, first)), *days]


def per(match: re.Match[str]) -> list[Span]:
    """Read `per year` and `/day`; `per hour` may be a speed."""
    period = match["perunit"] or match["slash"]
    return whole(match, UNITS[words.PERIODS[period]].as_interval(), one(1), certain=period != "hour")


def adverb(match: re.Match[str]) -> list[Span]:
    """Read `weekly`, `half-yearly`, `month by month`."""
    period, number = words.ADVERBS[match[0]].split()
    return [Span(*match.span(), often(UNITS[period], one(number), one(1)))]


def perhapsadverb(match: re.Match[str]) -> list[Span]:
    """Read `annual` and `biweekly`, which need not say how often."""
    period, number = words.PERHAPS_ADVERBS[match[0]].split()
    return whole(match, UNITS[period].as_interval(), one(number), certain=False)


RULES = by_name(quarter, sign, decade, half, rank, label, daymonth, month, per, adverb, perhapsadverb)
"""The rule of each of these alternatives of the grammar."""
