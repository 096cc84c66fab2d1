"""What JSON Schema says of a value beyond its type, so that an editor's program refuses what validation would."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


@dataclass(frozen=True, eq=False)
class Facets:
    """Keywords that a type adds to its JSON Schema; validation does not see them."""

    keywords: dict[str, Any]

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core_schema), **self.keywords}


class Distinct(AfterValidator):
    """A rule of a list in which nothing stands twice; JSON Schema can compare whole items only."""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core_schema), "uniqueItems": True}


def whole(pattern: re.Pattern[str], *examples: str) -> Facets:
    """Return the facets of a text that a pattern matches whole.

    They stand in `allOf`: a bare pattern of keys would become `patternProperties`, which lets every other key pass.
    """
    said = {"examples": list(examples)} if examples else {}
    return Facets({"allOf": [{"pattern": _anchored(pattern)}], **said})


def visible(refused: re.Pattern[str]) -> Facets:
    """Return the facets of a text that holds more than space, and nothing of what is refused.

    That is less than validation asks: what counts as a letter is not the same in every program that reads a schema.
    """
    return Facets({"pattern": r"\S", "not": {"pattern": refused.pattern}})


def keyed(pattern: re.Pattern[str]) -> dict[str, Any]:
    """Return the keywords of a mapping whose keys a pattern matches whole."""
    return {"propertyNames": {"pattern": _anchored(pattern)}}


def forms(keys: re.Pattern[str], slot: str) -> Facets:
    """Return the facets of a unit's patterns: `other` among them, and `slot` in each that is not for one value."""
    slotted = {"patternProperties": {"^[^=]": {"pattern": re.escape(slot)}}}
    # In allOf: beside it, `additionalProperties` would no longer see these keys.
    return Facets({**keyed(keys), "allOf": [slotted], "required": ["other"]})


def periods(pattern: re.Pattern[str], years: range, word: str) -> WithJsonSchema:
    """Return the JSON Schema of a period: a year, which YAML reads as a whole number, a part of one, or a word."""
    year = {"type": "integer", "minimum": years[0], "maximum": years[-1]}
    return _any_of({"type": "string", "pattern": _anchored(pattern)}, year, {"const": word})


def amounts(pattern: re.Pattern[str]) -> WithJsonSchema:
    """Return the JSON Schema of an amount: a number, or one with a scale word."""
    return _any_of({"type": "string", "pattern": _anchored(pattern)}, {"type": "number", "minimum": 0})


def one_or_more(most: int) -> WithJsonSchema:
    """Return the JSON Schema of paragraphs: one, or a list; that they ascend is beyond it."""
    one = {"type": "integer", "minimum": 0, "maximum": most}
    return _any_of(one, {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}, examples=[2, [2, 5]])


def _any_of(*choices: dict[str, Any], **keywords: Any) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": list(choices), **keywords})


def _anchored(pattern: re.Pattern[str]) -> str:
    """Hold a pattern to the whole text; in JSON Schema one may match anywhere."""
    return f"^(?:{pattern.pattern})$"
