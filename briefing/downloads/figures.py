"""The table of figures: a row for each that is stated, and one for each that a speech does not state and another does.

The second kind of row says `not stated` and has no value: that is neither zero nor a fault.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import get_args

from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing
from briefing.content.values import CLAIMS, Bound, Direction
from briefing.downloads.tables import ADDRESS, BY, DATE, INTEGER, NUMBER, PLACE_NAME, Column, Edition, Table, Value
from briefing.i18n.catalogs import marked as _
from briefing.numbers.chinese_numerals import SCALE
from briefing.numbers.numerals import as_written, decimal

STATED, NOT_STATED = "stated", "not stated"


@dataclass(frozen=True)
class Unstated:
    """An indicator, by its id, that a speech gives no figure for."""

    speech: Speech
    indicator: str


Row = Figure | Unstated


def rows(briefing: Briefing) -> Iterator[Row]:
    """Yield the figures of each speech, then the indicators of the briefing that it gives no figure for."""
    stated = {speech: {figure.indicator for figure in speech.figures.values()} for speech in briefing.speeches}
    used = set().union(*stated.values())
    for speech, indicators in stated.items():
        yield from speech.figures.values()
        yield from (Unstated(speech, name) for name in briefing.shared.indicators if name in used - indicators)


def scale(stated: str) -> str | None:
    """Return the last scale word of a wording of the source (387.6亿元: 亿); None if there is none."""
    words = re.findall(SCALE, stated)
    return words[-1] if words else None


def fraction(figure: Figure) -> str | None:
    """Return the value of a figure that was stated as a fraction (2/3), or both ends; None if it was not."""
    ends = (as_written(end) for end in figure.ends if isinstance(end, Fraction))
    return "–".join(dict.fromkeys(ends)) or None


def exact(name: str) -> Callable[[Row, Edition], Value]:
    """Return a function for the cells of a column of numbers: those of a key of the figure, such as `value`."""

    def cell(row: Row, _edition: Edition) -> Value:
        number = getattr(row, name, None)
        return None if number is None else decimal(number)

    return cell


def related(name: str, meaning: str) -> Column[Row]:
    """Return a column with the id of the figure that a key of the figure names, such as `part_of`."""

    def cell(row: Row, _edition: Edition) -> Value:
        other = getattr(row, name, None)
        return f"{row.speech.place}/{getattr(other, 'id', other)}" if other else None

    return Column(name, meaning, cell, filled="sometimes stated")


def if_stated(value: Callable[[Figure, Edition], Value]) -> Callable[[Row, Edition], Value]:
    """Return a function for the cells of a column that are empty where no figure is stated."""
    return lambda row, edition: value(row, edition) if isinstance(row, Figure) else None


def review_of(figure: Figure, edition: Edition) -> tuple[str | None, str | None]:
    """Return when a person compared a figure, and who; nothing if it has changed since."""
    return edition.reviews.get((figure.speech.file.name, f"figures/{figure.id}"), (None, None))


FIGURES: Table[Row] = Table(
    "figures",
    _(
        "One row for each figure that a speech states, in the order of the speech; and, with the status “not stated”,"
        " one for each indicator that other speeches of the briefing give a figure for and this one does not."
    ),
    (
        Column(
            "id",
            _("Name of the figure: the id of its place, a slash, and its own id, as in the permalink"),
            if_stated(lambda figure, _edition: f"{figure.speech.place}/{figure.id}"),
            filled="stated",
        ),
        Column("place", _("Id of the place that spoke"), "speech.place"),
        PLACE_NAME,
        Column("indicator", _("Id of the indicator: what the figure measures")),
        Column(
            "indicator",
            _("Name of the indicator"),
            lambda row, edition: edition.localizer.text(edition.briefing.shared.indicators[row.indicator].name),
            localised=True,
        ),
        Column(
            "theme",
            _("Id of the theme that the indicator belongs to"),
            lambda row, edition: edition.briefing.shared.indicators[row.indicator].theme,
        ),
        Column(
            "status",
            _(
                "Whether the speech states a figure; where it does not, only place, indicator, theme and status are"
                " filled, and the empty value is neither zero nor a fault"
            ),
            lambda row, _edition: STATED if isinstance(row, Figure) else NOT_STATED,
            words=(STATED, NOT_STATED),
        ),
        Column(
            "value",
            _(
                "The number with its scale written out, exact: 387.6亿元 is 38760000000; empty for a range; a fraction"
                " has 28 digits here"
            ),
            exact("value"),
            NUMBER,
            filled="sometimes stated",
        ),
        Column(
            "low", _("Lower end of a range, exact; otherwise empty"), exact("low"), NUMBER, filled="sometimes stated"
        ),
        Column(
            "high", _("Upper end of a range, exact; otherwise empty"), exact("high"), NUMBER, filled="sometimes stated"
        ),
        Column(
            "fraction",
            _("The number as a fraction, where the speech states one: 三分之二 is 2/3; otherwise empty"),
            if_stated(lambda figure, _edition: fraction(figure)),
            filled="sometimes stated",
        ),
        Column("unit", _("Id of the unit that the number counts in"), filled="stated"),
        Column(
            "scale",
            _("Scale word in the wording of the source, such as 亿, a hundred million; empty where there is none"),
            if_stated(lambda figure, _edition: scale(figure.stated)),
            filled="sometimes stated",
        ),
        Column(
            "bound",
            _("Bound that the speech puts on the number; “exact” where it puts none"),
            filled="stated",
            words=get_args(Bound),
        ),
        Column(
            "claim", _("Kind of statement; “actual” is a result, “context” background"), filled="stated", words=CLAIMS
        ),
        Column(
            "change",
            _("Whether it says that something grew, fell or stayed by so much; empty for a level or an amount"),
            filled="sometimes stated",
            words=get_args(Direction),
        ),
        Column(
            "period",
            _(
                "Period that it is about, such as 2023, 2023-Q1, 2023-H1 or 2023-01/2023-10; “unstated” where none is"
                " given"
            ),
            filled="stated",
        ),
        Column(
            "by",
            _("Period by whose end it is due, such as 2023-09; empty where the speech gives no deadline"),
            filled="sometimes stated",
        ),
        Column(
            "cumulative",
            _("Whether it counts from the beginning of the year to the end of its period"),
            if_stated(lambda figure, _edition: "yes" if figure.cumulative else "no"),
            filled="stated",
            words=("yes", "no"),
        ),
        related(
            "of", _("Id of the figure that counts what this one measures, such as the projects that an amount is for")
        ),
        related("part_of", _("Id of the figure that this one is a part of")),
        related("stretch_of", _("Id of the goal whose stretch goal this is")),
        related("supersedes", _("Id of the figure that the speech corrects by this one")),
        related("superseded_by", _("Id of the figure by which the speech corrects this one, which is not to be used")),
        Column("as_stated", _("Wording of the source, with unit and bound"), "stated", filled="stated"),
        Column(
            "paragraph",
            _("Paragraph of the speech that states it, counted from 1; 0 is the headline"),
            "at",
            INTEGER,
            filled="stated",
        ),
        Column(
            "as_written",
            _("The figure as this site writes it"),
            if_stated(lambda figure, edition: edition.localizer.figures.alone(figure)),
            localised=True,
            filled="stated",
        ),
        Column(
            "scope",
            _("What exactly is counted, where that is narrower than the indicator"),
            localised=True,
            filled="sometimes stated",
        ),
        Column("note", _("A caution for readers"), localised=True, filled="sometimes stated"),
        Column(
            "permalink",
            _("Address of the figure on this site"),
            if_stated(lambda figure, edition: edition.address(figure.speech.place, f"f-{figure.id}")),
            ADDRESS,
            localised=True,
            filled="stated",
        ),
        Column(
            "reviewed",
            _("When a person last compared it with the source; empty if it has changed since, or never was compared"),
            if_stated(lambda figure, edition: review_of(figure, edition)[0]),
            DATE,
            filled="sometimes stated",
        ),
        Column(
            "reviewed_by",
            _("Whether that person is another than the one who wrote it"),
            if_stated(lambda figure, edition: review_of(figure, edition)[1]),
            filled="sometimes stated",
            words=tuple(BY.values()),
        ),
    ),
    rows,
)
