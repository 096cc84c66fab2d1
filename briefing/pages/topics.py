"""Other ways into a briefing: by sector, by theme, by indicator. Each has an index, and a page for each topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Indicator, Measure, Sector, SectorRole, Speech, Theme
from briefing.content.site import Briefing, Site
from briefing.content.values import ROLES
from briefing.i18n.catalogs import marked as _
from briefing.queries.comparison import Group, Said, groups
from briefing.render.page import Page, of_briefing

Record = Sector | Theme | Indicator


@dataclass(frozen=True)
class Kind:
    """A kind of topic: its name, its address and title, its records, and what in a speech is about one of them."""

    name: str
    folder: str
    title: str
    records: Callable[[Site], Iterable[Record]]
    about: Callable[[Site, str, SectorRole | Figure | Measure], bool]


@dataclass(frozen=True)
class Topic:
    """One sector, theme or indicator, and what each speech says of it."""

    record: Record
    roles: Mapping[str, Sequence[tuple[Speech, SectorRole]]]
    """Who names the sector, by role."""
    figures: Sequence[tuple[Indicator, tuple[Group, ...]]]
    """The figures, by indicator, in groups that may be compared."""
    measures: Sequence[tuple[Speech, tuple[Measure, ...]]]
    """What each speech says it does or will do."""
    silent: tuple[Speech, ...]
    """The speeches that say nothing of it."""


def sectors(site: Site) -> Iterator[Page]:
    """Yield the sectors: who names them, and what is said of them."""
    return _pages(site, Kind("sector", "sectors", _("Sectors"), lambda site: site.sectors.values(), _of_sector))


def themes(site: Site) -> Iterator[Page]:
    """Yield the themes: their figures by indicator, their measures by place."""
    return _pages(site, Kind("theme", "themes", _("Themes"), lambda site: site.settings.themes.values(), _of_theme))


def indicators(site: Site) -> Iterator[Page]:
    """Yield the indicators, each with its figures in groups that may be compared."""
    return _pages(
        site, Kind("indicator", "indicators", _("Indicators"), lambda site: site.indicators.values(), _of_indicator)
    )


def _of_sector(_site: Site, sector: str, each: SectorRole | Figure | Measure) -> bool:
    if isinstance(each, SectorRole):
        return each.sector == sector
    return isinstance(each, Measure) and sector in each.sectors


def _of_theme(site: Site, theme: str, each: SectorRole | Figure | Measure) -> bool:
    if isinstance(each, Figure):
        return site.indicators[each.indicator].theme == theme
    return isinstance(each, Measure) and each.theme == theme


def _of_indicator(_site: Site, indicator: str, each: SectorRole | Figure | Measure) -> bool:
    return isinstance(each, Figure) and each.indicator == indicator


def _pages(site: Site, kind: Kind) -> Iterator[Page]:
    for briefing in site.briefings:
        topics = [topic for record in kind.records(site) if (topic := _topic(site, briefing, kind, record))]
        yield of_briefing(briefing, kind.folder, template="topics.html", title=kind.title, topics=topics)
        for topic in topics:
            address = (kind.folder, topic.record.id)
            title = topic.record.name
            yield of_briefing(briefing, *address, template="topic.html", title=title, topic=topic, kind=kind)


def _topic(site: Site, briefing: Briefing, kind: Kind, record: Record) -> Topic | None:
    """Gather what a briefing says of a topic; None where it says nothing."""

    def about(each: SectorRole | Figure | Measure) -> bool:
        return kind.about(site, record.id, each)

    speeches = [loaded.record for loaded in briefing.speeches]
    named = [(speech, role) for speech in speeches for role in speech.sectors if about(role)]
    said = [Said(speech, figure) for speech in speeches for figure in speech.figures.values() if about(figure)]
    done = [(speech, tuple(filter(about, speech.measures))) for speech in speeches]
    done = [(speech, measures) for speech, measures in done if measures]
    heard = {speech.place for speech, _ in (*named, *done)} | {each.speech.place for each in said}
    silent = tuple(speech for speech in speeches if speech.place not in heard)
    return Topic(record, _by_role(named), _by_indicator(site, said), done, silent) if heard else None


def _by_role(named: Sequence[tuple[Speech, SectorRole]]) -> Mapping[str, Sequence[tuple[Speech, SectorRole]]]:
    found = {name: [each for each in named if each[1].role == name] for name in ROLES}
    return {name: each for name, each in found.items() if each}


def _by_indicator(site: Site, said: Sequence[Said]) -> Sequence[tuple[Indicator, tuple[Group, ...]]]:
    found = {name: [each for each in said if each.figure.indicator == name] for name in site.indicators}
    return [(site.indicators[name], groups(members)) for name, members in found.items() if members]
