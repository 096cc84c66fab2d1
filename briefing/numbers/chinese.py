"""Every number in a Chinese text, with its value, kind and bound.

Arabic digits are always numbers. Numerals in characters are numbers where a unit, a measure word or their own size
says so (三家, 百亿); elsewhere they are parts of words (四川, 一流) or, at most, uncertain.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.numbers.chinese_grammar import GRAMMAR
from briefing.numbers.chinese_numerals import read, scale
from briefing.numbers.chinese_words import (
    AFTER,
    BEFORE,
    FIXED,
    LATELY,
    MIDDLE,
    NOUNS,
    PERHAPS,
    PERIODS,
    RECURRING,
    UNITS,
    WEAK_UNITS,
)
from briefing.numbers.measures import AMOUNT, CURRENCIES, MEASURES, NUMBER, ORDINAL, PERCENT, Measure, every
from briefing.numbers.phrases import Numeral, Phrase, Rules, date, often, one, quantity, range_of, ratio, scan, share
from briefing.numbers.quantities import Found

FLAT = str.maketrans("０１２３４５６７８９％．￥○\u3000\u00a0", "0123456789%.¥〇  ") | {
    ord("A") + place: ord("a") + place for place in range(26)
}
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
LONGEST_MONTH = 31
COUNTED = frozenset({*NOUNS, "是", "、"})
"""What may follow a numeral that counts without a measure word, or numbers a point: 三省, 二是."""


def find(text: str) -> list[Found]:
    """Return every number in a Chinese text, in order and without overlaps."""
    return scan(text, text.translate(FLAT), GRAMMAR, RULES)


def _skip(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(*match.span())]


def _vague(match: re.Match[str]) -> list[Phrase]:
    """数百家 and 几十亿 are no numbers; 上百家 may be said as more than a hundred."""
    scale_word = match["vague"].removeprefix("上")
    number = read(scale_word) if scale_word != match["vague"] else None
    said = quantity(AMOUNT if number.scaled else NUMBER, number, "more-than", certain=False) if number else None
    return [Phrase(*match.span(), said)]


def _frequency(match: re.Match[str]) -> list[Phrase]:
    """每周, 每2个月, 每年不少于两次, 隔周."""
    low = read(match["every"]) if match["every"] else one(1)
    high = read(match["longest"]) if match["longest"] else low
    times = read(match["times"]) if match["times"] else one(1)
    if not (low and high and times and times.low):
        return [Phrase(match.start(), match.start() + 1)]
    # 隔周 and 每隔一周 leave one out: every second week.
    skipped = Decimal(1 if match["each"] == "每" or low.low > 1 else 2)
    number = low._replace(high=high.high).times(skipped)
    bound = BEFORE.get(match["before"] or match["often"] or "") or AFTER.get(match["late"] or "")
    return [Phrase(*match.span(), often(MEASURES[PERIODS[match["period"]]], number, times, bound))]


def _rota(match: re.Match[str]) -> list[Phrase]:
    """半月一次, 一周两次, 一月一调度."""
    number = one(2) if match["turn"] == "双" else read(match["turn"])
    times = read(match["turns"]) if match["turns"] else one(1)
    if not (number and times and times.low):
        return [Phrase(match.start(), match.start() + 1)]
    return [Phrase(*match.span(), often(MEASURES[PERIODS[match["spell"]]], number, times))]


def _review(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(*match.span(), often(MEASURES[PERIODS[match["beat"]]], one(1), one(1)))]


def _recurring(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(*match.span(), quantity(every(MEASURES[RECURRING[match[0]]]), one(1), certain=False))]


def _ordinal(match: re.Match[str]) -> list[Phrase]:
    """第二批, 第一季度; 第一时间 only means at once, and the 五年 of 第十四个五年规划 is part of its name."""
    first, end = read(match["nth"]), match.end("ranked")
    last = read(match["last"]) if match["last"] else None
    if not first or (match["last"] and not last):
        return [Phrase(match.start(), match.end("nth"))]
    number = (range_of(first, last) if last else None) or first
    if match["quarter"] is not None:
        return [Phrase(*match.span(), quantity(MEASURES["quarter-of"], number))]
    return [Phrase(match.start(), end, quantity(ORDINAL, number, certain=not match["soon"])), Phrase(end, match.end())]


def _share(match: re.Match[str]) -> list[Phrase]:
    """百分之十, 三分之一, 百分之八至十."""
    whole, low = read(match["whole"]), read(match["part"])
    high = read(match["most"]) if match["most"] else low
    if not (whole and low and high and whole.low):
        return [Phrase(match.start(), match.start() + 1)]
    bound = BEFORE.get(match["before"] or "") or MIDDLE.get(match["odd"] or "") or AFTER.get(match["limit"] or "")
    return [Phrase(*match.span(), quantity(PERCENT, share(low._replace(high=high.high), whole), bound))]


def _fixed(match: re.Match[str]) -> list[Phrase]:
    kind, value, bound = FIXED[match["word"]]
    stated = BEFORE.get(match["before"] or "") or AFTER.get(match["rest"] or "") or bound
    return [Phrase(*match.span(), quantity(Measure(kind), one(value), stated))]


def _perhaps(match: re.Match[str]) -> list[Phrase]:
    kind, value = PERHAPS[match["perhaps"]]
    bound = BEFORE.get(match["before"] or "")
    return [Phrase(*match.span(), quantity(Measure(kind), one(value), bound, certain=False))]


def _amount(match: re.Match[str]) -> list[Phrase]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low = read(match["low"] + (match["scale"] or ""))
    if not low:
        return [Phrase(match.start(), match.end("low"))]
    both = _range(match, low) if match["high"] else None
    unit = (both and match["highunit"]) or match["unit"] or match["shared"] or ""
    halved = "半" in (match["half"] or match["tail"] or "")
    number = both or (low.plus(Decimal("0.5")) if halved else low)
    measure = _measure(match, number, "个" + unit if match["half"] else unit)
    certain = _certain(match, low, unit, measure)
    if certain is None:
        return [Phrase(match.start(), match.end("low"))]
    start, end, bound = _bounds(match, measure, ranged=both is not None)
    if measure.kind == "times" and GROWTH.search(match.string, max(0, start - 4), start):
        number = number.plus(Decimal(1))
    return [Phrase(start, end, quantity(measure, number, bound, certain=certain))]


def _range(match: re.Match[str], low: Numeral) -> Numeral | None:
    high = read(match["high"])
    units = {UNITS[unit] for unit in (match["unit"], match["highunit"]) if unit}
    if not high or len(units) > 1:
        return None
    shared = None if match["unit"] or scale(low.text) else scale(high.text)
    return range_of(low, high, shared, years=bool(YEAR.fullmatch(low.text)) and units == {"year"})


def _measure(match: re.Match[str], number: Numeral, unit: str) -> Measure:
    """Return what a number counts in; unscaled and without a unit it may be anything, scaled it is most often money."""
    if unit in _CALENDAR:
        return MEASURES[_CALENDAR[unit](match, number)]
    if not unit and match["currency"]:
        return MEASURES[CURRENCIES.get(match["currency"].strip(" *"), "yuan")]
    measure = MEASURES[UNITS[unit]] if unit else NUMBER
    return AMOUNT if measure == NUMBER and number.scaled else measure


def _lead(match: re.Match[str], length: int = 4) -> str:
    start = match.end("go")
    return match.string[max(0, start - length) : start]


def _year(_match: re.Match[str], number: Numeral) -> str:
    return "year-of" if YEAR.fullmatch(number.text) else "year"


def _month(match: re.Match[str], _number: Numeral) -> str:
    return "month" if FIRST.search(_lead(match)) else "month-of"


def _quarter(match: re.Match[str], _number: Numeral) -> str:
    return "quarter" if FIRST.search(_lead(match)) else "quarter-of"


def _day(match: re.Match[str], number: Numeral) -> str:
    """三日内 and 百日 last; 28日 and 二月三日 are dates."""
    dated = number.written_in_digits or _lead(match, 1) == "月"
    lasts = (match["after"] or "").endswith("内") or number.high > LONGEST_MONTH
    return "day-of" if dated and not lasts else "day"


def _phase(match: re.Match[str], _number: Numeral) -> str:
    """二期 of a project is its second phase; 举办培训班3期 are three."""
    held = HELD.search(_lead(match)) or match.string.startswith(LESSONS, match.end("stop"))
    return "count" if held else "ordinal"


def _session(match: re.Match[str], _number: Numeral) -> str:
    """四次会议 of a congress is its fourth; 召开四次会议 are four."""
    ranked = SESSION.match(match.string, match.end("stop")) and CONGRESS.search(_lead(match, 8))
    return "ordinal" if ranked else "count"


_CALENDAR = {"年": _year, "月": _month, "季度": _quarter, "日": _day, "期": _phase, "次": _session}
"""Units after which a number is a name as often as a count."""


def _certain(match: re.Match[str], number: Numeral, unit: str, measure: Measure) -> bool | None:
    """Say whether a numeral is certainly a number; None where it certainly is not."""
    if match["middle"] == "几":
        return False
    if number.written_in_digits:
        return not (unit == "次" and number.high == 1)
    if not unit:
        return _certain_alone(match, number.text)
    named = number.text == "一" and (measure.kind in ("count", "number") or bool(COMING.search(_lead(match))))
    ranked = unit in WEAK_UNITS and number.high < 10  # noqa: PLR2004 - one character
    return not (named or ranked or number.text == "零" or number.text + unit in ("百年", "千年"))


def _certain_alone(match: re.Match[str], text: str) -> bool | None:
    """百亿, 三百 and 前三 are numbers by themselves; 千万, 三省 and “三电” may be."""
    large = ("亿" in text and len(text) > 1) or COMPOUND.fullmatch(text)
    if match["currency"] or large or (text != "一" and FIRST.search(_lead(match))):
        return True
    end = match.end("low")
    quoted = match.string.rfind("“", max(0, end - 12), end) > match.string.rfind("”", max(0, end - 12), end)
    perhaps = len(text) > 1 or text in "两零" or quoted or match.string[end : end + 1] in COUNTED
    return False if perhaps else None


def _bounds(match: re.Match[str], measure: Measure, *, ranged: bool) -> tuple[int, int, str | None]:
    """Return where the phrase begins and ends, and its bound: None where it has no words for one."""
    timed = measure.kind.startswith("duration")
    lately = match["before"] in LATELY and timed and measure != MEASURES["working-day"]
    after = match["after"] if (ranged or not match["high"]) and (match["after"] != "内" or timed) else None
    start = match.start() if lately or match["before"] in BEFORE else match.end("go")
    end = match.end() if after else match.end("end") if ranged else match.end("stop")
    odd = (match["middle"] or match["half"] or match["tail"] or "")[-1:]
    bound = BEFORE.get(match["before"] or "") or MIDDLE.get(odd) or AFTER.get(after or "")
    return start, end, "" if lately else bound


RULES: Rules = {
    "name": _skip,
    "vague": _vague,
    "date": date,
    "ratio": ratio,
    "frequency": _frequency,
    "rota": _rota,
    "review": _review,
    "recurring": _recurring,
    "ordinal": _ordinal,
    "share": _share,
    "fixed": _fixed,
    "perhaps": _perhaps,
    "amount": _amount,
}
"""How each alternative of the grammar is read."""
