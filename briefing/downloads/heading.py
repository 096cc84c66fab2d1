"""What a file says of the briefing as a whole: a table of one row."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.downloads.columns import ADDRESS, DATE, TEXT, WHOLE, Column, Edition, Table
from briefing.i18n.catalogs import marked as _
from briefing.reviews.status import reviewed
from briefing.reviews.versions import version

PAGE = "data"
"""The page of a briefing that explains its data."""
NOTICE = _("Figures are what the speeches say; nothing here is an endorsement, a forecast or advice to invest.")
"""What every page says at its foot."""


def _one(edition: Edition) -> Sequence[Edition]:
    return [edition]


HEADING: Table[Edition] = Table(
    "briefing",
    _("The briefing as a whole; in the JSON file only."),
    (
        Column("id", TEXT, _("Id of the briefing, as in its addresses"), lambda row, _voice: row.briefing.id),
        Column("title", TEXT, _("Its title"), lambda row, voice: voice.text(row.briefing.record.title), localised=True),
        Column("year", WHOLE, _("Year of the event"), lambda row, _voice: row.briefing.record.year),
        Column(
            "version",
            TEXT,
            _("Changes whenever the content of the briefing does; cite it"),
            lambda row, _voice: version(row.site, row.files),
        ),
        Column(
            "reviewed",
            DATE,
            _("When a person last compared any of it with the source; empty where nobody has"),
            lambda row, _voice: reviewed(row.site, row.files).last or None,
            filled="sometimes",
        ),
        Column(
            "source",
            TEXT,
            _("What the source is"),
            lambda row, voice: voice.text(row.briefing.record.source.title),
            localised=True,
        ),
        Column(
            "publisher",
            TEXT,
            _("Who published the source"),
            lambda row, voice: voice.text(row.briefing.record.source.publisher),
            localised=True,
        ),
        Column(
            "compiler",
            TEXT,
            _("Who compiled the source"),
            lambda row, voice: voice.text(row.briefing.record.source.compiler),
            localised=True,
        ),
        Column(
            "notice",
            TEXT,
            _("What the data is, and what it is not"),
            lambda _row, voice: str(voice.catalog.gettext(NOTICE)),
            localised=True,
        ),
        Column(
            "dictionary",
            ADDRESS,
            _("Address of the page that explains every column"),
            lambda row, voice: row.address(voice, PAGE),
            localised=True,
        ),
    ),
    _one,
)
