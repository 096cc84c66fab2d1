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
    _refuse_foreign(output)
    staged, old = _beside(output, "new"), _beside(output, "old")
    _recover(output, staged, old)
    try:
        _stage(files, output, staged)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    if output.exists():
        output.rename(old)
    staged.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def differences(files: Files, output: Path) -> list[str]:
    """Say how `output` differs from `files`, a line each; empty where it is the same."""
    there = {path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*")) if path.is_file()}
    lines = [f"{name}: missing" for name in sorted(files.keys() - there.keys())]
    lines += [f"{name}: not part of the build" for name in sorted(there.keys() - files.keys())]
    return lines + [
        f"{name}: differs" for name in sorted(files.keys() & there.keys()) if there[name].read_bytes() != files[name]
    ]


def _refuse_foreign(output: Path) -> None:
    if output.exists() and not output.is_dir():
        message = f"{output} is a file; --output names a folder"
        raise UsageError(message)
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        message = (
            f"{output} holds files that this program did not write; name another folder, or empty this one yourself"
        )
        raise UsageError(message)


def _beside(output: Path, role: str) -> Path:
    return output.with_name(f".{output.name}.{role}")


def _recover(output: Path, staged: Path, old: Path) -> None:
    """Finish or undo what a build that was killed left behind."""
    if old.exists() and not output.exists():
        old.rename(output)
    for left in (staged, old):
        shutil.rmtree(left, ignore_errors=True)


def _stage(files: Files, output: Path, staged: Path) -> None:
    staged.mkdir(parents=True)
    for name, content in sorted(files.items()):
        path, before = staged / name, output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if before.is_file() and before.read_bytes() == content:
            os.link(before, path)
        else:
            path.write_bytes(content)
