"""Numerals as exact decimals: Chinese (387.6亿, 两百, 半) and the editor's English reading (38.76 billion)."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
NUMERAL = re.compile(rf"[0-9.,{''.join(DIGITS)}{''.join(POWERS)}半]+")
SCALES = {"": 0, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
PLACE = rf"(?:[0-9][0-9.,]*|[{''.join(DIGITS)}])?"
BELOW = rf"(?:{PLACE}千)?(?:零?{PLACE}百)?(?:零?{PLACE}十)?(?:零?{PLACE})"
ORDERED = rf"(?:{BELOW}万?亿)?(?:零?{BELOW}[万])?(?:零?{BELOW})"
"""A numeral's places stand in descending order; 万亿 is the one scale of two characters."""
BARE = r"亿[万千百十]|万[千百十]|千[百十]|百十"
"""A smaller place after a larger one needs a digit of its own."""
GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+")
AMOUNT = re.compile(rf"([0-9]+(?:\.[0-9]+)?)(?: ({'|'.join(scale for scale in SCALES if scale)}))?")


def numeral(text: str) -> Decimal:
    """Read a Chinese numeral: digits, characters, or digits before 十百千万亿; `百` alone is one hundred.

    The decimals that were written are kept (`5.0亿` is 5.0E+8), so that a figure is shown as precisely as it was
    stated. Raises ValueError for anything else, and for 三百五 or 1亿2, whose last digit may stand for the next place.
    """
    if text == "半":
        return Decimal("0.5")
    if not re.fullmatch(ORDERED, text) or re.search(BARE, text):
        message = f"'{text}' is not a numeral"
        raise ValueError(message)
    return _read(text)


def _read(text: str) -> Decimal:
    for character, power in POWERS.items():
        if character in text:
            before, _, after = text.rpartition(character)
            scaled = (_read(before) if before else Decimal(1)).scaleb(power)
            return scaled + _rest(after, power) if after else scaled
    return _digits(text)


def amount(text: str) -> Decimal:
    """Read an editor's English amount (`90`, `9.5`, `38.76 billion`). Raises ValueError for anything else."""
    match = AMOUNT.fullmatch(text)
    if not match:
        message = f"'{text}' is not an amount; write it as 90, 9.5 or 38.76 billion"
        raise ValueError(message)
    return _written(match[1]).scaleb(SCALES[match[2] or ""])


def _written(digits: str) -> Decimal:
    """Keep the decimals that were written (5.0) and drop the zeros of whole numbers (9E+1): that is the precision."""
    value = Decimal(digits)
    return value if "." in digits else value.normalize()


def _rest(text: str, power: int) -> Decimal:
    if power > 1 and re.fullmatch(r"[0-9]|" + "|".join(DIGITS), text):
        message = f"the last {text} may stand for units or for the next place; write it in digits"
        raise ValueError(message)
    return _read(text.removeprefix("零"))


def _digits(text: str) -> Decimal:
    if len(text) == 1 and text in DIGITS:
        return Decimal(DIGITS[text])
    whole, dot, decimals = text.partition(".")
    if not GROUPED.fullmatch(whole) or (dot and not decimals.isdecimal()):
        message = f"'{text}' is not a numeral"
        raise ValueError(message)
    return _written(whole.replace(",", "") + dot + decimals)
