"""Units built in as many processes as the machine has cores.

A process has what all units share from its parent. It ends when the build does, however that ends.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from briefing.engine.result import BuildUnits, Unit, UnitResult
from briefing.problems import UsageError

_build_units: BuildUnits
"""Builds the units of this process; set when the process begins."""


def pooled(build_units: BuildUnits, prepare: Callable[[], None]) -> BuildUnits:
    """Return a function that builds units in several processes and yields their results as they are done.

    `prepare` is called before they are forked: all of them then work with one state of the templates, whatever is saved
    meanwhile. Raises UsageError if a process was stopped from outside.
    """

    def build(units: Sequence[Unit]) -> Iterator[UnitResult]:
        if len(units) <= 1:
            yield from build_units(units)
            return
        prepare()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        context = multiprocessing.get_context("fork")  # arguments need not be pickled
        pool = ProcessPoolExecutor(min(cores, len(units)), context, _begin, (build_units,))
        try:
            for done in as_completed([pool.submit(_build, unit) for unit in units]):
                yield done.result()
        except BrokenProcessPool as error:
            message = "a process of the build was stopped from outside, perhaps for want of memory; nothing has changed"
            raise UsageError(message) from error
        finally:
            pool.shutdown(cancel_futures=True)

    return build


def _begin(build_units: BuildUnits) -> None:
    """Begin a process: its parent handles Ctrl-C, and it ends when its parent does."""
    global _build_units  # noqa: PLW0603 - what a process builds units with
    _build_units = build_units

    def end_with_parent() -> None:
        if parent := multiprocessing.parent_process():
            wait([parent.sentinel])
            os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    gc.disable()  # garbage is collected after each unit, and not in between
    gc.freeze()


def _build(unit: Unit) -> UnitResult:
    (result,) = _build_units([unit])
    gc.collect(1)  # only new objects: nothing that was there before has become garbage
    return result
