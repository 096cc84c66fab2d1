"""Problems as people and programs read them: text with the line and a caret, JSON, or GitHub's annotations."""

import functools
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.problems import Position, Problem

WIDEST = 100
"""Characters of a line that are shown; of a longer one, those around the problem."""
ESCAPES = {ord(character): f"%{ord(character):02X}" for character in "%\r\n"}
PROPERTY_ESCAPES = {**ESCAPES, ord(":"): "%3A", ord(","): "%2C"}
"""The characters that a message and a property of GitHub's workflow commands cannot hold."""


def severity(problem: Problem) -> str:
    """Return the severity of a problem's rule: `error` or `warning`."""
    from briefing.rules import RULES  # noqa: PLC0415 - without problems the rules need not be loaded

    return RULES[problem.code].severity


def failing(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Return True if problems stop a build: any error does, and with `strict` any warning."""
    return any(strict or severity(problem) == "error" for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    """Return each problem with its line and a caret, and likewise the line of its second place."""
    read = functools.cache(_lines)
    text = ""
    for each in problems:
        heading = f"{each.position}: {severity(each)}[{each.code}]: {each.message}"
        text += f"{_printable(heading)}\n" + _excerpt(each.position, read)
        if each.other:
            text += f"{_printable(f'{each.other}: the other side')}\n" + _excerpt(each.other, read)
    return text


def as_json(problems: Iterable[Problem]) -> str:
    """Return all problems as one JSON list."""
    listed = [
        {"code": each.code, "severity": severity(each), "message": each.message, **vars(each.position)}
        | ({"other": vars(each.other)} if each.other else {})
        for each in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return each problem as a workflow command that GitHub shows beside the line."""
    return "".join(
        f"::{severity(each)} file={each.position.file.translate(PROPERTY_ESCAPES)}"
        f",line={max(1, each.position.line)},col={max(1, each.position.column)}"
        f",title={each.code}::{each.message.translate(ESCAPES)}\n"
        for each in problems
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def _excerpt(position: Position, read: Callable[[str], tuple[str, ...]]) -> str:
    """Return the line of a position with a caret under the column; a wide character takes two columns of a terminal."""
    lines = read(position.file) if position.line else ()
    if not (0 < position.line <= len(lines) and lines[position.line - 1].strip()):
        return ""
    start = max(0, position.column - 1 - WIDEST // 2)
    shown = _printable(lines[position.line - 1][start : start + WIDEST])
    before = shown[: position.column - 1 - start]
    gap = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in before)
    return f"{position.line:>6} | {shown}\n       | {' ' * gap}^\n"


def _lines(file: str) -> tuple[str, ...]:
    """Return a file's lines as its problems count them; none if it cannot be read."""
    try:
        text = Path(file).read_text("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").split("\n"))


def _printable(text: str) -> str:
    """Return text without the characters that control a terminal: names of files can hold any."""
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp") else each for each in text)
