"""The content that a command works on, even if it has problems, and the briefing that the command is about."""

from pathlib import Path
from typing import TypeVar

from briefing.content.layout import BRIEFING
from briefing.problems import ContentError, Problem, UsageError

T = TypeVar("T")


def usable(loaded: tuple[T | None, list[Problem]]) -> T:
    """Return content that has been loaded. Raises ContentError with its problems if it cannot be used."""
    content, problems = loaded
    if content is None:
        raise ContentError(problems)
    return content


def choose_briefing(content: Path, named: str | None) -> str:
    """Return the id of the briefing that a command is about: the one named, or the only one. Raises UsageError else."""
    found = sorted(path.parent.name for path in content.glob(f"[!.]*/{BRIEFING}"))
    if named in found or (named is None and len(found) == 1):
        return named or found[0]
    raise UsageError(f"name one of the briefings with --briefing: {', '.join(found) or 'there is none'}")
