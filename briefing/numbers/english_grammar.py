"""The forms that quantities have in English, as one pattern; `english.py` reads what an alternative matches.

It is matched with text in lower case, with plain spaces and hyphens.
"""

import re

from briefing.numbers import english_words as words
from briefing.numbers.english_numerals import END, NUMBER, SMALL
from briefing.numbers.grammar import DATE, RATIO, any_of
from briefing.numbers.numerals import DIGITS, SCALES
from briefing.numbers.units import CURRENCIES

_START = "(?<![a-z])"
_BOUND = any_of({*words.BEFORE, *words.SPANNING})
_WHEN = "past|last|next|coming|previous|following|recent"
_BETWEEN = "consecutive|successive|straight|full|whole|calendar|additional|extra|more|further"
"""Words that may stand between a number and its unit: three consecutive months."""
_PERIOD = rf"(?:(?:{any_of(words.PERIODS)})s?{END})"
_SPAN = rf"(?:{any_of((*words.PERIODS, 'decade', 'century'))})"
_HALVED = any_of(unit for unit in words.UNIT_WORDS.keys() - {*words.CODES, "times"} if unit[0].isalpha() and unit[2:])
"""Units after `half`: words only, since two letters are a sign."""
_TO = r"(?:[ ]?[-–—]{1,2}[ ]?|-to-|[ ](?:to|through|or)[ ])"
_TIMED = rf"\*{{0,2}}(?:[ ](?:{_BETWEEN})(?=[ ]{_PERIOD}))?[ -]?"
_SIGNS = [unit for unit in words.UNIT_WORDS if not unit[-1].isalpha()]
_UNIT = rf"""(?:{any_of(_SIGNS)}|(?:{any_of(words.UNIT_WORDS.keys() - {*_SIGNS, *words.CODES})}){END}
    |(?:{any_of(words.CODES)})(?![a-z]|[ ]?[0-9]))"""
_ADVERBS = words.ADVERBS | words.PERHAPS_ADVERBS
_CURRENCY = rf"(?:{any_of(CURRENCIES)})[ ]?\*{{0,2}}"
_MONTH = rf"(?:{any_of(words.MONTHS)}){END}\.?"
_RANK = rf"(?:{any_of(words.QUARTERS)})"
_RANKED = rf"(?:(?:{any_of(words.ROMAN)})(?![a-z0-9'])|{SMALL}(?![,.]?[0-9a-z%]))"
_FUNCTION_WORD = rf"(?:{words.FUNCTION_WORDS}){END}"
_WORD = rf"(?!{_FUNCTION_WORD}|(?:{any_of((*words.ONES, *words.TENS))}){END})[a-z][a-z']*"

_FOLDS = any_of((*words.ONES, *words.TENS, "hundred", "thousand"))
_WHOLE = any_of(words.PARTS)
_WHOLES = any_of(part for part in words.PARTS if part != "quarter")
_BY = "|".join(rf"(?<={word}[ ])" for word in ("by", "to", "in", "than", "over", "nearly", "about", "least", "almost"))
_SHARE = rf"""(?:{any_of(words.ONES)})[ -](?:{_WHOLES})s{END}
    |(?<!first[ ])(?:two|three)(?:-quarters|[ ]quarters(?=[ ]of)){END}
    |one[ -](?:{_WHOLES})(?![a-z-])|one(?:-quarter|[ ]quarter(?=[ ]of)){END}
    |a[ ](?:{_WHOLE})(?=[ ]of[ ])|(?:{_BY})a[ ](?:{_WHOLE}){END}
    |half(?=[ ](?:of|the|its|their|that|all|these|those){END})|(?:{_BY})half(?![a-z-]|[ ]an?[ ])"""
"""Shares: two thirds, a quarter of, by half; but a third plant, three quarters (nine months)."""
PLURAL = re.compile(
    rf"\*{{0,2}}(?:[ -]{_WORD}){{0,2}}?[ -](?:(?!{_FUNCTION_WORD})[a-z]+(?<!s)s|people|men|women|staff){END}"
)
"""A noun in the plural, with up to two words before it."""

_STARTERS = (
    "a", "an", "half", "dozen", "every", "each", "per", "between", "several", "few", "many", "couple", "tens",
    "dozens", "hundreds", "thousands", "millions", *_WHEN.split("|"), *words.BEFORE, *words.SPANNING, *words.ONES,
    *words.TENS, *SCALES, *words.RANKS, *words.LABELS, *words.MONTHS, *_ADVERBS, *words.PERHAPS, *words.FIXED,
    *words.CODES, *CURRENCIES,
)  # fmt: skip
_FIRST = "|".join(sorted({re.escape(f"{word} "[:3]) for word in _STARTERS if word[0].isalpha()}))
"""How the words begin that a quantity may begin with; most words of a text are passed over by this alone."""
_SIGN = "|".join(re.escape(sign) for sign in CURRENCIES if not sign[0].isalpha())

