"""Validation errors in the words of an editor: what is wrong with the shape of a file, where, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

from briefing.documents import Document, Step
from briefing.model import NOTED
from briefing.problems import Problem, did_you_mean

TYPES = {
    "string_type": "text; put it in quotes",
    "int_type": "a whole number without quotes",
    "dict_type": "a mapping: lines of 'key: value'",
    "model_type": "a mapping: lines of 'key: value'",
    "model_attributes_type": "a mapping: lines of 'key: value'",
    "tuple_type": "a list: lines that begin with '- ', or [a, b]",
    "decimal_type": "an amount such as 90, 9.5 or 38.76 billion",
}


def explain(document: Document, errors: Iterable[ErrorDetails], adapter: TypeAdapter[Any]) -> Iterator[Problem]:
    """Turn validation errors into problems; what reading the file has noted already is left out."""
    for error in errors:
        if error["type"] == "missing" or (error["type"] != NOTED and error["input"] is not None):
            path = path_of(error)
            code, message = _said(error, path, adapter)
            yield Problem(document.at(*path), code, message)


def path_of(error: ErrorDetails) -> tuple[Step, ...]:
    """Return where in the data an error is; a key counts as its value."""
    return tuple(step for step in error["loc"] if step != "[key]")


def _said(error: ErrorDetails, path: tuple[Step, ...], adapter: TypeAdapter[Any]) -> tuple[str, str]:
    kind, name = error["type"], path[-1] if path else ""
    if kind == "extra_forbidden":
        remedy = did_you_mean(str(name), _keys(adapter.json_schema(), path[:-1]))
        return "unknown-key", f"the key '{name}' is not known here; {remedy}"
    if kind == "missing":
        return "missing-key", f"the key '{name}' is missing; write it"
    if kind == "literal_error":
        words = re.findall(r"'([^']+)'", error.get("ctx", {}).get("expected", ""))
        return (
            "unknown-word",
            f"'{error['input']}' is not a word for '{name}'; {did_you_mean(str(error['input']), words)}",
        )
    if kind in TYPES:
        return "wrong-type", f"expected {TYPES[kind]}"
    return kind.replace("_", "-"), error["msg"]


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
