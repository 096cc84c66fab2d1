"""How far a long build has come: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

WIDTH = 30
"""Characters of the bar."""
FEWEST = 20
"""Parts of a build that is long enough for lines in a log."""
LINES = 10
"""How many lines a log gets."""
Progress = Callable[[int, int], None]
"""What is told how many parts are done, of how many."""


@contextmanager
def progress(stream: TextIO) -> Iterator[Progress]:
    """Yield what writes progress to a stream as suits it; however a build ends, its bar goes first."""
    if not stream.isatty():
        yield _lines(stream)
        return
    try:
        yield _bar(stream)
    finally:
        stream.write("\r\x1b[K")
        stream.flush()


def _bar(stream: TextIO) -> Progress:
    def show(done: int, of: int) -> None:
        filled = WIDTH * done // of
        stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {of} parts")
        stream.flush()

    return show


def _lines(stream: TextIO) -> Progress:
    def show(done: int, of: int) -> None:
        if of >= FEWEST and LINES * done // of > LINES * (done - 1) // of:
            stream.write(f"{done} of {of} parts\n")
            stream.flush()

    return show
