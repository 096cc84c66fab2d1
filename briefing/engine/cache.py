"""The results of earlier builds: a unit whose inputs are the same need not be built again.

A result is JSON with a checksum that binds it to the folder it lies in, so a damaged file or one from elsewhere is
ignored. It counts only as long as all its published files are untouched.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from briefing.content.summary import BriefingSummary
from briefing.engine.result import BuildUnits, Unit, UnitResult
from briefing.engine.staging import THREADS, Staging, Stamp
from briefing.linkcheck.links import UnitLinks
from briefing.paths import write_whole
from briefing.problems import Position, Problem

UNITS = "units"
"""The folder of the cache, beside the staged site."""


def cached(build_units: BuildUnits, recall_unit: Callable[[Unit], UnitResult | None]) -> BuildUnits:
    """Return a function that builds only the units that `recall_unit` returns no result of."""

    def build(units: Sequence[Unit]) -> Iterator[UnitResult]:
        with ThreadPoolExecutor(THREADS) as threads:
            recalled = list(threads.map(recall_unit, units))
        yield from filter(None, recalled)
        if missing := [unit for unit, result in zip(units, recalled, strict=True) if not result]:
            yield from build_units(missing)

    return build


def recall(staging: Staging, unit: Unit) -> UnitResult | None:
    """Return the result of a unit with this fingerprint, all of whose files are still published; else None."""
    try:
        checksum, _, body = _path(staging, unit.name).read_text("utf-8").partition("\n")
        result = _from_json(json.loads(body)) if checksum == _checksum(staging.folder, body) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    same = result and (result.unit, result.fingerprint) == (unit.name, unit.fingerprint)
    return result if result and same and staging.publishes(result.files) else None


def remember(staging: Staging, results: Iterable[UnitResult]) -> None:
    """Keep these results for the next build, and no others; those with PDFs, which depend on more, are not kept.

    It may be called before the site is published: a result whose files are not published does not count.
    """
    folder = staging.folder / UNITS
    folder.mkdir(exist_ok=True)
    kept = {_path(staging, result.unit): result for result in results if not result.pdfs}
    for path, result in kept.items():
        if not result.cached:
            body = json.dumps(result, ensure_ascii=False, default=_json_value)
            write_whole(path, f"{_checksum(staging.folder, body)}\n{body}")
    for path in set(folder.iterdir()) - kept.keys():
        path.unlink(missing_ok=True)


def _path(staging: Staging, unit: str) -> Path:
    return staging.folder / UNITS / f"{unit or '.shared'}.json"


def _checksum(folder: Path, body: str) -> str:
    """Return the checksum of a text in this very folder: in a copy of the folder it differs."""
    place = folder.stat()
    return hashlib.sha256(f"{place.st_dev} {place.st_ino} {body}".encode()).hexdigest()


def _json_value(value: object) -> object:
    """Return a part of a result as something that JSON can hold."""
    return value.to_json() if isinstance(value, BriefingSummary) else vars(value)


def _from_json(data: Any) -> UnitResult:
    return UnitResult(
        data["unit"],
        data["fingerprint"],
        tuple(_problem(**each) for each in data["problems"]),
        BriefingSummary.from_json(data["summary"]) if data["summary"] else None,
        {name: Stamp(*stamp) for name, stamp in data["files"].items()},
        UnitLinks(**data["links"]),
        data["languages"],
        cached=True,
    )


def _problem(position: Any, code: str, message: str, other: Any) -> Problem:
    return Problem(Position(**position), code, message, other and Position(**other))
