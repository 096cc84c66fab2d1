"""The command line, run in this process or in one of its own."""

import contextlib
import io
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

import build
from tests.support.paths import ROOT


@dataclass(frozen=True)
class Outcome:
    """What one run of the command line returned and printed."""

    status: int
    out: str
    err: str


def run_quietly(*arguments: str) -> Outcome:
    """Run build.py in this process, which is faster than to start Python again."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = build.main(arguments)
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
    return Outcome(status, out.getvalue(), err.getvalue())


def run(capture: pytest.CaptureFixture[str], *arguments: str) -> Outcome:
    """Run build.py in this process, where a test captures what is printed."""
    capture.readouterr()
    try:
        status = build.main(arguments)
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 1
    printed = capture.readouterr()
    return Outcome(status, printed.out, printed.err)


def start(folder: Path, *arguments: str, err: int | IO[str] = subprocess.DEVNULL) -> subprocess.Popen[str]:
    """Start build.py in a process group of its own, which Ctrl-C stops even if the runner of the tests ignores it."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=err,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no other thread holds a lock that it needs
    )


def heed_interrupts() -> None:
    """Set the default action of SIGINT: a process inherits that it is ignored, as a job in the background has it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run_apart(folder: Path, *arguments: str, **environment: str) -> Outcome:
    """Run build.py in a process of its own and wait for its end."""
    ran = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Outcome(ran.returncode, ran.stdout, ran.stderr)
