"""Skeletons of new files and records: every key in its order, its meaning beside it, its value left empty.

An empty value is a problem with a place, so `build.py check` names each until none is left. Keys, comments and words
come from the schemas, which come from the declarations in content/model.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.content.texts import Markdown, Prose, Text

PLACEHOLDER = "an-id"
OPENING = f"""\
# Write a value after each colon. Keys behind a # may stay out, and the comments may go. For {PLACEHOLDER} write an id
# (a-z, 0-9, hyphens). Copy a record for each further one, or write [] or {{}} in its place where there is none.
"""
TEXTS = {kind.__name__ for kind in (Text, Prose, Markdown)}


@dataclass(frozen=True)
class Skeleton:
    """The skeleton of one kind of file, from its schema and the languages that every text has."""

    schema: Mapping[str, Any]
    languages: Collection[str]

    def record(self, node: Mapping[str, Any], given: Mapping[str, str]) -> list[str]:
        """Return the lines of a record, with the values that are given; a key that may be left out is a comment."""
        # The first of `anyOf`, and `else`, are the usual case: the keys that a record needs unless it says otherwise.
        usual = [node, node.get("else", {}), *node.get("anyOf", ())[:1]]
        needed = {key for each in usual for key in each.get("required", ())}
        return [
            line if key in needed else f"# {line}"
            for key, value in node["properties"].items()
            for line in self.key(key, value, given.get(key, ""))
        ]

    def key(self, key: str, node: Mapping[str, Any], value: str = "") -> Iterator[str]:
        """Yield the line of a key, with its value if that is known and its meaning, and the lines below it."""
        node = self._resolved(node)
        meaning = " ".join(node["description"].split())
        if words := node.get("enum"):
            meaning += f" One of: {', '.join(words)}."
        elif examples := node.get("examples"):
            meaning += f" Such as {' or '.join(map(json.dumps, examples))}."
        elif node.get("type") == "array" and "$ref" not in node["items"]:
            meaning += " A list: [a, b]."
        yield f"{key}: {value}".rstrip() + f"  # {meaning}"
        yield from (f"  {line}" for line in self._below(node))

    def _below(self, node: Mapping[str, Any]) -> Iterator[str]:
        """Yield the lines below a key: the languages of a text, the keys of a record, or a first record."""
        item, value = (self._resolved(node.get(name)) for name in ("items", "additionalProperties"))
        if node.get("title") in TEXTS:
            yield from (f"{language}:" for language in self.languages)
        elif "properties" in node:
            yield from self.record(node, {})
        elif "properties" in item:
            yield from (f"{'  ' if index else '- '}{line}" for index, line in enumerate(self.record(item, {})))
        elif "properties" in value:
            yield from self.key(PLACEHOLDER, value)

    def _resolved(self, node: Any) -> Mapping[str, Any]:
        """Return a node with all that its declaration says, if it refers to one; empty if there is no node."""
        declared = node if isinstance(node, Mapping) else {}
        name = str(declared.get("$ref", "")).rpartition("/")[2]
        return {**self.schema["$defs"][name], **declared} if name else declared
