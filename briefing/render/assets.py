"""The static files as they are published: each has its hash in its name, so that browsers may keep it forever."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import rcssmin

from briefing.paths import files, leads_out, led_out
from briefing.problems import ContentError
from briefing.urls import STATIC

DIGITS = 8


class Asset(NamedTuple):
    """A static file: its name in the output folder, such as `static/site.9f86d081.css`, and its bytes."""

    name: str
    data: bytes


def assets(templates: Path) -> Mapping[str, Asset]:
    """Return the files of the folder `static` by the names that templates use, such as `site.css`.

    Styles are minified and may name no other file, since its name would change. Hidden files are left out.
    Raises ContentError if a file is a link to something outside of the templates.
    """
    folder = templates / STATIC
    found = files(folder)
    if outside := [path for path in found if leads_out(path, templates)]:
        raise ContentError(led_out(path) for path in outside)
    published = {}
    for path in found:
        data, name = path.read_bytes(), path.relative_to(folder)
        if path.suffix == ".css":
            data = bytes(rcssmin.cssmin(data))
        hashed = name.with_suffix(f".{hashlib.sha256(data).hexdigest()[:DIGITS]}{path.suffix}")
        published[name.as_posix()] = Asset(f"{STATIC}/{hashed.as_posix()}", data)
    return published
