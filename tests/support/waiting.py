"""Waits for a condition, generous enough for a machine that other programs keep busy."""

import os
import signal
import time
from collections.abc import Callable

import pytest

LONGEST = 120.0
"""Seconds after which a condition is taken never to come true."""


def wait_until(condition: Callable[[], object], what: str, *, pause: float = 0.05) -> None:
    """Wait until a condition is true, asking again after each pause of so many seconds."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, f"after {LONGEST:.0f} seconds it is not so that {what}"
        time.sleep(pause)


def wait_for_exit(process: int) -> None:
    """Wait for the end of a child process, which must succeed; kill it if it does not end."""
    end = time.monotonic() + LONGEST
    while not (ended := os.waitpid(process, os.WNOHANG))[0]:
        if time.monotonic() > end:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            pytest.fail(f"after {LONGEST:.0f} seconds the process has not ended")
        time.sleep(0.005)
    assert os.waitstatus_to_exitcode(ended[1]) == 0
