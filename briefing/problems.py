"""Problems and their positions: they are values, collected while the work goes on and reported together."""

from __future__ import annotations

import difflib
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MOST_NAMES = 20
"""Known names that a message lists."""
MOST_LETTERS = 60
"""The longest word that is compared with others, which takes the square of its length."""
NEIGHBOURS = 2
"""Names on each side of a word, in alphabetical order, with which it is compared."""


@dataclass(frozen=True, order=True)
class Position:
    """A position in a file, as an editor's program shows it: line and column count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, a stable code, and a sentence that says what is wrong and what to do.

    `other` is the second place, if a text disagrees with its translation or a figure with its source.
    """

    position: Position
    code: str
    message: str
    other: Position | None = None


class ContentError(Exception):
    """The content, the templates or the catalogs hold problems; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = ordered(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(f"{each.position}: {each.code}: {each.message}" for each in self.problems)


class UsageError(Exception):
    """The command was given something it cannot work with, such as a folder that does not exist."""


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems once each, in the order of the files."""
    first = Position("")
    return tuple(sorted(set(problems), key=lambda each: (each.position, each.code, each.message, each.other or first)))


def shown(path: Path) -> str:
    """Return a file's name as problems show it: relative to the working directory if it lies below it."""
    full, here = path.absolute(), Path.cwd()
    name = (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()
    return name.encode(errors="backslashreplace").decode()  # a name that is not UTF-8 could not be printed


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy for an unknown word: the nearest known one, else a list of them."""
    names = sorted(known)
    neighbours: set[str] = set()
    for step in (1, -1) if len(word) <= MOST_LETTERS else ():  # names that begin like it, and names that end like it
        turned = sorted(name[::step] for name in names)
        at = bisect(turned, word[::step])
        neighbours.update(name[::step] for name in turned[max(0, at - NEIGHBOURS) : at + NEIGHBOURS])
    near = difflib.get_close_matches(word, sorted(neighbours), n=1, cutoff=0.6)
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(names[:MOST_NAMES]) or 'none'}{more}"
