"""Every number in a Chinese text, with its value, kind and bound.

Arabic digits are always numbers. Numerals in characters are numbers where a unit, a classifier or their own size says
so (三家, 百亿); elsewhere they are parts of words (四川, 一流) or, at most, uncertain.
"""

import re
from decimal import Decimal
from string import ascii_lowercase, ascii_uppercase

from briefing.numbers import chinese_words as words
from briefing.numbers.chinese_grammar import GRAMMAR
from briefing.numbers.chinese_numerals import numeral, scale_of
from briefing.numbers.grammar import Span, WrittenQuantity, by_name, date, often, per_cent, ratio, scan, skip, whole
from briefing.numbers.numerals import Numeral, one, range_of
from briefing.numbers.quantities import Found
from briefing.numbers.units import CURRENCIES, NUMBER, ORDINAL, PERCENT, SCALED, UNITS, UnitOfMeasure

FLAT = str.maketrans("０１２３４５６７８９％．￥○\u3000\u00a0" + ascii_uppercase, "0123456789%.¥〇  " + ascii_lowercase)
"""Full-width signs and capitals made uniform, character by character."""
GROWTH = re.compile(r"(?:增长?|增加|提高|提升|扩大|上升|上涨|涨|多|快|高|提速)(?:了|约)?$")
FIRST = re.compile(r"(?<![目提以之年日午])前$")
HELD = re.compile(r"(?:举办|开展|组织|举行|开设|分|共|办|发行|推出|培训|班|讲座|出版|刊发)[了约近超]?$")
SESSION, CONGRESS = re.compile("会议|全会|全体会议"), re.compile("人大|政协|党代会|届[^，。；]*$")
LESSONS = ("培训", "讲座", "论坛", "研修")
COMPOUND = re.compile(r"(?!十一$)(?=.*[一二三四五六七八九两])(?=.*[十百千万亿]).+")
"""A numeral of both digits and places is no word but a number; 十一 is the National Day as well."""
COMING = re.compile(r"[的新这那又]$")
"""In 新的一年, 一 counts nothing."""
YEAR = re.compile(r"[12][0-9]{3}|[零〇一二三四五六七八九]{4}")
BOUNDS = words.BEFORE | words.MIDDLE | words.AFTER
LONGEST_MONTH = 31
COUNTED = frozenset({*words.NOUNS, "是", "、"})
"""Characters that may follow a numeral that counts without a classifier, or numbers a point: 三省, 二是."""


def find(text: str) -> list[Found]:
    """Return every number in a Chinese text, in order and without overlaps."""
    return scan(text, text.translate(FLAT), GRAMMAR, RULES)


def first_bound(match: re.Match[str], *groups: str) -> str | None:
    """Return the bound that the first of some groups gives: that of 多 for 个多, none for 半."""
    return next((BOUNDS[word] for group in groups if (word := (match[group] or "").lstrip("个")) in BOUNDS), None)


def vague(match: re.Match[str]) -> list[Span]:
    """Pass over 数百家 and 几十亿, which are no numbers; 上百家 may mean more than a hundred."""
    scale = match["vague"].removeprefix("上")
    number = numeral(scale) if scale != match["vague"] else None
    if not number:
        return skip(match)
    return whole(match, SCALED if number.scaled else NUMBER, number, "more-than", certain=False)


def frequency(match: re.Match[str]) -> list[Span]:
    """Read 每周, 每2个月, 每年不少于两次, 隔周."""
    low = numeral(match["every"]) if match["every"] else one(1)
    high = numeral(match["longest"]) if match["longest"] else low
    times = numeral(match["times"]) if match["times"] else one(1)
    if not (low and high and times and times.low):
        return [Span(match.start(), match.start() + 1)]
    # 隔周 and 每隔一周 leave one out: every second week.
    skipped = Decimal(1 if match["each"] == "每" or low.low > 1 else 2)
    number = low._replace(high=high.high).times(skipped)
    written = often(UNITS[words.PERIODS[match["period"]]], number, times, first_bound(match, "before", "often", "late"))
    return [Span(*match.span(), written)]


