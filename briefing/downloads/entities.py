"""The table of entities, with a row for each mention."""

from collections.abc import Iterator

from briefing.content.model import Entity, Mention
from briefing.content.site import Briefing
from briefing.content.values import ENTITY_KINDS
from briefing.downloads.tables import ADDRESS, INTEGERS, TEXT, TEXTS, Column, Edition, Table, attribute
from briefing.i18n.catalogs import marked as _
from briefing.queries.entities import mentions


def rows(briefing: Briefing) -> Iterator[Mention]:
    """Yield the mentions of each entity together, in the order of `entities.yaml`."""
    found = mentions(briefing)
    return (mention for entity in briefing.entities for mention in found.get(entity, ()))


def entity_of(row: Mention, edition: Edition) -> Entity:
    """Return the entity that a row is about."""
    return edition.briefing.entities[row.id]


def description(row: Mention, edition: Edition) -> str | None:
    """Return the description of the entity, if it has one."""
    found = entity_of(row, edition).description
    return edition.localizer.text(found) if found else None


ENTITIES: Table[Mention] = Table(
    "entities",
    _(
        "One row for each speech that names an entity: a company, project, park, institution, programme or policy."
        " What is true of the entity itself stands in each of its rows."
    ),
    (
        Column("id", TEXT, _("Id of the entity, the same in every speech that names it"), attribute("id")),
        Column("kind", TEXT, _("What it is"), lambda row, edition: entity_of(row, edition).kind, words=ENTITY_KINDS),
        Column(
            "name",
            TEXT,
            _("Its name"),
            lambda row, edition: edition.localizer.text(entity_of(row, edition).name),
            localised=True,
        ),
        Column(
            "aliases",
            TEXTS,
            _("Other names that the speeches use"),
            lambda row, edition: entity_of(row, edition).aliases.get(edition.localizer.language.code, ()),
            localised=True,
        ),
        Column(
            "description",
            TEXT,
            _("What it is, where the name alone does not tell"),
            description,
            localised=True,
            filled="sometimes",
        ),
        Column(
            "official",
            TEXTS,
            _("Codes of the languages, besides the source's, in which the name is official and not the editors'"),
            lambda row, edition: entity_of(row, edition).official,
        ),
        Column(
            "named_by",
            TEXTS,
            _("Ids of all the places whose speeches name it"),
            lambda row, edition: edition.places_by_entity[row.id],
        ),
        Column("place", TEXT, _("Id of the place that names it in this row"), attribute("speech.place")),
        Column(
            "place", TEXT, _("Name of the place"), lambda row, edition: edition.place_name(row.speech), localised=True
        ),
        Column(
            "paragraphs",
            INTEGERS,
            _("Paragraphs of that speech that name it, counted from 1; 0 is the headline"),
            attribute("at"),
        ),
        Column(
            "says",
            TEXT,
            _("What that speech says of it, in our words, its figures written out"),
            lambda row, edition: edition.plain(row.says, row.speech),
            localised=True,
        ),
        Column(
            "permalink",
            ADDRESS,
            _("Address of the entity on the page of that place"),
            lambda row, edition: edition.address(row.speech.place, f"e-{row.id}"),
            localised=True,
        ),
    ),
    rows,
)
