"""The English words for numbers, bounds, units and fixed quantities: data for `english_grammar.py` and `english.py`.

Words for units are mapped to the names of `units.py`. All are in lower case, with single spaces, British spelling
first.
"""

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
RANKS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
QUARTERS = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")
ROMAN = _numbered(1, "i ii iii iv v vi vii viii ix x")
PARTS = _numbered(3, "third quarter fifth sixth seventh eighth ninth tenth")

_NEVER = ("no", "not", "nor", "never", "not be", "nor be", "never be", "cannot be")
_LESS = ("less", "fewer", "lower", "smaller", "shorter")
_MORE = ("more", "greater", "higher", "longer", "larger", "bigger")
_CANNOT = ("not", "nor", "never", "cannot", "without", "not be", "cannot be")
_BELOW = ("below", "under", "fall below", "falling below", "drop below", "go below")
_BEYOND = ("exceed", "exceeding", "surpass", "pass", "above", "over", "beyond", "go above", "go over", "go beyond")
BEFORE = {f"{no} {less} than": "at-least" for no in _NEVER for less in _LESS}
BEFORE |= {f"{no} {more} than": "at-most" for no in _NEVER for more in _MORE}
BEFORE |= {f"{no} {below}": "at-least" for no in _CANNOT for below in _BELOW}
BEFORE |= {f"{no} {beyond}": "at-most" for no in _CANNOT for beyond in _BEYOND}
BEFORE |= by_word({
    "at-least": "at or above, a minimum, minimum, a floor of, at the very least, at the least, at least,"
    " a minimum of, minimum of",
    "at-most": "at or below, a maximum, maximum, a cap of, a ceiling of, a limit of, upper limit of, upper limit is,"
    " upper limit being, limited to, at the most, at most, not to exceed, up to, a maximum of, maximum of, within,"
    " capped at",
    "more-than": "pass, passes, passed, passing, crossed, crosses, crossing, broke, more than, greater than,"
    " higher than, over, above, exceed, exceeds, exceeded, exceeding, in excess of, surpass, surpasses, surpassed,"
    " surpassing, beyond, upwards of, upward of, topping, topped, tops, top, breaking through, break through,"
    " breaks through, broke through, break, breaking",
    "nearly": "just below, just short of, just shy of, not quite, nearly, almost, close to, approaching, nearing,"
    " just under",
    "less-than": "less than, fewer than, lower than, under, below, short of",
    "about": "about, around, approximately, roughly, some, circa, approx., ~, in the region of",
}, ", ")  # fmt: skip
"""Words before a number."""
AFTER = by_word({
    "at-least": "or more, or above, and above, or over, and over, or higher, and up, or greater, at least, or longer,"
    " and longer, or better, at a minimum, and upwards, or upwards, at the least",
    "at-most": "or less, or fewer, and below, or below, or under, and under, or lower, at most, or shorter,"
    " at the most",
    "about": "or thereabouts, or so",
}, ", ")  # fmt: skip
"""Words after its unit or noun."""
SPANNING = ("in", "over", "during", "throughout", "across")
"""Before a time these say when it is, not how much: over three years, in the past five years."""
OF_MONEY = ("top", "tops", "break", "breaking")
"""Verbs that are bounds before money or a share only: top 500 companies are no “more than”."""
CROSSING = ("broke", "pass", "passes", "passed", "passing", "crossed", "crosses", "crossing")
"""Verbs that are bounds before money, a share or millions only: crossing 100 km, passed five laws."""
OF_PLACE = ("under", "around", "beyond", "below", "above")
"""Before a number in words without a unit these say where: under two programmes."""

