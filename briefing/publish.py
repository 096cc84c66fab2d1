"""bytes -> output folder: staged beside it, then swapped in whole; files that are no longer produced go.

Only a folder that carries this program's marker is ever replaced, so that a mistyped --output destroys nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from briefing.problems import UsageError

MARKER = ".briefing"
MARKER_TEXT = b"Everything in this folder is written by build.py and replaced by the next build.\n"
Files = Mapping[str, bytes]


def publish(files: Files, output: Path) -> None:
    """Make `output` hold exactly `files`, keeping unchanged ones. Raises UsageError for a folder that is not ours."""
    staged, old = (output.with_name(f".{output.name}.{role}") for role in ("new", "old"))
    for folder in (output, staged, old):
        _refuse_foreign(folder)
    _recover(output, staged, old)
    try:
        _stage(files, output, staged)
        if output.exists():
            output.rename(old)
        staged.rename(output)
    except BaseException:
        _recover(output, staged, old)
        raise
    shutil.rmtree(old, ignore_errors=True)


def differences(files: Files, output: Path) -> list[str]:
    """Say how `output` differs from `files`, a line each; empty where it is the same."""
    there = {path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*")) if path.is_file()}
    lines = [f"{name}: missing" for name in sorted(files.keys() - there.keys())]
    lines += [f"{name}: not part of the build" for name in sorted(there.keys() - files.keys())]
    return lines + [
        f"{name}: differs" for name in sorted(files.keys() & there.keys()) if there[name].read_bytes() != files[name]
    ]


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file where a folder is needed; name another output folder"
        raise UsageError(message)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        message = f"{folder} holds files that this program did not write; name another folder, or empty it yourself"
        raise UsageError(message)


def _recover(output: Path, staged: Path, old: Path) -> None:
    """Undo what a build that was stopped left behind: the old site comes back, what was staged goes."""
    if old.exists() and not output.exists():
        old.rename(output)
    for left in (staged, old):
        shutil.rmtree(left, ignore_errors=True)


def _stage(files: Files, output: Path, staged: Path) -> None:
    """Write the new site beside the old one, the marker first, so that a folder half written is known to be ours."""
    staged.mkdir(parents=True)
    for name in sorted(files, key=lambda name: (name != MARKER, name)):
        path, before = staged / name, output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (before.is_file() and before.read_bytes() == files[name] and _linked(before, path)):
            path.write_bytes(files[name])


def _linked(before: Path, path: Path) -> bool:
    """Keep an unchanged file as it is, where the file system can."""
    try:
        os.link(before, path)
    except OSError:
        return False
    return True
