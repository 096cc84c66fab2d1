"""Fingerprints: the hashes of what a unit is built from. While they are the same, it need not be built again.

Files are read rather than asked for their times, which are wrong after a checkout. Nothing here loads the content.
"""

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.content.layout import briefing_ids
from briefing.engine.result import Unit, UnitResult
from briefing.paths import entries
from briefing.problems import shown
from briefing.settings import Settings


@dataclass(frozen=True)
class Fingerprints:
    """The fingerprints of one build."""

    common: str
    """The fingerprint of everything that all units are built from."""
    folders: Mapping[str, str]
    """The fingerprint of each briefing's folder, by the id of the briefing."""

    def briefings(self) -> list[Unit]:
        """Return the briefings as units to be built."""
        return [Unit(name, _digest([self.common, own])) for name, own in self.folders.items()]

    def shared(self, results: Iterable[UnitResult]) -> Unit:
        """Return the shared content as a unit; it lists the briefings, so it also depends on their summaries."""
        by_name = sorted(results, key=lambda each: each.unit)
        summaries = tuple(result.summary for result in by_name if result.summary)
        texts = (summary.to_json() for summary in summaries)
        return Unit("", _digest([self.common, *self.folders, *texts]), summaries)

    def unchanged(self, results: Collection[UnitResult]) -> list[UnitResult]:
        """Return the results of the units that still have the fingerprints they were built with."""
        now = {unit.name: unit.fingerprint for unit in (*self.briefings(), self.shared(results))}
        return [result for result in results if now.get(result.unit) == result.fingerprint]


def read_fingerprints(settings: Settings) -> Fingerprints:
    """Read the content, the templates and this program with its libraries, and return their fingerprints."""
    content, templates = settings.content, settings.templates
    ids = briefing_ids(content)
    several = len(ids) > 1  # the search then shows the briefing of each entry
    # The folders of libraries carry their versions in their names.
    libraries = sorted(name for folder in sys.path for name in _libraries_in(folder))
    versions = (sys.version, zlib.ZLIB_RUNTIME_VERSION, *sys.path, *libraries)
    options = (several, shown(content), shown(templates), *settings.options)
    package = Path(__file__).parent.parent
    code = [file for file in entries(package) if file.endswith((".py", ".yaml"))]
    trees = (_tree(content, entries(content, but=ids)), _tree(templates, entries(templates)), _tree(package, code))
    folders = {name: _tree(content / name, entries(content / name)) for name in ids}
    return Fingerprints(_digest([*versions, *map(str, options), *trees]), folders)


def _digest(parts: Iterable[str]) -> str:
    """Return one fingerprint of several texts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass")  # the names of folders can be any bytes
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


def _tree(folder: Path, files: Iterable[str]) -> str:
    """Return one fingerprint of the names, the link targets and the bytes of files.

    Instead of the bytes of a file that is not read, such as a pipe, it depends on the reason.
    """
    digest = hashlib.blake2b(digest_size=16)
    for file in files:  # no `Path`, which is slow for thousands of files
        try:
            data = os.fsencode(os.readlink(file) if os.path.islink(file) else "")  # noqa: PTH114, PTH115
            if stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116
                with open(file, "rb") as stream:  # noqa: PTH123
                    data += hashlib.file_digest(stream, hashlib.blake2b).digest()
            else:
                data += b" no file"
        except OSError as error:
            data = type(error).__name__.encode()
        digest.update(os.fsencode(f"{file.removeprefix(str(folder))}\0{len(data)}\0") + data)
    return digest.hexdigest()


def _libraries_in(folder: str) -> list[str]:
    """Return the libraries in a folder of Python's path, whose names carry their versions; an archive has none."""
    try:
        return [f"{folder}/{name}" for name in os.listdir(folder) if name.endswith(".dist-info")]  # noqa: PTH208
    except OSError:  # there is no such folder, or this user may not read it
        return []
