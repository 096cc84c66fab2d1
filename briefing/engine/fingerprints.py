"""What a build reads, as fingerprints: a part of the site whose inputs are the same need not be made again.

Files are read, not asked for their times: those lie after a checkout. Nothing here loads the content.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.paths import entries
from briefing.problems import shown
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.engine.cache import Made

HERE = Path(__file__).parent.parent
SCHEMA = "schema"
"""The folder among the content that holds schemas, and no briefing."""


@dataclass(frozen=True)
class Inputs:
    """The fingerprints of a build: of what every part rests on, and of each briefing besides."""

    common: str
    briefings: Mapping[str, str]

    def key(self, part: str, made: Iterable[Made] = ()) -> str:
        """Return the fingerprint of all that a part is made from.

        That of the part without a briefing, which lists them, includes what was `made` of them.
        """
        if part:
            return fingerprint([self.common, self.briefings.get(part, "")])
        cards = (each.card for each in sorted(made, key=lambda each: each.part) if each.part)
        return fingerprint([self.common, *(card.said() if card else "" for card in cards)])


def read_inputs(settings: Settings) -> Inputs:
    """Read the inputs of a build: the content, the templates, this program with its libraries, and its options."""
    content, templates = settings.content, settings.templates
    folders = briefing_folders(content)
    shared = entries(content, but=folders)
    several = len(folders) > 1  # a search says of which briefing each entry is
    said = [sys.version, several, shown(content), shown(templates), *settings.options, *_libraries()]
    code = [file for file in entries(HERE) if file.endswith(".py")]
    files = (_tree(content, shared), _tree(templates, entries(templates)), _tree(HERE, code))
    briefings = {name: _tree(content / name, entries(content / name)) for name in folders}
    return Inputs(fingerprint([*map(str, said), *files]), briefings)


def briefing_folders(content: Path) -> list[str]:
    """Return the names of the folders that hold a briefing."""
    found = {path.parent for path in content.glob("[!.]*/*.yaml")}
    return sorted({folder.name for folder in found if not folder.is_symlink()} - {SCHEMA})


def fingerprint(parts: Iterable[str]) -> str:
    """Return one fingerprint of several texts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass")  # the names of folders can be any bytes
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


def _tree(folder: Path, files: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        data = _data(file)
        digest.update(os.fsencode(f"{file.removeprefix(str(folder))}\0{len(data)}\0") + data)
    return digest.hexdigest()


def _data(file: str) -> bytes:
    """Return the fingerprint of a file and of where it leads, or what keeps it from being read.

    A pipe, say, would never end.
    """
    try:
        link = os.readlink(file) if os.path.islink(file) else ""  # noqa: PTH114, PTH115 - thousands
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116 - likewise
            return f"no file {link}".encode()
        with open(file, "rb") as stream:  # noqa: PTH123 - likewise
            return os.fsencode(link) + hashlib.file_digest(stream, hashlib.blake2b).digest()
    except OSError as error:
        return type(error).__name__.encode()


def _libraries() -> list[str]:
    """Return where libraries are found and their names, which carry their versions, and that of what compresses."""
    return [*(each for folder in sys.path for each in (folder, *_named(folder))), zlib.ZLIB_RUNTIME_VERSION]


def _named(folder: str) -> list[str]:
    """Return the libraries in a folder, or an archive, of Python's path."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - likewise
    except OSError:
        return []
