"""Validation errors in the words of an editor: what is wrong with the shape of a file, where, and what to do."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

from briefing.content.documents import Document, Step
from briefing.content.values import NOTED
from briefing.problems import Problem, did_you_mean

MAPPING = "a mapping: lines of 'key: value'"
LIST = "a list: lines that begin with '- ', or [a, b]"
EXPECTED = {
    "string_type": "text; put it in quotes",
    "int_type": "a whole number without quotes",
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "tuple_type": LIST,
    "too_short": "at least one item",
    "greater_than_equal": "a number that is not smaller than {ge}",
    "less_than_equal": "a number that is not larger than {le}",
    "decimal_type": "an amount such as 90, 9.5 or 38.76 billion",
}

MEANT = re.compile(r"did you mean '(.*)'")


def explain(document: Document, errors: Iterable[ErrorDetails], adapter: TypeAdapter[Any]) -> Iterator[Problem]:
    """Turn validation errors into problems, less what reading the file has noted and what a misspelt key lacks."""
    said = [(path_of(error), *_said(error, adapter)) for error in errors if not _noted(error)]
    meant = {(*path[:-1], match[1]) for path, _, message in said if (match := MEANT.search(message))}
    for path, code, message in said:
        if code != "missing-key" or path not in meant:
            yield Problem(document.at(*path), code, message)


def _noted(error: ErrorDetails) -> bool:
    """Say whether it is reported already: what reading refused is None, and a list too short may have wrong items."""
    refused = error["type"] != "missing" and error["input"] is None
    return error["type"] == NOTED or refused or (error["type"] == "too_short" and bool(error["input"]))


def path_of(error: ErrorDetails) -> tuple[Step, ...]:
    """Return where in the data an error is; a key counts as its value, and a rule of a list names the item."""
    index = error.get("ctx", {}).get("index")
    return (*(step for step in error["loc"] if step != "[key]"), *([] if index is None else [index]))


def _said(error: ErrorDetails, adapter: TypeAdapter[Any]) -> tuple[str, str]:
    kind, path, context = error["type"], path_of(error), error.get("ctx", {})
    name = path[-1] if path else ""
    if kind == "extra_forbidden":
        remedy = did_you_mean(str(name), _keys(_schema(adapter), path[:-1]))
        return "unknown-key", f"the key '{name}' is not known here; {remedy}"
    if kind == "missing":
        return "missing-key", f"the key '{name}' is missing; write it"
    if kind == "literal_error":
        words = re.findall(r"'([^']+)'", context.get("expected", ""))
        return (
            "unknown-word",
            f"'{error['input']}' is not a word for '{name}'; {did_you_mean(str(error['input']), words)}",
        )
    if kind in EXPECTED:
        return "wrong-type", f"expected {EXPECTED[kind].format(**context)}"
    return kind, error["msg"]


@functools.cache
def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema()


def _keys(schema: dict[str, Any], path: tuple[Step, ...]) -> list[str]:
    """Return the keys that the JSON Schema of the declarations allows at a path."""
    node = schema
    for step in path:
        node = _resolved(schema, node)
        node = node.get("properties", {}).get(step) or node.get("additionalProperties") or node.get("items") or {}
    return list(_resolved(schema, node).get("properties", {}))


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    node = next((each for each in node.get("anyOf", []) if each.get("type") != "null"), node)
    name = node.get("$ref", "").rpartition("/")[2]
    return schema["$defs"][name] if name else node
