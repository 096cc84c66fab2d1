"""The rule that reads a Chinese quantity: a number with its unit, bound and direction, which its context may decide."""

import operator
import re
from decimal import Decimal

from briefing.numbers import chinese_words as words
from briefing.numbers.chinese_numerals import SEVERAL, numeral
from briefing.numbers.grammar import PERIODS, Span, any_of
from briefing.numbers.numerals import Numeral, range_of
from briefing.numbers.units import CURRENCIES, NUMBER, SCALED, UNITS, UnitOfMeasure

DIRECTIONS = words.CHANGES | words.RATES | words.EFFORTS | dict.fromkeys(words.COMPARED, "up")
DIRECTION = re.compile(any_of(DIRECTIONS))
MEASURED = ("money", "weight", "area", "volume", "energy", "power")
"""Kinds of which an amount may be stated for one of something: 每亩500元."""
UNMEASURED = ("count", "number", "ordinal")
"""Kinds of which 提升 and 压缩 say no change: 提升3个园区."""
FIRST_SO_MANY = re.compile(r"(?<![目提以之年日午])前$")
"""前 before a number: the first three, the first two months."""
BEFORE_COURSES = re.compile(r"(?:举办|开展|组织|举行|开设|分|共|办|发行|推出|培训|班|讲座|出版|刊发)[了约近超]?$")
COURSES = ("培训", "讲座", "论坛", "研修")
"""Words after 期 that make it a count, as those of `BEFORE_COURSES` before it do; elsewhere 期 is an ordinal."""
SESSION, CONGRESS = re.compile("会议|全会|全体会议"), re.compile("人大|政协|党代会|届[^，。；]*$")
"""Words after and before 次 that make it an ordinal: 人大四次会议."""
COMPOUND = re.compile(r"(?!十一$)(?=.*[一二三四五六七八九两])(?=.*[十百千万亿]).+")
"""A numeral of digits and places (三百), which is never part of a word; not 十一, which is also the National Day."""
BEFORE_A_YEAR = re.compile(r"[的新这那又]$")
"""In 新的一年, 一 counts nothing."""
YEAR = re.compile(r"[12][0-9]{3}|[零〇一二三四五六七八九]{4}")
BOUNDS = words.BEFORE | words.MIDDLE | words.AFTER
LONGEST_MONTH = 31
SMALL = re.compile("[二两三四五六七八九十百]+")
"""Numerals that count nouns without a classifier: 三省."""
HALF = Decimal("0.5")
COUNTED = frozenset({*words.NOUNS, "是", "、"})
"""Characters after a numeral that counts without a classifier (三省) or numbers a point (二是)."""


def first_bound(match: re.Match[str], *groups: str) -> str | None:
    """Return the bound that the first group with one gives; 个多 gives that of 多."""
    return next((BOUNDS[word] for group in groups if (word := (match[group] or "").lstrip("个")) in BOUNDS), None)


def change_of(match: re.Match[str], unit: UnitOfMeasure) -> str | None:
    """Return the direction of a change, `up` or `down`, if a word before the number says one of this kind of unit."""
    lead = match["change"] or match.string[max(match.end("before"), 0) : match.end("number_start")]
    found = DIRECTION.match(lead)
    word, kind = found[0] if found else "", unit.kind
    timed = kind.endswith("-of") or kind.startswith("frequency") or kind == "ordinal"
    small = (word in words.EFFORTS and kind in UNMEASURED) or (word in words.COMPARED and kind != "times")
    return None if timed or small else DIRECTIONS.get(word)


def start_of(match: re.Match[str], *, bounded: bool, changed: bool) -> int:
    """Return where a quantity begins: with the word for its change, with its bound, or with its number."""
    groups = (*(["change"] if changed else []), *(["before"] if bounded or changed else []))
    return next((match.start(group) for group in groups if match[group]), match.end("number_start"))


def quantity(match: re.Match[str]) -> list[Span]:
    """Read a number with whatever bound, currency and unit it has, or a range where two can be one."""
    low, high = _ends(match)
    if not low:
        return [Span(match.start(), match.end("low"))]
    units = {words.UNIT_WORDS.get(word, word) for word in (match["unit"], match["high_unit"]) if word}
    both = None
    if high and len(units) <= 1:
        scale = None if match["unit"] or low.scale else high.scale
        both = range_of(low, high, scale, years=bool(YEAR.fullmatch(low.text)) and units == {"year"})
    word = (both and match["high_unit"]) or match["unit"] or match["shared_unit"] or ""
    number, unit = both or low, _unit(match, both or low, "个" + word if match["half"] else word)
    certain = _is_certain(match, low, word, unit)
    if certain is None:
        return [Span(match.start(), match.end("low"))]
    change = change_of(match, unit) if number.low >= 0 else None
    start, end, bound = _limits(match, unit, ranged=both is not None, changed=change is not None)
    if unit.kind == "times" and change == "up":  # 增长2倍 adds to what there was
        number, change = number.map(lambda end: end + 1), None
    first = _is_first(match, word) and unit.kind.startswith("duration")
    return [Span(start - first, end, unit, number, bound, certain, change, first)]