def rota(match: re.Match[str]) -> list[Span]:
    """Read 半月一次, 一周两次, 一月一调度."""
    number = one(2) if match["turn"] == "双" else numeral(match["turn"])
    times = numeral(match["turns"]) if match["turns"] else one(1)
    if not (number and times and times.low):
        return [Span(match.start(), match.start() + 1)]
    return [Span(*match.span(), often(UNITS[words.PERIODS[match["spell"]]], number, times))]


def review(match: re.Match[str]) -> list[Span]:
    """Read 周调度, 月总结."""
    return [Span(*match.span(), often(UNITS[words.PERIODS[match["beat"]]], one(1), one(1)))]


def recurring(match: re.Match[str]) -> list[Span]:
    """Read 按月, 年产, which need not say how often."""
    return whole(match, UNITS[words.RECURRING[match[0]]].as_interval(), one(1), certain=False)


def ordinal(match: re.Match[str]) -> list[Span]:
    """Read 第二批, 第一季度; 第一时间 only means at once, and the 五年 of 第十四个五年规划 is part of its name."""
    first, end = numeral(match["nth"]), match.end("ranked")
    last = numeral(match["last"]) if match["last"] else None
    if not first or (match["last"] and not last):
        return [Span(match.start(), match.end("nth"))]
    number = (range_of(first, last) if last else None) or first
    if match["quarter"] is not None:
        return whole(match, UNITS["quarter-of"], number)
    written = WrittenQuantity(ORDINAL, number, certain=not match["soon"])
    return [Span(match.start(), end, written), Span(end, match.end())]


def share(match: re.Match[str]) -> list[Span]:
    """Read 百分之十, 三分之一, 百分之八至十."""
    parts, low = numeral(match["whole"]), numeral(match["part"])
    high = numeral(match["most"]) if match["most"] else low
    if not (parts and low and high and parts.low):
        return [Span(match.start(), match.start() + 1)]
    number = per_cent(low._replace(high=high.high), parts)
    return whole(match, PERCENT, number, first_bound(match, "before", "odd", "limit"))


def fixed(match: re.Match[str]) -> list[Span]:
    """Read 翻一番, 一半, “十四五”."""
    kind, value, bound = words.FIXED[match["word"]].split()
    return whole(match, UnitOfMeasure(kind), one(value), first_bound(match, "before", "rest") or bound)


def perhaps(match: re.Match[str]) -> list[Span]:
    """Read 首, 双, 减半, which need not be numbers."""
    kind, value = words.PERHAPS[match["perhaps"]].split()
    return whole(match, UnitOfMeasure(kind), one(value), first_bound(match, "before"), certain=False)


def quantity(match: re.Match[str]) -> list[Span]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low = numeral(match["low"] + (match["scale"] or ""))
    if not low:
        return [Span(match.start(), match.end("low"))]
    high = numeral(match["high"]) if match["high"] else None
    units = {words.UNIT_WORDS.get(word, word) for word in (match["unit"], match["highunit"]) if word}
    both = None
    if high and len(units) <= 1:
        scale = None if match["unit"] or scale_of(low.text) else scale_of(high.text)
        both = range_of(low, high, scale, years=bool(YEAR.fullmatch(low.text)) and units == {"year"})
    word = (both and match["highunit"]) or match["unit"] or match["shared"] or ""
    halved = "半" in (match["half"] or match["tail"] or "")
    number = both or (low.plus(Decimal("0.5")) if halved else low)
    unit = _unit(match, number, "个" + word if match["half"] else word)
    certain = _is_certain(match, low, word, unit)
    if certain is None:
        return [Span(match.start(), match.end("low"))]
    start, end, bound = _limits(match, unit, ranged=both is not None)
    if unit.kind == "times" and GROWTH.search(match.string, max(0, start - 4), start):
        number = number.plus(Decimal(1))
    return [Span(start, end, WrittenQuantity(unit, number, bound, certain))]


