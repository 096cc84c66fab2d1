"""What of a file can still be used when something in it is wrong."""

from __future__ import annotations

import contextlib
import copy
import functools
import operator
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from briefing.content.documents import Step
from briefing.content.shape import path_of

MOST_ROUNDS = 10
"""How often what is wrong is left out of a file, before the file is: each round takes one duplicate of a list."""


@functools.cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """Return what validates a kind of file."""
    return TypeAdapter(kind)


def salvage(adapter: TypeAdapter[Any], data: Any, context: Mapping[str, Any]) -> tuple[Any, bool]:
    """Validate, and again without what is wrong until nothing is. Returns the record, and whether it is whole.

    What an error points at goes; where that leaves a record without a key it must have, the record goes, and so on.
    """
    kept, whole = copy.deepcopy(data), True
    for _ in range(MOST_ROUNDS):
        try:
            return adapter.validate_python(kept, context=context), whole
        except ValidationError as error:
            errors = error.errors(include_url=False)
        whole = False
        paths = {path[:-1] if each["type"] == "missing" else path for each in errors for path in [path_of(each)]}
        for path in sorted(paths, key=_deepest_and_last_first):
            if not _remove(kept, path):
                return None, whole
    return None, whole


def _deepest_and_last_first(path: tuple[Step, ...]) -> tuple[int, list[int]]:
    return -len(path), [-step for step in path if isinstance(step, int)]


def _remove(data: Any, path: tuple[Step, ...]) -> bool:
    """Take out what stands at a path, or the nearest thing above it; say whether there was anything."""
    for length in range(len(path), 0, -1):
        with contextlib.suppress(LookupError, TypeError):
            parent = functools.reduce(operator.getitem, path[: length - 1], data)
            del parent[path[length - 1]]
            return True
    return False
