"""The validators of single values, each with the code and the message of its problem.

A validator returns the value as records hold it. One that takes values as YAML holds them returns what is of another
type unchanged: pydantic refuses it.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic_core import PydanticCustomError

from briefing.content.documents import CONTROL
from briefing.numbers.numerals import amount

# Every system can have a file of that name: it is not too long, and none that Windows keeps for a device.
WORDS, DEVICE = r"[a-z0-9]+(?:-[a-z0-9]+)*", r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])"
SLUG = re.compile(rf"(?=.{{1,60}}$)(?!{DEVICE}$){WORDS}")
NO_SLUG = (
    "is not a slug; use a-z, 0-9 and single hyphens, at most 60 characters, and no name that Windows keeps for a device"
    " (con, aux, nul), as it becomes part of an address"
)
ADDRESS = re.compile(rf"(?:(?=[^/]{{1,60}}/)(?!{DEVICE}/){WORDS}/){{1,4}}")
TARGET = re.compile(rf"(?:/|{ADDRESS.pattern})(?:#[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)?")
"""An address that readers are led to: that of a page, or `/` for the front page, and a fragment if it has one."""
NO_ADDRESS = "'{text}' is not an address below the language; write it like guangan-2023/huaying/"
NO_TARGET = (
    "'{text}' is no address below the language to lead to; write it like guangan-2023/huaying/, with a fragment like"
    " guangan-2023/figures/#i-output, or / for the front page"
)
BASE_URL = re.compile(
    r"([Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9.-]*[A-Za-z0-9](:[0-9]{1,5})?)((/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*)/?"
)
LENGTHS = [f"[12][0-9]{{3}}{part}" for part in ("", "-Q[1-4]", "-H[12]", "-(?:0[1-9]|1[0-2])")]
"""The patterns of a year, a quarter, a half-year and a month."""
DEADLINE = re.compile("|".join(LENGTHS))
PERIOD = re.compile("|".join(f"{length}(?:/{length})?" for length in LENGTHS))
"""One period, or the first and the last of several that are as long."""
UNSTATED = "unstated"
OPEN = "../"
"""Begins the period of a deadline, as ISO 8601-2 writes an interval whose beginning is open: `../2023-09`."""
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
HASH = re.compile(r"[0-9a-f]{16}")
NO_HASH = "'{text}' is not a hash of 16 digits 0-9 a-f; let the program write it"
LISTED = re.compile(r"\S*[^\s0-9０-９零〇一二三四五六七八九十百千万亿两半.,%+~—:/-]\S*")
"""A word in which something is no part of a number."""
NOT_LISTED = "'{text}' is no word with more than a number in it; list whole words, and numbers in left_out"
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NO_TAG = "'{text}' is not a language tag; write it like en or zh-Hans"
DIGITS = re.compile(r"[0-9]{1,3}")
FILE, PATH = re.compile(rf"{WORDS}\.yaml"), re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")
FORM = re.compile(r"zero|one|two|few|many|other|=[0-9]+(\.[0-9]+)?|class|several")
"""The plural categories of CLDR, a value of its own, and the bounds that may need a pattern of their own."""
SLOT = "{number}"
NO_OWN_KEY = "the program writes no key like '{text}'; take it away, or let build.py accept write the file"
NO_TEXT = "no text in {missing}; every text stands in every language of the site"
NOTED = "noted"
"""The type of an error whose cause reading the file has already reported."""
MOST_PARAGRAPHS = 200


class Key(str):
    """An id that is the key of a mapping."""

    __slots__ = ()


def wrong(code: str, message: str, /, **context: object) -> PydanticCustomError:
    """Return the ValueError that a validator raises: a stable code, and a sentence with `{names}` from `context`."""
    return PydanticCustomError(code, message, context)


def base_url(text: str) -> str:
    """Return the address of a site, with a slash at the end."""
    match = BASE_URL.fullmatch(text)
    if not match:
        message = "'{text}' is not an address to publish at; write it like https://example.org/briefing/"
        raise wrong("base-url", message, text=text)
    return f"{match[1]}{match[3]}/"


def filled(text: str) -> str:
    """Refuse a text with a control character, and one without a letter or digit."""
    if control := CONTROL.search(text):
        raise wrong("control-character", "the control character U+{code}; delete it", code=f"{ord(control[0]):04X}")
    if not re.search(r"\w", text):
        raise wrong("empty-text", "the text is empty; write it or remove the key")
    return text


def period(value: object) -> object:
    """Refuse what is no period; a year may be written as a whole number."""
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and text != UNSTATED:
        first, _, last = text.partition("/")
        if not PERIOD.fullmatch(text) or (last and first >= last):
            message = "'{text}' is not a period; write 2023, 2023-Q1, 2023-H1, 2023-01, 2023-01/2023-10 or unstated"
            raise wrong("period", message, text=text)
    return text


def deadline(value: object) -> object:
    """Refuse what is no single period, by whose end something is due; a year may be written as a whole number."""
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and not DEADLINE.fullmatch(text):
        message = "'{text}' is not a deadline; write the period by whose end it is: 2023, 2023-Q3, 2023-H1 or 2023-09"
        raise wrong("period", message, text=text)
    return text


def exact_amount(value: object) -> object:
    """Return an amount, written in digits, with a scale word or as a fraction, as an exact number."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise wrong("wrong-type", "expected an amount such as 90, 9.5, 38.76 billion or 2/3")
    try:
        return amount(str(value))
    except ValueError as error:
        raise wrong("amount", "{why}", why=str(error)) from None


