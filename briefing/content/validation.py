"""Validation of a file's data: its record, and the problems of its shape, worded for editors.

Wrong values are left out of the record, so that the checks of meaning can still look at the rest.
"""

import contextlib
import copy
import functools
import operator
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from briefing.content.documents import Document, Step
from briefing.content.validators import NOTED
from briefing.content.yaml_reader import MOST_PROBLEMS
from briefing.problems import Problem, did_you_mean

MOST_ROUNDS = 10
"""How often wrong values are left out of a file before the whole file is: each round finds one duplicate of a list."""
MAPPING = "a mapping: lines of 'key: value'"
EXPECTED = {
    "string_type": "text; put it in quotes",
    "int_type": "a whole number without quotes",
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "tuple_type": "a list: lines that begin with '- ', or [a, b]",
    "too_short": "at least one item",
    "greater_than_equal": "a number that is not smaller than {ge}",
    "less_than_equal": "a number that is not larger than {le}",
}
MEANT = re.compile(r"did you mean '(.*)'")
_adapter = functools.cache(TypeAdapter[Any])
_schema = functools.cache(TypeAdapter.json_schema)


def validate(document: Document, kind: Any) -> tuple[Any, list[Problem]]:
    """Return the record of a file, without what is wrong in it, and the problems; None if too little remains."""
    adapter, data = _adapter(kind), document.data
    problems: list[Problem] = []
    for round_ in range(MOST_ROUNDS + 1):
        try:
            return adapter.validate_python(data), problems
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if not round_:
            problems += _explain(document, errors[:MOST_PROBLEMS], adapter)
            data = copy.deepcopy(data)
        if len(errors) > MOST_PROBLEMS or not _leave_out(data, errors):
            break
    return None, problems


def _leave_out(data: Any, errors: Iterable[ErrorDetails]) -> bool:
    """Remove each value that an error points at; return False if that was the whole file.

    A missing key removes the record that lacks it. The deepest and last values go first, so that list indexes hold.
    """
    paths = {path[:-1] if error["type"] == "missing" else path for error in errors for path in [_path(error)]}
    for path in sorted(paths, key=lambda path: (-len(path), [-step for step in path if isinstance(step, int)])):
        for length in range(len(path), 0, -1):
            with contextlib.suppress(LookupError, TypeError):
                parent = functools.reduce(operator.getitem, path[: length - 1], data)
                del parent[path[length - 1]]
                break
        else:
            return False
    return True


def _explain(document: Document, errors: Iterable[ErrorDetails], adapter: TypeAdapter[Any]) -> Iterator[Problem]:
    """Yield the problem of each error, except what reading the file has reported and what a misspelt key lacks."""
    explained = []
    for error in errors:
        refused = error["type"] != "missing" and error["input"] is None  # reading left None there
        emptied = error["type"] == "too_short" and error["input"]  # the list is short because its items are wrong
        if not (refused or emptied or error["type"] == NOTED):
            explained.append((_path(error), *_wording(error, adapter)))
    meant = {(*path[:-1], match[1]) for path, _, message in explained if (match := MEANT.search(message))}
    for path, code, message in explained:
        if code != "missing-key" or path not in meant:
            yield Problem(document.at(*path), code, message)


def _path(error: ErrorDetails) -> tuple[Step, ...]:
    """Return where in the data an error is; a key counts as its value, and a rule of a list names the item."""
    index = error.get("ctx", {}).get("index")
    return (*(step for step in error["loc"] if step != "[key]"), *([] if index is None else [index]))


def _wording(error: ErrorDetails, adapter: TypeAdapter[Any]) -> tuple[str, str]:
    """Return the code and the message of an error."""
    kind, path, context = error["type"], _path(error), error.get("ctx", {})
    name = path[-1] if path else ""
    if kind == "extra_forbidden":
        schema = _schema(adapter)
        return (
            "unknown-key",
            f"the key '{name}' is not known here; {did_you_mean(str(name), _keys(schema, schema, path[:-1]))}",
        )
    if kind == "missing":
        return "missing-key", f"the key '{name}' is missing; write it"
    if kind == "literal_error":
        given, words = str(error["input"]), re.findall(r"'([^']+)'", context.get("expected", ""))
        return "unknown-word", f"'{given}' is not a word for '{name}'; {did_you_mean(given, words)}"
    if kind in EXPECTED:
        return "wrong-type", f"expected {EXPECTED[kind].format(**context)}"
    return kind, error["msg"]


def _keys(schema: dict[str, Any], node: dict[str, Any], path: tuple[Step, ...]) -> list[str]:
    """Return the keys that a node of a JSON Schema allows at the path below it."""
    node = next((each for each in node.get("anyOf", []) if each.get("type") != "null"), node)
    node = schema.get("$defs", {}).get(node.get("$ref", "").rpartition("/")[2], node)
    known = node.get("properties", {})
    if not path:
        return list(known)
    return _keys(schema, known.get(path[0]) or node.get("additionalProperties") or node.get("items") or {}, path[1:])
