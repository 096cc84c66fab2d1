"""The rules of the English grammar for parts of the year, dates, ranks and intervals."""

import re

from briefing.numbers import english_words as words
from briefing.numbers.english_numerals import numeral
from briefing.numbers.grammar import Rule, Span, any_of, by_name
from briefing.numbers.numerals import Numeral, plain, range_of
from briefing.numbers.units import NUMBER, ORDINAL, UNITS

NOT_A_RANK = {
    "first": re.compile(r"[ -](?:class|rate|hand|ever|of all|to)(?![a-z])|,"),
    "second": re.compile(r"[ -](?:hand|to none)(?![a-z])"),
}
"""Text after `first` and `second` where they need not be ranks: first-class, the first to, second-hand."""
AS_A_MONTH = re.compile(r"(?:in|of|by|from|since|until|through|end|mid|early|late|this|last|next|every|each)[ -]$")
IN_A_YEAR = re.compile(r",? [12][0-9]{3}(?![0-9])")
DATED = re.compile(r"[,.;:)”]|$|[ ](?:[12][0-9]{3}|and|to|in|at|for|on|or)(?![a-z])")
"""Text after the name of a month where it is one, as it is not in `12 may apply`."""
ON_THE = re.compile(r"(?:on|by|until|before|after|to) the $")
"""Text before a rank that may be a day: on the 15th."""
_QUARTER = re.compile(any_of(words.QUARTERS))
MONTH, DAY = UNITS["month-of"], UNITS["day-of"]


def quarter(match: re.Match[str]) -> list[Span]:
    """Read `first quarter`, `first, second and third quarters`, `first to third quarter`."""
    named = list(_QUARTER.finditer(match.string, *match.span("quarters")))
    unit, ranks = UNITS["quarter-of"], [rank_of(each[0]) for each in named]
    ranged = len(named) > 1 and not re.search(",| and ", match[0])
    if ranged and (both := range_of(ranks[0], ranks[-1])):
        return [Span(*match.span(), unit, both)]
    ends = [each.end() for each in named[:-1]] + [match.end()]
    return [Span(each.start(), end, unit, rank) for each, end, rank in zip(named, ends, ranks, strict=True)]


def half_year(match: re.Match[str]) -> list[Span]:
    """Read `first half` and `H2`, of a year or a month."""
    unit = UNITS["half-of" if match["half_of_month"] is None else "half-of-month"]
    return [Span(*match.span(), unit, plain(match["half_digit"] or ("1" if match["first_half"] else "2")))]


def rank(match: re.Match[str]) -> list[Span]:
    """Read `second` and `23rd`; what is first-class need not be a number, and a plan's five years are its name."""
    start, end = match.start(), match.start("plan") if match["plan"] else match.end()
    word = match.string[start:end]
    certain = word not in NOT_A_RANK or not NOT_A_RANK[word].match(match.string, end)
    unit = NUMBER if ON_THE.search(match.string, max(0, start - 12), start) else ORDINAL
    return [Span(start, end, unit, rank_of(word), certain=certain), Span(end, match.end())]


def rank_of(text: str) -> Numeral:
    """Return the number of a rank in words or digits: 2 of `second`, 23 of `twenty-third` and `23rd`."""
    tens, _, ones = text.rpartition("-")
    digits = text.rstrip("stndrh")
    return plain(digits if digits.isdecimal() else words.TENS.get(tens, 0) + words.RANKS[ones])


def label(match: re.Match[str]) -> list[Span]:
    """Read `paragraph 3`, `Phase II`, `phases one and two`, `paragraphs 1 to 3`."""
    labels = [match["label_number"], match["label_other"] or match["label_number"]]
    first, second = (plain(words.ROMAN[each]) if each in words.ROMAN else numeral(each) for each in labels)
    if not match["label_other"]:
        return [Span(*match.span(), ORDINAL, first)]
    if match["label_join"] != " and " and (both := range_of(first, second)):
        return [Span(*match.span(), ORDINAL, both)]
    return [
        Span(match.start(), match.end("label_number"), ORDINAL, first),
        Span(*match.span("label_other"), ORDINAL, second),
    ]


def day_month(match: re.Match[str]) -> list[Span]:
    """Read `28 January`, `28th of January`, `28–30 January`; but in `12 may apply` there is only a number."""
    name, day, last = match["day_of"].rstrip("."), plain(match["first_day"]), plain(match["last_day"] or 0)
    if name in words.ALSO_VERBS and match["of"] != " of " and not DATED.match(match.string, match.end()):
        return [Span(*match.span("first_day"), NUMBER, day)]
    in_month = Span(*match.span("day_of"), MONTH, plain(words.MONTHS[name]))
    if days := range_of(day, last) if match["last_day"] else day:
        return [Span(match.start(), match.start("of"), DAY, days), in_month]
    return [Span(*match.span("first_day"), DAY, day), Span(*match.span("last_day"), DAY, last), in_month]


def month(match: re.Match[str]) -> list[Span]:
    """Read `January`, `January to June` and `January 28`; `may` only where it is a month."""
    name, other, day = match["first_month"].rstrip("."), (match["last_month"] or "").rstrip("."), match["month_day"]
    start, end = match.span("first_month")
    dated = other or day or IN_A_YEAR.match(match.string, end)
    if name in words.ALSO_VERBS and not dated and not AS_A_MONTH.search(match.string, max(0, start - 8), start):
        return [Span(start, end)]
    first = plain(words.MONTHS[name])
    if other and (both := range_of(first, plain(words.MONTHS[other]))):
        return [Span(*match.span(), MONTH, both)]
    days = [Span(match.start("month_day"), match.end(), DAY, plain(day))] if day else []
    return [Span(start, end, MONTH, first), *days]


def adverb(match: re.Match[str]) -> list[Span]:
    """Read `weekly`, `half-yearly`, `per year`, `/day`; and `annual`, `biweekly`, which need not say how often."""
    certain = match[0] in words.ADVERBS
    period, number = (words.ADVERBS if certain else words.PERHAPS_ADVERBS)[match[0]].split()
    return [Span(*match.span(), UNITS[period].as_interval(), plain(number), certain=certain)]


RULES: dict[str, Rule] = {
    **by_name(quarter, half_year, rank, label, day_month, month, adverb),
    "quarter_sign": lambda match: [Span(*match.span(), UNITS["quarter-of"], plain(match["quarter_digit"]))],
    "decade": lambda match: [Span(*match.span(), UNITS["year-of"], plain(match["decade_year"]))],
}
"""The rule of each of these alternatives of the grammar."""
