"""The files below a folder, found by several threads, since a site may have fifty thousand."""

import os
import stat
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from briefing.engine.result import Stamp

THREADS = 4
"""As many wait for the disk at once: it serves several faster than one after the other."""
BATCH = 256
"""Folders that a thread takes at a time."""


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a regular file, else None. The path is a str, since fifty thousand `Path`s cost too much."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def walk(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Return the inode of every file below a folder by name, and the folders, those that hold others before them."""
    files: dict[str, int] = {}
    folders: list[str] = []
    level = [""]
    with ThreadPoolExecutor(THREADS) as threads:
        while level:
            batches = [level[at : at + BATCH] for at in range(0, len(level), BATCH)]
            level = []
            for found, deeper in threads.map(partial(_look, folder), batches):
                files.update(found)
                level += deeper
            folders += level
    return files, folders


def _look(root: Path, folders: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Return what lies directly in some folders: the inodes of files by name, and further folders."""
    files: dict[str, int] = {}
    deeper: list[str] = []
    for folder in folders:
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                name = f"{folder}/{entry.name}".lstrip("/")
                if entry.is_dir(follow_symlinks=False):
                    deeper.append(name)
                else:
                    files[name] = entry.inode()
    return files, deeper


def parents_of(names: Iterable[str]) -> set[str]:
    """Return all folders that files lie in, by their names."""
    found: set[str] = set()
    for name in names:
        while (name := name.rpartition("/")[0]) and name not in found:  # one that is known has known parents
            found.add(name)
    return found
