"""A briefing at a glance: pictures that are tables too, drawn from the same figures as everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.content.model import Figure, Indicator, Speech
from briefing.content.site import Briefing, Site
from briefing.content.values import STAGES
from briefing.i18n.catalogs import marked as _
from briefing.numbers.periods import order
from briefing.pages.due import calendar
from briefing.render.page import Page, of_briefing


@dataclass(frozen=True)
class Count:
    """How many figures and measures a speech gives under a theme."""

    figures: int
    measures: int

    @property
    def total(self) -> int:
        """Both together, for the shade."""
        return self.figures + self.measures


@dataclass(frozen=True)
class Step:
    """Projects at one stage: their count, the amount that the speech gives for the same projects, and both as shares.

    A share is of the largest count or amount in the picture, as a percentage, for the length of a bar.
    """

    speech: Speech
    stage: str
    count: Figure
    amount: Figure | None
    count_share: Decimal
    amount_share: Decimal


def glance(site: Site) -> Iterator[Page]:
    """Yield the pictures of each briefing."""
    for briefing in site.briefings:
        pictures = {
            "grid": grid(site, briefing),
            "roles": roles(site, briefing),
            "steps": pipeline(site, briefing),
            "calendar": calendar(site, briefing),
        }
        yield of_briefing(briefing, "glance", template="glance.html", title=_("At a glance"), **pictures)


def grid(site: Site, briefing: Briefing) -> Mapping[str, Sequence[Count]]:
    """Return for each theme that some speech speaks to what each gives, in the source's order."""
    speeches = [loaded.record for loaded in briefing.speeches]
    rows = {theme: [_count(site, speech, theme) for speech in speeches] for theme in site.settings.themes}
    return {theme: counts for theme, counts in rows.items() if any(count.total for count in counts)}


def _count(site: Site, speech: Speech, theme: str) -> Count:
    figures = sum(site.indicators[figure.indicator].theme == theme for figure in speech.figures.values())
    return Count(figures, sum(measure.theme == theme for measure in speech.measures))


def roles(site: Site, briefing: Briefing) -> Mapping[str, Sequence[str | None]]:
    """Return for each sector the role that each speech gives it; sectors that most speeches name come first."""
    speeches = [{role.sector: role.role for role in loaded.record.sectors} for loaded in briefing.speeches]
    found = {sector: [named.get(sector) for named in speeches] for sector in site.sectors}
    named = {sector: row for sector, row in found.items() if any(row)}
    return dict(sorted(named.items(), key=lambda each: -sum(map(bool, each[1]))))


def pipeline(site: Site, briefing: Briefing) -> Sequence[Step]:
    """Return the projects of each speech by stage, as far as it counts them."""
    counts = [(loaded.record, figure) for loaded in briefing.speeches for figure in _counts(site, loaded.record)]
    amounts = {id(figure): _amount(site, speech, figure) for speech, figure in counts}
    most = max((figure.ends[1] for _, figure in counts), default=Decimal(1))
    dearest = max((amount.ends[1] for amount in amounts.values() if amount), default=Decimal(1))
    return [
        Step(
            speech,
            str(site.indicators[figure.indicator].stage),
            figure,
            amount := amounts[id(figure)],
            _share(figure, most),
            _share(amount, dearest),
        )
        for speech, figure in counts
    ]


def _counts(site: Site, speech: Speech) -> Sequence[Figure]:
    """Return the figures that count projects at a stage, in the order of the stages, the longer period first."""
    found = [each for each in speech.figures.values() if _counts_projects(site.indicators[each.indicator], each)]
    return sorted(found, key=lambda each: (_stage(site, each), order(each.period)))


def _stage(site: Site, figure: Figure) -> int:
    stage = site.indicators[figure.indicator].stage
    return STAGES.index(stage) if stage else len(STAGES)


def _counts_projects(indicator: Indicator, figure: Figure) -> bool:
    """Say whether a figure belongs in the picture: an indicator's first unit is what its stage is of."""
    return indicator.stage is not None and figure.unit == indicator.units[0]


def _amount(site: Site, speech: Speech, count: Figure) -> Figure | None:
    """Return the amount that the speech gives for all of the things counted, not for each of them."""
    found = (figure for figure in speech.figures.values() if figure.of == count.id)
    together = (each for each in found if not site.indicators[each.indicator].each)
    return next((each for each in together if site.units[each.unit].kind == "money"), None)


def _share(figure: Figure | None, largest: Decimal) -> Decimal:
    return (figure.ends[1] * 100 / largest).quantize(Decimal("0.1")) if figure and largest else Decimal(0)
