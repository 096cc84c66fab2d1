"""Waits for a condition, generous enough for a machine that other programs keep busy."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST = 120.0
"""Seconds after which a condition is taken never to come true."""


def wait_until(condition: Callable[[], object], what: str, *, pause: float = 0.05) -> None:
    """Wait until a condition is true, asking again after each pause of so many seconds."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, f"after {LONGEST:.0f} seconds it is not so that {what}"
        time.sleep(pause)
