"""Chinese numerals, in digits (387.6亿), characters (三百五十) or both (1亿2000万): their pattern, and their value."""

import functools
import re
from decimal import Decimal, localcontext

from briefing.numbers.numerals import DIGITS, EXACT, Numeral, digits

VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"廿": "二十", "卅": "三十"}
POWERS = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
CHARACTERS = "".join((*VALUES, *TENS, *POWERS))
"""The characters that numerals are written with."""
ARABIC = str.maketrans({character: str(value) for character, value in VALUES.items()})
PLACES = "千(?![瓦米克伏安卡])|百(?!分[点之])|十"
"""Places below ten thousand, where they do not begin a unit (千瓦, 百分点)."""
SCALE = rf"(?:[十百千]?(?:万亿|万|亿)|{PLACES})"
_REST = rf"(?:零?{DIGITS}{SCALE})*(?:零?{DIGITS}(?![0-9.年月日季%]))?"
"""The smaller places of a numeral in digits: 3456万7890 after 12亿."""
_RUN = rf"(?:(?:[零〇一二三四五六七八九万亿两廿卅]|{PLACES})+(?:(?<=[千万亿]){_REST})?)"
_POINTED = r"(?:[零一二三四五六七八九十百千]+点[零〇一二三四五六七八九]+[千万亿]*)"
SEVERAL = {"成百上千": 100, "成千上万": 1000, "成百上万": 100, "成千上百": 100}
"""Words for an unstated number, by the power of ten that they begin with."""
_HALF = r"(?:半(?=个?[年月天日周]|个?小时|个?世纪|个?百分点|公里|亩|吨|公斤|斤))"
NUMBER = rf"(?:{DIGITS}(?:[ ]?{SCALE}{_REST})?|{'|'.join(SEVERAL)}|{_POINTED}|{_RUN}|{_HALF})"
"""Text that looks like a numeral; `numeral` decides whether it is one."""

_PLACE = rf"(?:[0-9][0-9.,]*|[{''.join(VALUES)}])?"
_BELOW = rf"(?:{_PLACE}千)?(?:零?{_PLACE}百)?(?:零?{_PLACE}十)?(?:零?{_PLACE})"
ORDERED = re.compile(rf"(?:(?:{_BELOW}万)?(?:零?{_BELOW})亿)?(?:零?{_BELOW}万)?(?:零?{_BELOW})")
"""A numeral's places stand in descending order; 万亿 is the one scale of two characters."""
BARE = re.compile(r"亿[万千百十]|万[千百十]|千[百十]|百十")
"""A smaller place after a larger one without the digit of its own that it needs."""
YEAR = re.compile(f"[{''.join(VALUES)}]{{4}}")
ALTERNATIVES = re.compile(
    r"([一二三四五六七八九十百千万]*[十百千])?([一两二三四五六七八])([二两三四五六七八九])([十百千万亿]*)"
)
"""Two digits for either of two numbers: 七八个, 三四十, 十七八万."""


@functools.lru_cache(maxsize=1024)
def numeral(text: str) -> Numeral | None:
    """Return the numeral that `NUMBER` matched; None if the characters are none (二三一, 三百五)."""
    alternatives = ALTERNATIVES.fullmatch(text)
    try:
        tens, *either, places = alternatives.groups("") if alternatives else ("", "")
        ends = [value_of(tens + each + places) for each in either]
        low, high = ends or [value_of(text.replace(" ", ""))] * 2
    except ValueError:
        return None
    if alternatives and low >= high:
        return None
    scales = re.findall(r"[百千万亿]+", text)
    scale = Decimal(1).scaleb(sum(POWERS[character] for character in scales[-1])) if scales else None
    return Numeral(low, high, text, "万" in text or "亿" in text, scale)


def value_of(text: str) -> Decimal:
    """Return the value of a numeral; `百` alone is one hundred.

    The decimals that were written are kept (`5.0亿` is 5.0E+8), so that a figure is shown as precisely as it was
    stated. Raises ValueError for anything else, and for 三百五 or 1亿2, whose last digit may stand for the next place.
    """
    if text == "半":
        return Decimal("0.5")
    text = text[1:] if text.startswith("零") and text != "零" else text
    for one, two in TENS.items():
        text = text.replace(one, two)
    if text in SEVERAL:
        return digits(str(SEVERAL[text]))
    with localcontext(EXACT):
        if re.fullmatch(_POINTED, text):
            whole, _, decimals = text.partition("点")
            places = decimals.rstrip("千万亿")
            scale = sum(POWERS[character] for character in decimals[len(places) :])
            return (value_of(whole) + Decimal(f"0.{places.translate(ARABIC)}")).scaleb(scale)
        if YEAR.fullmatch(text):
            return Decimal(text.translate(ARABIC))
        if not ORDERED.fullmatch(text) or BARE.search(text):
            raise ValueError(text)
        return _sum_of_places(text)


def _sum_of_places(text: str) -> Decimal:
    for character, power in POWERS.items():
        if character in text:
            before, _, after = text.rpartition(character)
            value = (_sum_of_places(before) if before else Decimal(1)).scaleb(power)
            places = range(power - 1, power + 1) if after.isdecimal() else range(2, len(text))
            if power > 1 and after and len(after) not in places:  # 1亿2 may stand for the next place
                raise ValueError(text)
            return value + _sum_of_places(after.removeprefix("零")) if after else value
    if text in VALUES:
        return Decimal(VALUES[text])
    if not re.fullmatch(DIGITS, text):
        raise ValueError(text)
    return digits(text)
