"""The table of one row that describes the briefing as a whole."""

from briefing.content.site import Briefing
from briefing.downloads.tables import ADDRESS, DATE, INTEGER, TEXT, Column, Table, attribute
from briefing.i18n.catalogs import marked as _
from briefing.reviews.summary import review_summary
from briefing.reviews.versions import version

PAGE = "data"
"""The page of a briefing that explains its data."""
NOTICE = _("Figures are what the speeches say; nothing here is an endorsement, a forecast or advice to invest.")
"""The notice at the foot of every page."""

HEADING: Table[Briefing] = Table(
    "briefing",
    _("The briefing as a whole; in the JSON file only."),
    (
        Column("id", TEXT, _("Id of the briefing, as in its addresses"), attribute("id")),
        Column("title", TEXT, _("Its title"), attribute("record.title"), localised=True),
        Column("year", INTEGER, _("Year of the event"), attribute("record.year")),
        Column(
            "version",
            TEXT,
            _("Changes whenever the content of the briefing does; cite it"),
            lambda row, edition: version(row, edition.file_names),
        ),
        Column(
            "reviewed",
            DATE,
            _("When a person last compared any of it with the source; empty where nobody has"),
            lambda row, edition: review_summary(row, edition.file_names).last or None,
            filled="sometimes",
        ),
        Column("source", TEXT, _("What the source is"), attribute("record.source.title"), localised=True),
        Column("publisher", TEXT, _("Who published the source"), attribute("record.source.publisher"), localised=True),
        Column("compiler", TEXT, _("Who compiled the source"), attribute("record.source.compiler"), localised=True),
        Column(
            "notice",
            TEXT,
            _("What the data is, and what it is not"),
            lambda _row, edition: str(edition.localizer.catalog.gettext(NOTICE)),
            localised=True,
        ),
        Column(
            "dictionary",
            ADDRESS,
            _("Address of the page that explains every column"),
            lambda _row, edition: edition.address(PAGE),
            localised=True,
        ),
    ),
    lambda briefing: [briefing],
)
