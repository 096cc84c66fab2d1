"""The staging folder: the next site is built beside the published one, then the two are exchanged as a whole.

Beside `site` lies `.site.build`. Its folder `next` holds the staged site. Between builds it holds the site before the
published one; most of its files are hard links to published files, so a small change costs little. Nothing in it is
trusted: a build begins by removing every file that is not the published file of the same name.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefing.problems import UsageError
from briefing.settings import Settings
from briefing.urls import INDEX, MARKER, MARKER_TEXT

AT_FDCWD, RENAME_EXCHANGE = -100, 2
CANNOT_LINK = (errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP)
THREADS, BATCH = 4, 256
"""Threads that read at once, since a disk serves several faster than one after another; folders that each takes."""


class Stamp(NamedTuple):
    """Tells whether a file is untouched: its size in bytes, its modification time in nanoseconds and its inode."""

    size: int
    time: int
    inode: int


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a regular file, else None. The path is a str, since fifty thousand `Path`s cost too much."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


class Staging:
    """The published site in an output folder, and the staged one beside it."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.folder = output.with_name(f".{output.name}.build")
        """The folder that the program keeps between builds; it may be deleted whenever no build is running."""
        self.next = self.folder / "next"
        """The staged site."""
        self._linked: set[str] = set()
        """The names of the files of the staged site that are published files."""

    def publishes(self, files: Mapping[str, Stamp | None]) -> bool:
        """Return True if the published site has all these files, untouched."""
        return all(stamp and stamp_of(f"{self.output}/{name}") == stamp for name, stamp in files.items())

    def addresses(self, languages: Iterable[str], omitted: Collection[str]) -> Iterator[str]:
        """Yield the published addresses below some languages that hold a page, except those of omitted briefings."""
        if not (self.output / MARKER).is_file():
            return
        for folder in (each for language in languages for each in (self.output / language).glob("*/")):
            if folder.name not in omitted:
                pages = (name for name in walk(folder)[0] if name.rpartition("/")[2] == INDEX)
                yield from (f"{folder.name}/{name}".removesuffix(INDEX) for name in pages)

    def find(self, name: str, data: bytes) -> Stamp | None:
        """Return the stamp of the published file of this name if it holds these bytes, else None."""
        stamp = stamp_of(f"{self.output}/{name}")
        same = stamp and stamp.size == len(data) and (self.output / name).read_bytes() == data
        return stamp if same else None

    def differences(self, files: Mapping[str, Stamp | None]) -> Iterator[str]:
        """Yield how the published site differs from files with their stamps as `find` has returned them."""
        published = walk(self.output)[0].keys()
        yield from (f"{name}: missing" for name in sorted(files.keys() - published))
        yield from (f"{name}: not part of the build" for name in sorted(published - files.keys()))
        yield from (f"{name}: differs" for name in sorted(files.keys() & published) if not files[name])

    def write(self, name: str, data: bytes) -> Stamp | None:
        """Stage a file unless it is published already; return the stamp of the one that will be published."""
        if stamp := self.find(name, data):
            return stamp
        path = self.next / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # it may be a hard link to the published file, which must not change
        with path.open("xb") as file:
            file.write(data)
        return stamp_of(str(path))

    def clear(self) -> None:
        """Remove everything from the staged site that is not a file of the published one under the same name."""
        staged, folders = walk(self.next)
        for name, inode in staged.items():
            published = stamp_of(f"{self.output}/{name}")
            if published and published.inode == inode:
                self._linked.add(name)
            else:
                (self.next / name).unlink()
        needed = parents_of(self._linked)
        for name in reversed(folders):  # inner folders come later
            if name not in needed:
                (self.next / name).rmdir()

    def publish(self, files: Mapping[str, Stamp | None]) -> None:
        """Publish exactly these files: complete the staged site with published ones, and exchange the two sites."""
        for name in self._linked - files.keys():
            (self.next / name).unlink()
        for name in sorted(parents_of(self._linked) - parents_of(files), reverse=True):
            (self.next / name).rmdir()
        for path, published in ((self.next / name, self.output / name) for name in files.keys() - self._linked):
            if path.exists():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(published, path)
            except OSError as error:
                if error.errno not in CANNOT_LINK:
                    raise
                shutil.copy2(published, path)
        if self.output.exists():
            shutil.copymode(self.output, self.next)
            _exchange(self.next, self.output)
        else:
            self.next.rename(self.output)


@contextmanager
def open_staging(settings: Settings) -> Iterator[Staging]:
    """Open the staging folder of the output folder, for one build at a time. A build that fails leaves no new site.

    Raises UsageError if the output folder cannot be exchanged, or was not made by this program.
    """
    staging = Staging(settings.output.resolve())
    for message in _obstacles(settings, staging):
        raise UsageError(message)
    staging.folder.mkdir(parents=True, exist_ok=True)
    if not (staging.folder / MARKER).exists():  # it comes first, so that a folder half filled is known to be ours
        (staging.folder / MARKER).write_bytes(MARKER_TEXT)
    with (staging.folder / "lock").open("w") as lock:  # freed when the last process of a build ends, however it ends
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            settings.waiting(f"another build is writing {staging.output}; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        fresh = not staging.next.exists()
        try:
            staging.next.mkdir(exist_ok=True)
            staging.clear()
            yield staging
        except BaseException as error:
            if fresh or isinstance(error, OSError):  # a full disk gets its space back
                shutil.rmtree(staging.next, ignore_errors=True)
            raise


def _obstacles(settings: Settings, staging: Staging) -> Iterator[str]:
    """Yield a message for each reason not to replace the output folder."""
    output = staging.output
    for folder in (settings.content.resolve(), settings.templates.resolve()):
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            yield f"{settings.output} and {folder} lie one in the other; name another output folder"
    for folder in (output, staging.folder):
        if folder.exists() and not folder.is_dir():
            yield f"{folder} is a file where a folder is needed; name another output folder"
        elif folder.exists() and any(folder.iterdir()) and not (folder / MARKER).is_file():
            yield f"{folder} holds files that this program did not write; name another folder, or empty it yourself"
    if output.is_mount():
        yield f"{output} is a mount point, which cannot be exchanged for another folder; name one below it"


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders in one step of the file system, so that neither name is ever without a folder."""
    libc = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*paths, RENAME_EXCHANGE)
    else:
        failed = libc.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, f"the file system cannot exchange two folders ({os.strerror(code)})", str(other))


def walk(root: Path) -> tuple[dict[str, int], list[str]]:
    """Return the inode of every file below a folder by name, and the names of all folders, outer ones first."""
    files: dict[str, int] = {}
    folders: list[str] = []

    def scan(batch: Sequence[str]) -> list[str]:
        """Add the files that lie directly in some folders, and return the folders that do."""
        inner = []
        for folder in batch:
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    name = f"{folder}/{entry.name}".lstrip("/")
                    if entry.is_dir(follow_symlinks=False):
                        inner.append(name)
                    else:
                        files[name] = entry.inode()
        return inner

    level = [""]
    with ThreadPoolExecutor(THREADS) as threads:
        while level:
            batches = [level[at : at + BATCH] for at in range(0, len(level), BATCH)]
            level = [folder for inner in threads.map(scan, batches) for folder in inner]
            folders += level
    return files, folders


def parents_of(names: Iterable[str]) -> set[str]:
    """Return the names of all folders that files lie in, directly or not."""
    found: set[str] = set()
    for name in names:
        while (name := name.rpartition("/")[0]) and name not in found:  # the parents of a known folder are known
            found.add(name)
    return found
