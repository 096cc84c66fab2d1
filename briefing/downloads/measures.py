"""The table of measures."""

from briefing.content.model import Measure
from briefing.downloads.tables import ADDRESS, INTEGERS, TEXT, TEXTS, Column, Table, attribute
from briefing.i18n.catalogs import marked as _

MEASURES: Table[Measure] = Table(
    "measures",
    _("One row for each thing that a place says it does or will do, in our words."),
    (
        Column(
            "id",
            TEXT,
            _("Name of the measure: the id of its place, a slash, and its own id, as in the permalink"),
            lambda row, _edition: f"{row.speech.place}/{row.id}",
        ),
        Column("place", TEXT, _("Id of the place that spoke"), attribute("speech.place")),
        Column(
            "place", TEXT, _("Name of the place"), lambda row, edition: edition.place_name(row.speech), localised=True
        ),
        Column("theme", TEXT, _("Id of the theme that it stands under"), attribute("theme")),
        Column("title", TEXT, _("A few words"), attribute("title"), localised=True),
        Column(
            "text",
            TEXT,
            _("The measure in a sentence or two, its figures written out"),
            lambda row, edition: edition.plain(row.text, row.speech),
            localised=True,
        ),
        Column(
            "period",
            TEXT,
            _("Deadline or period that the speech gives it; empty where it gives none"),
            attribute("period"),
            filled="sometimes",
        ),
        Column(
            "paragraphs",
            INTEGERS,
            _("Paragraphs of the speech that it comes from, counted from 1; 0 is the headline"),
            attribute("at"),
        ),
        Column("entities", TEXTS, _("Ids of the entities that it is about"), attribute("entities")),
        Column("sectors", TEXTS, _("Ids of the sectors that it is about"), attribute("sectors")),
        Column(
            "permalink",
            ADDRESS,
            _("Address of the measure on this site"),
            lambda row, edition: edition.address(row.speech.place, f"m-{row.id}"),
            localised=True,
        ),
    ),
    lambda briefing: (measure for speech in briefing.speeches for measure in speech.measures),
)
