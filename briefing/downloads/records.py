"""The tables of measures and of entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.content.model import Entity, Measure, Mention, Speech
from briefing.content.texts import Text
from briefing.content.values import ENTITY_KINDS
from briefing.downloads.columns import ADDRESS, TEXT, TEXTS, WHOLES, Column, Edition, Table
from briefing.i18n.catalogs import marked as _
from briefing.markup import prose

if TYPE_CHECKING:
    from briefing.render.renderer import Voice


@dataclass(frozen=True)
class Done:
    """A measure, and whose it is."""

    edition: Edition
    speech: Speech
    measure: Measure


@dataclass(frozen=True)
class Named:
    """An entity, and what one speech says of it."""

    edition: Edition
    speech: Speech
    entity: Entity
    mention: Mention


def _measures(edition: Edition) -> Iterator[Done]:
    return (Done(edition, speech, measure) for speech in edition.speeches for measure in speech.measures)


def _entities(edition: Edition) -> Iterator[Named]:
    """Yield the mentions of each entity together, in the order of `entities.yaml`."""
    speeches = list(edition.speeches)
    for entity in edition.site.entities.values():
        for speech in speeches:
            if mention := speech.entities.get(entity.id):
                yield Named(edition, speech, entity, mention)


def _place_name(row: Done | Named, voice: Voice) -> str:
    return voice.text(row.edition.site.places[row.speech.place].name)


def _plain(row: Done | Named, voice: Voice, text: Text) -> str:
    """Write a text of a speech out, its figures in words and the numbers of its paragraphs left off."""
    return prose.plain(voice.text(text), voice.citing(row.speech))


def _named_by(row: Named) -> tuple[str, ...]:
    return tuple(speech.place for speech in row.edition.speeches if row.entity.id in speech.entities)


MEASURES: Table[Done] = Table(
    "measures",
    _("One row for each thing that a place says it does or will do, in our words."),
    (
        Column(
            "id",
            TEXT,
            _("Name of the measure: the id of its place, a slash, and its own id, as in the permalink"),
            lambda row, _voice: f"{row.speech.place}/{row.measure.id}",
        ),
        Column("place", TEXT, _("Id of the place that spoke"), lambda row, _voice: row.speech.place),
        Column("place", TEXT, _("Name of the place"), _place_name, localised=True),
        Column("theme", TEXT, _("Id of the theme that it stands under"), lambda row, _voice: row.measure.theme),
        Column("title", TEXT, _("A few words"), lambda row, voice: voice.text(row.measure.title), localised=True),
        Column(
            "text",
            TEXT,
            _("The measure in a sentence or two, its figures written out"),
            lambda row, voice: _plain(row, voice, row.measure.text),
            localised=True,
        ),
        Column(
            "period",
            TEXT,
            _("Deadline or period that the speech gives it; empty where it gives none"),
            lambda row, _voice: row.measure.period,
            filled="sometimes",
        ),
        Column(
            "paragraphs",
            WHOLES,
            _("Paragraphs of the speech that it comes from, counted from 1; 0 is the headline"),
            lambda row, _voice: row.measure.at,
        ),
        Column("entities", TEXTS, _("Ids of the entities that it is about"), lambda row, _voice: row.measure.entities),
        Column("sectors", TEXTS, _("Ids of the sectors that it is about"), lambda row, _voice: row.measure.sectors),
        Column(
            "permalink",
            ADDRESS,
            _("Address of the measure on this site"),
            lambda row, voice: row.edition.address(voice, row.speech.place, f"m-{row.measure.id}"),
            localised=True,
        ),
    ),
    _measures,
)

ENTITIES: Table[Named] = Table(
    "entities",
    _(
        "One row for each speech that names an entity: a company, project, park, institution, programme or policy."
        " What is true of the entity itself stands in each of its rows."
    ),
    (
        Column(
            "id",
            TEXT,
            _("Id of the entity, the same in every speech that names it"),
            lambda row, _voice: row.entity.id,
        ),
        Column("kind", TEXT, _("What it is"), lambda row, _voice: row.entity.kind, words=ENTITY_KINDS),
        Column("name", TEXT, _("Its name"), lambda row, voice: voice.text(row.entity.name), localised=True),
        Column(
            "aliases",
            TEXTS,
            _("Other names that the speeches use"),
            lambda row, voice: row.entity.aliases.get(voice.language.code, ()),
            localised=True,
        ),
        Column(
            "description",
            TEXT,
            _("What it is, where the name alone does not tell"),
            lambda row, voice: voice.text(row.entity.description) if row.entity.description else None,
            localised=True,
            filled="sometimes",
        ),
        Column(
            "official",
            TEXTS,
            _("Codes of the languages, besides the source's, in which the name is official and not the editors'"),
            lambda row, _voice: row.entity.official,
        ),
        Column(
            "named_by", TEXTS, _("Ids of all the places whose speeches name it"), lambda row, _voice: _named_by(row)
        ),
        Column("place", TEXT, _("Id of the place that names it in this row"), lambda row, _voice: row.speech.place),
        Column("place", TEXT, _("Name of the place"), _place_name, localised=True),
        Column(
            "paragraphs",
            WHOLES,
            _("Paragraphs of that speech that name it, counted from 1; 0 is the headline"),
            lambda row, _voice: row.mention.at,
        ),
        Column(
            "says",
            TEXT,
            _("What that speech says of it, in our words, its figures written out"),
            lambda row, voice: _plain(row, voice, row.mention.says),
            localised=True,
        ),
        Column(
            "permalink",
            ADDRESS,
            _("Address of the entity on the page of that place"),
            lambda row, voice: row.edition.address(voice, row.speech.place, f"e-{row.entity.id}"),
            localised=True,
        ),
    ),
    _entities,
)
