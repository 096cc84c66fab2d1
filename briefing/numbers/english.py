"""Numbers in English text: found with their value, and with the unit and bound that stand directly beside them.

It need not understand English: prose cites its amounts, so that most of what is compared are years, quarters, ranks and
small counts. What need not be a number is uncertain: it may be matched, and is never missed.
"""

import operator
import re
from decimal import Decimal
from string import ascii_lowercase, ascii_uppercase

from briefing.numbers import english_words as words
from briefing.numbers.english_numerals import END, NUMBER, SMALL, numeral
from briefing.numbers.grammar import DATE, Rule, Span, any_of, by_name, date, per_cent, skip
from briefing.numbers.numerals import Numeral, plain, range_of
from briefing.numbers.units import COUNT, CURRENCIES, ORDINAL, PERCENT, SCALED, UNITS, UnitOfMeasure
from briefing.numbers.units import NUMBER as NO_UNIT

LETTERS = str.maketrans(
    "\n\t\r\u00a0\u202f\u2011’*－−０１２３４５６７８９" + ascii_uppercase, "     -' --0123456789" + ascii_lowercase
)
"""Makes letters, spaces and hyphens uniform, character by character."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
FROM = re.compile(r"(?<![a-z])from (?:[a-z]+ ){0,2}$")
HALF = Decimal("0.5")
WITHOUT_UNIT = (NO_UNIT, SCALED, COUNT)
PHYSICAL = ("area", "length", "volume", "weight", "power", "energy")
_START = "(?<![a-z])"
_TO = r"(?:[ ]?[-–—]{1,2}[ ]?|[ ]to[ ]|-to-)"
_RANK = rf"(?:{any_of(words.QUARTERS)})"
_MONTH = rf"(?:{any_of(words.MONTHS)}){END}"
_PERIOD = rf"(?:{any_of(words.PERIODS)})s?{END}"
_RANKS = any_of(words.RANKS)
_BOUND = any_of(word for word in words.BEFORE if word != "~")
_CURRENCY = rf"(?:{any_of(CURRENCIES)})[ ]*"
_SIGNS = [unit for unit in words.UNIT_WORDS if not unit[-1].isalpha()]
_UNIT = rf"(?:{any_of(_SIGNS)}|(?:{any_of(words.UNIT_WORDS.keys() - set(_SIGNS))}){END})"
_MINUS = r"(?<![a-z0-9)\]])-(?=[0-9])"
_BETWEEN = r"[ ]*-?(?:(?:consecutive|successive|straight|full|calendar|additional|extra|more|further)[ ])?"
"""What may stand between a number and its unit."""
_SIGN = "|".join(re.escape(sign) for sign in CURRENCIES if not sign[0].isalpha())
_STARTERS = (
    "several", "few", "many", "tens", "dozens", "hundreds", "thousands", "millions", "dozen", "every", "each", "half",
    "between", "a", "an", *words.ONES, *words.TENS, *words.RANKS, *words.MONTHS, *words.LABELS, *words.POWERS,
    *words.BEFORE, *words.ADVERBS, *words.PERHAPS, *CURRENCIES,
)  # fmt: skip
_FIRST = "|".join(sorted({re.escape(f"{word} "[:3]) for word in _STARTERS if word[0].isalpha()}))
"""How the words begin that a quantity may begin with; most words of a text are passed over by this alone."""

GRAMMAR = re.compile(
    rf"""(?=[0-9~]|{_MINUS}|{_SIGN}|{_START}(?:{_FIRST}|[hq][1-4]))(?:
    (?P<vague>{_START}(?:several|few|many|(?:ten|dozen|hundred|thousand|million)s[ ]of)
        (?:[ -](?:hundred|thousand|million|billion|trillion|dozen)s?{END})+)
    |(?P<date>{DATE})
    |(?P<quarter>{_START}(?P<quarters>{_RANK}(?:(?:,[ ](?:and[ ])?|[ ]and[ ]|{_TO}){_RANK}){{0,3}})[ -]quarters?{END}
        |{_START}q(?P<quarter_digit>[1-4])(?![0-9a-z]))
    |(?P<half_year>{_START}(?:(?P<first>first|1st)|second|2nd)[ -]half(?:[ -]year)?{END}
            (?P<of_month>(?=[ ]of[ ](?:the[ ]month|{_MONTH})))?
        |{_START}h(?P<half_digit>[12])(?![0-9a-z]))
    |(?P<rank>(?:(?P<rank_digits>[0-9]+)(?:st|nd|rd|th)|{_START}(?:(?P<tens>{any_of(words.TENS)})-)?(?P<ones>{_RANKS})){END}
        (?![ -](?:hand|to[ ]none){END}|[ ]{SMALL}[ ])(?P<plan>[ ]five-year)?)
    |(?P<label>{_START}(?:{any_of(words.LABELS)})s?[ ]?(?P<label_number>(?:{any_of(words.ROMAN)})(?![a-z0-9'])|{SMALL}))
    |(?P<day_month>(?<![0-9.,])(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{_TO}(?P<last_day>[0-3]?[0-9])(?:st|nd|rd|th)?)?
        (?P<of>[ -](?:of[ ])?)(?P<day_of>{_MONTH}))
    |(?P<month>{_START}(?P<first_month>{_MONTH})
        (?:{_TO}(?P<last_month>{_MONTH})|[ ](?P<month_day>[0-3]?[0-9])(?![0-9.%]))?)
    |(?P<share>{_START}(?P<part>{any_of(words.ONES)})[ -](?P<whole>{_RANKS})s?{END})
    |(?P<every>{_START}(?:(?P<adverb>{any_of(words.ADVERBS)}){END}
        |(?:every|each|(?:once|(?P<twice>twice))[ ](?:a|per|every))[ -]
        (?:(?P<other>other|second)[ -]|(?P<half>half)[ -]|(?P<count>{NUMBER})[ -])?(?P<period>{_PERIOD})))
    |(?P<quantity>(?P<between>{_START}between[ ])?(?:(?:{_START}(?P<before>{_BOUND})[ ]|(?P<tilde>~))[ ]*
            (?:another[ ]|an?[ ](?:net|further|additional|total[ ]of)[ ])?)?
        (?P<low_currency>{_CURRENCY})?(?P<minus>{_MINUS})?(?P<low>{NUMBER})(?![0-9]|(?:st|nd|rd|th){END})(?P<odd>-odd{END}|[+](?![0-9a-z]))?
        (?P<and_a_half>[ ]and[ ]a[ ]half{END})?(?:{_BETWEEN}(?P<low_unit>{_UNIT}))?(?P<low_end>)
        (?:(?(between)[ ]and[ ]|{_TO})(?P<high_currency>{_CURRENCY})?(?P<high>{NUMBER})
            (?:{_BETWEEN}(?P<high_unit>{_UNIT}))?)?
        (?P<high_end>)(?:(?:[ -][a-z]+){{0,2}}?[ ](?P<after>{any_of(words.AFTER)}){END})?)
    |(?P<perhaps>{_START}(?:{any_of(words.PERHAPS)}){END})
    )""",
    re.VERBOSE,
)
"""One alternative for each form, in the order in which they are tried. The empty groups mark where a number ends."""
BOUNDED = re.compile(rf"{_START}({_BOUND})[ ]$")
AS_A_MONTH = re.compile(r"(?:in|of|by|from|since|until|through|end|mid|early|late|this|last|next)[ -]$")
DATED = re.compile(r"[,.;:)”]|$|,?[ ](?:[12][0-9]{3}|and|to|in|at|for|on|or)(?![a-z])")
"""Text after the name of a month where it is one, as it is not in `12 may apply`."""


def quarter(match: re.Match[str]) -> list[Span]:
    """Read `Q1`, `first quarter`, `first, second and third quarters`, `first to third quarter`."""
    unit = UNITS["quarter-of"]
    if digit := match["quarter_digit"]:
        return [Span(*match.span(), unit, plain(digit))]
    named = list(re.finditer(_RANK, match.string[: match.end("quarters")][match.start() :]))
    ranks = [_rank_of(each[0]) for each in named]
    if len(named) > 1 and not re.search(",| and ", match[0]) and (both := range_of(ranks[0], ranks[-1])):
        return [Span(*match.span(), unit, both)]
    ends = [match.start() + each.end() for each in named[:-1]] + [match.end()]
    return [
        Span(match.start() + each.start(), end, unit, rank) for each, end, rank in zip(named, ends, ranks, strict=True)
    ]


def half_year(match: re.Match[str]) -> list[Span]:
    """Read `first half`, of a year or a month, and `H2`."""
    unit = UNITS["half-of" if match["of_month"] is None else "half-of-month"]
    return [Span(*match.span(), unit, plain(match["half_digit"] or ("1" if match["first"] else "2")))]


def rank(match: re.Match[str]) -> list[Span]:
    """Read `second` and `23rd`; `first` need not be a number, and the five years of a plan are its name."""
    end = match.start("plan") if match["plan"] else match.end()
    number = plain(match["rank_digits"] or words.TENS.get(match["tens"], 0) + words.RANKS[match["ones"]])
    certain = match["ones"] != "first" or bool(match["tens"])
    return [Span(match.start(), end, ORDINAL, number, certain=certain), Span(end, match.end())]


def _rank_of(text: str) -> Numeral:
    return plain(words.RANKS.get(text) or text[0])


def label(match: re.Match[str]) -> list[Span]:
    """Read `paragraph 3`, `Phase II`, `phase one`."""
    number = match["label_number"]
    return [Span(*match.span(), ORDINAL, plain(words.ROMAN[number]) if number in words.ROMAN else numeral(number))]


def day_month(match: re.Match[str]) -> list[Span]:
    """Read `28 January`, `28th of January`, `28–30 January`; but in `12 may apply` there is only a number."""
    day = plain(match["day"])
    if match["day_of"] in words.ALSO_VERBS and "of" not in match["of"] and not DATED.match(match.string, match.end()):
        return [Span(*match.span("day"), NO_UNIT, day)]
    days = range_of(day, plain(match["last_day"])) if match["last_day"] else day
    in_month = Span(*match.span("day_of"), UNITS["month-of"], plain(words.MONTHS[match["day_of"]]))
    return [Span(match.start(), match.start("of"), UNITS["day-of"], days or day), in_month]


def month(match: re.Match[str]) -> list[Span]:
    """Read `January`, `January to June` and `January 28`; `may` only where it is a month."""
    start, end = match.span("first_month")
    name, other, day = match["first_month"], match["last_month"], match["month_day"]
    preceded = AS_A_MONTH.search(match.string, max(0, start - 8), start)
    if name in words.ALSO_VERBS and not (other or day or preceded or re.match(",? [12][0-9]{3}", match.string[end:])):
        return [Span(start, end)]
    first, unit = plain(words.MONTHS[name]), UNITS["month-of"]
    if other and (both := range_of(first, plain(words.MONTHS[other]))):
        return [Span(*match.span(), unit, both)]
    days = [Span(*match.span("month_day"), UNITS["day-of"], plain(day))] if day else []
    return [Span(start, end, unit, first), *days]


def every(match: re.Match[str]) -> list[Span]:
    """Read `weekly`, `every week`, `every other week`, `every 2 months`, `every half-month`, `twice a month`."""
    number = plain(HALF if match["half"] or match["twice"] else 2 if match["other"] else 1)
    number = numeral(match["count"]) if match["count"] else number
    unit = words.ADVERBS.get(match["adverb"] or "") or words.UNIT_WORDS[match["period"]]
    return [Span(*match.span(), UNITS[unit].as_interval(), number, _bound_before(match))]


def perhaps(match: re.Match[str]) -> list[Span]:
    """Read `doubled`; and `both`, `half`, `a month`, which need not be numbers."""
    kind, value = words.PERHAPS[match[0]].split()
    return [Span(*match.span(), UnitOfMeasure(kind), plain(value), _bound_before(match), certain=kind == "times")]


def _bound_before(match: re.Match[str]) -> str | None:
    """Return the bound that stands before what was matched, None if there is none."""
    bound = BOUNDED.search(match.string, max(0, match.start() - 20), match.start())
    return words.BEFORE[bound[1]] if bound else None


def share(match: re.Match[str]) -> list[Span]:
    """Read `two thirds`."""
    return [Span(*match.span(), PERCENT, per_cent(plain(words.ONES[match["part"]]), _rank_of(match["whole"])))]


def quantity(match: re.Match[str]) -> list[Span]:
    """Read a number with the bound, currency and unit beside it, or two that are a range or a change."""
    low, unit = _number(match, "low")
    start = match.start("between") if match["between"] else match.start()
    if match["high"] and (both := _both(match, start)):
        return both
    before, after = match["before"] or match["tilde"], None if match["high"] else match["after"]
    bound = words.BEFORE.get(before or "") or words.AFTER.get(after or "") or ("more-than" if match["odd"] else None)
    if before in words.OPEN_BEFORE_WORDS and unit == COUNT:
        bound = ""
    # Of an area about as large as the source's, given in another unit, the source need not say anything.
    converted = bound == "about" and unit.kind in PHYSICAL
    certain = not converted and (low.text not in ("one", "zero") or unit != COUNT)
    return [Span(start, match.end() if after else match.end("low_end"), unit, low, bound, certain)]


def _both(match: re.Match[str], start: int) -> list[Span]:
    """Return a range, or the two numbers of `from 10 to 15`, which may share a unit; nothing if they are unlike."""
    (low, unit), (high, high_unit) = _number(match, "low"), _number(match, "high")
    unit = high_unit if unit in WITHOUT_UNIT else unit
    high_unit = unit if high_unit in WITHOUT_UNIT else high_unit
    scale = None if match["low_unit"] or match["high_currency"] or low.scale else high.scale
    years = bool(YEAR.fullmatch(low.text)) and high_unit == NO_UNIT
    both = range_of(low, high, scale, years=years) if unit == high_unit else None
    if FROM.search(match.string, max(0, start - 40), start):
        first = Span(start, match.end("low_end"), unit, both._replace(high=both.low) if both else low)
        high_start = match.start("high_currency" if match["high_currency"] else "high")
        return [first, Span(high_start, match.end("high_end"), high_unit, high)]
    return [Span(start, match.end("high_end"), unit, both)] if both else []


def _number(match: re.Match[str], which: str) -> tuple[Numeral, UnitOfMeasure]:
    """Return the `low` or the `high` number and its unit. Without one, digits may be anything and millions be money."""
    number, word, currency = (match[f"{which}{part}"] for part in ("", "_unit", "_currency"))
    value = numeral(number).map(lambda end: end + HALF if which == "low" and match["and_a_half"] else end)
    value = value.map(operator.neg) if which == "low" and match["minus"] else value
    if word or currency:
        return value, UNITS[words.UNIT_WORDS[word] if word else CURRENCIES[currency.strip()]]
    return value, SCALED if value.scaled else NO_UNIT if number[0].isdecimal() else COUNT


RULES: dict[str, Rule] = {
    **by_name(date, quarter, half_year, rank, label, day_month, month, share, every, perhaps, quantity),
    "vague": skip,
}
"""The rule of each alternative of the grammar."""
