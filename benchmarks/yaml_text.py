"""YAML as editors would write it: ids and numbers plain, texts quoted, long ones as blocks.

It knows only what content holds, and takes a small part of the time that PyYAML would.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|[0-9]{4}-[QH][1-4]")
RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
STEP = "  "


def dumped(value: Mapping[str, Any]) -> str:
    """Return a mapping as a YAML document."""
    return "".join(f"{line}\n" for line in _lines(value, ""))


def listed(values: list[Any]) -> str:
    """Return a list as a YAML document."""
    return "".join(f"{line}\n" for line in _items(values, ""))


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, item in value.items():
        if isinstance(item, Mapping) and item:
            yield f"{indent}{key}:"
            yield from _lines(item, indent + STEP)
        elif isinstance(item, list) and any(isinstance(each, Mapping) for each in item):
            yield f"{indent}{key}:"
            yield from _items(item, indent + STEP)
        elif isinstance(item, str) and "\n" in item:
            yield f"{indent}{key}: |"
            yield from (f"{indent}{STEP}{line}" if line else "" for line in item.rstrip("\n").split("\n"))
        else:
            yield f"{indent}{key}: {_flow(item)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for item in values:
        first, *rest = _lines(item, indent + STEP)
        yield f"{indent}- {first.strip()}"
        yield from rest


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, Mapping):
        return "{}"
    plain = not isinstance(value, str) or (PLAIN.fullmatch(value) and value not in RESERVED)
    return str(value) if plain else json.dumps(value, ensure_ascii=False)
