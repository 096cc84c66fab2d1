"""Problems as people and programs read them: text with the line and a caret, JSON, or GitHub's annotations."""

import functools
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.problems import Position, Problem

WIDEST = 100
"""Characters of a line that are shown; of a longer one, what stands round the problem."""


def as_text(problems: Iterable[Problem]) -> str:
    """Return each problem with its line and a caret, and likewise the line of its second place."""
    read = functools.cache(_lines)
    text = ""
    for problem in problems:
        heading = f"{problem.position}: {_severity(problem)}[{problem.code}]: {problem.message}"
        text += f"{_printable(heading)}\n" + _excerpt(problem.position, read)
        if problem.other:
            text += f"{_printable(f'{problem.other}: the other side')}\n" + _excerpt(problem.other, read)
    return text


def as_json(problems: Iterable[Problem]) -> str:
    """Return all problems as one JSON list."""
    listed = [
        {"code": each.code, "severity": _severity(each), "message": each.message, **_place(each.position)}
        | ({"other": _place(each.other)} if each.other else {})
        for each in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return each problem as a workflow command that GitHub shows beside the line."""
    return "".join(
        f"::{_severity(each)} file={_escaped(each.position.file, property_=True)}"
        f",line={max(1, each.position.line)},col={max(1, each.position.column)}"
        f",title={each.code}::{_escaped(each.message)}\n"
        for each in problems
    )


def _severity(problem: Problem) -> str:
    from briefing.engine.rules import RULES  # noqa: PLC0415 - without problems nobody needs the rules

    return RULES[problem.code].severity


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def _excerpt(position: Position, read: Callable[[str], tuple[str, ...]]) -> str:
    """Return the line of a position with a caret under the column; a wide character takes two columns of a terminal."""
    lines = read(position.file) if position.line else ()
    if not (0 < position.line <= len(lines) and lines[position.line - 1].strip()):
        return ""
    line = lines[position.line - 1]
    start = max(0, position.column - 1 - WIDEST // 2)
    shown = _printable(line[start : start + WIDEST])
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
    """Return text without what a terminal would obey: names of files can hold anything."""
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp") else each for each in text)


def _place(position: Position) -> dict[str, str | int]:
    return {"file": position.file, "line": position.line, "column": position.column}


def _escaped(text: str, *, property_: bool = False) -> str:
    for character in "%\r\n" + (":," if property_ else ""):
        text = text.replace(character, f"%{ord(character):02X}")
    return text
