"""The checks of meaning: one module a rule, with its `RULES` beside its `check`.

They know loaded content and what it says, and may not know pages. A check of a unit takes it and yields problems. A
check of texts is prepared for a unit by `prepare`, then takes one text at a time; a waiver beside the text may set its
faults aside. Checks pass over ids that are not defined: `references` reports those.
"""

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
    parity,
    provenance,
    references,
    texts,
    unused,
)
from briefing.content.site import Briefing, ContentUnit, Site
from briefing.problems import Problem, Rule
from briefing.queries.usage import summary_of

OF_BRIEFING = (
    double_entry,
    provenance,
    coverage,
    comparability,
    freshness,
    changes,
    references,
    unused,
    addresses,
    characters,
)
OF_SHARED = (freshness, references, unused, addresses, characters)
OF_TEXTS = (citations, parity, glossary, language)
RULES: tuple[Rule, ...] = tuple(rule for module in (*OF_BRIEFING, *OF_TEXTS, texts) for rule in module.RULES)
WAIVABLE = frozenset(rule.code for rule in RULES if rule.waivable)


def check(unit: ContentUnit) -> list[Problem]:
    """Return every problem of a unit. Unused shared records are only found with the summaries of all briefings."""
    modules = OF_BRIEFING if isinstance(unit, Briefing) else OF_SHARED
    problems = [problem for module in modules for problem in module.check(unit)]
    return problems + list(texts.problems(unit, [module.prepare(unit) for module in OF_TEXTS], WAIVABLE))


def check_site(site: Site) -> list[Problem]:
    """Return every problem of the shared content and of every briefing."""
    shared = site.shared.with_summaries(summary_of(briefing) for briefing in site.briefings)
    units: tuple[ContentUnit, ...] = (shared, *site.briefings)
    return [problem for unit in units for problem in check(unit)]
