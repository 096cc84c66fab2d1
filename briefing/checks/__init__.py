"""What must hold across the content: one module a check, in one of two tuples.

A check of the site takes it and yields problems; a check of texts is made ready for the site by `prepare`, then takes
one text at a time, and what it finds may be waived beside the text. Each module says its `RULES`.
"""

from __future__ import annotations

from briefing.checks import (
    addresses,
    changes,
    characters,
    citations,
    comparability,
    coverage,
    double_entry,
    freshness,
    glossary,
    language,
    moved,
    parity,
    provenance,
    references,
    texts,
)
from briefing.content.site import Site
from briefing.problems import Problem, Rule
from briefing.queries.usage import card_of

CHECKS = (
    double_entry,
    provenance,
    coverage,
    comparability,
    freshness,
    changes,
    references,
    addresses,
    moved,
    characters,
)
TEXT_CHECKS = (citations, parity, glossary, language)
RULES: tuple[Rule, ...] = tuple(rule for module in (*CHECKS, *TEXT_CHECKS, texts) for rule in module.RULES)
WAIVABLE = frozenset(rule.code for rule in RULES if rule.waivable)


def check_all(site: Site) -> list[Problem]:
    """Run every check on every part of a site: each briefing, and what they share."""
    parts = [site.of(folder) for folder in sorted(site.folders - {""})]
    cards = [card_of(part) for part in parts if part.briefings]
    shared = site.shared_part(cards, whole=len(cards) == len(parts))
    return [problem for part in (*parts, shared) for problem in check_part(part)]


def check_part(part: Site) -> list[Problem]:
    """Run every check on one part and return every problem."""
    problems = [problem for module in CHECKS for problem in module.check(part)]
    return problems + list(texts.problems(part, [module.prepare(part) for module in TEXT_CHECKS], WAIVABLE))
