"""The rules that read the alternatives of the Chinese grammar: the value, kind and bound of each number.

Arabic digits are always numbers. Numerals in characters are numbers where a unit, a classifier or their own size says
so (三家, 百亿); elsewhere they are parts of words (四川, 一流) or, at most, uncertain.
"""

import re
from fractions import Fraction
from string import ascii_lowercase, ascii_uppercase

from briefing.numbers import chinese_words as words
from briefing.numbers.chinese_numerals import numeral
from briefing.numbers.chinese_quantity import change_of, first_bound, quantity, start_of
from briefing.numbers.grammar import PERIODS, Rule, Span, any_of, by_name, date, interval, per_cent, ratio
from briefing.numbers.numerals import plain, range_of
from briefing.numbers.units import NUMBER, ORDINAL, PERCENT, SCALED, UNITS, UnitOfMeasure

WIDE = str.maketrans("０１２３４５６７８９％．￥○－−﹣＋～／\u3000\u00a0", "0123456789%.¥〇---+~/  ")
"""The usual digits and signs for full-width ones."""
_DIGIT = "(?:[壹贰叁肆柒捌玖]|(?<![队入退落行])伍|(?<![大内登着海水上])陆)"
FORMAL = re.compile(rf"{_DIGIT}[壹贰叁肆伍陆柒捌玖拾佰仟零万亿点]+|(?<=[0-9])[拾佰仟]|[拾佰仟](?=[万亿元])")
"""Formal numerals: several, or with a scale. One alone may be part of a name, and is not read."""
USUAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
BOUND_GROUPS = (
    "before", "frequency_before", "middle", "share_middle", "half", "tail", "frequency_after", "share_after",
    "fixed_after", "after", "outer",
)  # fmt: skip
"""The groups of the grammar that may hold a bound."""
FOR_EACH = re.compile(
    rf"(?:每?([0-9]{{0,3}}[十百千万]{{0,2}}(?:{any_of((*words.PER, *words.AVERAGES, *words.DAILY))}))均?)"
    rf"(?:[^每]*每?(年|月|天|季度))?"
)
PLAN = re.compile("十[一二三四五六七八九]五")
"""A five-year plan, which says when."""


def uniform(text: str) -> str:
    """Return a text with usual digits, signs and numerals for full-width and formal ones, character by character."""
    return FORMAL.sub(lambda match: match[0].translate(USUAL), text.translate(WIDE))


def letters(text: str) -> str:
    """Return the same, with small letters for capitals."""
    return uniform(text).translate(SMALL)


def fraction(match: re.Match[str]) -> Fraction | None:
    """Return the exact share that 三分之二 states; None for one in per cent or a range, and where there is no share."""
    if match.lastgroup != "share" or match["whole"] == "百" or match["part_high"]:
        return None
    part, whole = numeral(match["part"]), numeral(match["whole"])
    return Fraction(part.low) / Fraction(whole.low) if part and whole else None


def for_each(match: re.Match[str]) -> list[str]:
    """Return the things that an amount is stated for one of: 亩 of 每亩500元, 户 and 年 of 每户每年2000元."""
    per = FOR_EACH.search(match["per"] or "")
    return [each for each in (per.groups() if per else ()) if each]


def vague(match: re.Match[str]) -> list[Span]:
    """Read 数以百计 as several hundred."""
    number = numeral(match["vague_number"])
    return [Span(*match.span(), SCALED if number and number.scaled else NUMBER, number, "several", certain=False)]


def split(match: re.Match[str]) -> list[Span]:
    """Read 三七开 as the first share of the two."""
    return [Span(*match.span(), PERCENT, numeral(f"{match['split_first']}十"), certain=False)]


def frequency(match: re.Match[str]) -> list[Span]:
    """Read 每周, 每2个月, 每年不少于两次, 隔周."""
    low = numeral(match["every"] or "一")
    high = numeral(match["every_high"]) if match["every_high"] else low
    times = numeral(match["frequency_times"] or "一")
    if not (low and high and times and times.low):
        return []
    number = low._replace(high=high.high)
    start = match.start("before") if match["before"] else match.end("number_start")
    if match["each"] != "每" and low.low <= 1:  # 隔周 and 每隔一周 leave one out: every second week
        number = number.map(lambda end: end * 2)
    bound = first_bound(match, "before", "frequency_before", "frequency_after")
    return [Span(start, match.end(), *interval(UNITS[words.PERIODS[match["period"]]], number, times), bound)]


def times(match: re.Match[str]) -> list[Span]:
    """Read 半月一次, 一周两次, 双周一次, 一月一调度; and 周调度, 月总结."""
    number = plain(2) if match["times_every"] == "双" else numeral(match["times_every"] or "一")
    count = numeral(match["times_number"] or "一")
    if not (number and count and count.low):
        return []
    period = UNITS[words.PERIODS[match["times_period"] or match["review_period"]]]
    return [Span(*match.span(), *interval(period, number, count))]


def ordinal(match: re.Match[str]) -> list[Span]:
    """Read 第二批, 第一季度; 第一时间 only means at once, and the 五年 of 第十四个五年规划 is part of its name."""
    first, end = numeral(match["first"]), match.end("ordinal_end")
    last = numeral(match["last"]) if match["last"] else None
    if not first or (match["last"] and not last):
        return [Span(match.start(), match.end("first"))]
    number = (range_of(first, last) if last else None) or first
    if match["quarter"] is not None:
        return [Span(*match.span(), UNITS["quarter-of"], number)]
    return [Span(match.start(), end, ORDINAL, number, certain=not match["at_once"]), Span(end, match.end())]


def share(match: re.Match[str]) -> list[Span]:
    """Read 百分之十, 三分之一, 百分之八至十."""
    whole, low, high = numeral(match["whole"]), numeral(match["part"]), numeral(match["part_high"] or match["part"])
    if not (whole and low and high and whole.low):
        return []
    bound, change = first_bound(match, "before", "share_middle", "share_after"), change_of(match, PERCENT)
    start = start_of(match, bounded=bound is not None, changed=change is not None)
    return [Span(start, match.end(), PERCENT, per_cent(low._replace(high=high.high), whole), bound, change=change)]


def fixed(match: re.Match[str]) -> list[Span]:
    """Read 翻一番, 一半, “十四五”; and 首, 双, 减半, which need not be numbers."""
    word = match["fixed_word"] or match["perhaps"]
    kind, value, bound = (words.FIXED.get(word) or words.PERHAPS[word]).split()
    given, unit = first_bound(match, "before", "fixed_after"), UnitOfMeasure(kind)
    change = words.FIXED_CHANGES.get(word) or (change_of(match, unit) if kind == "percent" else None)
    start = start_of(match, bounded=given is not None, changed=change is not None)
    period = PLAN.fullmatch(word) is not None
    end = match.end() if period or kind in PERIODS or not match["fixed_until"] else match.start("fixed_until")
    return [Span(start, end, unit, plain(value), given or bound, word in words.FIXED, change, period)]


RULES: dict[str, Rule] = {
    **by_name(vague, split, date, ratio, times, ordinal, frequency, share, fixed, quantity),
    "review": times,
    "perhaps": fixed,
    # 按月 and 年产 need not say how often
    "recurring": lambda match: [
        Span(*match.span(), UNITS[words.RECURRING[match[0]]].as_interval(), plain(1), certain=False)
    ],
}
"""The rule of each alternative of the grammar."""
