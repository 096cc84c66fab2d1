"""All tables: the list of them, the heading of the JSON file, and the data dictionary that explains every column."""

from typing import Any

from briefing.content.site import Briefing
from briefing.downloads.entities import ENTITIES
from briefing.downloads.figures import FIGURES
from briefing.downloads.measures import MEASURES
from briefing.downloads.tables import ADDRESS, BY, DATE, INTEGER, TEXTS, Column, Field, Table
from briefing.i18n.catalogs import marked as _
from briefing.reviews.summary import review_summary
from briefing.reviews.versions import version

NOTICE = _("Figures are what the speeches say; nothing here is an endorsement, a forecast or advice to invest.")
"""The notice at the foot of every page."""

HEADING: Table[Briefing] = Table(
    "briefing",
    _("The briefing as a whole; in the JSON file only."),
    (
        Column("id", _("Id of the briefing, as in its addresses")),
        Column("title", _("Its title"), "record.title", localised=True),
        Column("year", _("Year of the event"), "record.year", INTEGER),
        Column(
            "version",
            _("Changes whenever the content of the briefing does; cite it"),
            lambda row, _edition: version(row, row.file_names | row.shared.file_names),
        ),
        Column(
            "reviewed",
            _("When a person last compared any of it with the source; empty where nobody has"),
            lambda row, _edition: review_summary(row, row.file_names | row.shared.file_names).last or None,
            DATE,
            filled="sometimes",
        ),
        Column(
            "reviewed_by",
            _("Whether another person than the one who wrote it has compared all of it, as it stands"),
            lambda row, _edition: BY[review_summary(row, row.file_names | row.shared.file_names).read_by_second_person],
            words=tuple(BY.values()),
        ),
        Column("source", _("What the source is"), "record.source.title", localised=True),
        Column("publisher", _("Who published the source"), "record.source.publisher", localised=True),
        Column("compiler", _("Who compiled the source"), "record.source.compiler", localised=True),
        Column(
            "notice",
            _("What the data is, and what it is not"),
            lambda _row, edition: edition.localizer.catalog.gettext(NOTICE),
            localised=True,
        ),
        Column(
            "dictionary",
            _("Address of the page that explains every column"),
            lambda _row, edition: edition.address("data"),
            ADDRESS,
            localised=True,
        ),
    ),
    lambda briefing: [briefing],
)

TABLES: tuple[Table[Any], ...] = (FIGURES, MEASURES, ENTITIES)
DOCUMENTED: tuple[Table[Any], ...] = (*TABLES, HEADING)
"""The tables that the page on the data explains: those of the files, and the heading of the JSON file."""

DICTIONARY: Table[Field] = Table(
    "dictionary",
    _("One row for each column of the other tables."),
    (
        Column("table", _("Name of the table")),
        Column("column", _("Name of the column"), "name"),
        Column(
            "type",
            _("What kind of value the column has"),
            lambda row, edition: edition.localizer.catalog.gettext(row.column.kind.name),
            localised=True,
        ),
        Column(
            "meaning", _("What the column says"), lambda row, edition: row.meaning(edition.localizer), localised=True
        ),
        Column("words", _("The only values that the column has, where they are few and fixed"), "column.words", TEXTS),
    ),
    lambda briefing: (field for table in TABLES for field in table.fields(briefing.languages)),
)
