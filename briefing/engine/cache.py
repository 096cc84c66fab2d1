"""What a build remembers of the parts of a site, so that the next one need not make them again.

A memory is a hint, never a proof: it is JSON with a checksum, bound to the folder it lies in, so that one which is
damaged, or comes from elsewhere, is as if it were not there; and what it says of published files is held against them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.content.summary import Card
from briefing.engine.staging import Desk, Stamp
from briefing.paths import write_whole
from briefing.problems import Position, Problem

PARTS = "parts"
"""The folder of memories, beside the next site."""


@dataclass(frozen=True)
class Made:
    """What came of making one part of a site."""

    part: str
    """The briefing; empty for what the briefings share."""
    problems: tuple[Problem, ...] = ()
    card: Card | None = None
    files: dict[str, Stamp] = field(default_factory=dict)
    leads: dict[str, dict[str, str]] = field(default_factory=dict)
    """Where its pages lead beyond it: the file, the fragments (empty for none), and a page that leads there."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    """The ids of its pages, for links from other parts; only what the briefings share is led to so."""
    languages: int = 0
    books: tuple[str, ...] = ()
    key: str = ""
    """The fingerprint of its inputs."""
    known: bool = False
    """Whether it was made by an earlier build."""


def recall(desk: Desk, part: str, key: str) -> Made | None:
    """Return what was made of a part from the same inputs and still stands; None where nothing is known for sure."""
    try:
        checksum, _, body = (desk.folder / PARTS / _name(part)).read_text("utf-8").partition("\n")
        said = json.loads(body) if checksum == _checksum(desk.folder, body) else {}
        made = _made(part, said) if said.get("key") == key else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return made if made and desk.holds(made.files) else None


def remember(desk: Desk, parts: Iterable[Made]) -> None:
    """Keep what was made of the parts of a site, and of no others; books depend on more than the inputs.

    It may come before the site is published: what is remembered of files that are not there is not believed.
    """
    folder = desk.folder / PARTS
    folder.mkdir(exist_ok=True)
    kept = {folder / _name(each.part): each for each in parts if not each.books}
    for path, made in kept.items():
        if not made.known:
            _write(path, desk, made)
    for path in set(folder.iterdir()) - kept.keys():
        path.unlink(missing_ok=True)


def _write(path: Path, desk: Desk, made: Made) -> None:
    said = {
        "key": made.key,
        "problems": [_problem_said(each) for each in made.problems],
        "card": made.card and made.card.said(),
        "languages": made.languages,
        "files": made.files,
        "leads": made.leads,
        "ids": made.ids,
    }
    body = json.dumps(said, ensure_ascii=False)
    write_whole(path, f"{_checksum(desk.folder, body)}\n{body}")


def _name(part: str) -> str:
    return f"{part or '.site'}.json"


def _checksum(folder: Path, body: str) -> str:
    """Bind what is remembered to the folder itself: a copy of it is another folder."""
    place = folder.stat()
    return hashlib.sha256(f"{place.st_dev} {place.st_ino} {body}".encode()).hexdigest()


def _made(part: str, said: Any) -> Made:
    return Made(
        part,
        tuple(_problem(each) for each in said["problems"]),
        Card.read(said["card"]) if said["card"] else None,
        {name: Stamp(*stamp) for name, stamp in said["files"].items()},
        said["leads"],
        said["ids"],
        said["languages"],
        key=said["key"],
        known=True,
    )


def _problem_said(problem: Problem) -> list[Any]:
    sides = [[each.file, each.line, each.column] for each in (problem.position, problem.other) if each]
    return [problem.code, problem.message, *sides]


def _problem(said: Any) -> Problem:
    code, message, position, *other = said
    return Problem(Position(*position), code, message, Position(*other[0]) if other else None)
