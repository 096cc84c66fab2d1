"""The content that a command works on, whatever else is wrong with it, and the briefing that it is about."""

from pathlib import Path

from briefing.content.layout import BRIEFING
from briefing.content.load import load_shared, load_site
from briefing.content.site import Shared, Site
from briefing.problems import ContentError, UsageError


def open_site(content: Path) -> Site:
    """Return all the content. Raises ContentError if a shared file cannot be used."""
    site, problems = load_site(content)
    if site is None:
        raise ContentError(problems)
    return site


def open_shared(content: Path) -> Shared:
    """Return the shared content alone. Raises ContentError if one of its files cannot be used."""
    shared, problems = load_shared(content)
    if shared is None:
        raise ContentError(problems)
    return shared


def choose_briefing(content: Path, named: str | None) -> str:
    """Return the id of the briefing that a command is about: the one named, or the only one. Raises UsageError else."""
    found = sorted(path.parent.name for path in content.glob(f"[!.]*/{BRIEFING}"))
    if named in found or (named is None and len(found) == 1):
        return named or found[0]
    message = f"name one of the briefings with --briefing: {', '.join(found) or 'there is none'}"
    raise UsageError(message)
