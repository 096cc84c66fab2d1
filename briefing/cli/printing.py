"""Printing that commands have in common: problems, and the progress of a long build."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from briefing.engine.reports import FORMATS
from briefing.problems import Problem

WIDTH = 30
"""Characters of the progress bar."""
FEWEST = 20
"""Units of a build that is long enough for lines in a log."""
LINES = 10
"""The lines of progress that a log gets."""
ShowProgress = Callable[[int, int], None]
"""Shows how many units of a build are done, of how many."""


def print_problems(problems: Iterable[Problem], form: str) -> None:
    """Print problems in one of the forms: text on standard error, for people; others on standard output."""
    (sys.stderr if form == "text" else sys.stdout).write(FORMATS[form](problems))


@contextmanager
def progress(stream: TextIO) -> Iterator[ShowProgress]:
    """Yield a function that shows progress on a stream: a bar on a terminal, erased at the end; otherwise lines."""

    def show_bar(done: int, of: int) -> None:
        filled = WIDTH * done // of
        stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {of} parts")
        stream.flush()

    def log(done: int, of: int) -> None:
        if of >= FEWEST and LINES * done // of > LINES * (done - 1) // of:
            stream.write(f"{done} of {of} parts\n")
            stream.flush()

    if not stream.isatty():
        yield log
        return
    try:
        yield show_bar
    finally:
        stream.write("\r\x1b[K")
        stream.flush()
