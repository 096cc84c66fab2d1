"""The entities that a briefing names, and which of its speeches name them."""

from collections.abc import Mapping, Sequence

from briefing.content.model import Entity, Mention
from briefing.content.site import Briefing
from briefing.content.values import ENTITY_KINDS, EntityKind
from briefing.queries.grouping import grouped


def mentions(briefing: Briefing) -> Mapping[str, Sequence[Mention]]:
    """Return for each entity, by id, what each speech that names it says of it, in the source's order."""
    return grouped((each for speech in briefing.speeches for each in speech.entities.values()), lambda each: each.id)


def entities_by_kind(briefing: Briefing) -> Mapping[EntityKind, Sequence[tuple[Entity, Sequence[Mention]]]]:
    """Return the entities that a briefing names, with their mentions, by kind and in the order of their files."""
    found = mentions(briefing)
    named = [(entity, found[name]) for name, entity in briefing.entities.items() if name in found]
    return grouped(named, lambda each: each[0].kind, ENTITY_KINDS)
