"""Who puts which sector forward, with sectors and places in the order of a diagonal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.content.model import Sector, SectorRole, Speech
from briefing.content.site import Briefing

ROUNDS = 20
"""More than the order of a few dozen sectors and places takes to settle."""


@dataclass(frozen=True)
class SuitedSector:
    """A sector, and the role that each speech that names it gives it."""

    sector: Sector
    roles: Mapping[Speech, SectorRole]

    @property
    def suitors(self) -> int:
        """The number of speeches that put it forward, rather than only name it or projects of it."""
        return sum(each.role != "mentioned" for each in self.roles.values())


@dataclass(frozen=True)
class Suitors:
    """The sectors that speeches name, and all speeches; those that name none come last."""

    sectors: Sequence[SuitedSector]
    speeches: Sequence[Speech]

    @property
    def silent(self) -> Sequence[Speech]:
        """The speeches that name no sector."""
        return [each for each in self.speeches if not any(each in sector.roles for sector in self.sectors)]

    @property
    def forward(self) -> Sequence[SuitedSector]:
        """The sectors that at least one speech puts forward."""
        return [each for each in self.sectors if each.suitors]

    @property
    def single(self) -> int:
        """How many of them have a single suitor."""
        return sum(each.suitors == 1 for each in self.sectors)

    @property
    def mostly_single(self) -> bool:
        """Whether most sectors have a single suitor although several speeches put sectors forward."""
        naming = {speech for each in self.forward for speech in each.roles}
        return len(naming) > 1 and self.single * 2 > len(self.forward)


def suitors(briefing: Briefing) -> Suitors:
    """Return the sectors that the speeches of a briefing name, with sectors and speeches in the order of a diagonal."""
    named = {
        sector: {each.speech: each for speech in briefing.speeches for each in speech.sectors if each.sector == sector}
        for sector in briefing.shared.sectors
    }
    names = {sector: frozenset(roles) for sector, roles in named.items() if roles}
    speeches: list[Speech] = []
    sectors: list[str] = []
    for group in connected(names, briefing.speeches):
        rows, columns = diagonal({name: names[name] for name in names if names[name] & set(group)}, group)
        sectors += rows
        speeches += columns
    speeches += (each for each in briefing.speeches if each not in speeches)
    return Suitors([SuitedSector(briefing.shared.sectors[each], named[each]) for each in sectors], speeches)


def connected(names: Mapping[str, frozenset[Speech]], speeches: Sequence[Speech]) -> Sequence[Sequence[Speech]]:
    """Return the groups of speeches that share sectors, directly or through others, in the order of the speeches."""
    groups: list[frozenset[Speech]] = []
    for together in names.values():
        joined = together.union(*(each for each in groups if each & together))
        groups = [*(each for each in groups if not each & together), joined]
    ordered = [[speech for speech in speeches if speech in group] for group in groups]
    return sorted(ordered, key=lambda group: speeches.index(group[0]))


def diagonal(names: Mapping[str, frozenset[Speech]], group: Sequence[Speech]) -> tuple[Sequence[str], Sequence[Speech]]:
    """Return sectors and speeches, each in the order of the mean place of what it is named with."""
    rows = list(names)
    columns = list(group)
    for _ in range(ROUNDS):
        order = {speech: index for index, speech in enumerate(columns)}
        rows.sort(key=lambda name: Fraction(sum(order[each] for each in names[name]), len(names[name])))
        place = {name: index for index, name in enumerate(rows)}
        means = {
            speech: Fraction(sum(found := [place[name] for name in rows if speech in names[name]]), len(found))
            for speech in columns
        }
        columns.sort(key=means.__getitem__)
    return rows, columns
