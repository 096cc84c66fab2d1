"""Programs run and measured: wall time, CPU time, and the peak memory of the largest process of each. Linux only."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
POLL, POLLS = 0.005, 500
"""Seconds between two looks at a process, at first; later its age divided by so many.

The system keeps what its memory was highest at, so that only the very end can be missed.
"""
QUIET, BUSY = 0.5, 0.1
"""A server is at rest when in so many seconds it uses less than so many of the processor."""
TICKS = os.sysconf("SC_CLK_TCK")
MEMORY = re.compile(r"^Vm(HWM|RSS):\s+(\d+) kB$", re.MULTILINE)
LAST_WORDS = 2000
PATIENCE = 10
"""Seconds for a server to end in."""


@dataclass(frozen=True)
class Run:
    """What one run took: wall and CPU seconds, and the most bytes in memory."""

    wall: float
    cpu: float
    peak: int
    """Of the largest process."""
    together: int
    """Of all processes at once; what they share is counted for each."""


def run(command: Sequence[str]) -> Run:
    """Run a program to its end. Raises RuntimeError, with what it said last, where it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said)
        watched = Watched(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        watched.stop()
        if process.returncode:
            said.seek(0)
            message = f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode()[-LAST_WORDS:]}"
            raise RuntimeError(message)
    return Run(wall, usage.ru_utime + usage.ru_stime, watched.peak, watched.together)


@contextmanager
def serving(command: Sequence[str]) -> Iterator[Watched]:
    """Run a server for as long as it is needed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watched = Watched(process.pid)
    try:
        yield watched
    finally:
        watched.stop()
        process.terminate()
        process.wait(PATIENCE)


class Watched:
    """A program under way: the most bytes so far that its largest process, and all together, had in memory."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self.together = pid, 0, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()
        self._thread.join()

    def settle(self, most: float = 60) -> None:
        """Wait until it is at rest, or for the most seconds."""
        end, used = time.monotonic() + most, self._cpu()
        while time.monotonic() < end:
            time.sleep(QUIET)
            before, used = used, self._cpu()
            if used - before < BUSY:
                return

    def _watch(self) -> None:
        begun = time.monotonic()
        while not self._over.wait(max(POLL, (time.monotonic() - begun) / POLLS)):
            said = [_memory(pid) for pid in tree(self.pid)]
            self.peak = max(self.peak, *(each["HWM"] for each in said))
            self.together = max(self.together, sum(each["RSS"] for each in said))

    def _cpu(self) -> float:
        return sum(_cpu(pid) for pid in tree(self.pid))


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield pid
    for child in _children(PROC / str(pid) / "task"):
        yield from tree(child)


def _children(tasks: Path) -> list[int]:
    """Return the processes that the threads of one have begun; none once it is gone."""
    try:
        return [int(child) for task in tasks.iterdir() for child in _read(task / "children").split()]
    except OSError:
        return []


def _memory(pid: int) -> dict[str, int]:
    """Return the bytes that a process has in memory (RSS) and has had at most (HWM); 0 once it is gone."""
    return {"HWM": 0, "RSS": 0} | {
        name: int(size) * 1024 for name, size in MEMORY.findall(_read(PROC / str(pid) / "status"))
    }


def _cpu(pid: int) -> float:
    """Return the seconds of processor time that a process has used; 0 once it is gone."""
    fields = _read(PROC / str(pid) / "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS if fields else 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
