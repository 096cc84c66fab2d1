"""Files and folders: those below a folder, links that lead out of one, and files written whole or not at all."""

import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from briefing.problems import Position, Problem, shown


def entries(folder: Path, but: Collection[str] = ()) -> list[str]:
    """Return the paths of everything below a folder except folders, sorted; none if there is no such folder.

    Hidden files and folders belong to editors' programs and are passed over, and so are the folders in `but` directly
    in it. A link to a folder is followed and also returned, since the content depends on where it leads.
    """
    return sorted(_below(str(folder), but, (os.path.realpath(folder),))) if folder.is_dir() else []


def files(folder: Path, suffix: str = "") -> list[Path]:
    """Return the regular files below a folder, sorted, those behind links included."""
    return [Path(path) for path in entries(folder) if path.endswith(suffix) and os.path.isfile(path)]  # noqa: PTH113


def _below(folder: str, but: Collection[str], parents: tuple[str, ...]) -> Iterator[str]:
    """Walk through a folder. `parents` are the folders around it and itself: a link to one of them is not followed."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith(".") or entry.name in but:
                continue
            link = entry.is_symlink()
            try:
                is_folder = entry.is_dir()
            except OSError:  # a link to itself
                is_folder = False
            if link or not is_folder:
                yield entry.path
            if is_folder:
                real = os.path.realpath(entry.path) if link else f"{parents[-1]}/{entry.name}"
                yield from _below(entry.path, (), (*parents, real)) if real not in parents else ()


def leads_out(path: Path, folder: Path) -> bool:
    """Return True if a file below a folder is, or lies behind, a link to something outside of the folder."""
    return not path.resolve().is_relative_to(folder.resolve())


def led_out(path: Path) -> Problem:
    """Return the problem of a file that leads out of its folder: whatever lies there would be published."""
    message = "a link that leads out of its folder; put the file itself here"
    return Problem(Position(shown(path)), "leads-out", message)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that nobody reads half of one. Raises OSError if it cannot be written."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
