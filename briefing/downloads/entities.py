"""The table of entities, with a row for each mention."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.content.model import Entity, Mention, Speech
from briefing.content.site import Briefing
from briefing.content.values import ENTITY_KINDS, STAGES
from briefing.downloads.tables import ADDRESS, INTEGERS, PLACE_NAME, TEXTS, Column, Table
from briefing.i18n.catalogs import marked as _
from briefing.queries.topics import mentions


@dataclass(frozen=True)
class Row:
    """An entity and what one speech says of it."""

    entity: Entity
    speech: Speech
    mention: Mention
    named_by: tuple[str, ...]
    """The ids of all the places whose speeches name the entity, in the source's order."""


def rows(briefing: Briefing) -> Iterator[Row]:
    """Yield the mentions of each entity together, in the order of `entities.yaml`."""
    found = mentions(briefing)
    for name, entity in briefing.entities.items():
        named_by = tuple(each.speech.place for each in found.get(name, ()))
        yield from (Row(entity, each.speech, each, named_by) for each in found.get(name, ()))


ENTITIES: Table[Row] = Table(
    "entities",
    _(
        "One row for each speech that names an entity: a company, project, park, institution, programme or policy."
        " What is true of the entity itself stands in each of its rows."
    ),
    (
        Column("id", _("Id of the entity, the same in every speech that names it"), "entity.id"),
        Column("kind", _("What it is"), "entity.kind", words=ENTITY_KINDS),
        Column("name", _("Its name"), "entity.name", localised=True),
        Column(
            "aliases",
            _("Other names that the speeches use"),
            lambda row, edition: row.entity.aliases.get(edition.localizer.language.code, ()),
            TEXTS,
            localised=True,
        ),
        Column(
            "description",
            _("What it is, where the name alone does not tell"),
            "entity.description",
            localised=True,
            filled="sometimes",
        ),
        Column(
            "official",
            _("Codes of the languages, besides the source's, in which the name is official and not the editors'"),
            "entity.official",
            TEXTS,
        ),
        Column(
            "party",
            _("Id of the company that it belongs to, as others of its records may"),
            "entity.party",
            filled="sometimes",
        ),
        Column("named_by", _("Ids of all the places whose speeches name it"), kind=TEXTS),
        Column("place", _("Id of the place that names it in this row"), "speech.place"),
        PLACE_NAME,
        Column(
            "paragraphs",
            _("Paragraphs of that speech that name it, counted from 1; 0 is the headline"),
            "mention.at",
            INTEGERS,
        ),
        Column(
            "says",
            _("What that speech says of it, in our words, its figures written out"),
            lambda row, edition: edition.plain(row.mention.says, row.speech),
            localised=True,
        ),
        Column(
            "stage",
            _("Stage that it has reached, where it is a project and that speech says so"),
            "mention.stage",
            filled="sometimes",
            words=STAGES,
        ),
        Column(
            "investment",
            _("Id of the figure that says how much is invested in it"),
            lambda row, _edition: f"{row.speech.place}/{row.mention.investment}" if row.mention.investment else None,
            filled="sometimes",
        ),
        Column(
            "permalink",
            _("Address of the entity on the page of that place"),
            lambda row, edition: edition.address(row.speech.place, f"e-{row.entity.id}"),
            ADDRESS,
            localised=True,
        ),
    ),
    rows,
)
