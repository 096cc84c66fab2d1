"""The shapes that quantities have in English, as one pattern; `english.py` reads what its alternatives match.

It is matched against text in lower case, with plain spaces and hyphens.
"""

from __future__ import annotations

import re

from briefing.numbers.english_numerals import END, NUMBER, SMALL
from briefing.numbers.english_words import (
    ADVERBS,
    AFTER,
    BEFORE,
    CODES,
    FIXED,
    FUNCTION_WORDS,
    LABELS,
    MONTHS,
    ONES,
    PARTS,
    PERHAPS,
    PERHAPS_ADVERBS,
    PERIODS,
    QUARTERS,
    RANKS,
    ROMAN,
    SCALES,
    SPANNING,
    TENS,
    UNIT_FORMS,
    WEEKDAYS,
)
from briefing.numbers.measures import CURRENCIES
from briefing.numbers.phrases import DATE, DIGITS, RATIO, any_of

_START = "(?<![a-z])"
_BOUND = any_of({*BEFORE, *SPANNING})
_WHEN = "past|last|next|coming|previous|following|recent"
_MORE = "another|an[ ]additional|a[ ]further|additional"
_BETWEEN = "consecutive|successive|straight|full|whole|calendar|additional|extra|more|further"
"""What may stand between a number and its unit: three consecutive months."""
_PERIOD = rf"(?:(?:{any_of(PERIODS)})s?{END})"
_SPAN = rf"(?:{any_of((*PERIODS, 'decade', 'century'))})"
SHORTEST_WORD = 3
"""Of a unit: two letters are a sign."""
_HALVED = any_of(
    unit for unit in UNIT_FORMS if len(unit) >= SHORTEST_WORD and unit[0].isalpha() and unit not in {*CODES, "times"}
)
_TO = r"(?:[ ]?[-–—]{1,2}[ ]?|-to-|[ ](?:to|through|or)[ ])"
_TIMED = rf"\*{{0,2}}(?:[ ](?:{_BETWEEN})(?=[ ]{_PERIOD}))?[ -]?"
_SIGNS = [unit for unit in UNIT_FORMS if not unit[-1].isalpha()]
_UNIT = rf"""(?:{any_of(_SIGNS)}|(?:{any_of(UNIT_FORMS.keys() - {*_SIGNS, *CODES})}){END}
    |(?:{any_of(CODES)})(?![a-z]|[ ]?[0-9]))"""
_CURRENCY = rf"(?:{any_of(CURRENCIES)})[ ]?\*{{0,2}}"
_MONTH = rf"(?:{any_of(MONTHS)}){END}\.?"
_RANK = rf"(?:{any_of(QUARTERS)})"
_RANKED = rf"(?:(?:{any_of(ROMAN)})(?![a-z0-9'])|{SMALL}(?![,.]?[0-9a-z%]))"
_FUNCTION_WORD = rf"(?:{any_of(FUNCTION_WORDS)}){END}"
_WORD = rf"(?!{_FUNCTION_WORD}|(?:{any_of((*ONES, *TENS))}){END})[a-z][a-z']*"

_WHOLE = any_of(PARTS)
_WHOLES = any_of(part for part in PARTS if part != "quarter")
_BY = "|".join(rf"(?<={word}[ ])" for word in ("by", "to", "in", "than", "over", "nearly", "about", "least", "almost"))
_SHARE = rf"""(?:{any_of(ONES)})[ -](?:{_WHOLES})s{END}
    |(?<!first[ ])(?:two|three)(?:-quarters|[ ]quarters(?=[ ]of)){END}
    |one[ -](?:{_WHOLES})(?![a-z-])|one(?:-quarter|[ ]quarter(?=[ ]of)){END}
    |a[ ](?:{_WHOLE})(?=[ ]of[ ])|(?:{_BY})a[ ](?:{_WHOLE}){END}
    |half(?=[ ](?:of|the|its|their|that|all|these|those){END})|(?:{_BY})half(?![a-z-]|[ ]an?[ ])"""
"""Shares: two thirds, a quarter of, by half; but a third plant, three quarters (nine months)."""
PLURAL = re.compile(
    rf"\*{{0,2}}(?:[ -]{_WORD}){{0,2}}?[ -](?:(?!{_FUNCTION_WORD})[a-z]+(?<!s)s|people|men|women|staff){END}"
)
"""A noun in the plural, with up to two words before it."""

_WORDS = (
    "a", "an", "half", "dozen", "every", "each", "per", "between", "several", "few", "many", "couple", "tens", "dozens",
    "hundreds", "thousands", "millions", *_WHEN.split("|"), *BEFORE, *SPANNING, *ONES, *TENS, *SCALES, *RANKS, *LABELS,
    *MONTHS, *ADVERBS,
    *PERHAPS_ADVERBS, *PERHAPS, *FIXED, *CODES, *CURRENCIES,
)  # fmt: skip
_FIRST = "|".join(sorted({re.escape(f"{word} "[:3]) for word in _WORDS if word[0].isalpha()}))
"""How the words begin that a quantity may begin with; most words of a text are passed over by this alone."""
_SIGN = "|".join(re.escape(sign) for sign in CURRENCIES if not sign[0].isalpha())

