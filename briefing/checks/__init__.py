"""What must hold across the content: one module a check, in this tuple. Each takes the site and yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.checks import addresses, citations, double_entry, paragraphs
from briefing.problems import Problem
from briefing.site import Site

Check = Callable[[Site], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    double_entry.check,
    citations.check,
    paragraphs.check,
    addresses.check,
)


def check_all(site: Site) -> list[Problem]:
    """Run every check and return every problem."""
    return [problem for check in CHECKS for problem in check(site)]
