"""The data of one YAML file, with the place of every value in it."""

import functools
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from briefing.characters import BREAK, BREAK_OR_SPACES, SPACES
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
    problems: tuple[Problem, ...] = ()

    def at(self, *path: Step) -> Position:
        """Return the position of the value at `path`, or of the nearest thing above it that exists.

        A list item is named by its index or by its id.
        """
        mark, _ = self._find(path)
        return position_of(self.file, mark)

    def within(self, path: tuple[Step, ...], offset: int) -> Position:
        """Return the position of the character at `offset` of the text at `path`.

        It is found by the characters that follow it, so that block texts and quoted ones need no rules of their own;
        where line breaks were folded away, or the same characters stand too often, it is the text's own position.
        """
        mark, node = self._find(path)
        words = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        snippet = words[offset:].split("\n", 1)[0][:MOST_SNIPPET]
        if node and snippet and (before := words[:offset].count(snippet)) < MOST_ALIKE:
            start = node.start_mark.index
            same = re.finditer(re.escape(snippet), self.text[start : node.end_mark.index])
            if match := next(itertools.islice(same, before, None), None):
                return position_at(self.file, self.text, start + match.start())
        return position_of(self.file, mark)

    def _find(self, path: tuple[Step, ...]) -> tuple[Any, yaml.Node | None]:
        """Walk down a path as far as it exists; return the mark to point at, a key's or an item's, and the node."""
        node = parse(self.text)
        mark = node.start_mark if node else None
        for step in path:
            children: Iterable[tuple[yaml.Node, yaml.Node]] = ()
            if isinstance(node, yaml.MappingNode):
                children = ((key, value) for key, value in node.value if key.value == str(step))
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                children = ((item, item) for item in node.value[step : step + 1])
            elif isinstance(node, yaml.SequenceNode):
                children = ((item, item) for item in node.value if step in _identities(item))
            child = next(iter(children), None)
            if child is None:
                break
            mark, node = child[0].start_mark, child[1]
        return mark, node


def position_of(file: str, mark: Any) -> Position:
    """Return the position of a mark of the YAML library; that of the whole file if there is none."""
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


def position_at(file: str, text: str, offset: int) -> Position:
    """Return the position of a character of the file's text."""
    return Position(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


@functools.lru_cache(maxsize=8)
def parse(text: str) -> yaml.Node | None:
    """Return the root node of a YAML text; None if the text is empty. Raises yaml.YAMLError.

    A line break within a text that YAML makes a space is none between characters that are written without one.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader) if text else None
    if root and BREAK.search(text):
        _join_lines(root, text)
    return root


def _join_lines(root: yaml.Node, text: str) -> None:
    """Take out of every folded scalar the spaces that are line breaks of the file; those that are typed stay."""
    waiting: list[yaml.Node] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.style != "|" and node.start_mark.line < node.end_mark.line:
                _join(node, text[node.start_mark.index : node.end_mark.index])
        else:
            waiting += itertools.chain(*node.value) if isinstance(node, yaml.MappingNode) else node.value


def _join(node: yaml.ScalarNode, raw: str) -> None:
    """Join the lines of a scalar; one whose gaps are not those of its raw text, because of escapes, stays."""
    raw = raw.partition("\n")[2] if node.style == ">" else raw
    breaks = ["\n" in match[0] for match in BREAK_OR_SPACES.finditer(raw)]
    if len(breaks) == len(SPACES.findall(node.value)):
        are_breaks = iter(breaks)
        node.value = SPACES.sub(lambda match: "" if next(are_breaks) else match[0], node.value)


def _identities(item: yaml.Node) -> list[str]:
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return [value.value for key, value in pairs if key.value in IDENTITIES and isinstance(value, yaml.ScalarNode)]
