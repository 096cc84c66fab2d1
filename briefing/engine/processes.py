"""Parts made in as many processes as the machine has cores.

A process reads what all parts share once. It ends when the build does, however that ends.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from briefing.engine.cache import Made
from briefing.engine.parts import Keep, Workshop
from briefing.problems import UsageError

FEWEST = 2
"""Parts that are worth processes of their own, which give back the memory that they took."""


class _Bench:
    """What a process works with; a process that is forked begins with its parent's."""

    workshop: Workshop | None = None
    keep: Keep | None = None


def briefings(workshop: Workshop, names: Sequence[str], keep: Keep) -> Iterator[Made]:
    """Make briefings and yield them as they are done, in no order."""
    if len(names) < FEWEST:
        yield from (workshop.briefing(name, keep) for name in names)
        return
    if workshop.site:
        _ = workshop.renderer  # one state of the templates for all processes, whatever is saved meanwhile
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    _Bench.workshop, _Bench.keep = workshop, keep
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(min(cores, len(names)), context, initializer=_begin)
    try:
        for done in as_completed([pool.submit(_make, name) for name in names]):
            yield done.result()
    except BrokenProcessPool as error:
        message = "a process of the build was stopped from outside, perhaps for want of memory; nothing has changed"
        raise UsageError(message) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Begin a process: Ctrl-C is its parent's matter, and without a parent it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # what a part leaves is collected when the part is done, and nothing before
    gc.freeze()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _make(name: str) -> Made:
    if not _Bench.workshop or not _Bench.keep:
        raise AssertionError(name)
    made = _Bench.workshop.briefing(name, _Bench.keep)
    gc.collect(1)  # not what was there before, of which nothing has gone
    return made
