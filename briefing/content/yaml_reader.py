"""A YAML file, read strictly: nothing is guessed, nothing is lost, and every value can be found again in the file.

Refused, each with its line: a tab in the indentation, bytes that are not UTF-8, control characters, an empty file, a
key given twice, an alias, a tag, deep nesting, more values or a longer text than any content has, and plain scalars
that YAML 1.1 programs read as something other than they look (`no`, `012`, `2023-01-28`, `~`).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from briefing.content.documents import CONTROL, Document, parse, position_at, position_of
from briefing.problems import ContentError, Position, Problem, shown

MOST_BYTES = 2_000_000
MOST_DEPTH = 32
MOST_EVENTS = 120_000
"""What libyaml reports of a file: each key and value once, each list and mapping twice. Every one costs memory."""
MOST_LENGTH = 10_000
"""The characters of one text; what looks for names and numbers in it may take the square of the time."""
MOST_PROBLEMS = 100
MOST_SHOWN = 40
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
TAB = re.compile(r"^ *\t", re.MULTILINE)
BOOLEANS = {"true": True, "false": False}
"""The two words for yes and no that every YAML program reads alike."""
SLIP = re.compile(
    r"^(?P<conflict>(?:<{7}|={7}|>{7})(?: .*)?$)|^ *(?:- )*[\w-]+(?P<colon>：)|\{[^{}\n]*(?P<comma>，) *[\w-]+: "
    r"|^ *(?:- )*(?:[\w-]+:)? *(?P<space>[\u00a0\u2007\u202f\u3000])",
    re.MULTILINE,
)
SLIPS = {
    "conflict": "git left the mark of a conflict; keep the lines that are right and delete the marks",
    "colon": "a full-width colon; write ':' and a space after the key",
    "comma": "a full-width comma between two keys; write ',' and a space",
    "space": "a no-break or full-width space beside this; delete it, or type a plain one",
}
"""What a file may hold that is no YAML and looks as if it were; the YAML library finds fault with what follows it."""
TAG = "tag:yaml.org,2002:"
READ_AS = {
    "bool": "true or false",
    "null": "nothing",
    "int": "another number than it looks",
    "float": "another number than it looks",
    "timestamp": "a date",
    "merge": "a merge",
    "value": "a default",
}
"""What YAML 1.1 makes of a plain scalar that a person meant as text."""


def read_document(path: Path) -> Document:
    """Read one YAML file. Never raises for what the file contains."""
    file = shown(path)
    try:
        text = _text(path, file)
        _check_events(text, file)
        root = parse(text)
    except ContentError as error:
        return Document(file, problems=error.problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = position_of(file, mark)
        said = ", ".join(part for part in (error.context, error.problem) if part)
        message = f"not YAML: {said}; look for a missing quote, colon, bracket or indentation here or just above"
        slips = SLIP.finditer(text, 0, text.find("\n", mark.index) + 1 or len(text)) if mark else ()
        if slip := max(slips, key=lambda match: (match.lastgroup == "conflict", match.start()), default=None):
            position = position_at(file, text, slip.start(slip.lastgroup or 0))
            message = SLIPS[slip.lastgroup or ""]
        return Document(file, problems=(Problem(position, "syntax", message),))
    if root is None:
        message = "the file is empty; write it or remove it"
        return Document(file, problems=(Problem(Position(file), "empty-file", message),))
    reader = _Reader(file)
    data = reader.value(root)
    return Document(file, text, data, tuple(reader.problems))


def _refused(position: Position, code: str, message: str) -> ContentError:
    return ContentError([Problem(position, code, message)])


def _text(path: Path, file: str) -> str:
    """Return the text of a file. Raises ContentError if it holds what the YAML library would word less plainly."""
    try:
        with path.open("rb") as stream:  # the size that the system states is not asked for: some files have it wrong
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(Position(file), "unreadable", f"cannot be read: {error.strerror}") from None
    if len(raw) > MOST_BYTES:
        raise _refused(Position(file), "too-large", f"the file has more than {MOST_BYTES:,} bytes; split it")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        position = Position(file, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise _refused(position, "encoding", "not UTF-8 from here on; save the file as UTF-8") from None
    tab, control = TAB.search(text), CONTROL.search(text)
    if tab and (control is None or tab.start() < control.start()):
        position = position_at(file, text, tab.end() - 1)
        raise _refused(position, "tab", "a tab in the indentation; use spaces")
    if control:
        message = f"the control character U+{ord(control[0]):04X}; delete it"
        raise _refused(position_at(file, text, control.start()), "control-character", message)
    return text


def _check_events(text: str, file: str) -> None:
    """Raise ContentError at what the YAML library or the checks would not survive, while it is a stream of events."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader), 1):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            code, message = "too-deep", f"nested more than {MOST_DEPTH} deep; nothing here needs that"
        elif number > MOST_EVENTS:
            code, message = "too-large", "the file has more keys and values up to here than any content needs; split it"
        elif isinstance(event, yaml.ScalarEvent) and len(event.value) > MOST_LENGTH:
            code, message = "too-large", f"a text of more than {MOST_LENGTH:,} characters; shorten it"
        else:
            continue
        raise _refused(position_of(file, event.start_mark), code, message)


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


class _Reader:
    """Turns nodes into plain data, noting every problem on the way; what is refused becomes None."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node) -> Any:
        if id(node) in self.seen:
            return self.note(node, "alias", "an alias (*name) stands for text written elsewhere; write the text here")
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if node.tag not in (TAG + "map", TAG + "seq"):
            return self.tagged(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node))
        return [self.value(item) for item in node.value]

    def pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, Any]]:
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.note(key, "key", "a key must be a word, not a list or mapping")
            elif key.tag.removeprefix(TAG) not in ("str", *READ_AS):
                self.tagged(key)
            elif key.value in lines:
                message = (
                    f"the key '{_short(key.value)}' was already given on line {lines[key.value]}; keep one of them"
                )
                self.note(key, "duplicate-key", message)
            else:
                lines[key.value] = key.start_mark.line + 1
                if node.flow_style and value.start_mark.index == key.end_mark.index:
                    message = f"'{_short(key.value)}' follows a comma within a text; quote it: the whole text in quotes"
                    self.note(key, "empty-value", message)
                    yield key.value, None
                else:
                    yield key.value, self.value(value)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        text, kind = str(node.value), node.tag.removeprefix(TAG)
        if not node.style and text != text.strip():
            return self.note(node, "syntax", SLIPS["space"])
        if kind == "str" or text in BOOLEANS:
            return BOOLEANS.get(text, text) if kind == "bool" else text
        if (kind == "int" and INTEGER.fullmatch(text)) or (kind == "float" and DECIMAL.fullmatch(text)):
            return int(text) if kind == "int" else Decimal(text)
        if kind == "null" and not text:
            return self.note(node, "empty-value", "nothing stands after the colon; write the value or remove the key")
        if node.tag.startswith(TAG) and kind in READ_AS:
            short = _short(text)
            return self.note(node, "ambiguous", f'YAML would read {short} as {READ_AS[kind]}; quote it: "{short}"')
        return self.tagged(node)

    def tagged(self, node: yaml.Node) -> None:
        self.note(node, "tag", f"the tag {_short(node.tag)} is not used here; remove it")

    def note(self, node: yaml.Node, code: str, message: str) -> None:
        if len(self.problems) == MOST_PROBLEMS:
            message += f"; this is the last that is listed of more than {MOST_PROBLEMS} problems in this file"
        if len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(Problem(position_of(self.file, node.start_mark), code, message))
