"""The page of a place: everything that its speech says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity, Figure, Measure, Mention, Place, SectorRole, Speech
from briefing.content.site import Briefing
from briefing.content.texts import Text
from briefing.content.values import CLAIMS, ENTITY_KINDS, ROLES, EntityKind
from briefing.queries import grouped
from briefing.queries.comparison import NotStated, compare, not_stated
from briefing.queries.key_facts import key_facts
from briefing.queries.topics import mentions, same_party
from briefing.render.page import Page, PageContent


@dataclass(frozen=True)
class PlaceContent(PageContent):
    """A speech, and its records under the headings of the page, without empty ones."""

    speech: Speech
    place: Place
    key_facts: Sequence[Figure]
    figures_by_claim: Mapping[str, Sequence[Figure]]
    measures_by_theme: Mapping[str, Sequence[Measure]]
    sectors_by_role: Mapping[str, Sequence[SectorRole]]
    mentions_by_kind: Mapping[EntityKind, Sequence[Mention]]
    names_by_kind: Mapping[EntityKind, Sequence[Text]]
    by_paragraph: Mapping[int, Sequence[Figure | Measure]]
    """By paragraph of the source."""
    not_stated: NotStated
    named_by: Mapping[str, Sequence[Mention]]
    """By entity, its mentions in all the speeches."""
    same_party: Mapping[str, Sequence[Entity]]
    """By entity, the other records of the same party."""


def place(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of each place that spoke."""
    comparison, named_by, parties = compare(briefing), mentions(briefing), same_party(briefing)
    shared, entities = briefing.shared, briefing.entities
    for speech in briefing.speeches:
        by_kind = grouped(speech.entities.values(), lambda each: entities[each.id].kind, ENTITY_KINDS)
        content = PlaceContent(
            speech,
            shared.places[speech.place],
            key_facts=key_facts(speech),
            figures_by_claim=grouped(speech.figures.values(), lambda each: each.claim, CLAIMS),
            measures_by_theme=grouped(speech.measures, lambda each: each.theme, shared.settings.themes),
            sectors_by_role=grouped(speech.sectors, lambda each: each.role, ROLES),
            mentions_by_kind=by_kind,
            names_by_kind={kind: [entities[each.id].name for each in by_kind[kind]] for kind in by_kind},
            by_paragraph=by_paragraph(speech),
            not_stated=not_stated(speech, comparison),
            named_by=named_by,
            same_party=parties,
        )
        address, files = (briefing.id, speech.place), frozenset({speech.file.name})
        yield Page(briefing, address, "place.html", content.place.name, content, depends_on=files)


def by_paragraph(speech: Speech) -> Mapping[int, Sequence[Figure | Measure]]:
    """Return the measures and figures of each paragraph, the headline (0) included; some have none."""
    found: dict[int, list[Figure | Measure]] = {number: [] for number in range(len(speech.paragraphs))}
    for measure in speech.measures:
        for number in measure.at:
            found[number].append(measure)
    for figure in speech.figures.values():
        found[figure.at].append(figure)
    return found
