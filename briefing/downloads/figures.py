"""The table of figures: a row for each that is stated, and one for each that a speech does not state and another does.

The second kind of row says `not stated` and has no value: that is neither zero nor a fault.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.content.values import CLAIMS, Bound
from briefing.downloads.tables import ADDRESS, DATE, INTEGER, NUMBER, TEXT, Column, Edition, Table, attribute
from briefing.i18n.catalogs import marked as _
from briefing.numbers.chinese_numerals import SCALE

STATED, NOT_STATED = "stated", "not stated"


@dataclass(frozen=True)
class Unstated:
    """An indicator, by its id, that a speech gives no figure for."""

    speech: Speech
    indicator: str


Row = Figure | Unstated


def rows(briefing: Briefing) -> Iterator[Row]:
    """Yield the figures of each speech, then the indicators of the briefing that it gives no figure for."""
    used = {figure.indicator for speech in briefing.speeches for figure in speech.figures.values()}
    for speech in briefing.speeches:
        yield from speech.figures.values()
        stated = {figure.indicator for figure in speech.figures.values()}
        yield from (Unstated(speech, name) for name in briefing.shared.indicators if name in used - stated)


def scale(stated: str) -> str | None:
    """Return the last scale word of a wording of the source (387.6亿元: 亿); None if there is none."""
    words = re.findall(SCALE, stated)
    return str(words[-1]) if words else None


def indicator_name(row: Row, edition: Edition) -> str:
    """Return the name of the indicator."""
    return edition.localizer.text(edition.briefing.shared.indicators[row.indicator].name)


FIGURES: Table[Row] = Table(
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
            lambda row, _edition: f"{row.speech.place}/{row.id}" if isinstance(row, Figure) else None,
            filled="stated",
        ),
        Column("place", TEXT, _("Id of the place that spoke"), attribute("speech.place")),
        Column(
            "place", TEXT, _("Name of the place"), lambda row, edition: edition.place_name(row.speech), localised=True
        ),
        Column("indicator", TEXT, _("Id of the indicator: what the figure measures"), attribute("indicator")),
        Column("indicator", TEXT, _("Name of the indicator"), indicator_name, localised=True),
        Column(
            "theme",
            TEXT,
            _("Id of the theme that the indicator belongs to"),
            lambda row, edition: edition.briefing.shared.indicators[row.indicator].theme,
        ),
        Column(
            "status",
            TEXT,
            _(
                "Whether the speech states a figure; where it does not, only place, indicator, theme and status are"
                " filled, and the empty value is neither zero nor a fault"
            ),
            lambda row, _edition: STATED if isinstance(row, Figure) else NOT_STATED,
            words=(STATED, NOT_STATED),
        ),
        Column(
            "value",
            NUMBER,
            _("The number with its scale written out, exact: 387.6亿元 is 38760000000; empty for a range"),
            attribute("value"),
            filled="sometimes",
        ),
        Column("low", NUMBER, _("Lower end of a range, exact; otherwise empty"), attribute("low"), filled="sometimes"),
        Column(
            "high", NUMBER, _("Upper end of a range, exact; otherwise empty"), attribute("high"), filled="sometimes"
        ),
        Column("unit", TEXT, _("Id of the unit that the number counts in"), attribute("unit"), filled="stated"),
        Column(
            "scale",
            TEXT,
            _("Scale word in the wording of the source, such as 亿, a hundred million; empty where there is none"),
            lambda row, _edition: scale(row.stated) if isinstance(row, Figure) else None,
            filled="sometimes",
        ),
        Column(
            "bound",
            TEXT,
            _("Bound that the speech puts on the number; “exact” where it puts none"),
            attribute("bound"),
            filled="stated",
            words=get_args(Bound),
        ),
        Column(
            "claim",
            TEXT,
            _("Kind of statement; “actual” is a result, “context” background"),
            attribute("claim"),
            filled="stated",
            words=CLAIMS,
        ),
        Column(
            "period",
            TEXT,
            _("Period that it is about, such as 2023, 2023-Q1, 2023-H1 or 2023-01; “unstated” where none is given"),
            attribute("period"),
            filled="stated",
        ),
        Column(
            "of",
            TEXT,
            _("Id of the figure that counts what this one measures, such as the projects that an amount is for"),
            lambda row, _edition: f"{row.speech.place}/{row.of}" if isinstance(row, Figure) and row.of else None,
            filled="sometimes",
        ),
        Column(
            "as_stated", TEXT, _("Wording of the source, with unit and bound"), attribute("stated"), filled="stated"
        ),
        Column(
            "paragraph",
            INTEGER,
            _("Paragraph of the speech that states it, counted from 1; 0 is the headline"),
            attribute("at"),
            filled="stated",
        ),
        Column(
            "as_written",
            TEXT,
            _("The figure as this site writes it"),
            lambda row, edition: edition.localizer.figures.format(row) if isinstance(row, Figure) else None,
            localised=True,
            filled="stated",
        ),
        Column(
            "scope",
            TEXT,
            _("What exactly is counted, where that is narrower than the indicator"),
            attribute("scope"),
            localised=True,
            filled="sometimes",
        ),
        Column("note", TEXT, _("A caution for readers"), attribute("note"), localised=True, filled="sometimes"),
        Column(
            "permalink",
            ADDRESS,
            _("Address of the figure on this site"),
            lambda row, edition: edition.address(row.speech.place, f"f-{row.id}") if isinstance(row, Figure) else None,
            localised=True,
            filled="stated",
        ),
        Column(
            "reviewed",
            DATE,
            _("When a person last compared it with the source; empty if it has changed since, or never was compared"),
            lambda row, edition: (
                edition.review_dates.get((row.speech.place, row.id)) if isinstance(row, Figure) else None
            ),
            filled="sometimes",
        ),
    ),
    rows,
)
