"""The staging folder: the next site is put together beside the published one, then the two are exchanged, whole.

Beside `site` lies `.site.build`. Its folder `next` holds the staged site. Between builds it holds the site before the
published one, most of whose files are the same ones (hard links), so that a small change costs little. Nothing there is
trusted: only a file that is the very file of the published site stays.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.engine.result import UNPUBLISHED, Stamp
from briefing.engine.walking import parents_of, stamp_of, walk
from briefing.problems import UsageError
from briefing.urls import INDEX, MARKER, MARKER_TEXT

AT_FDCWD, RENAME_EXCHANGE = -100, 2
CANNOT_LINK = (errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP)


class Staging:
    """The staging folder of one output folder."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._linked: dict[str, int] = {}
        """The files of the staged site that are published files, by name, with their inodes."""

    @property
    def folder(self) -> Path:
        """The folder that the program keeps between builds; it may be deleted whenever no build is running."""
        return self.output.with_name(f".{self.output.name}.build")

    @property
    def next(self) -> Path:
        """The staged site."""
        return self.folder / "next"

    def publishes(self, files: Mapping[str, Stamp]) -> bool:
        """Return True if the published site has all these files, untouched."""
        return all(stamp_of(f"{self.output}/{name}") == stamp for name, stamp in files.items())

    def addresses(self, folder: str, passing_over: Collection[str]) -> Iterator[str]:
        """Yield the published addresses below a folder that hold a page, except those below some of its folders."""
        if (self.output / MARKER).is_file():
            for each in (self.output / folder).glob("*/"):
                found = walk(each)[0] if each.name not in passing_over else {}
                pages = (name for name in found if name.rpartition("/")[2] == INDEX)
                yield from (f"{each.name}/{name}".removesuffix(INDEX) for name in pages)

    def find(self, name: str, data: bytes) -> Stamp:
        """Return the stamp of the published file of this name if it holds these bytes, else `UNPUBLISHED`."""
        stamp = stamp_of(f"{self.output}/{name}")
        same = stamp and stamp.size == len(data) and (self.output / name).read_bytes() == data
        return stamp if stamp and same else UNPUBLISHED

    def differences(self, files: Mapping[str, Stamp]) -> Iterator[str]:
        """Say how the published site differs from files that `find` was asked for: missing, too much, different."""
        published = walk(self.output)[0].keys()
        yield from (f"{name}: missing" for name in sorted(files.keys() - published))
        yield from (f"{name}: not part of the build" for name in sorted(published - files.keys()))
        yield from (f"{name}: differs" for name in sorted(files) if name in published and files[name] == UNPUBLISHED)

    def write(self, name: str, data: bytes) -> Stamp:
        """Stage a file unless it is published already; return the stamp of the one that will be published."""
        stamp = self.find(name, data)
        if stamp != UNPUBLISHED:
            return stamp
        path = self.next / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # it may be a hard link to the published file, which must not change
        with path.open("xb") as file:
            file.write(data)
        return stamp_of(str(path)) or UNPUBLISHED

    def clear(self) -> None:
        """Remove everything from the staged site that is not a file of the published one under the same name."""
        staged, folders = walk(self.next)
        for name, inode in staged.items():
            published = stamp_of(f"{self.output}/{name}")
            if published and published.inode == inode:
                self._linked[name] = inode
            else:
                (self.next / name).unlink()
        needed = parents_of(self._linked)
        for name in reversed(folders):  # deeper folders come later
            if name not in needed:
                (self.next / name).rmdir()

    def complete(self, files: Mapping[str, Stamp]) -> None:
        """Make the staged site hold exactly these files: link those that are published, remove all others."""
        for name in self._linked.keys() - files.keys():
            (self.next / name).unlink()
        for name in sorted(parents_of(self._linked) - parents_of(files), reverse=True):
            (self.next / name).rmdir()
        for name in files.keys() - self._linked.keys():
            path = self.next / name
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _link(self.output / name, path)

    def exchange(self) -> None:
        """Make the staged site the published one, in one step."""
        if self.output.exists():
            shutil.copymode(self.output, self.next)
            _exchange(self.next, self.output)
        else:
            self.next.rename(self.output)


@contextmanager
def opened(output: Path, waiting: Callable[[str], None]) -> Iterator[Staging]:
    """Open the staging folder of an output folder, for one build at a time. `waiting` is told of another one that runs.

    Raises UsageError if a folder is in the way that this program did not make. A build that fails leaves no new site.
    """
    staging = Staging(output)
    for folder in (output, staging.folder):
        _refuse_foreign(folder)
    if output.is_mount():
        message = f"{output} is a mount point, which cannot be exchanged for another folder; name one below it"
        raise UsageError(message)
    staging.folder.mkdir(parents=True, exist_ok=True)
    if not (staging.folder / MARKER).exists():  # it comes first, so that a folder half filled is known to be ours
        (staging.folder / MARKER).write_bytes(MARKER_TEXT)
    with _locked(staging.folder / "lock", lambda: waiting(f"another build is writing {output}; waiting for it")):
        fresh = not staging.next.exists()
        try:
            staging.next.mkdir(exist_ok=True)
            staging.clear()
            yield staging
        except BaseException as error:
            if fresh or isinstance(error, OSError):  # a full disk gets its space back
                shutil.rmtree(staging.next, ignore_errors=True)
            raise


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file where a folder is needed; name another output folder"
        raise UsageError(message)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        message = f"{folder} holds files that this program did not write; name another folder, or empty it yourself"
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


def _link(published: Path, staged: Path) -> None:
    """Link a published file into the staged site; on a file system without hard links, copy it."""
    try:
        os.link(published, staged)
    except OSError as error:
        if error.errno not in CANNOT_LINK:
            raise
        shutil.copy2(published, staged)


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
