"""The English words for numbers, bounds, units and periods: data for `english.py`, in lower case with single spaces."""

from briefing.numbers.numerals import SCALES
from briefing.numbers.units import CURRENCIES, SYMBOLS, by_word


def _numbered(start: int, words: str) -> dict[str, int]:
    return {word: value for value, word in enumerate(words.split(), start)}


ONES = _numbered(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                    " sixteen seventeen eighteen nineteen")  # fmt: skip
TENS = {word: 10 * tens for word, tens in _numbered(2, "twenty thirty forty fifty sixty seventy eighty ninety").items()}
POWERS = SCALES | {"k": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12}
"""Scales, with those of digits only: 20k, RMB 10bn."""
RANKS = _numbered(1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
                     " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")  # fmt: skip
QUARTERS = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")
ROMAN = _numbered(1, "i ii iii iv v vi vii viii ix x")
MONTHS = _numbered(1, "january february march april may june july august september october november december")
ALSO_VERBS = ("may", "march")
"""Months whose words mean other things as well."""

BEFORE = by_word({
    "at-least": "at least, a minimum of, no less than, no fewer than, not less than, not fewer than",
    "at-most": "at most, up to, a maximum of, no more than, not more than, not exceeding, within",
    "more-than": "more than, over, above, exceed, exceeds, exceeded, exceeding, in excess of, surpass, surpassed",
    "less-than": "less than, fewer than, under, below",
    "nearly": "nearly, almost, close to, just under",
    "about": "about, around, approximately, roughly, some, ~",
}, ", ")  # fmt: skip
"""Bounds directly before a number."""
OPEN_BEFORE_WORDS = ("within", "over", "above", "under", "below", "around", "some", "about")
"""Bounds that need not be any before a number in words, without a unit: under two programmes."""
AFTER = by_word({
    "at-least": "or more, and more, or above, and above, or over, and over, or longer, and up",
    "at-most": "or less, or fewer, or below, and below, or under",
    "about": "or so",
}, ", ")  # fmt: skip
"""Bounds directly after a number, its unit or a noun."""

PERIODS = by_word({
    "working-day": "working day, business day", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "half-month": "half-month", "month": "month", "quarter": "quarter", "half-year": "half-year", "year": "year",
}, ", ")  # fmt: skip
"""Periods that last or recur."""
ADVERBS = by_word({
    "day": "daily", "week": "weekly", "fortnight": "fortnightly", "month": "monthly", "quarter": "quarterly",
    "half-year": "half-yearly", "year": "yearly, annually",
}, ", ")  # fmt: skip
"""Words that say how often."""
_UNITS = SYMBOLS | PERIODS | by_word({
    "percent": "percent, per cent", "point": "percentage point", "yuan": "yuan", "dollar": "us dollar, dollar",
    "hong-kong-dollar": "hong kong dollar", "euro": "euro", "minute": "minute", "decade": "decade", "mu": "mu",
    "hectare": "hectare", "square-kilometre": "sq km, square kilometre", "square-metre": "sq m, square metre",
    "cubic-metre": "cubic metre", "kilometre": "kilometre", "metre": "metre", "tonne": "tonne, ton",
    "kilogram": "kilogram", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt",
    "kilowatt-hour": "kilowatt-hour, kilowatt hour", "number": "times",
}, ", ")  # fmt: skip
UNIT_WORDS = {
    form: unit
    for word, unit in _UNITS.items()
    for form in (word, word + "s", word.replace(" ", "-"), word.replace("metre", "meter"))
    if form != "has"
} | {code: unit for code, unit in CURRENCIES.items() if code.isalpha()}
"""Units as they are written: in the plural, and hyphened before a noun."""
PERHAPS = by_word({
    "count 2": "both, pair, couple, twin, dual, double, twice", "count 1": "once, single", "times 4": "quadrupled",
    "times 2": "doubled, doubling, twofold", "times 3": "tripled, threefold", "percent 50": "half, halve, halved",
    "ordinal 1": "primary, initial", "ordinal 2": "secondary", "ordinal 3": "tertiary",
    "frequency:month 12": "annual, a year, per year", "duration:month 6": "half a year, half-year",
    "frequency:month 1": "a month, per month", "frequency:second 604800": "a week, per week",
    "frequency:second 86400": "a day, per day",
}, ", ")  # fmt: skip
"""Words that need not be quantities: kind, and value in its base."""
LABELS = (
    "phase",
    "stage",
    "section",
    "article",
    "chapter",
    "page",
    "paragraph",
    "no.",
    "line",
    "block",
    "tier",
    "grade",
)
"""Nouns before a number that is a rank: paragraph 3, Phase II."""
