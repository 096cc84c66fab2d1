"""The table of measures."""

from briefing.content.model import Measure
from briefing.downloads.tables import ADDRESS, INTEGERS, PLACE_NAME, TEXTS, Column, Table
from briefing.i18n.catalogs import marked as _

MEASURES: Table[Measure] = Table(
    "measures",
    _("One row for each thing that a place says it does or will do, in our words."),
    (
        Column(
            "id",
            _("Name of the measure: the id of its place, a slash, and its own id, as in the permalink"),
            lambda row, _edition: f"{row.speech.place}/{row.id}",
        ),
        Column("place", _("Id of the place that spoke"), "speech.place"),
        PLACE_NAME,
        Column("theme", _("Id of the theme that it stands under")),
        Column("title", _("A few words"), localised=True),
        Column(
            "text",
            _("The measure in a sentence or two, its figures written out"),
            lambda row, edition: edition.plain(row.text, row.speech),
            localised=True,
        ),
        Column("period", _("Period that the speech gives it; empty where it gives none"), filled="sometimes"),
        Column("by", _("Period by whose end it is due; empty where the speech gives no deadline"), filled="sometimes"),
        Column(
            "paragraphs",
            _("Paragraphs of the speech that it comes from, counted from 1; 0 is the headline"),
            "at",
            INTEGERS,
        ),
        Column("entities", _("Ids of the entities that it is about"), kind=TEXTS),
        Column("sectors", _("Ids of the sectors that it is about"), kind=TEXTS),
        Column(
            "permalink",
            _("Address of the measure on this site"),
            lambda row, edition: edition.address(row.speech.place, f"m-{row.id}"),
            ADDRESS,
            localised=True,
        ),
    ),
    lambda briefing: (measure for speech in briefing.speeches for measure in speech.measures),
)
