"""English numerals, in words, digits or both: their pattern, and their value."""

import functools
import re
from decimal import Decimal

from briefing.numbers.english_words import ONES, POWERS, TENS
from briefing.numbers.grammar import any_of
from briefing.numbers.numerals import DIGITS, SCALES, Numeral, digits

END = "(?![a-z])"
_ONE = rf"(?:{any_of(ONES)}){END}"
_BELOW_100 = rf"(?:(?:{any_of(TENS)})(?:[ -]{_ONE})?{END}|{_ONE})"
_HUNDREDS = rf"(?:(?:{_BELOW_100}|an?)[ -])?hundred{END}(?:[ ](?:and[ ])?{_BELOW_100})?"
_LARGE = any_of(word for word in SCALES if word != "hundred")
_SCALED = rf"(?:(?:{_HUNDREDS}|{_BELOW_100}|an?)[ -])?(?:{_LARGE}){END}"
_REST = rf"(?:[ ](?:and[ ])?{_HUNDREDS}|[ ]and[ ]{_BELOW_100})"
_SPELT = rf"(?:{_SCALED}(?:[ ]{_SCALED}){{0,2}}{_REST}?|{_HUNDREDS}|{_BELOW_100})"
_DOZENS = rf"(?:(?:{_BELOW_100}|half[ -]a|a)[ -])?dozen{END}"
_HALVES = rf"half[ -](?:an?[ -])?(?:hundred|dozen|{_LARGE}){END}"
_DIGITS = rf"{DIGITS}(?:[ -]?(?:{any_of((*SCALES, 'bn', 'mn', 'tn'))}){END}|[km](?![a-z0-9²³]))?"
NUMBER = rf"(?:{_DIGITS}|(?<![a-z])(?:{_HALVES}|{_DOZENS}|{_SPELT}))"
"""A number: 38.76 billion, 10bn, two hundred and three, half a million, a dozen, or a scale alone (trillion-level)."""
SMALL = rf"(?:{DIGITS}|(?<![a-z]){_BELOW_100})"
"""A number without a scale, as in ranks and intervals: 3, twenty-one."""
_TOKENS = re.compile(rf"{DIGITS}|[a-z]+")
MULTIPLIERS = {"hundred": 100, "dozen": 12}


@functools.lru_cache(maxsize=1024)
def numeral(text: str) -> Numeral:
    """Return the numeral that `NUMBER` matched."""
    words = _TOKENS.findall(text)
    total = group = Decimal(0)
    scale = None
    for word in words:
        if word in MULTIPLIERS:
            group = (group or Decimal(1)) * MULTIPLIERS[word]
        elif word in POWERS:
            scale = Decimal(1).scaleb(POWERS[word])
            total, group = total + (group or Decimal(1)) * scale, Decimal(0)
        else:
            group += digits(word) if "0" <= word[0] <= "9" else Decimal(ONES.get(word, TENS.get(word, 0)))
    value = (total + group) * (Decimal("0.5") if words[0] == "half" else 1)
    return Numeral(value, value, text, scaled=scale is not None, scale=scale)
