"""The list of all tables, and the data dictionary: a table with a row for each column of the others."""

from typing import Any

from briefing.downloads.entities import ENTITIES
from briefing.downloads.figures import FIGURES
from briefing.downloads.heading import HEADING
from briefing.downloads.measures import MEASURES
from briefing.downloads.tables import TEXT, TEXTS, Column, Field, Table, attribute
from briefing.i18n.catalogs import marked as _

TABLES: tuple[Table[Any], ...] = (FIGURES, MEASURES, ENTITIES)
DOCUMENTED: tuple[Table[Any], ...] = (*TABLES, HEADING)
"""The tables that the page on the data explains: those of the files, and the heading of the JSON file."""

DICTIONARY: Table[Field[Any]] = Table(
    "dictionary",
    _("One row for each column of the other tables."),
    (
        Column("table", TEXT, _("Name of the table"), attribute("table")),
        Column("column", TEXT, _("Name of the column"), attribute("name")),
        Column(
            "type",
            TEXT,
            _("What kind of value the column has"),
            lambda row, edition: str(edition.localizer.catalog.gettext(row.column.kind.name)),
            localised=True,
        ),
        Column(
            "meaning",
            TEXT,
            _("What the column says"),
            lambda row, edition: row.meaning(edition.localizer),
            localised=True,
        ),
        Column(
            "words",
            TEXTS,
            _("The only values that the column has, where they are few and fixed"),
            attribute("column.words"),
        ),
    ),
    lambda briefing: (field for table in TABLES for field in table.fields(briefing.languages)),
)
