"""Printing that commands have in common: problems, and the progress of a long build."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from briefing.engine.reports import FORMATS
from briefing.problems import Problem

WIDTH = 30
"""Characters of the progress bar."""
LOGGED = 20
"""The number of units from which on a build writes lines of progress into a log."""
LINES = 10
"""The lines of progress that a log gets."""


def print_problems(problems: Iterable[Problem], form: str) -> None:
    """Print problems in one of the forms: text on standard error, for people; others on standard output."""
    (sys.stderr if form == "text" else sys.stdout).write(FORMATS[form](problems))


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows how many units of a build are done, of how many.

    On a terminal it draws a bar, which is erased at the end; elsewhere it writes lines.
    """

    def show(done: int, of: int) -> None:
        if stream.isatty():
            filled = WIDTH * done // of
            stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {of} parts")
        elif of >= LOGGED and LINES * done // of > LINES * (done - 1) // of:
            stream.write(f"{done} of {of} parts\n")
        stream.flush()

    try:
        yield show
    finally:
        if stream.isatty():
            stream.write("\r\x1b[K")
            stream.flush()
