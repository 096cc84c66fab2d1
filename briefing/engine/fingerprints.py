"""Fingerprints of what a build reads: a unit whose inputs are the same need not be built again.

Files are read rather than asked for their times, which are wrong after a checkout. Nothing here loads the content.
"""

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.content.layout import briefing_ids
from briefing.content.summary import BriefingSummary
from briefing.engine.result import Unit, UnitResult
from briefing.paths import entries
from briefing.problems import shown
from briefing.settings import Settings

PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True)
class Fingerprints:
    """The fingerprints of one build."""

    common: str
    """That of everything that every unit is built from."""
    folders: Mapping[str, str]
    """That of each briefing's folder, by the name of the briefing."""

    def briefings(self) -> list[Unit]:
        """Return the briefings as units to be built."""
        return [Unit(name, _digest([self.common, own])) for name, own in self.folders.items()]

    def shared(self, results: Iterable[UnitResult]) -> Unit:
        """Return the shared content as a unit; it lists the briefings, so it also rests on their summaries."""
        summaries = [result.summary for result in sorted(results, key=lambda each: each.unit) if result.unit]
        texts = [summary.to_json() if summary else "" for summary in summaries]
        known: tuple[BriefingSummary, ...] = tuple(filter(None, summaries))
        return Unit("", _digest([self.common, *texts]), known)

    def unchanged(self, results: Iterable[UnitResult]) -> list[UnitResult]:
        """Return the results of the units that these fingerprints still belong to."""
        results = list(results)
        now = {unit.name: unit.fingerprint for unit in (*self.briefings(), self.shared(results))}
        return [result for result in results if now.get(result.unit) == result.fingerprint]


def read_fingerprints(settings: Settings) -> Fingerprints:
    """Read the content, the templates and this program with its libraries, and return their fingerprints."""
    content, templates = settings.content, settings.templates
    ids = briefing_ids(content)
    several = len(ids) > 1  # the search then says of which briefing each entry is
    options = (sys.version, several, shown(content), shown(templates), *settings.options, *_libraries())
    code = [file for file in entries(PACKAGE) if file.endswith(".py")]
    trees = (_tree(content, entries(content, but=ids)), _tree(templates, entries(templates)), _tree(PACKAGE, code))
    folders = {name: _tree(content / name, entries(content / name)) for name in ids}
    return Fingerprints(_digest([*map(str, options), *trees]), folders)


def _digest(parts: Iterable[str]) -> str:
    """Return one fingerprint of several texts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass")  # the names of folders can be any bytes
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


def _tree(folder: Path, files: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        data = _fingerprint_of_file(file)
        digest.update(os.fsencode(f"{file.removeprefix(str(folder))}\0{len(data)}\0") + data)
    return digest.hexdigest()


def _fingerprint_of_file(file: str) -> bytes:
    """Return the fingerprint of a file and of its link target; of one that is not read, such as a pipe, the reason."""
    try:
        link = os.readlink(file) if os.path.islink(file) else ""  # noqa: PTH114, PTH115 - Path is slow for thousands
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116 - likewise
            return f"no file {link}".encode()
        with open(file, "rb") as stream:  # noqa: PTH123 - likewise
            return os.fsencode(link) + hashlib.file_digest(stream, hashlib.blake2b).digest()
    except OSError as error:
        return type(error).__name__.encode()


def _libraries() -> list[str]:
    """Return the folders of Python's path with the libraries in them, whose names carry their versions."""
    found = [zlib.ZLIB_RUNTIME_VERSION]
    for folder in sys.path:
        try:
            names = sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - see above
        except OSError:  # no such folder, or an archive
            names = []
        found += [folder, *names]
    return found