GRAMMAR = re.compile(
    rf"""(?=[0-9]|~[ ]?[0-9a-z$¥€£]|(?:{_SIGN})[ ]?[0-9]|/[dmwy]|{_START}(?:{_FIRST}|[hq][1-4]))(?:
    (?P<vague>{_START}(?:several|few|many|couple[ ]of|(?:ten|dozen|hundred|thousand|million)s[ ]of)
        (?:[ -](?:hundred|thousand|million|billion|trillion|dozen)s?{END}){{1,2}})
    |(?P<date>{DATE})
    |(?P<ratio>{RATIO})
    |(?P<quarter>{_START}(?P<quarters>{_RANK}(?:(?:,[ ](?:and[ ])?|[ ]and[ ]|{_TO}){_RANK}){{0,3}})[ -]quarters?{END})
    |(?P<decade>(?<![0-9])(?P<decade_year>(?:19|20)[0-9]0)'?s{END})
    |(?P<quarter_sign>{_START}q(?P<quarter_digit>[1-4])(?![0-9a-z]))
    |(?P<half_year>{_START}(?:(?:(?P<first_half>first|1st)|second|2nd)[ -]half(?:[ -]year)?{END}
            |h(?P<half_digit>[12])(?![0-9a-z]))
        (?P<half_of_month>(?=[ ]of[ ](?:(?:the|each|every|this|next|last|a)[ ]month{END}|{_MONTH})))?)
    |(?P<rank>(?:[0-9]+(?:st|nd|rd|th){END}|{_START}(?:(?:{any_of(words.TENS)})-)?(?:{any_of(words.RANKS)}){END}
        (?![ ](?!five-year)(?:{SMALL}|few|several)))(?P<plan>[ ]five-year)?)
    |(?P<label>{_START}(?:{any_of(words.LABELS)})(?P<several>s)?[ ]?(?P<label_number>{_RANKED})
        (?(several)(?P<label_join>[ ]and[ ]|{_TO})(?P<label_other>{_RANKED})))
    |(?P<day_month>(?<![0-9.,])(?P<first_day>[0-3]?[0-9])(?:st|nd|rd|th)?
        (?:{_TO}(?P<last_day>[0-3]?[0-9])(?:st|nd|rd|th)?)?(?P<of>[ ]of[ ]|[ -])(?P<day_of>{_MONTH}))
    |(?P<month>{_START}(?P<first_month>{_MONTH})(?:{_TO}(?P<last_month>{_MONTH})
        |[ ](?P<month_day>[0-3]?[0-9])
            (?:(?:st|nd|rd|th){END}|(?=[,.;:)]|$|[ ](?:and|to|in|at|20[0-9]{{2}}){END})))?)
    |(?P<adverb>(?:{_START}(?:{any_of(_ADVERBS)})|/(?:year|month|week|day)){END})
    |(?P<lately>{_START}(?<=the[ ])(?:{_WHEN})[ ](?P<lately_unit>{_SPAN}){END})
    |(?:{_START}(?P<between>between)[ ])?
     (?:{_START}(?P<before>{_BOUND})(?:[ ]|(?<=~))\*{{0,2}}
        (?P<the>the[ ])?(?:(?P<when>{_WHEN})[ ])?(?:(?:another|an[ ]additional|a[ ]further|additional)[ ])?)?
     (?P<number_start>)(?:
        (?P<times>{_START}(?P<how_often>once|twice|thrice|{SMALL}[ ]times)[ -](?:in[ ])?(?:every|each|per|an?)[ -]
            (?:(?P<times_number>{SMALL})[ -])?(?P<times_period>{_PERIOD}))
        |(?P<every>{_START}(?:every|each)[ -](?:(?P<every_other>other|second|alternate)[ -])?
            (?:(?P<every_half>half)[ -](?:an?[ -])?|(?P<every_low>{NUMBER})(?:{_TO}(?P<every_high>{NUMBER}))?[ -])?
            (?P<every_period>{_PERIOD}|(?:{any_of(words.WEEKDAYS)}){END}))
        |(?P<share>{_START}(?:{_SHARE}))
        |(?P<fold>(?P<fold_number>{DIGITS}|{_START}(?:{_FOLDS}))[ -]?fold{END})
        |(?P<fixed>{_START}(?:{any_of(words.FIXED)}){END})
        |(?P<half_unit>{_START}half[ -](?:an?[ -])?(?P<half_of>{_SPAN}|{_HALVED}){END})
        |(?P<a_period>{_START}an?[ ](?P<a_unit>{_SPAN})(?![a-z-])(?P<a_half>[ ]and[ ]a[ ]half)?
            (?:[ ](?P<a_after>{any_of(words.AFTER)}){END})?)
        |(?P<quantity>(?P<currency>{_CURRENCY})?(?P<low>{NUMBER})(?![0-9]|(?:st|nd|rd|th){END})
            (?P<odd>-odd{END}|-plus{END}|[+](?![0-9a-z]))?
            (?P<low_half>[ ]and[ ]a[ ]half{END})?(?:{_TIMED}(?P<unit>{_UNIT}))?
            (?P<tail>[ ]and[ ]a[ ]half{END})?(?P<low_end>)
            (?:(?(between)[ ]and[ ]|{_TO})(?P<high_currency>{_CURRENCY})?(?P<high>{NUMBER})
                (?P<high_odd>-odd{END}|[+](?![0-9a-z]))?(?:{_TIMED}(?P<high_unit>{_UNIT}))?)?
            (?P<high_end>)(?:\*{{0,2}}(?:[ -]{_WORD}){{0,3}}?[ ](?P<after>{any_of(words.AFTER)}){END}
                (?![ ](?:{NUMBER}|{_CURRENCY}[0-9])))?)
        |(?P<perhaps>{_START}(?:{any_of(words.PERHAPS)}){END})
        |(?P<bare_half>{_START}half{END})
    ))""",
    re.VERBOSE,
)
"""One alternative for each form, in the order in which they are tried.

The empty groups mark places: `number_start`, `low_end` (of the first number with its unit) and `high_end`.
"""
