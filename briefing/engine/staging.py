"""bytes -> output folder: the next site is put together beside the present one, then the two are exchanged, whole.

Beside `site` lies `.site.build`. Its folder `next` holds the site under construction; between builds it holds the one
before the present, in which most files are the same ones (hard links), so that a small change costs little. What lies
there is never trusted: only what is the very file of the present site stays.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefing.problems import UsageError
from briefing.urls import INDEX

MARKER = ".briefing"
MARKER_TEXT = b"Everything in this folder is written by build.py and replaced by the next build.\n"
AT_FDCWD, RENAME_EXCHANGE = -100, 2
AT_ONCE, BATCH = 4, 256
"""Threads that look at a site of many thousand folders, which are seldom all in memory, and the folders each takes at a
time: the disk serves several who wait for it.
"""
Files = Mapping[str, bytes]


class Stamp(NamedTuple):
    """By what a published file is known to be untouched: its size in bytes, its time in nanoseconds, its inode."""

    size: int
    time: int
    inode: int


NOWHERE = Stamp(0, 0, 0)
"""The stamp of what is not published."""


@dataclass(frozen=True)
class Desk:
    """Where the next site is put together: beside the output folder."""

    output: Path

    @property
    def folder(self) -> Path:
        """What belongs to the program between builds; it may be deleted at any time but during one."""
        return self.output.with_name(f".{self.output.name}.build")

    @property
    def next(self) -> Path:
        """The site under construction."""
        return self.folder / "next"

    def holds(self, stamps: Mapping[str, Stamp]) -> bool:
        """Say whether the present site has all these files, untouched."""
        return all(_stamp(f"{self.output}/{name}") == stamp for name, stamp in stamps.items())

    def addresses(self, folder: str, but: Collection[str]) -> Iterator[str]:
        """Yield the folders below one of the present site that hold a page, passing over some right below it."""
        if (self.output / MARKER).is_file():
            for each in (self.output / folder).glob("*/"):
                found = _walk(each)[0] if each.name not in but else {}
                pages = (name for name in found if name.rpartition("/")[2] == INDEX)
                yield from (f"{each.name}/{name}".removesuffix(INDEX) for name in pages)

    def begin(self, stamps: Mapping[str, Stamp]) -> None:
        """Begin the next site with these files of the present one, and nothing else."""
        files, folders = _walk(self.next)
        there = {name for name, inode in files.items() if name in stamps and stamps[name].inode == inode}
        for name in files.keys() - there:
            (self.next / name).unlink()
        needed = _parents(there)
        for name in reversed(folders):  # what lies deeper comes later
            if name not in needed:
                (self.next / name).rmdir()
        self.keep(stamps.keys() - there)

    def keep(self, names: Iterable[str]) -> None:
        """Take files of the present site over into the next, as they are."""
        for name in names:
            self._keep(name)

    def find(self, name: str, data: bytes) -> Stamp:
        """Return the stamp of the file of the present site that holds just these bytes, or `NOWHERE`."""
        stamp = _stamp(f"{self.output}/{name}")
        return stamp if stamp and stamp.size == len(data) and (self.output / name).read_bytes() == data else NOWHERE

    def differences(self, found: Mapping[str, Stamp]) -> Iterator[str]:
        """Say how the present site differs from files that were looked for in it: missing, stray, different."""
        present = _walk(self.output)[0].keys()
        yield from (f"{name}: missing" for name in sorted(found.keys() - present))
        yield from (f"{name}: not part of the build" for name in sorted(present - found.keys()))
        changed = (name for name in sorted(found) if name in present and found[name] == NOWHERE)
        yield from (f"{name}: differs" for name in changed)

    def write(self, name: str, data: bytes) -> Stamp:
        """Write one file of the next site; one that has not changed stays the file that it is."""
        stamp = self.find(name, data)
        if stamp != NOWHERE:
            self._keep(name)
            return stamp
        path = self.next / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
        return _stamp(str(path)) or NOWHERE

    def exchange(self) -> None:
        """Make the next site the present one, at once."""
        if self.output.exists():
            shutil.copymode(self.output, self.next)
            _exchange(self.next, self.output)
        else:
            self.next.rename(self.output)

    def _keep(self, name: str) -> None:
        """Take over a file of the present site; where the file system links none, a copy of it."""
        path = self.next / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.output / name, path)
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP):
                raise
            shutil.copy2(self.output / name, path)


@contextmanager
def opened(output: Path, waiting: Callable[[str], None]) -> Iterator[Desk]:
    """Open the desk of an output folder, for one build at a time. `waiting` is told of another one under way.

    Raises UsageError where a folder is in the way that this program did not make. What fails leaves no new site behind.
    """
    desk = Desk(output)
    for folder in (output, desk.folder):
        _refuse_foreign(folder)
    _refuse_mounted(output)
    _mark(desk.folder)
    with _locked(desk.folder / "lock", lambda: waiting(f"another build is writing {output}; waiting for it")):
        fresh = not desk.next.exists()
        try:
            desk.next.mkdir(exist_ok=True)
            yield desk
        except BaseException as error:
            if fresh or isinstance(error, OSError):  # a full disk gets its space back
                shutil.rmtree(desk.next, ignore_errors=True)
            raise


def _mark(folder: Path) -> None:
    """Make a folder ours; the marker comes first, so that one half filled is known to be."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / MARKER).exists():
        (folder / MARKER).write_bytes(MARKER_TEXT)


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file where a folder is needed; name another output folder"
        raise UsageError(message)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        message = f"{folder} holds files that this program did not write; name another folder, or empty it yourself"
        raise UsageError(message)


def _refuse_mounted(folder: Path) -> None:
    if folder.is_mount():
        message = f"{folder} is a mount point, which cannot be exchanged for another folder; name one below it"
        raise UsageError(message)


@contextmanager
def _locked(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a lock that the system takes back when the last process of a build ends, however it ends."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _stamp(path: str) -> Stamp | None:
    """Return the stamp of a file; its path is no `Path`, since that of each of fifty thousand would cost more."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _walk(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Return the inode of every file below a folder by name, and the folders, those that hold others before them."""
    files: dict[str, int] = {}
    folders: list[str] = []
    level = [""]
    with ThreadPoolExecutor(AT_ONCE) as threads:
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


def _parents(names: Iterable[str]) -> set[str]:
    """Return all folders that files lie in, by their names."""
    found: set[str] = set()
    for name in names:
        while (name := name.rpartition("/")[0]) and name not in found:  # one that is known has known parents
            found.add(name)
    return found


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders in one step of the file system, so that neither name is ever without one."""
    libc = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*paths, RENAME_EXCHANGE)
    else:
        failed = libc.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, f"the file system cannot exchange two folders ({os.strerror(code)})", str(other))
