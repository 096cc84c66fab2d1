"""Skeletons of what an editor begins: every key in its order, its meaning beside it, its value left empty.

An empty value is a problem with a place, so `build.py check` names each until nothing is left. Keys, comments and words
come from the schemas, and these from the declarations.
"""

import json
from collections.abc import Iterator, Mapping
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
    """The skeleton of one kind of file, from its schema and the languages that every text takes."""

    schema: Mapping[str, Any]
    languages: tuple[str, ...]

    def record(self, node: Mapping[str, Any], given: Mapping[str, str]) -> list[str]:
        """Return the lines of a record, with the values that are given; a key that may be left out is a comment."""
        # A schema's `else` is the usual case: the keys that a record needs unless something in it says otherwise.
        needed = {*node.get("required", ()), *node.get("else", {}).get("required", ())}
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

    def _below(self, node: Mapping[str, Any]) -> list[str]:
        """Return the lines below a key: the languages of a text, the keys of a record, or a first record."""
        if node.get("title") in TEXTS:
            return [f"{language}:" for language in self.languages]
        if "properties" in node:
            return self.record(node, {})
        if record := self._record(node.get("items")):
            first, *rest = self.record(record, {})
            return [f"- {first}", *(f"  {line}" for line in rest)]
        record = self._record(node.get("additionalProperties"))
        return list(self.key(PLACEHOLDER, record)) if record else []

    def _record(self, node: Any) -> Mapping[str, Any] | None:
        """Return the declaration of the records that a list or mapping holds; None if it holds anything else."""
        resolved = self._resolved(node) if isinstance(node, Mapping) else {}
        return resolved if "properties" in resolved else None

    def _resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a node with all that its declaration says, if it refers to one."""
        name = str(node.get("$ref", "")).rpartition("/")[2]
        return {**self.schema["$defs"][name], **node} if name else node
