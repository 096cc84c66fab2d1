"""Parts of the year, dates, ranks and intervals in English: how those alternatives of the grammar are read."""

from __future__ import annotations

import re

from briefing.numbers.english_numerals import read
from briefing.numbers.english_words import (
    ADVERBS,
    ALSO_VERBS,
    MONTHS,
    PERHAPS_ADVERBS,
    PERIODS,
    QUARTERS,
    RANKS,
    ROMAN,
    TENS,
)
from briefing.numbers.measures import MEASURES, NUMBER, ORDINAL, every
from briefing.numbers.phrases import Numeral, Phrase, any_of, often, one, quantity, range_of

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
_QUARTER = re.compile(any_of(QUARTERS))


def quarter(match: re.Match[str]) -> list[Phrase]:
    """Read `first quarter`, `first, second and third quarters`, `first to third quarter`."""
    named = list(_QUARTER.finditer(match.string, *match.span("quarters")))
    measure, ranks = MEASURES["quarter-of"], [rank_of(each[0]) for each in named]
    ranged = len(named) > 1 and not re.search(",| and ", match[0])
    if ranged and (both := range_of(ranks[0], ranks[-1])):
        return [Phrase(*match.span(), quantity(measure, both))]
    ends = [each.end() for each in named[:-1]] + [match.end()]
    starts = [each.start() for each in named]
    return [Phrase(start, end, quantity(measure, rank)) for start, end, rank in zip(starts, ends, ranks, strict=True)]


def quarter_sign(match: re.Match[str]) -> list[Phrase]:
    """Read `Q1`."""
    return [Phrase(*match.span(), quantity(MEASURES["quarter-of"], one(match["nth"])))]


def decade(match: re.Match[str]) -> list[Phrase]:
    """Read `1980s` as the year that it begins with."""
    return [Phrase(*match.span(), quantity(MEASURES["year-of"], one(match["decades"])))]


def half(match: re.Match[str]) -> list[Phrase]:
    """Read `first half` and `H2`."""
    which = match["hn"] or ("1" if match["h1"] else "2")
    return [
        Phrase(
            *match.span(),
            quantity(MEASURES["half-of-month" if match["ofmonth"] is not None else "half-of"], one(which)),
        )
    ]


def rank(match: re.Match[str]) -> list[Phrase]:
    """Read `second` and `23rd`; what is first-class need not be a number, and a plan's five years are its name."""
    end = match.start("plan") if match["plan"] else match.end()
    word = match.string[match.start() : end]
    certain = word not in NOT_A_RANK or not NOT_A_RANK[word].match(match.string, end)
    measure = NUMBER if ON_THE.search(match.string, max(0, match.start() - 12), match.start()) else ORDINAL
    return [Phrase(match.start(), end, quantity(measure, rank_of(word), certain=certain)), Phrase(end, match.end())]


def rank_of(text: str) -> Numeral:
    """Return the number of a rank in words or digits: 2 of `second`, 23 of `twenty-third` and `23rd`."""
    tens, _, ones = text.rpartition("-")
    digits = text.rstrip("stndrh")
    return one(digits) if digits.isdecimal() else one(TENS.get(tens, 0) + RANKS[ones])


def label(match: re.Match[str]) -> list[Phrase]:
    """Read `paragraph 3`, `Phase II`, `phases one and two`, `paragraphs 1 to 3`."""
    first, start = _labelled(match["labelled"]), match.start()
    other = _labelled(match["other_label"]) if match["other_label"] else None
    if not other:
        return [Phrase(*match.span(), quantity(ORDINAL, first))]
    if match["joined"] != " and " and (both := range_of(first, other)):
        return [Phrase(*match.span(), quantity(ORDINAL, both))]
    second = Phrase(*match.span("other_label"), quantity(ORDINAL, other))
    return [Phrase(start, match.end("labelled"), quantity(ORDINAL, first)), second]


def _labelled(text: str) -> Numeral:
    return one(ROMAN[text]) if text in ROMAN else read(text)


def day_and_month(match: re.Match[str]) -> list[Phrase]:
    """Read `28 January`, `28th of January`, `28–30 January`; but in `12 may apply` there is only a number."""
    name = match["daysmonth"].rstrip(".")
    if name in ALSO_VERBS and match["of"] != " of " and not DATED.match(match.string, match.end()):
        return [Phrase(*match.span("day1"), quantity(NUMBER, one(match["day1"])))]
    day, last = one(match["day1"]), one(match["day2"] or match["day1"])
    month_ = Phrase(*match.span("daysmonth"), quantity(MEASURES["month-of"], one(MONTHS[name])))
    if days := range_of(day, last) if match["day2"] else day:
        return [Phrase(match.start(), match.start("of"), quantity(MEASURES["day-of"], days)), month_]
    both = [Phrase(*match.span(group), quantity(MEASURES["day-of"], one(match[group]))) for group in ("day1", "day2")]
    return [*both, month_]


def month(match: re.Match[str]) -> list[Phrase]:
    """Read `January`, `January to June` and `January 28`; `may` only where it is a month."""
    name, other, day = match["month1"].rstrip("."), (match["month2"] or "").rstrip("."), match["monthday"]
    start, end = match.span("month1")
    dated = other or day or IN_A_YEAR.match(match.string, end)
    if name in ALSO_VERBS and not dated and not AS_A_MONTH.search(match.string, max(0, start - 8), start):
        return [Phrase(start, end)]
    first = one(MONTHS[name])
    if other and (both := range_of(first, one(MONTHS[other]))):
        return [Phrase(*match.span(), quantity(MEASURES["month-of"], both))]
    days = [Phrase(match.start("monthday"), match.end(), quantity(MEASURES["day-of"], one(day)))] if day else []
    return [Phrase(start, end, quantity(MEASURES["month-of"], first)), *days]


def per(match: re.Match[str]) -> list[Phrase]:
    """Read `per year` and `/day`."""
    period = MEASURES[PERIODS[match["perunit"] or match["slash"]]]
    speed = (match["perunit"] or match["slash"]) == "hour"
    return [Phrase(*match.span(), quantity(every(period), one(1), certain=not speed))]


def adverb(match: re.Match[str]) -> list[Phrase]:
    """Read `weekly`, `half-yearly`, `month by month`."""
    period, number = ADVERBS[match[0]]
    return [Phrase(*match.span(), often(MEASURES[period], one(number), one(1)))]


def perhaps_adverb(match: re.Match[str]) -> list[Phrase]:
    """Read `annual` and `biweekly`, which need not say how often."""
    period, number = PERHAPS_ADVERBS[match[0]]
    return [Phrase(*match.span(), quantity(every(MEASURES[period]), one(number), certain=False))]
