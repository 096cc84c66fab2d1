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

FEWEST = 2
"""Units that are worth processes of their own, which give back the memory that they took."""
_build_units: BuildUnits | None = None
"""What a process builds units with. A forked process begins with its parent's."""


def pooled(build_units: BuildUnits, prepare: Callable[[], None]) -> BuildUnits:
    """Return a function that builds units in several processes, in no order.

    `prepare` is called before they are forked: all of them then work with one state of the templates, whatever is saved
    meanwhile. Raises UsageError if a process was stopped from outside.
    """

    def build(units: Sequence[Unit]) -> Iterator[UnitResult]:
        if len(units) < FEWEST:
            yield from build_units(units)
            return
        prepare()
        global _build_units  # noqa: PLW0603 - how a forked process gets what cannot be pickled
        _build_units = build_units
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        context = multiprocessing.get_context("fork")
        pool = ProcessPoolExecutor(min(cores, len(units)), context, initializer=_begin)
        try:
            for done in as_completed([pool.submit(_build, unit) for unit in units]):
                yield done.result()
        except BrokenProcessPool as error:
            message = "a process of the build was stopped from outside, perhaps for want of memory; nothing has changed"
            raise UsageError(message) from error
        finally:
            pool.shutdown(cancel_futures=True)

    return build


def _begin() -> None:
    """Begin a process: its parent handles Ctrl-C, and it ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # garbage is collected after each unit, and not in between
    gc.freeze()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _build(unit: Unit) -> UnitResult:
    if _build_units is None:
        raise AssertionError(unit)
    (result,) = _build_units([unit])
    gc.collect(1)  # only what is new: of what was there before nothing has gone
    return result