def _lead(match: re.Match[str], length: int = 4) -> str:
    start = match.end("go")
    return match.string[max(0, start - length) : start]


def _unit(match: re.Match[str], number: Numeral, word: str) -> UnitOfMeasure:
    """Return the unit that a number counts, by its word and, of those that name as often as they count, its context.

    三日内 and 百日 last, 28日 and 二月三日 are dates; 二期 of a project is its second phase, 举办培训班3期 are three;
    四次会议 of a congress is its fourth, 召开四次会议 are four. Without a unit a number may be anything; if it is
    scaled, it is most often money.
    """
    if not word:
        currency = match["currency"] and CURRENCIES.get(match["currency"].strip(" *"), "yuan")
        return UNITS[currency] if currency else SCALED if number.scaled else NUMBER
    named, after = words.UNIT_WORDS.get(word, "count"), match.end("stop")
    if word == "年" and YEAR.fullmatch(number.text):
        named = "year-of"
    elif word in ("月", "季度") and FIRST.search(_lead(match)):
        named = words.UNIT_WORDS["个" + word]
    elif word == "日":
        dated = number.written_in_digits or _lead(match, 1) == "月"
        lasts = (match["after"] or "").endswith("内") or number.high > LONGEST_MONTH
        named = "day-of" if dated and not lasts else "day"
    elif word == "期" and (HELD.search(_lead(match)) or match.string.startswith(LESSONS, after)):
        named = "count"
    elif word == "次" and SESSION.match(match.string, after) and CONGRESS.search(_lead(match, 8)):
        named = "ordinal"
    return SCALED if named == "number" and number.scaled else UNITS[named]


def _is_certain(match: re.Match[str], number: Numeral, word: str, unit: UnitOfMeasure) -> bool | None:
    """Return True if a numeral is certainly a number; None if it certainly is not.

    百亿, 三百 and 前三 are numbers by themselves; 千万, 三省 and “三电” may be.
    """
    text, end = number.text, match.end("low")
    if match["middle"] == "几":
        return False
    if number.written_in_digits:
        return not (word == "次" and number.high == 1)
    if word:
        named = text == "一" and (unit.kind in ("count", "number") or bool(COMING.search(_lead(match))))
        ranked = word in words.WEAK_UNITS and number.high < Decimal(10)
        return not (named or ranked or text == "零" or text + word in ("百年", "千年"))
    large = ("亿" in text and len(text) > 1) or COMPOUND.fullmatch(text)
    if match["currency"] or large or (text != "一" and FIRST.search(_lead(match))):
        return True
    quoted = match.string.rfind("“", max(0, end - 12), end) > match.string.rfind("”", max(0, end - 12), end)
    alone = match.span() == (0, len(match.string))
    possible = alone or quoted or len(text) > 1 or text in "两零" or match.string[end : end + 1] in COUNTED
    return False if possible else None


def _limits(match: re.Match[str], unit: UnitOfMeasure, *, ranged: bool) -> tuple[int, int, str | None]:
    """Return where the quantity begins and ends, and its bound: None where no word gives one."""
    timed = unit.kind.startswith("duration")
    lately = match["before"] in words.LATELY and timed and unit != UNITS["working-day"]
    after = match["after"] if (ranged or not match["high"]) and (match["after"] != "内" or timed) else None
    start = match.start() if lately or match["before"] in words.BEFORE else match.end("go")
    end = match.end() if after else match.end("end") if ranged else match.end("stop")
    bound = first_bound(match, "before", "middle", "half", "tail") or words.AFTER.get(after or "")
    return start, end, "" if lately else bound


RULES = {"name": skip} | by_name(
    vague, date, ratio, rota, review, recurring, ordinal, frequency, share, fixed, perhaps, quantity
)
"""The rule of each alternative of the grammar."""
