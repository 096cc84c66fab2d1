"""The checks of meaning: one module a rule; what each code means stands in briefing/rules.yaml.

They know loaded content and may not know pages. The check of a unit takes it and yields problems. The check of a text
takes the text with its unit and file and yields faults, which a waiver beside the text may set aside, as beside a
figure or measure. `references` reports the ids that are not defined; every other check skips references to them.
"""

from collections.abc import Iterator

from briefing.checks import (
    addresses,
    agreement,
    changes,
    characters,
    citations,
    comparability,
    contradictions,
    coverage,
    double_entry,
    freshness,
    glossary,
    language,
    parity,
    provenance,
    references,
    relations,
    sentences,
    texts,
    unused,
)
from briefing.content.site import Briefing, ContentUnit, Shared, Site
from briefing.problems import Problem
from briefing.queries.usage import summary_of

OF_ALL = (references, relations, unused, addresses, characters)
OF_SHARED = (freshness, *OF_ALL)
OF_BRIEFING = (double_entry, provenance, contradictions, coverage, comparability, freshness, changes, *OF_ALL)
OF_TEXTS = (citations, parity, sentences, agreement, glossary, language)


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Yield every problem of a unit. Unused shared records are only found with the summaries of all briefings."""
    for module in OF_BRIEFING if isinstance(unit, Briefing) else OF_SHARED:
        yield from module.check(unit)
    yield from texts.check(unit, [module.check for module in OF_TEXTS])


def check_renderable(shared: Shared) -> list[Problem]:
    """Return the problems of shared content that no page can be rendered with: undefined ids and missing languages."""
    return [*references.check(shared), *freshness.missing_languages(shared)]


def check_site(site: Site) -> list[Problem]:
    """Return every problem of the shared content and of every briefing."""
    shared = site.shared.with_summaries(summary_of(each) for each in site.briefings if each.file.usable)
    units: tuple[ContentUnit, ...] = (shared, *site.briefings)
    return [problem for unit in units for problem in check(unit)]
