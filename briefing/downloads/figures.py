"""The table of figures: a row for each that is stated, and one for each that a speech does not state and another does.

The second kind of row says `not stated` and holds no value: that is neither zero nor a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from briefing.content.model import Figure, Indicator, Speech
from briefing.content.site import Site
from briefing.content.values import CLAIMS, Bound
from briefing.downloads.columns import ADDRESS, DATE, NUMBER, TEXT, WHOLE, Column, Edition, Table, Value
from briefing.i18n.catalogs import marked as _
from briefing.numbers.chinese_numerals import SCALE
from briefing.queries.comparison import figures_of
from briefing.reviews.status import standings

if TYPE_CHECKING:
    from briefing.render.renderer import Voice

STATED, NOT_STATED = "stated", "not stated"


@dataclass(frozen=True)
class Statement:
    """What a speech says of an indicator: a figure, or none."""

    edition: Edition
    speech: Speech
    indicator: Indicator
    figure: Figure | None = None
    reviewed: str | None = None


def statements(edition: Edition) -> Iterator[Statement]:
    """Yield the figures of each speech, then the indicators of the briefing that it gives no figure for."""
    site, dates = edition.site, _review_dates(edition.site)
    used = {figure.indicator for speech in edition.speeches for figure in speech.figures.values()}
    for loaded in edition.briefing.speeches:
        speech = loaded.record
        for figure in speech.figures.values():
            indicator = site.indicators[figure.indicator]
            yield Statement(edition, speech, indicator, figure, dates.get((loaded.name, figure.id)))
        for indicator in site.indicators.values():
            if indicator.id in used and not figures_of(speech, indicator):
                yield Statement(edition, speech, indicator)


def _review_dates(site: Site) -> Mapping[tuple[str, str], str]:
    """Return when a person looked at each figure, by file and id, where it is still what they looked at."""
    return {
        (each.name, each.key.partition("/")[2]): each.review.date
        for each in standings(site)
        if each.review and each.review.figure and each.state == "current"
    }


def scale(stated: str) -> str:
    """Return the scale word that the number before the unit is stated in (387.6亿元: 亿), or nothing."""
    words = re.findall(SCALE, stated)
    return str(words[-1]) if words else ""


def _given(name: str) -> Callable[[Statement, Voice], Value]:
    """Return how to read a field of the figure; one that is not stated has none."""
    return lambda row, _voice: getattr(row.figure, name, None)


def _text(name: str) -> Callable[[Statement, Voice], Value]:
    """Return how to read a text of the figure, where it has it."""
    return lambda row, voice: voice.text(text) if (text := getattr(row.figure, name, None)) else None


def _id(row: Statement, figure: str | None) -> str | None:
    return f"{row.speech.place}/{figure}" if figure else None


def _permalink(row: Statement, voice: Voice) -> str | None:
    return row.edition.address(voice, row.speech.place, f"f-{row.figure.id}") if row.figure else None


FIGURES: Table[Statement] = Table(
    "figures",
    _(
        "One row for each figure that a speech states, in the order of the speech; and, with the status “not stated”,"
        " one for each indicator that other speeches of the briefing give a figure for and this one does not."
    ),
    (
        Column(
            "id",
            TEXT,
            _("Name of the figure: the id of its place, a slash, and its own id, as in the permalink"),
            lambda row, _voice: _id(row, row.figure.id if row.figure else None),
            filled="stated",
        ),
        Column("place", TEXT, _("Id of the place that spoke"), lambda row, _voice: row.speech.place),
        Column(
            "place",
            TEXT,
            _("Name of the place"),
            lambda row, voice: voice.text(row.edition.site.places[row.speech.place].name),
            localised=True,
        ),
        Column(
            "indicator", TEXT, _("Id of the indicator: what the figure measures"), lambda row, _voice: row.indicator.id
        ),
        Column(
            "indicator",
            TEXT,
            _("Name of the indicator"),
            lambda row, voice: voice.text(row.indicator.name),
            localised=True,
        ),
        Column(
            "theme", TEXT, _("Id of the theme that the indicator belongs to"), lambda row, _voice: row.indicator.theme
        ),
        Column(
            "status",
            TEXT,
            _(
                "Whether the speech states a figure; where it does not, only place, indicator, theme and status are"
                " filled, and the empty value is neither zero nor a fault"
            ),
            lambda row, _voice: STATED if row.figure else NOT_STATED,
            words=(STATED, NOT_STATED),
        ),
        Column(
            "value",
            NUMBER,
            _("The number with its scale written out, exact: 387.6亿元 is 38760000000; empty for a range"),
            _given("value"),
            filled="sometimes",
        ),
        Column("low", NUMBER, _("Lower end of a range, exact; otherwise empty"), _given("low"), filled="sometimes"),
        Column("high", NUMBER, _("Upper end of a range, exact; otherwise empty"), _given("high"), filled="sometimes"),
        Column("unit", TEXT, _("Id of the unit that the number counts in"), _given("unit"), filled="stated"),
        Column(
            "scale",
            TEXT,
            _("Scale word in the wording of the source, such as 亿, a hundred million; empty where there is none"),
            lambda row, _voice: (scale(row.figure.stated) or None) if row.figure else None,
            filled="sometimes",
        ),
        Column(
            "bound",
            TEXT,
            _("Bound that the speech puts on the number; “exact” where it puts none"),
            _given("bound"),
            filled="stated",
            words=get_args(Bound),
        ),
        Column(
            "claim",
            TEXT,
            _("Kind of statement; “actual” is a result, “context” background"),
            _given("claim"),
            filled="stated",
            words=CLAIMS,
        ),
        Column(
            "period",
            TEXT,
            _("Period that it is about, such as 2023, 2023-Q1, 2023-H1 or 2023-01; “unstated” where none is given"),
            _given("period"),
            filled="stated",
        ),
        Column(
            "of",
            TEXT,
            _("Id of the figure that counts what this one measures, such as the projects that an amount is for"),
            lambda row, _voice: _id(row, row.figure.of if row.figure else None),
            filled="sometimes",
        ),
        Column("as_stated", TEXT, _("Wording of the source, with unit and bound"), _given("stated"), filled="stated"),
        Column(
            "paragraph",
            WHOLE,
            _("Paragraph of the speech that states it, counted from 1; 0 is the headline"),
            _given("at"),
            filled="stated",
        ),
        Column(
            "as_written",
            TEXT,
            _("The figure as this site writes it"),
            lambda row, voice: voice.writer(row.figure) if row.figure else None,
            localised=True,
            filled="stated",
        ),
        Column(
            "scope",
            TEXT,
            _("What exactly is counted, where that is narrower than the indicator"),
            _text("scope"),
            localised=True,
            filled="sometimes",
        ),
        Column("note", TEXT, _("A caution for readers"), _text("note"), localised=True, filled="sometimes"),
        Column(
            "permalink", ADDRESS, _("Address of the figure on this site"), _permalink, localised=True, filled="stated"
        ),
        Column(
            "reviewed",
            DATE,
            _("When a person last compared it with the source; empty if it has changed since, or never was compared"),
            lambda row, _voice: row.reviewed,
            filled="sometimes",
        ),
    ),
    statements,
)
