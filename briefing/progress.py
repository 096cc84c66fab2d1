"""How far a long build has come: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

WIDTH = 30
"""Characters of the bar."""
FEWEST = 20
"""Parts of a build that is long enough for lines in a log."""
LINES = 10
"""How many lines a log gets."""
Progress = Callable[[int, int], None]
"""What is told how many parts are done, of how many."""


def progress(stream: TextIO) -> Progress:
    """Return what writes progress to a stream as suits it."""
    return _bar(stream) if stream.isatty() else _lines(stream)


def _bar(stream: TextIO) -> Progress:
    def show(done: int, of: int) -> None:
        filled = WIDTH * done // of
        stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {of} parts")
        stream.write("\r\x1b[K" if done == of else "")  # a bar that is full goes
        stream.flush()

    return show


def _lines(stream: TextIO) -> Progress:
    def show(done: int, of: int) -> None:
        if of >= FEWEST and LINES * done // of > LINES * (done - 1) // of:
            stream.write(f"{done} of {of} parts\n")
            stream.flush()

    return show
