"""The kinds of value that the YAML may hold: ids, amounts, periods, paragraphs; texts.py has those in languages.

Each has its validator, and the JSON Schema by which an editor's program refuses the same, as far as it can.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    StrictInt,
    WithJsonSchema,
)
from pydantic_core import CoreSchema

from briefing.content import validators
from briefing.content.documents import CONTROL
from briefing.content.validators import (
    ADDRESS,
    BASE_URL,
    DEADLINE,
    MOST_PARAGRAPHS,
    NO_ADDRESS,
    NO_SLUG,
    PERIOD,
    SLUG,
    UNSTATED,
)
from briefing.numbers.numerals import AMOUNT, Number

Claim = Literal["target", "actual", "plan", "incentive", "commitment", "context"]
Bound = Literal[
    "exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range", "order-of-magnitude",
    "several",
]  # fmt: skip
Direction = Literal["up", "down", "none"]
Role = Literal["lead", "strength", "key", "emerging", "mentioned"]
PlaceKind = Literal["district", "county-level-city", "county", "development-zone", "new-area"]
EntityKind = Literal["company", "project", "park", "institution", "programme", "policy"]
Stage = Literal["introduction", "signing", "preparation", "start", "construction", "completion"]
QuestionId = Literal["money", "projects", "enterprises", "pace", "support"]
UnitKind = Literal[
    "money", "percent", "percentage-points", "share", "multiple", "count", "area", "length", "volume", "weight",
    "power", "energy", "temperature", "duration", "frequency", "rate",
]  # fmt: skip

CLAIMS: tuple[Claim, ...] = get_args(Claim)
ROLES: tuple[Role, ...] = get_args(Role)
QUESTIONS: tuple[QuestionId, ...] = get_args(QuestionId)
"""The questions of the comparison, in order; the last one, which sectors, is answered by roles."""
MAIN_ROLES: tuple[Role, ...] = ("lead", "strength", "key")
"""The roles of the sectors that a speech puts first."""
STAGES: tuple[Stage, ...] = get_args(Stage)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class Id(str):
    """An id that refers to a record which is defined elsewhere."""

    __slots__ = ("kind",)
    kind: str
    """The kind of that record, such as `unit`."""


@dataclass(frozen=True, eq=False)
class Validated(AfterValidator):
    """A validator, and the keywords that it adds to the JSON Schema of its type."""

    keywords: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core_schema), **self.keywords}


def whole(pattern: re.Pattern[str]) -> str:
    """Return a pattern that matches only the whole text; in JSON Schema one may match anywhere."""
    return f"^(?:{pattern.pattern})$"


def keywords(pattern: re.Pattern[str], *examples: str) -> dict[str, Any]:
    """Return the JSON Schema keywords of a text that a pattern matches whole.

    They stand in `allOf`: a bare pattern of keys would become `patternProperties`, which lets every other key pass.
    """
    return {"allOf": [{"pattern": whole(pattern)}], **({"examples": list(examples)} if examples else {})}


def matching(pattern: re.Pattern[str], code: str, message: str, *examples: str) -> Validated:
    """Return the validator of a text that a pattern matches whole; the message may name it as `{text}`."""

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise validators.wrong(code, message, text=text)
        return text

    return Validated(check, keywords(pattern, *examples))


def reference(kind: str) -> Validated:
    """Return the validator of an id that refers to a record of some kind; the checks report one that is not defined."""

    def mark(text: str) -> Id:
        found = Id(text)
        found.kind = kind
        return found

    return Validated(mark, keywords(SLUG))


Unique = Validated(validators.unique, {"uniqueItems": True})
"""A list in which nothing stands twice; JSON Schema can compare whole items only."""
ByKey = BeforeValidator(validators.with_keys)
"""A mapping whose records take their keys as ids."""
OwnKey = Annotated[str, BeforeValidator(validators.own_key)]

# What counts as a letter is not the same in every program that reads a schema: that is left to the validator.
Filled = Annotated[str, Validated(validators.filled, {"pattern": r"\S", "not": {"pattern": CONTROL.pattern}})]
Slug = Annotated[str, matching(SLUG, "slug", f"'{{text}}' {NO_SLUG}")]
Date = Annotated[str, Validated(validators.date, keywords(validators.DATE, "2026-11-22"))]
Hash = Annotated[str, matching(validators.HASH, "hash", validators.NO_HASH)]
"""The first 16 digits of the SHA-256 of a text."""
ParagraphNumber = Annotated[str, matching(validators.DIGITS, "unknown-key", validators.NO_OWN_KEY)]
"""The number of a paragraph, as a key."""
FileName = Annotated[str, matching(validators.FILE, "unknown-key", validators.NO_OWN_KEY)]
"""The name of a file of content."""
IdPath = Annotated[str, matching(validators.PATH, "unknown-key", validators.NO_OWN_KEY)]
"""The path of ids by which a text or figure is found in its file."""
LanguageTag = Annotated[str, matching(validators.LANGUAGE_TAG, "language-tag", validators.NO_TAG)]
LocaleName = Annotated[str, AfterValidator(validators.locale_name)]
BaseUrl = Annotated[str, Validated(validators.base_url, keywords(BASE_URL, "https://example.org/briefing/"))]
Address = Annotated[str, matching(ADDRESS, "address", NO_ADDRESS, "guangan-2023/huaying/")]
"""The address of a page, less its language."""
Target = Annotated[str, matching(validators.TARGET, "address", validators.NO_TARGET, "guangan-2023/figures/#i-output")]
"""The address that readers of an old one are led to, `/` being the front page, with a fragment where one is needed."""

ListedWord = Annotated[str, matching(validators.LISTED, "listed-word", validators.NOT_LISTED, "玖源")]
"""A word of a source that is no number."""
LanguageCode = Annotated[str, reference("language")]
PlaceId = Annotated[str, reference("place")]
SectorId = Annotated[str, reference("sector")]
EntityId = Annotated[str, reference("entity")]
UnitId = Annotated[str, reference("unit")]
ThemeId = Annotated[str, reference("theme")]
PointId = Annotated[str, reference("point")]

_YEAR = {"type": "integer", "minimum": 1000, "maximum": 2999}  # YAML reads a year as a whole number
Period = Annotated[
    str,
    BeforeValidator(validators.period),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": whole(PERIOD)}, _YEAR, {"const": UNSTATED}]}),
]
Deadline = Annotated[
    str,
    BeforeValidator(validators.deadline),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": whole(DEADLINE)}, _YEAR]}),
]
Amount = Annotated[
    Number,
    PlainValidator(validators.exact_amount),
    PlainSerializer(str),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": whole(AMOUNT)}, {"type": "number"}]}),
]
Paragraph = Annotated[StrictInt, Field(ge=0, le=MOST_PARAGRAPHS)]
_ONE = {"type": "integer", "minimum": 0, "maximum": MOST_PARAGRAPHS}
_SEVERAL = {"type": "array", "items": _ONE, "minItems": 1, "uniqueItems": True}
Paragraphs = Annotated[
    tuple[Paragraph, ...],
    BeforeValidator(validators.listed),
    Field(min_length=1),
    AfterValidator(validators.ascending),
    WithJsonSchema({"anyOf": [_ONE, _SEVERAL], "examples": [2, [2, 5]]}),
]
_FORMS = {
    "propertyNames": {"pattern": whole(validators.FORM)},
    # In allOf: beside it, `additionalProperties` would no longer see these keys.
    "allOf": [{"patternProperties": {"^[^=]": {"pattern": re.escape(validators.SLOT)}}}],
    "required": ["other"],
}
WrittenForms = dict[LanguageCode, Annotated[dict[str, Filled], Validated(validators.unit_patterns, _FORMS)]]
"""By language, the patterns that write a number of a unit, by CLDR plural category, by value, or by kind of bound."""
