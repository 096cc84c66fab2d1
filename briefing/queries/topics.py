"""Topics: what the speeches of a briefing say of a sector, a theme or an indicator."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Indicator, Measure, Sector, SectorRole, Speech, Theme
from briefing.content.site import Briefing
from briefing.content.values import ROLES
from briefing.queries.comparison import groups
from briefing.queries.grouping import grouped

TopicRecord = Sector | Theme | Indicator
Statement = SectorRole | Figure | Measure


@dataclass(frozen=True)
class Topic:
    """One sector, theme or indicator, and what each speech says of it."""

    record: TopicRecord
    roles: Mapping[str, Sequence[SectorRole]]
    """The speeches that name the sector, by the role that they give it."""
    figures: Sequence[tuple[Indicator, tuple[tuple[Figure, ...], ...]]]
    """The figures of each indicator, in groups that may be compared."""
    measures: Mapping[Speech, Sequence[Measure]]
    silent: tuple[Speech, ...]
    """The speeches that say nothing of it."""


def sectors(briefing: Briefing) -> Sequence[Topic]:
    """Return the sectors that speeches name or that their measures are about."""

    def topics_of(statement: Statement) -> Collection[str]:
        if isinstance(statement, SectorRole):
            return (statement.sector,)
        return statement.sectors if isinstance(statement, Measure) else ()

    return _topics(briefing, briefing.shared.sectors, topics_of)


def themes(briefing: Briefing) -> Sequence[Topic]:
    """Return the themes that have a figure or a measure."""

    def topics_of(statement: Statement) -> Collection[str]:
        if isinstance(statement, Figure):
            return (briefing.shared.indicators[statement.indicator].theme,)
        return (statement.theme,) if isinstance(statement, Measure) else ()

    return _topics(briefing, briefing.shared.settings.themes, topics_of)


def indicators(briefing: Briefing) -> Sequence[Topic]:
    """Return the indicators that have a figure."""

    def topics_of(statement: Statement) -> Collection[str]:
        return (statement.indicator,) if isinstance(statement, Figure) else ()

    return _topics(briefing, briefing.shared.indicators, topics_of)


def _topics(
    briefing: Briefing, records: Mapping[str, TopicRecord], topics_of: Callable[[Statement], Collection[str]]
) -> Sequence[Topic]:
    """Return the topics that a briefing says anything of, in the order of `records`, by those of each statement."""
    statements: list[tuple[str, Statement]] = []
    for speech in briefing.speeches:
        in_speech: tuple[Statement, ...] = (*speech.sectors, *speech.figures.values(), *speech.measures)
        statements += [(name, statement) for statement in in_speech for name in topics_of(statement)]
    by_topic = grouped(statements, lambda each: each[0], records)
    return [_topic(briefing, records[name], [each for _, each in found]) for name, found in by_topic.items()]


def _topic(briefing: Briefing, record: TopicRecord, statements: Sequence[Statement]) -> Topic:
    all_indicators, speaking = briefing.shared.indicators, {each.speech for each in statements}
    roles = (each for each in statements if isinstance(each, SectorRole))
    figures = grouped(
        (each for each in statements if isinstance(each, Figure)), lambda each: each.indicator, all_indicators
    )
    return Topic(
        record,
        grouped(roles, lambda each: each.role, ROLES),
        [(all_indicators[name], groups(each)) for name, each in figures.items()],
        grouped((each for each in statements if isinstance(each, Measure)), lambda each: each.speech),
        tuple(speech for speech in briefing.speeches if speech not in speaking),
    )
