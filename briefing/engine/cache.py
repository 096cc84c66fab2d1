"""What a build remembers of each unit, so that the next one need not build it again.

The cache is never trusted blindly: it is JSON with a checksum that binds it to the folder it lies in, so a damaged file
or one from elsewhere is ignored; and a result counts only while all its published files are untouched.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.content.summary import BriefingSummary
from briefing.engine.result import BuildUnits, Stamp, Unit, UnitResult
from briefing.engine.staging import Staging
from briefing.engine.walking import THREADS
from briefing.linkcheck.links import UnitLinks
from briefing.paths import write_whole
from briefing.problems import Position, Problem

UNITS = "units"
"""The folder of the cache, beside the staged site."""


def cached(build_units: BuildUnits, recall_unit: Callable[[Unit], UnitResult | None]) -> BuildUnits:
    """Return a function that builds only the units that no earlier build has built from the same inputs."""

    def build(units: Sequence[Unit]) -> Iterator[UnitResult]:
        with ThreadPoolExecutor(THREADS) as threads:
            recalled = dict(zip(units, threads.map(recall_unit, units), strict=True))
        yield from (result for result in recalled.values() if result)
        if missing := [unit for unit, result in recalled.items() if result is None]:
            fingerprints = {unit.name: unit.fingerprint for unit in missing}
            for result in build_units(missing):
                yield replace(result, fingerprint=fingerprints[result.unit])

    return build


def recall(staging: Staging, unit: Unit) -> UnitResult | None:
    """Return the result of a unit with this fingerprint, all of whose files are still published; else None."""
    try:
        checksum, _, body = _path(staging, unit.name).read_text("utf-8").partition("\n")
        data = json.loads(body) if checksum == _checksum(staging.folder, body) else {}
        result = _from_json(unit.name, data) if data.get("fingerprint") == unit.fingerprint else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return result if result and staging.publishes(result.files) else None


def remember(staging: Staging, results: Iterable[UnitResult]) -> None:
    """Keep these results for the next build, and no others; those with PDFs, which depend on more, are not kept.

    It may be called before the site is published: a result whose files are not published does not count.
    """
    folder = staging.folder / UNITS
    folder.mkdir(exist_ok=True)
    kept = {_path(staging, result.unit): result for result in results if not result.pdfs}
    for path, result in kept.items():
        if not result.cached:
            body = json.dumps(_to_json(result), ensure_ascii=False)
            write_whole(path, f"{_checksum(staging.folder, body)}\n{body}")
    for path in set(folder.iterdir()) - kept.keys():
        path.unlink(missing_ok=True)


def _path(staging: Staging, unit: str) -> Path:
    return staging.folder / UNITS / f"{unit or '.shared'}.json"


def _checksum(folder: Path, body: str) -> str:
    """Return the checksum of a text in this very folder: in a copy of the folder it is another one."""
    place = folder.stat()
    return hashlib.sha256(f"{place.st_dev} {place.st_ino} {body}".encode()).hexdigest()


def _to_json(result: UnitResult) -> dict[str, Any]:
    return {
        "fingerprint": result.fingerprint,
        "problems": [
            [each.code, each.message, *([at.file, at.line, at.column] for at in (each.position, each.other) if at)]
            for each in result.problems
        ],
        "summary": result.summary and result.summary.to_json(),
        "languages": result.languages,
        "files": result.files,
        "targets": result.links.targets,
        "ids": result.links.ids,
    }


def _from_json(unit: str, data: Any) -> UnitResult:
    return UnitResult(
        unit,
        tuple(
            Problem(Position(*position), code, message, Position(*other[0]) if other else None)
            for code, message, position, *other in data["problems"]
        ),
        BriefingSummary.from_json(data["summary"]) if data["summary"] else None,
        {name: Stamp(*stamp) for name, stamp in data["files"].items()},
        UnitLinks(data["targets"], data["ids"]),
        data["languages"],
        fingerprint=data["fingerprint"],
        cached=True,
    )
