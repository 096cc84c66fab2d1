"""Users and disks that limit a program."""

import importlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.tools import require

NOBODY = 65534
IMPORTED_LATE = ("briefing.engine.context", "briefing.engine.units", "briefing.rules")


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Be a user who owns a folder and whom permissions concern: the superuser may read everything.

    Whatever a program imports late is imported before: that user may not be able to read the folder of Python.
    """
    for name in IMPORTED_LATE:
        importlib.import_module(name)
    user = os.geteuid()
    if user:
        yield
        return
    temporary = Path(tempfile.gettempdir())
    for path in folder.parents:
        if temporary in path.parents:
            path.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    require(mounted.returncode == 0, "this user may not mount a disk to fill")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607 - found on the path wherever it lies
