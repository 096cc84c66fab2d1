"""Files and folders: what lies below a folder, hidden entries aside, and files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path


def entries(folder: Path, but: Collection[str] = ()) -> list[str]:
    """Return the paths of all that lies below a folder and is no folder, sorted; `but` names folders directly in it.

    Links to folders are followed, and returned as well: what is there depends on where they lead.
    """
    return sorted(_below(str(folder), but, (os.path.realpath(folder),))) if folder.is_dir() else []


def files(folder: Path, suffix: str = "") -> list[Path]:
    """Return the files below a folder, sorted; a pipe is none, and a link is one where it leads to one."""
    return [Path(path) for path in entries(folder) if path.endswith(suffix) and os.path.isfile(path)]  # noqa: PTH113


def _below(folder: str, but: Collection[str], around: tuple[str, ...]) -> Iterator[str]:
    """Go through a folder; `around` are those that it lies in, and itself: a link to one of them is not followed."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith(".") or entry.name in but:
                continue
            link, is_folder = entry.is_symlink(), _is_folder(entry)
            if link or not is_folder:
                yield entry.path
            if is_folder:
                real = os.path.realpath(entry.path) if link else f"{around[-1]}/{entry.name}"
                yield from _below(entry.path, (), (*around, real)) if real not in around else ()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Say whether an entry is a folder, or leads to one; a link to itself leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises OSError where it cannot be written."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
