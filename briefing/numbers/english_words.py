"""The English words for numbers, bounds, units and fixed quantities: data for `english_grammar.py` and `english.py`.

Words for units are mapped to the names of `units.py`. All are in lower case, with single spaces, British spelling
first.
"""

from __future__ import annotations

from briefing.numbers.numerals import SCALES
from briefing.numbers.units import CURRENCIES, SYMBOLS


def _numbered(words: str, start: int) -> dict[str, int]:
    return {word: value for value, word in enumerate(words.split(), start)}


ONES = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    0,
)
TENS = {word: 10 * tens for word, tens in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
POWERS = SCALES | {"k": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12}
"""Scales, with those of digits only: 20k, RMB 10bn."""
RANKS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
QUARTERS = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")
ROMAN = _numbered("i ii iii iv v vi vii viii ix x", 1)
PARTS = _numbered("third quarter fifth sixth seventh eighth ninth tenth", 3)

_LESS = ("less", "fewer", "lower", "smaller", "shorter")
_MORE = ("more", "greater", "higher", "longer", "larger", "bigger")
_BELOW = ("below", "under", "fall below", "falling below", "drop below", "go below")
_BEYOND = ("exceed", "exceeding", "surpass", "pass", "above", "over", "beyond", "go above", "go over", "go beyond")
_NO = {
    f"{no} {more} than": bound
    for no in ("no", "not", "nor", "never", "not be", "nor be", "never be", "cannot be")
    for bound, words in {"at-least": _LESS, "at-most": _MORE}.items()
    for more in words
} | {
    f"{no} {beyond}": bound
    for no in ("not", "nor", "never", "cannot", "without", "not be", "cannot be")
    for bound, words in {"at-least": _BELOW, "at-most": _BEYOND}.items()
    for beyond in words
}
BEFORE = _NO | {
    "at or above": "at-least", "a minimum": "at-least", "minimum": "at-least", "a floor of": "at-least",
    "at or below": "at-most", "a maximum": "at-most", "maximum": "at-most", "a cap of": "at-most",
    "a ceiling of": "at-most", "a limit of": "at-most", "upper limit of": "at-most",
    "upper limit is": "at-most", "upper limit being": "at-most", "limited to": "at-most",
    "at the most": "at-most", "at the very least": "at-least", "at the least": "at-least",
    "pass": "more-than", "passes": "more-than", "passed": "more-than", "passing": "more-than",
    "crossed": "more-than", "crosses": "more-than", "crossing": "more-than", "broke": "more-than",
    "just below": "nearly", "just short of": "nearly", "just shy of": "nearly", "not quite": "nearly",
    "at least": "at-least", "a minimum of": "at-least", "minimum of": "at-least", "not below": "at-least",
    "at most": "at-most", "not exceeding": "at-most", "not exceed": "at-most", "not to exceed": "at-most",
    "not over": "at-most", "not above": "at-most", "up to": "at-most", "a maximum of": "at-most",
    "maximum of": "at-most", "within": "at-most", "capped at": "at-most", "without exceeding": "at-most",
    "more than": "more-than", "greater than": "more-than", "higher than": "more-than", "over": "more-than",
    "above": "more-than", "exceed": "more-than", "exceeds": "more-than", "exceeded": "more-than",
    "exceeding": "more-than", "in excess of": "more-than", "surpass": "more-than", "surpasses": "more-than",
    "surpassed": "more-than", "surpassing": "more-than", "beyond": "more-than", "upwards of": "more-than",
    "upward of": "more-than", "topping": "more-than", "topped": "more-than", "tops": "more-than", "top": "more-than",
    "breaking through": "more-than", "break through": "more-than", "breaks through": "more-than",
    "broke through": "more-than", "break": "more-than", "breaking": "more-than",
    "less than": "less-than", "fewer than": "less-than", "lower than": "less-than", "under": "less-than",
    "below": "less-than", "short of": "less-than",
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
    "circa": "about", "approx.": "about", "~": "about", "in the region of": "about",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "approaching": "nearly", "nearing": "nearly",
    "just under": "nearly",
}  # fmt: skip
"""Words before a number."""
AFTER = {
    "or more": "at-least", "or above": "at-least", "and above": "at-least", "or over": "at-least",
    "and over": "at-least", "or higher": "at-least", "and up": "at-least", "or greater": "at-least",
    "at least": "at-least",
    "or less": "at-most", "or fewer": "at-most", "and below": "at-most", "or below": "at-most",
    "or under": "at-most", "and under": "at-most", "or lower": "at-most", "at most": "at-most", "or shorter": "at-most",
    "or longer": "at-least", "and longer": "at-least", "or better": "at-least", "at a minimum": "at-least",
    "and upwards": "at-least", "or upwards": "at-least", "at the least": "at-least", "at the most": "at-most",
    "or thereabouts": "about",
    "or so": "about",
}  # fmt: skip
"""Words after its unit or noun."""
SPANNING = ("in", "over", "during", "throughout", "across")
"""Before a time these say when it is, not how much: over three years, in the past five years."""
OF_MONEY = ("top", "tops", "break", "breaking")
"""Verbs that are bounds before money or a share only: top 500 companies are no “more than”."""
CROSSING = ("broke", "pass", "passes", "passed", "passing", "crossed", "crosses", "crossing")
"""Verbs that are bounds before money, a share or millions only: crossing 100 km, passed five laws."""
OF_PLACE = ("under", "around", "beyond", "below", "above")
"""Before a number in words without a unit these say where: under two programmes."""

PERIODS = {
    "working day": "working-day", "business day": "working-day", "workday": "working-day",
    "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "half-year": "half-year", "half-month": "half-month", "annum": "year",
}  # fmt: skip
"""Periods that recur: every week, once a month."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS: dict[str, str] = SYMBOLS | PERIODS | {
    "percent": "percent", "per cent": "percent", "pct": "percent",
    "percentage point": "point", "of a percentage point": "point", "pct point": "point", "ppt": "point",
    "fen": "fen", "yuan": "yuan", "renminbi": "yuan",
    "us dollar": "dollar", "dollar": "dollar", "hong kong dollar": "hong-kong-dollar",
    "euro": "euro", "pound sterling": "pound", "yen": "yen",
    "minute": "minute", "seconds": "second", "decade": "decade", "century": "century", "centurie": "century",
    "times": "times", "m": "metre",
    "mu": "mu", "hectare": "hectare", "sq km": "square-kilometre", "sq m": "square-metre", "sqm": "square-metre",
    "square kilometre": "square-kilometre", "square metre": "square-metre", "cubic metre": "cubic-metre",
    "litre": "litre", "kilometre": "kilometre", "metre": "metre", "centimetre": "centimetre",
    "millimetre": "millimetre",
    "jin": "jin", "tonne": "tonne", "ton": "tonne", "metric ton": "tonne", "metric tonne": "tonne", "t": "tonne",
    "kilogram": "kilogram", "kilo": "kilogram", "gram": "gram",
    "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt", "watt": "watt",
    "kilowatt hour": "kilowatt-hour", "megawatt hour": "megawatt-hour", "gigawatt hour": "gigawatt-hour",
    "kilowatt-hour": "kilowatt-hour", "megawatt-hour": "megawatt-hour", "gigawatt-hour": "gigawatt-hour",
}  # fmt: skip
_UNITS |= {word.replace("metre", "meter").replace("litre", "liter"): unit for word, unit in _UNITS.items()}
CODES = [code for code in CURRENCIES if code.isalpha()]
"""Currencies whose codes stand before the number or after it."""
UNIT_WORDS = {
    form: unit
    for word, unit in _UNITS.items()
    for form in (word, word + "s", word.replace(" ", "-"), word.replace(" ", "-") + "s")
    if form != "has"
} | {code: CURRENCIES[code] for code in CODES}
"""Units as they are written: in the plural, and hyphened before a noun."""

MONTHS = _numbered("january february march april may june july august september october november december", 1)
MONTHS |= {word[:3]: value for word, value in MONTHS.items()} | {"sept": 9}
ALSO_VERBS = ("may", "march", "mar", "dec", "sep", "jun", "jan")
"""Months whose words mean other things as well: they need a preposition before or digits beside them."""

ADVERBS = {
    "daily": ("day", "1"), "weekly": ("week", "1"), "fortnightly": ("fortnight", "1"), "monthly": ("month", "1"),
    "half-monthly": ("month", "0.5"), "semi-monthly": ("month", "0.5"), "twice-monthly": ("month", "0.5"),
    "quarterly": ("quarter", "1"), "half-yearly": ("half-year", "1"), "semi-annually": ("half-year", "1"),
    "day by day": ("day", "1"), "week by week": ("week", "1"), "month by month": ("month", "1"),
    "quarter by quarter": ("quarter", "1"), "year by year": ("year", "1"),
    "by month": ("month", "1"), "by quarter": ("quarter", "1"), "by week": ("week", "1"),
    "yearly": ("year", "1"), "annually": ("year", "1"), "per annum": ("year", "1"), "p.a.": ("year", "1"),
}  # fmt: skip
"""Words that say how often: a period, and how many of them."""
PERHAPS_ADVERBS = {
    "annual": ("year", "1"), "semi-annual": ("half-year", "1"), "biannual": ("half-year", "1"),
    "biannually": ("half-year", "1"), "biennial": ("year", "2"), "biennially": ("year", "2"),
    "by day": ("day", "1"),
    "biweekly": ("week", "2"), "bi-weekly": ("week", "2"), "bimonthly": ("month", "2"), "bi-monthly": ("month", "2"),
}  # fmt: skip
"""Words that may say how often."""
_TIMES = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4"}
FIXED: dict[str, tuple[str, str, str]] = {
    **{stem + end: ("times", value, "exact") for stem, value in _TIMES.items() for end in ("e", "ed", "es", "ing")},
    "twice": ("number", "2", "exact"),
    "thrice": ("number", "3", "exact"),
}
del FIXED["double"]
"""Words that are quantities: kind, value in its base, bound. Double is one of `PERHAPS` (double-track)."""
PERHAPS: dict[str, tuple[str, str]] = {
    **{stem + "ings": ("times", value) for stem, value in _TIMES.items()},
    "double": ("times", "2"), "both": ("count", "2"), "pair": ("count", "2"), "couple": ("count", "2"),
    "twin": ("count", "2"), "dual": ("count", "2"), "either": ("count", "2"),
    "once": ("count", "1"), "single": ("count", "1"),
    "halve": ("percent", "50"), "halved": ("percent", "50"), "halving": ("percent", "50"),
    "decade": ("duration:month", "120"), "century": ("duration:month", "1200"),
    "primary": ("ordinal", "1"), "secondary": ("ordinal", "2"), "tertiary": ("ordinal", "3"),
    "firstly": ("ordinal", "1"), "secondly": ("ordinal", "2"), "thirdly": ("ordinal", "3"),
    "fourthly": ("ordinal", "4"), "initial": ("ordinal", "1"),
}  # fmt: skip
"""Words that need not be quantities: kind and value."""
LABELS = (
    "phase", "stage", "section", "article", "chapter", "page", "item", "part", "paragraph", "no.", "line", "block",
    "tier", "grade", "class", "category", "type",
)  # fmt: skip
"""Nouns before a number that is a rank: paragraph 3, Phase II."""
FUNCTION_WORDS = (
    "a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have", "if", "in", "into", "is",
    "it", "its", "nor", "of", "off", "on", "onto", "or", "out", "over", "per", "than", "that", "the", "their",
    "these", "this", "those", "to", "under", "until", "up", "upon", "via", "was", "were", "which", "who", "will",
    "with",
)  # fmt: skip
"""Words that end a noun phrase: a number before one of them has no noun."""
CHANGES = (
    "increas", "ris", "rose", "grow", "grew", "rais", "expand", "lift", "boost", "jump", "climb", "improv", "cut",
    "reduc", "fall", "fell", "drop", "shorten", "lower", "compress", "declin", "shrink", "shrank", "slash", "chang",
    "move", "moving", "went", "bring", "brought", "push", "widen", "narrow", "extend", "scal", "streamlin",
    "upgrad", "add", "up", "down",
)  # fmt: skip
"""How verbs begin after which `from 10 to 15` is a change between two numbers and no range."""
