"""The statements of the speeches of a briefing by sector, theme, indicator and entity."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.content.model import Entity, Figure, Indicator, Measure, Mention, Sector, SectorRole, Speech, Theme
from briefing.content.site import Briefing
from briefing.content.values import ENTITY_KINDS, ROLES, EntityKind
from briefing.queries import grouped
from briefing.queries.comparison import groups

TopicKind = Literal["sector", "theme", "indicator"]
PARTIES: Sequence[EntityKind] = ("park", "company", "project")
"""The kinds of entity that an investor can deal with; an institution, a programme and a policy are none."""
Statement = SectorRole | Figure | Measure


@dataclass(frozen=True)
class Topic:
    """One sector, theme or indicator, and what each speech says of it."""

    record: Sector | Theme | Indicator
    roles: Mapping[str, Sequence[SectorRole]]
    """The speeches that name the sector, by the role that they give it."""
    figures: Sequence[tuple[Indicator, tuple[tuple[Figure, ...], ...]]]
    """The figures of each indicator, in groups that may be compared."""
    measures: Mapping[Speech, Sequence[Measure]]
    silent: tuple[Speech, ...]
    """The speeches that say nothing of it."""


def topics(briefing: Briefing, kind: TopicKind) -> Sequence[Topic]:
    """Return the topics of one kind that a briefing says anything of, in the order of their records."""
    indicators = briefing.shared.indicators
    records_of: Mapping[TopicKind, Mapping[str, Sector | Theme | Indicator]] = {
        "sector": briefing.shared.sectors,
        "theme": briefing.shared.settings.themes,
        "indicator": indicators,
    }
    statements: list[tuple[str, Statement]] = []
    for speech in briefing.speeches:
        in_speech: tuple[Statement, ...] = (*speech.sectors, *speech.standing, *speech.measures)
        statements += [(name, each) for each in in_speech for name in topics_of(each, kind, indicators)]
    found = []
    for name, named in grouped(statements, lambda each: each[0], records_of[kind]).items():
        roles = [each for _, each in named if isinstance(each, SectorRole)]
        figures = [each for _, each in named if isinstance(each, Figure)]
        measures = [each for _, each in named if isinstance(each, Measure)]
        by_indicator = grouped(figures, lambda each: each.indicator, indicators)
        speaking = {each.speech for _, each in named}
        topic = Topic(
            records_of[kind][name],
            grouped(roles, lambda each: each.role, ROLES),
            [(indicators[indicator], groups(stated)) for indicator, stated in by_indicator.items()],
            grouped(measures, lambda each: each.speech),
            tuple(speech for speech in briefing.speeches if speech not in speaking),
        )
        found.append(topic)
    return found


def topics_of(statement: Statement, kind: TopicKind, indicators: Mapping[str, Indicator]) -> Collection[str]:
    """Return the ids of the topics of one kind that a statement is about."""
    match kind, statement:
        case "sector", SectorRole():
            return (statement.sector,)
        case "sector", Measure():
            return statement.sectors
        case "theme", Measure():
            return (statement.theme,)
        case "theme", Figure():
            return (indicators[statement.indicator].theme,)
        case "indicator", Figure():
            return (statement.indicator,)
    return ()


def parties(briefing: Briefing, topic: Topic) -> Mapping[EntityKind, Sequence[Entity]]:
    """Return the companies, projects and parks that the measures on a topic are about, by kind.

    Of a measure on several sectors it is not known which of them a name belongs to, so it gives none.
    """
    measures = [measure for each in topic.measures.values() for measure in each if len(measure.sectors) <= 1]
    found = dict.fromkeys(name for measure in measures for name in measure.entities)
    named = (briefing.entities[name] for name in found)
    return grouped((each for each in named if each.kind in PARTIES), lambda each: each.kind, PARTIES)


def mentions(briefing: Briefing) -> Mapping[str, Sequence[Mention]]:
    """Return for each entity, by id, what each speech that names it says of it, in the source's order."""
    return grouped((each for speech in briefing.speeches for each in speech.entities.values()), lambda each: each.id)


def same_party(briefing: Briefing) -> Mapping[str, Sequence[Entity]]:
    """Return for each entity that the speeches name, by id, the others of its party that they name, and the company."""
    parties = grouped(mentions(briefing), lambda name: briefing.entities[name].party or name)
    return {
        name: [briefing.entities[other] for other in dict.fromkeys((company, *party)) if other != name]
        for company, party in parties.items()
        for name in party
    }


def entities_by_kind(briefing: Briefing) -> Mapping[EntityKind, Sequence[tuple[Entity, Sequence[Mention]]]]:
    """Return the entities that a briefing names, with their mentions, by kind and in the order of their files."""
    found = mentions(briefing)
    named = [(entity, found[name]) for name, entity in briefing.entities.items() if name in found]
    return grouped(named, lambda each: each[0].kind, ENTITY_KINDS)
