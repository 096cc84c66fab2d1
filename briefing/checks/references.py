"""What the shared files define is used by something: the rest is a slip of the id, or left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.content.site import Site
from briefing.problems import Problem, Rule
from briefing.queries.usage import USED

RULES = (
    Rule(
        "unused",
        "An entity or sector that no speech names, an indicator or unit of no figure, a term that no text in the"
        " source's language holds is a slip of an id, or left behind. Use it or remove it.",
        "entities.yaml has north-park, and no speech names it",
        "entities:\n  north-park:\n    at: 2",
        severity="warning",
    ),
)


def check(site: Site) -> Iterator[Problem]:
    """Find records that nothing refers to; while a speech has errors, nobody knows.

    The cards of the briefings say what they use of what they share.
    """
    for loaded in site.files if site.whole else ():
        name = loaded.name.rpartition("/")[2].removesuffix(".yaml")
        if name in USED:
            used = USED[name](site).union(*(card.used[name] for card in site.cards))
            for identity in loaded.record if isinstance(loaded.record, Mapping) else ():
                if identity not in used:
                    message = f"nothing uses '{identity}' of {loaded.name}; use it or remove it"
                    yield Problem(loaded.document.at(identity), "unused", message)
