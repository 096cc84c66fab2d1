"""The kinds of value that the YAML may hold: ids, amounts, periods, paragraphs; texts.py has those in languages.

A value is judged with the names that the shared files define (`ValidationInfo.context`), so that a reference to
something unknown is found where it is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal, get_args

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictInt,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from briefing.content.documents import CONTROL
from briefing.content.facets import Distinct, amounts, forms, one_or_more, periods, visible, whole
from briefing.numbers.numerals import AMOUNT, amount
from briefing.problems import did_you_mean

# Every system can have a file of that name: it is not too long, and none that Windows keeps for a device.
WORDS, DEVICE = r"[a-z0-9]+(?:-[a-z0-9]+)*", r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])"
SLUG = re.compile(rf"(?=.{{1,60}}$)(?!{DEVICE}$){WORDS}")
NO_SLUG = (
    "is not a slug; use a-z, 0-9 and single hyphens, at most 60 characters, and no name that Windows keeps for a device"
    " (con, aux, nul), as it becomes part of an address"
)
PERIOD = re.compile(r"[12][0-9]{3}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2]))?")
YEARS = range(1000, 3000)
"""The periods that YAML reads as whole numbers."""
BASE_URL = re.compile(
    r"([Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9.-]*[A-Za-z0-9](:[0-9]{1,5})?)((/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*)/?"
)
ADDRESS = re.compile(rf"(?:(?=[^/]{{1,60}}/)(?!{DEVICE}/){WORDS}/){{1,4}}")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
HASH = re.compile(r"[0-9a-f]{16}")
FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
PATH = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
PLURAL = re.compile(r"zero|one|two|few|many|other|=[0-9]+(\.[0-9]+)?")
"""The plural categories of CLDR, and a value of its own."""
SLOT = "{number}"
NO_TEXT = "no text in {missing}; every text stands in every language of the site"
UNSTATED = "unstated"
NOTED = "noted"
"""The type of an error whose cause reading the file has already reported."""
MOST_PARAGRAPHS = 200

Claim = Literal["target", "actual", "plan", "incentive", "commitment", "context"]
Bound = Literal["exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range"]
Role = Literal["lead", "emerging", "mentioned"]
PlaceKind = Literal["district", "county-level-city", "county", "development-zone", "new-area"]
EntityKind = Literal["company", "project", "park", "institution", "programme", "policy"]
Stage = Literal["introduction", "signing", "preparation", "start", "construction", "completion"]
UnitKind = Literal["money", "percent", "percentage-points", "count", "area", "length", "duration", "frequency"]

CLAIMS: tuple[Claim, ...] = get_args(Claim)
ROLES: tuple[Role, ...] = get_args(Role)
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
STAGES: tuple[Stage, ...] = get_args(Stage)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class _Key(str):
    """An id that is the key of a mapping."""

    __slots__ = ()


def base_url(text: str) -> str:
    """Return the address of a site, with a slash at the end. Raises ValueError for what cannot be one."""
    match = BASE_URL.fullmatch(text)
    if not match:
        message = f"'{text}' is not an address to publish at; write it like https://example.org/briefing/"
        raise ValueError(message)
    return f"{match[1]}{match[3]}/"


def wrong(code: str, message: str, /, **context: object) -> PydanticCustomError:
    """Return the error that a validator raises: a stable code, and a sentence with `{names}` from `context`."""
    return PydanticCustomError(code, message, context)


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise wrong("slug", f"'{{text}}' {NO_SLUG}", text=text)
    return text


def known(kind: str, text: str, info: ValidationInfo) -> str:
    """Return a name that is defined; one that is not is a problem, with what it may have meant."""
    names = (info.context or {}).get(kind)
    if names is not None and text not in names:
        message = "the {kind} '{text}' is not defined; {remedy}"
        raise wrong(f"unknown-{kind}", message, kind=kind, text=text, remedy=did_you_mean(text, names))
    return text


def _filled(text: str) -> str:
    if control := CONTROL.search(text):
        raise wrong("control-character", "the control character U+{code}; delete it", code=f"{ord(control[0]):04X}")
    if not re.search(r"\w", text):
        raise wrong("empty-text", "the text is empty; write it or remove the key")
    return text


def _every_language(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    if missing := [code for code in (info.context or {}).get("language") or () if code not in texts]:
        raise wrong("missing-language", NO_TEXT, missing=", ".join(missing))
    return texts


def _period(value: object) -> object:
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str) and text != UNSTATED and not PERIOD.fullmatch(text):
        message = "'{text}' is not a period; write 2023, 2023-Q1, 2023-H1, 2023-01 or unstated"
        raise wrong("period", message, text=text)
    return text


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return value
    try:
        return amount(str(value))
    except ValueError as error:
        raise wrong("amount", "{why}", why=str(error)) from None


def _listed(value: object) -> object:
    if isinstance(value, str | Decimal):
        raise wrong("paragraph", "'{value}' names no paragraph; write one as 2, several as [2, 5]", value=str(value))
    return [value] if isinstance(value, int) else value


def _ascending(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if list(numbers) != sorted(set(numbers)):
        raise wrong("paragraph", "paragraphs stand once each, in ascending order")
    return numbers


def _unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    names = [getattr(item, "identity", item) for item in items]
    first: dict[Any, int] = {}
    if doubled := [(index, name) for index, name in enumerate(names) if first.setdefault(name, index) != index]:
        raise wrong(
            "duplicate", "'{name}' already stands in this list; keep one", index=doubled[0][0], name=doubled[0][1]
        )
    return items


def _keyed(value: object) -> object:
    """Give each item of a mapping its key as `id`; the file itself never writes one."""
    if not isinstance(value, Mapping):
        return value
    return {key: {"id": _Key(key), **item} if isinstance(item, Mapping) else item for key, item in value.items()}


def _own_key(value: object) -> object:
    if not isinstance(value, _Key):
        raise wrong("unknown-key", "the key above is the id already; remove this line")
    return str(value)


def _language_tag(text: str) -> str:
    if not LANGUAGE_TAG.fullmatch(text):
        raise wrong("language-tag", "'{text}' is not a language tag; write it like en or zh-Hans", text=text)
    return text


def _locale(text: str) -> str:
    try:
        Locale.parse(text)
    except (UnknownLocaleError, ValueError):
        raise wrong(
            "unknown-locale", "CLDR has no locale '{text}'; write it like en_GB or zh_Hans_CN", text=text
        ) from None
    return text


def _base_url(text: str) -> str:
    try:
        return base_url(text)
    except ValueError as error:
        raise wrong("base-url", "{why}", why=str(error)) from None


def _address(text: str, info: ValidationInfo) -> str:
    if not ADDRESS.fullmatch(text) or text.partition("/")[0] in ((info.context or {}).get("language") or ()):
        message = "'{text}' is not an address below the language; write it like guangan-2023/huaying/"
        raise wrong("address", message, text=text)
    return text


def _hash(text: str) -> str:
    if not HASH.fullmatch(text):
        raise wrong("hash", "'{text}' is not a hash of 16 digits 0-9 a-f; let the program write it", text=text)
    return text


def _own(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        message = "the program writes no key like '{text}'; take it away, or let build.py accept write the file"
        raise wrong("unknown-key", message, text=text)
    return text


def _date(text: str) -> str:
    try:
        return dt.date.fromisoformat(text if DATE.fullmatch(text) else "").isoformat()
    except ValueError:
        raise wrong("date", "'{text}' is not a date; write it like \"2026-11-22\", in quotes", text=text) from None


def _patterns(patterns: dict[str, str]) -> dict[str, str]:
    """Hold the patterns of a unit to what writing a figure needs, so that no number can be lost."""
    if "other" not in patterns:
        raise wrong("unit-pattern", "there is no pattern for 'other', which every number without one of its own needs")
    for key, pattern in patterns.items():
        if not PLURAL.fullmatch(key):
            raise wrong("unit-pattern", "'{key}' is neither a plural category (one, other) nor a value (=1)", key=key)
        if pattern.count(SLOT) != 1 and not key.startswith("="):
            raise wrong("unit-pattern", "'{pattern}' must hold {slot} once", pattern=pattern, slot=SLOT)
    return patterns


Unique = Distinct(_unique)
"""A list in which nothing stands twice."""
ByKey = BeforeValidator(_keyed)
"""A mapping whose records take their keys as ids."""
OwnKey = Annotated[str, BeforeValidator(_own_key)]
SLUGS = whole(SLUG)
Slug = Annotated[str, AfterValidator(_slug), SLUGS]
Filled = Annotated[str, AfterValidator(_filled), visible(CONTROL)]
LanguageCode = Annotated[str, AfterValidator(partial(known, "language")), SLUGS]
Times = Annotated[StrictInt, Field(ge=1)]
Hash = Annotated[str, AfterValidator(_hash), whole(HASH)]
"""The first 16 digits of the SHA-256 of a text."""
FileName = Annotated[str, AfterValidator(partial(_own, FILE)), whole(FILE)]
"""The name of a file of content."""
IdPath = Annotated[str, AfterValidator(partial(_own, PATH)), whole(PATH)]
"""The path of ids by which a text or figure is found in its file."""
Patterns = Annotated[dict[str, Filled], AfterValidator(_patterns), forms(PLURAL, SLOT)]
WrittenForms = Annotated[dict[LanguageCode, Patterns], AfterValidator(_every_language)]
LanguageTag = Annotated[str, AfterValidator(_language_tag), whole(LANGUAGE_TAG)]
LocaleName = Annotated[str, AfterValidator(_locale)]
BaseUrl = Annotated[str, AfterValidator(_base_url), whole(BASE_URL, "https://example.org/briefing/")]
Address = Annotated[str, AfterValidator(_address), whole(ADDRESS, "guangan-2023/huaying/")]
"""The address of a page, less its language."""
PlaceId = Annotated[str, AfterValidator(partial(known, "place")), SLUGS]
IndicatorId = Annotated[str, AfterValidator(partial(known, "indicator")), SLUGS]
SectorId = Annotated[str, AfterValidator(partial(known, "sector")), SLUGS]
EntityId = Annotated[str, AfterValidator(partial(known, "entity")), SLUGS]
MentionId = Annotated[str, AfterValidator(partial(known, "mention")), SLUGS]
UnitId = Annotated[str, AfterValidator(partial(known, "unit")), SLUGS]
ThemeId = Annotated[str, AfterValidator(partial(known, "theme")), SLUGS]
PointId = Annotated[str, AfterValidator(partial(known, "point")), SLUGS]
ReasonId = Annotated[str, AfterValidator(partial(known, "reason")), SLUGS]
FigureId = Annotated[str, AfterValidator(partial(known, "figure")), SLUGS]
MeasureId = Annotated[str, AfterValidator(partial(known, "measure")), SLUGS]
Period = Annotated[str, BeforeValidator(_period), periods(PERIOD, YEARS, UNSTATED)]
Amount = Annotated[Decimal, BeforeValidator(_amount), amounts(AMOUNT)]
Year = Annotated[StrictInt, Field(ge=1900, le=2999)]
Paragraph = Annotated[StrictInt, Field(ge=0, le=MOST_PARAGRAPHS)]
Paragraphs = Annotated[
    tuple[Paragraph, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    AfterValidator(_ascending),
    one_or_more(MOST_PARAGRAPHS),
]
Date = Annotated[str, AfterValidator(_date), whole(DATE, "2026-11-22")]