GRAMMAR = re.compile(
    rf"""(?=[0-9]|~[ ]?[0-9a-z$¥€£]|(?:{_SIGN})[ ]?[0-9]|/[dmwy]|{_START}(?:{_FIRST}|[hq][1-4]))(?:
    (?P<vague>{_START}(?:several|few|many|couple[ ]of|(?:ten|dozen|hundred|thousand|million)s[ ]of)
        (?:[ -](?:hundred|thousand|million|billion|trillion|dozen)s?{END}){{1,2}})
    |(?P<date>{DATE})
    |(?P<ratio>{RATIO})
    |(?P<quarter>{_START}(?P<quarters>{_RANK}(?:(?:,[ ](?:and[ ])?|[ ]and[ ]|{_TO}){_RANK}){{0,3}})[ -]quarters?{END})
    |(?P<decade>(?<![0-9])(?P<decades>(?:19|20)[0-9]0)'?s{END})
    |(?P<sign>{_START}q(?P<nth>[1-4])(?![0-9a-z]))
    |(?P<half>{_START}(?:(?:(?P<h1>first|1st)|second|2nd)[ -]half(?:[ -]year)?{END}|h(?P<hn>[12])(?![0-9a-z]))
        (?P<ofmonth>(?=[ ]of[ ](?:(?:the|each|every|this|next|last|a)[ ]month{END}|{_MONTH})))?)
    |(?P<rank>(?:[0-9]+(?:st|nd|rd|th){END}|{_START}(?:(?:{any_of(TENS)})-)?(?:{any_of(RANKS)}){END}
        (?![ ](?!five-year)(?:{SMALL}|few|several)))(?P<plan>[ ]five-year)?)
    |(?P<label>{_START}(?:{any_of(LABELS)})(?P<several>s)?[ ]?(?P<labelled>{_RANKED})
        (?(several)(?P<joined>[ ]and[ ]|{_TO})(?P<other_label>{_RANKED})))
    |(?P<daymonth>(?<![0-9.,])(?P<day1>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{_TO}(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?)?
        (?P<of>[ ]of[ ]|[ -])(?P<daysmonth>{_MONTH}))
    |(?P<month>{_START}(?P<month1>{_MONTH})(?:{_TO}(?P<month2>{_MONTH})
        |[ ](?P<monthday>[0-3]?[0-9])
            (?:(?:st|nd|rd|th){END}|(?=[,.;:)]|$|[ ](?:and|to|in|at|20[0-9]{{2}}){END})))?)
    |(?P<per>{_START}per[ ](?P<perunit>{any_of(PERIODS)}){END}|/(?P<slash>year|month|week|day){END})
    |(?P<adverb>{_START}(?:{any_of(ADVERBS)}){END})
    |(?P<perhapsadverb>{_START}(?:{any_of(PERHAPS_ADVERBS)}){END})
    |(?P<lately>{_START}(?<=the[ ])(?:{_WHEN})[ ](?P<lastly>{_SPAN}){END})
    |(?:{_START}(?P<between>between)[ ])?
     (?:{_START}(?P<before>{_BOUND})(?:[ ]|(?<=~))\*{{0,2}}
        (?P<the>the[ ])?(?:(?P<when>{_WHEN})[ ])?(?:(?:{_MORE})[ ])?)?
     (?P<go>)(?:
        (?P<timesper>{_START}(?P<howoften>once|twice|thrice|{SMALL}[ ]times)[ -](?:in[ ])?(?:every|each|per|an?)[ -]
            (?:(?P<spells>{SMALL})[ -])?(?P<spell>{_PERIOD}))
        |(?P<every>{_START}(?:every|each)[ -](?:(?P<other>other|second|alternate)[ -])?
            (?:(?P<everyhalf>half)[ -](?:an?[ -])?|(?P<low1>{NUMBER})(?:{_TO}(?P<high1>{NUMBER}))?[ -])?
            (?P<everyunit>{_PERIOD}|(?:{any_of(WEEKDAYS)}){END}))
        |(?P<share>{_START}(?:{_SHARE}))
        |(?P<fold>(?P<folds>{DIGITS}|{_START}(?:{any_of((*ONES, *TENS, "hundred", "thousand"))}))[ -]?fold{END})
        |(?P<fixed>{_START}(?:{any_of(FIXED)}){END})
        |(?P<halfunit>{_START}half[ -](?:an?[ -])?(?P<halfof>{_SPAN}|{_HALVED}){END})
        |(?P<a>{_START}an?[ ](?P<aunit>{_SPAN})(?![a-z-])(?P<andhalf>[ ]and[ ]a[ ]half)?
            (?:[ ](?P<alimit>{any_of(AFTER)}){END})?)
        |(?P<amount>(?P<currency>{_CURRENCY})?(?P<low>{NUMBER})(?![0-9]|(?:st|nd|rd|th){END})(?P<odd>-odd{END}|-plus{END}|[+](?![0-9a-z]))?
            (?P<lowhalf>[ ]and[ ]a[ ]half{END})?(?:{_TIMED}(?P<unit>{_UNIT}))?
            (?P<tail>[ ]and[ ]a[ ]half{END})?(?P<stop>)
            (?:(?(between)[ ]and[ ]|{_TO})(?P<currency2>{_CURRENCY})?(?P<high>{NUMBER})
                (?P<highodd>-odd{END}|[+](?![0-9a-z]))?(?:{_TIMED}(?P<highunit>{_UNIT}))?)?
            (?P<end>)(?:\*{{0,2}}(?:[ -]{_WORD}){{0,3}}?[ ](?P<after>{any_of(AFTER)}){END}
                (?![ ](?:{NUMBER}|{_CURRENCY}[0-9])))?)
        |(?P<perhaps>{_START}(?:{any_of(PERHAPS)}){END})
        |(?P<halfish>{_START}half{END})
    ))""",
    re.VERBOSE,
)
"""One alternative for each shape, in the order in which they are tried."""