PERIODS = by_word({
    "working-day": "working day, business day, workday", "hour": "hour", "day": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year, annum", "half-year": "half-year",
    "half-month": "half-month",
}, ", ")  # fmt: skip
"""Periods that recur: every week, once a month."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = SYMBOLS | PERIODS | by_word({
    "percent": "percent, per cent, pct", "point": "percentage point, of a percentage point, pct point, ppt",
    "fen": "fen", "yuan": "yuan, renminbi", "dollar": "us dollar, dollar", "hong-kong-dollar": "hong kong dollar",
    "euro": "euro", "pound": "pound sterling", "yen": "yen", "minute": "minute", "second": "seconds",
    "decade": "decade", "century": "century, centurie", "times": "times", "metre": "m, metre", "mu": "mu",
    "hectare": "hectare", "square-kilometre": "sq km, square kilometre", "square-metre": "sq m, sqm, square metre",
    "cubic-metre": "cubic metre", "litre": "litre", "kilometre": "kilometre", "centimetre": "centimetre",
    "millimetre": "millimetre", "jin": "jin", "tonne": "tonne, ton, metric ton, metric tonne, t",
    "kilogram": "kilogram, kilo", "gram": "gram", "kilowatt": "kilowatt", "megawatt": "megawatt",
    "gigawatt": "gigawatt", "watt": "watt", "kilowatt-hour": "kilowatt hour, kilowatt-hour",
    "megawatt-hour": "megawatt hour, megawatt-hour", "gigawatt-hour": "gigawatt hour, gigawatt-hour",
}, ", ")  # fmt: skip
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

MONTHS = _numbered(1, "january february march april may june july august september october november december")
MONTHS |= {word[:3]: value for word, value in MONTHS.items()} | {"sept": 9}
ALSO_VERBS = ("may", "march", "mar", "dec", "sep", "jun", "jan")
"""Months whose words mean other things as well: they need a preposition before or digits beside them."""

ADVERBS = by_word({
    "day 1": "daily, day by day", "week 1": "weekly, week by week, by week", "fortnight 1": "fortnightly",
    "month 1": "monthly, month by month, by month", "month 0.5": "half-monthly, semi-monthly, twice-monthly",
    "quarter 1": "quarterly, quarter by quarter, by quarter", "half-year 1": "half-yearly, semi-annually",
    "year 1": "year by year, yearly, annually, per annum, p.a.",
}, ", ")  # fmt: skip
ADVERBS |= {per + word: f"{unit} 1" for word, unit in PERIODS.items() for per in ("per ", "/") if word != "hour"}
"""Words that say how often: a period, and how many of them."""
PERHAPS_ADVERBS = by_word({
    "year 1": "annual", "half-year 1": "semi-annual, biannual, biannually", "year 2": "biennial, biennially",
    "day 1": "by day", "week 2": "biweekly, bi-weekly", "month 2": "bimonthly, bi-monthly",
    "hour 1": "per hour",
}, ", ")  # fmt: skip
"""Words that may say how often."""
_TIMES = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4"}
FIXED = {"twice": "number 2 exact", "thrice": "number 3 exact"} | {
    stem + end: f"times {value} exact"
    for stem, value in _TIMES.items()
    for end in ("e", "ed", "es", "ing")
    if stem + end != "double"
}
"""Words that are quantities: kind, value in its base, bound. Double is one of `PERHAPS` (double-track)."""
PERHAPS = {stem + "ings": f"times {value} exact" for stem, value in _TIMES.items()} | by_word({
    "times 2 exact": "double", "count 2 exact": "both, pair, couple, twin, dual, either",
    "count 1 exact": "once, single", "percent 50 exact": "halve, halved, halving",
    "duration:month 120 exact": "decade", "duration:month 1200 exact": "century",
    "ordinal 1 exact": "primary, firstly, initial", "ordinal 2 exact": "secondary, secondly",
    "ordinal 3 exact": "tertiary, thirdly", "ordinal 4 exact": "fourthly",
}, ", ")  # fmt: skip
"""Words that need not be quantities."""
LABELS = (
    "phase", "stage", "section", "article", "chapter", "page", "item", "part", "paragraph", "no.", "line", "block",
    "tier", "grade", "class", "category", "type",
)  # fmt: skip
"""Nouns before a number that is a rank: paragraph 3, Phase II."""
FUNCTION_WORDS = (
    "a|an|and|as|at|be|but|by|for|from|had|has|have|if|in|into|is|it|its|nor|of|off|on|onto|or|out|over|per|than|that|the|"
    "their|these|this|those|to|under|until|up|upon|via|was|were|which|who|will|with"
)
"""Words that end a noun phrase: a number before one of them has no noun."""
CHANGES = (
    "increas|ris|rose|grow|grew|rais|expand|lift|boost|jump|climb|improv|cut|reduc|fall|fell|drop|shorten|lower|compress|"
    "declin|shrink|shrank|slash|chang|move|moving|went|bring|brought|push|widen|narrow|extend|scal|streamlin|upgrad|add|up|"
    "down"
)
"""How verbs begin after which `from 10 to 15` is a change between two numbers and no range."""
