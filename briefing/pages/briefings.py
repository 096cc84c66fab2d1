"""The pages of a briefing as a whole: the comparison, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.content.model import Figure
from briefing.content.site import Briefing, Site
from briefing.content.values import CLAIMS, PLACE_KINDS
from briefing.i18n.catalogs import marked as _
from briefing.queries.comparison import Comparison, compare
from briefing.queries.coverage import Number, numbers
from briefing.render.page import Page, of_briefing


def comparison(site: Site) -> Iterator[Page]:
    """Yield a comparison index for each briefing."""
    for briefing in site.briefings:
        compared = compare(site, briefing)
        context = {"comparison": compared, "choices": choices(site, briefing, compared)}
        yield of_briefing(briefing, template="comparison.html", title=briefing.record.title, **context)


def about(site: Site) -> Iterator[Page]:
    """Yield the page on source and method for each briefing."""
    for briefing in site.briefings:
        context = {"examples": examples(briefing), "coverage": coverage(site, briefing)}
        yield of_briefing(briefing, "about", template="about.html", title=_("About and method"), **context)


def choices(site: Site, briefing: Briefing, compared: Comparison) -> Mapping[str, Sequence[str]]:
    """Return what the comparison can be filtered by: only what some speech has, in the order of the content."""
    speeches = [loaded.record for loaded in briefing.speeches]
    kinds = {site.places[speech.place].kind for speech in speeches}
    sectors = {role.sector for speech in speeches for role in speech.sectors}
    return {
        "kinds": [kind for kind in PLACE_KINDS if kind in kinds],
        "sectors": [sector for sector in site.sectors if sector in sectors],
        "themes": [theme for theme in site.settings.themes if theme in compared.themes],
        "claims": [claim for claim in CLAIMS if claim in compared.claims],
    }


def examples(briefing: Briefing) -> list[tuple[str, Figure]]:
    """Return the briefing's first figure of each unit and bound, with its place, to show how figures are written."""
    found: dict[tuple[str, str], tuple[str, Figure]] = {}
    for loaded in briefing.speeches:
        for figure in loaded.record.figures.values():
            found.setdefault((figure.unit, figure.bound), (loaded.record.place, figure))
    return list(found.values())


def coverage(site: Site, briefing: Briefing) -> Mapping[str, Sequence[Number]]:
    """Return what became of every number of the source, by place."""
    return {
        loaded.record.place: tuple(numbers(loaded.record, site.paragraphs(loaded) or ()))
        for loaded in briefing.speeches
    }
