"""Chinese numerals as they stand in prose: their pattern, and their value or None."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from briefing.numbers.chinese_words import NAMES, NOT_BEFORE
from briefing.numbers.numerals import DIGITS as VALUES
from briefing.numbers.numerals import POWERS, numeral
from briefing.numbers.phrases import DIGITS, Numeral, any_of, digits

HAN = "".join(VALUES) + "".join(POWERS)
"""Characters that numerals are written with."""
SCALE = r"(?:[十百千]?(?:万亿|万|亿)|千(?![瓦米克伏安卡])|百(?!分[点之])|十)"
_NAMES = any_of(NAMES, None, NOT_BEFORE)
_RUN = rf"(?:(?!{_NAMES})(?:[零〇一二三四五六七八九十万亿两]|千(?![瓦米克伏安卡])|百(?!分[点之]))+)"
_POINTED = r"(?:[零一二三四五六七八九十百]+点[零〇一二三四五六七八九]+[万亿]*)"
_HALF = r"(?:半(?=个?[年月天日周]|个?小时|个?世纪|个?百分点|公里|亩|吨|公斤|斤))"
NUMBER = rf"(?:{DIGITS}(?:亿{DIGITS}[千百]?万|万{DIGITS}千|[ ]?{SCALE})?|{_POINTED}|{_RUN}|{_HALF})"
"""A numeral in digits (387.6亿), characters (三百五十) or both (1亿2000万)."""
_DIGITS_AND_SCALE = re.compile(rf"({DIGITS}) ?({SCALE})?")
_NEXT_TO_EACH_OTHER = re.compile(r"([一两二三四五六七八])([二两三四五六七八九])([十百千万亿]*)")
_SCALES = re.compile(r"[百千万亿]+")
YEAR_DIGITS = 4


@functools.lru_cache(maxsize=1024)
def read(text: str) -> Numeral | None:
    """Return the value of what `NUMBER` matched; None where the characters are no numeral (二三一, 三百五)."""
    scaled = "万" in text or "亿" in text
    try:
        if match := _NEXT_TO_EACH_OTHER.fullmatch(text):
            low, high = (_value(match[end] + match[3]) for end in (1, 2))
            return Numeral(low, high, text, scaled) if low < high else None
        value = _value(text)
    except ValueError:
        return None
    return Numeral(value, value, text, scaled)


@functools.lru_cache(maxsize=1024)
def scale(text: str) -> Decimal | None:
    """Return what the scale words of a numeral multiply by, None where it has none."""
    words = _SCALES.findall(text)
    return Decimal(1).scaleb(_power(words[-1])) if words else None


def _value(text: str) -> Decimal:
    if match := _DIGITS_AND_SCALE.fullmatch(text):
        return digits(match[1]).scaleb(_power(match[2] or ""))
    if "点" in text:
        whole, _, decimals = text.partition("点")
        places = decimals.rstrip("万亿")
        return (numeral(whole) + Decimal("0." + _spelt(places))).scaleb(_power(decimals[len(places) :]))
    if len(text) == YEAR_DIGITS and all(character in VALUES for character in text):
        return Decimal(_spelt(text))
    return numeral(text)


def _power(scale: str) -> int:
    return sum(POWERS[character] for character in scale)


def _spelt(text: str) -> str:
    return "".join(str(VALUES[character]) for character in text)
