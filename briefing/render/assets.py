"""The static files as they are published: named by their content, so that a browser may keep each of them for good."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import rcssmin

from briefing.paths import files
from briefing.problems import ContentError, leads_out, led_out
from briefing.urls import STATIC

DIGITS = 8


class Asset(NamedTuple):
    """A static file: its name in the output folder, such as `static/site.9f86d081.css`, and its bytes."""

    name: str
    data: bytes


def assets(templates: Path) -> Mapping[str, Asset]:
    """Return the files of the folder `static` by the names that templates call them by, such as `site.css`.

    Styles come without what only their authors read, and name no other file. Hidden files belong to people's programs.
    Raises ContentError where a file is a link out of the templates.
    """
    folder = templates / STATIC
    found = files(folder)
    if astray := [path for path in found if leads_out(path, templates)]:
        raise ContentError(led_out(path) for path in astray)
    return {path.relative_to(folder).as_posix(): _published(path, folder) for path in found}


def _published(path: Path, folder: Path) -> Asset:
    data = path.read_bytes()
    if path.suffix == ".css":
        data = bytes(rcssmin.cssmin(data))
    digest = hashlib.sha256(data).hexdigest()[:DIGITS]
    name = path.relative_to(folder).with_suffix(f".{digest}{path.suffix}")
    return Asset(f"{STATIC}/{name.as_posix()}", data)