def listed(value: object) -> object:
    """Return one paragraph as a list of one."""
    if isinstance(value, str | Decimal):
        raise wrong("paragraph", "'{value}' names no paragraph; write one as 2, several as [2, 5]", value=str(value))
    return [value] if isinstance(value, int) else value


def ascending(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Refuse paragraphs that are out of order or stand twice."""
    if list(numbers) != sorted(set(numbers)):
        raise wrong("paragraph", "paragraphs stand once each, in ascending order")
    return numbers


def unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list in which something stands twice; records are compared by their identity."""
    first: dict[Any, int] = {}
    for index, item in enumerate(items):
        name = getattr(item, "identity", item)
        if first.setdefault(name, index) != index:
            raise wrong("duplicate", "'{name}' already stands in this list; keep one", index=index, name=name)
    return items


def with_keys(value: object) -> object:
    """Give each item of a mapping its key as `id`; the file itself never writes one."""
    if not isinstance(value, Mapping):
        return value
    return {key: {"id": Key(key), **item} if isinstance(item, Mapping) else item for key, item in value.items()}


def own_key(value: object) -> object:
    """Refuse an id that the file writes itself."""
    if not isinstance(value, Key):
        raise wrong("unknown-key", "the key above is the id already; remove this line")
    return str(value)


def locale_name(text: str) -> str:
    """Refuse a locale that CLDR does not have."""
    try:
        Locale.parse(text)
    except (UnknownLocaleError, ValueError):
        message = "CLDR has no locale '{text}'; write it like en_GB or zh_Hans_CN"
        raise wrong("unknown-locale", message, text=text) from None
    return text


def date(text: str) -> str:
    """Refuse what is no day of the calendar, written as YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text if DATE.fullmatch(text) else "").isoformat()
    except ValueError:
        raise wrong("date", "'{text}' is not a date; write it like \"2026-11-22\", in quotes", text=text) from None


def unit_patterns(patterns: dict[str, str]) -> dict[str, str]:
    """Refuse patterns of a unit by which a number could not be written, or would be lost."""
    if "other" not in patterns:
        raise wrong("unit-pattern", "there is no pattern for 'other', which every number without one of its own needs")
    for key, pattern in patterns.items():
        if not FORM.fullmatch(key):
            message = "'{key}' is no plural category (one, other), no value (=1), and neither class nor several"
            raise wrong("unit-pattern", message, key=key)
        if pattern.count(SLOT) != 1 and not key.startswith("="):
            raise wrong("unit-pattern", "'{pattern}' must hold {slot} once", pattern=pattern, slot=SLOT)
    return patterns
