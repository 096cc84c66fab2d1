"""The data of one YAML file, with the place of every value in it."""

import functools
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefing.problems import Position, Problem

Step = str | int
"""A key, or the index or id of a list item."""
# Tab, line feed and carriage return are what a text file needs; U+0085 and U+2028 would shift the line numbers.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
MOST_SNIPPET = 12
MOST_ALIKE = 100
IDENTITIES = ("id", "sector", "code")
"""The keys that name an item of a list."""


@dataclass(frozen=True)
class Document:
    """The plain data of one YAML file, with what is needed to point at any part of it."""

    file: str
    text: str = ""
    data: Any = None
    problems: tuple[Problem, ...] = field(default=())

    def at(self, *path: Step) -> Position:
        """Return the position of the value at `path`, or of the nearest thing above it that exists.

        A list item is named by its index or by its id.
        """
        mark, node = _found(parse(self.text), path)
        return position_of(self.file, mark or (node.start_mark if node else None))

    def within(self, path: tuple[Step, ...], offset: int) -> Position:
        """Return the position of the character at `offset` of the text at `path`.

        It is found by the characters that follow it, so that block texts and quoted ones need no rules of their own;
        where line breaks were folded away, or the same characters stand too often, it is the text's own position.
        """
        _, node = _found(parse(self.text), path)
        if not isinstance(node, yaml.ScalarNode):
            return self.at(*path)
        words = str(node.value)
        snippet = words[offset:].split("\n", 1)[0][:MOST_SNIPPET]
        ahead = words[:offset].count(snippet) if snippet else 0
        found = self._nth(node, snippet, ahead) if ahead < MOST_ALIKE else None
        return found or self.at(*path)

    def _nth(self, node: yaml.ScalarNode, snippet: str, ahead: int) -> Position | None:
        """Find a snippet in the raw lines of a node, after so many others like it."""
        start, end = node.start_mark, node.end_mark
        lines = self.text.split("\n")
        for number in range(start.line, min(end.line, len(lines) - 1) + 1):
            column = start.column if number == start.line else 0
            while snippet and (column := lines[number].find(snippet, column)) >= 0:
                if not ahead:
                    return Position(self.file, number + 1, column + 1)
                ahead, column = ahead - 1, column + len(snippet)
        return None


def position_of(file: str, mark: Any) -> Position:
    """Return the position of a mark of the YAML library; that of the whole file if there is none."""
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


@functools.lru_cache(maxsize=8)
def parse(text: str) -> yaml.Node | None:
    """Return the root node of a YAML text; None if the text is empty. Raises yaml.YAMLError."""
    return yaml.compose(text, Loader=yaml.CSafeLoader) if text else None


def _found(node: yaml.Node | None, path: tuple[Step, ...]) -> tuple[Any, yaml.Node | None]:
    """Walk down a path as far as it exists; return the mark to point at, if any, and the node reached."""
    mark = None
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        mark, node = found
    return mark, node


def _child(node: yaml.Node | None, step: Step) -> tuple[Any, yaml.Node] | None:
    """Return the mark to point at and the node one step down: a key's own mark, an item's own mark."""
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark, value) for key, value in node.value if key.value == str(step)), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    items = node.value[step : step + 1] if isinstance(step, int) else (i for i in node.value if step in _identities(i))
    return next(((item.start_mark, item) for item in items), None)


def _identities(item: yaml.Node) -> list[str]:
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return [value.value for key, value in pairs if key.value in IDENTITIES and isinstance(value, yaml.ScalarNode)]
