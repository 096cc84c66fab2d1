"""The static files, as they are published."""

from __future__ import annotations

from pathlib import Path

import rcssmin

from briefing.publish import Files


def assets(templates: Path) -> Files:
    """Return the files of the folder `static` by name, styles without what only their authors read.

    Hidden files belong to people's programs.
    """
    return {
        path.relative_to(templates).as_posix(): _published(path)
        for path in sorted((templates / "static").rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _published(path: Path) -> bytes:
    data = path.read_bytes()
    return bytes(rcssmin.cssmin(data)) if path.suffix == ".css" else data
