"""The dictionary as a table of its own: a row for each column of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.downloads import TABLES
from briefing.downloads.columns import TEXT, TEXTS, Column, Edition, Field, Table
from briefing.i18n.catalogs import marked as _


@dataclass(frozen=True)
class Entry:
    """A column, and the table it stands in."""

    table: Table[Any]
    field: Field[Any]


def _entries(edition: Edition) -> Iterator[Entry]:
    return (Entry(table, field) for table in TABLES for field in table.fields(edition.site.languages))


DICTIONARY: Table[Entry] = Table(
    "dictionary",
    _("One row for each column of the other tables."),
    (
        Column("table", TEXT, _("Name of the table"), lambda row, _voice: row.table.id),
        Column("column", TEXT, _("Name of the column"), lambda row, _voice: row.field.name),
        Column(
            "type",
            TEXT,
            _("What kind of value the column has"),
            lambda row, voice: str(voice.catalog.gettext(row.field.column.kind.name)),
            localised=True,
        ),
        Column("meaning", TEXT, _("What the column says"), lambda row, voice: row.field.meaning(voice), localised=True),
        Column(
            "words",
            TEXTS,
            _("The only values that the column has, where they are few and fixed"),
            lambda row, _voice: row.field.column.words,
        ),
    ),
    _entries,
)