def _ends(match: re.Match[str]) -> tuple[Numeral | None, Numeral | None]:
    """Return the numbers of a quantity, with their signs and what 半 or 七成五 add; None if there is none."""
    low = numeral(match["low"] + (match["scale"] or ""))
    high = numeral(match["high"]) if match["high"] else None
    halved = "半" in (match["half"] or match["tail"] or "")
    tenths = numeral(match["tenths"] or "零")
    added = HALF if halved or not tenths else tenths.low / 10
    if low and added:
        low = low.map(lambda end: end + added)
    low, high = (
        each.map(operator.neg) if each and match[sign] else each for each, sign in ((low, "sign"), (high, "high_sign"))
    )
    return low, high


def _is_first(match: re.Match[str], word: str) -> bool:
    """Return True if 前 before a number means the first so many: 前三年, and 2023年前三季度 but not 2023年前三年."""
    before = _text_before(match)
    return bool(FIRST_SO_MANY.search(before) or (word.endswith(("月", "季度")) and before.endswith("年前")))


def _text_before(match: re.Match[str], length: int = 4) -> str:
    start = match.end("number_start")
    return match.string[max(0, start - length) : start]


def _unit(match: re.Match[str], number: Numeral, word: str) -> UnitOfMeasure:
    """Return the unit that a number counts, by its word and, if that has two meanings, by its context.

    三日内 and 百日 are durations, 28日 and 二月三日 dates; 二期 of a project is an ordinal, 举办培训班3期 a count;
    四次会议 of a congress is an ordinal, 召开四次会议 a count. Without a unit it may be anything, scaled mostly money.
    """
    if not word:
        currency = match["currency"] and CURRENCIES.get(match["currency"].strip(" *"), "yuan")
        return UNITS[currency] if currency else SCALED if number.scaled else NUMBER
    word = word.partition("/")[0]
    named, after = words.UNIT_WORDS.get(word, "count"), match.end("low_end")
    if word == "年" and YEAR.fullmatch(number.text):
        named = "year-of"
    elif word in ("月", "季度") and _is_first(match, word):
        named = words.UNIT_WORDS["个" + word]
    elif word == "日":
        dated = number.text[:1].isdecimal() or _text_before(match, 1) == "月"
        lasts = (match["after"] or "").endswith("内") or number.high > LONGEST_MONTH
        named = "day-of" if dated and not lasts else "day"
    elif word == "期" and (BEFORE_COURSES.search(_text_before(match)) or match.string.startswith(COURSES, after)):
        named = "count"
    elif word == "次" and SESSION.match(match.string, after) and CONGRESS.search(_text_before(match, 8)):
        named = "ordinal"
    return SCALED if named == "number" and number.scaled else UNITS[named]


def _is_certain(match: re.Match[str], number: Numeral, word: str, unit: UnitOfMeasure) -> bool | None:
    """Return True if a numeral is certainly a number, False if it may be one, None if it is none.

    百亿, 三百 and 前三 are numbers by themselves; 千万, 三省 and “三电” may be.
    """
    text, end = number.text, match.end("low")
    if match["middle"] == "几" or match["several"] or match["before"] == "上" or text in SEVERAL:
        return False
    if number.text[:1].isdecimal():
        return not (word == "次" and number.high == 1)
    if word:
        named = text == "一" and (unit.kind in ("count", "number") or bool(BEFORE_A_YEAR.search(_text_before(match))))
        ranked = word in words.WEAK_UNITS and number.high < Decimal(10)
        return not (named or ranked or text == "零" or text + word in ("百年", "千年"))
    large = ("亿" in text and len(text) > 1) or COMPOUND.fullmatch(text)
    if match["currency"] or large or (text != "一" and FIRST_SO_MANY.search(_text_before(match))):
        return True
    quoted = match.string.rfind("“", max(0, end - 12), end) > match.string.rfind("”", max(0, end - 12), end)
    alone = match.span() == (0, len(match.string))
    possible = alone or quoted or len(text) > 1 or text in "两零" or match.string[end : end + 1] in COUNTED
    return False if possible else None


def _limits(match: re.Match[str], unit: UnitOfMeasure, *, ranged: bool, changed: bool) -> tuple[int, int, str | None]:
    """Return where the quantity begins and ends, and its bound: None if no word gives one."""
    timed = unit.kind.startswith("duration")
    lately = match["before"] in words.LATELY and timed and unit != UNITS["working-day"]
    after = match["after"] if (ranged or not match["high"]) and (match["after"] != "内" or timed) else None
    start = start_of(match, bounded=lately or match["before"] in words.BEFORE, changed=changed)
    measured = unit.kind.startswith(MEASURED) or match["so_many"] or (match["per"] or "").startswith(tuple(words.DAILY))
    if match["per"] and "/" not in (match["unit"] or "") and not changed and measured:
        start = match.start("per")
    end = match.end("high_end" if ranged else "low_end")
    if after:
        end = match.end()
    elif match["until"] and unit.kind in PERIODS:
        end = match.end("until")
    if end == match.end("low") and match.string[end : end + 1] in words.NOUNS and SMALL.fullmatch(match["low"]):
        end += 1
    bound = first_bound(match, "outer", "before", "middle", "half", "tail") or words.AFTER.get(after or "")
    if match["several"] or match["low"] in SEVERAL:
        bound = "several"
    elif match["class"] and not bound:
        bound = "order-of-magnitude"
    return start, end, "" if lately else bound
