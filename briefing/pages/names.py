"""The names that a briefing gives: companies, projects, parks and others, and who says what of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Entity, Mention
from briefing.content.site import Briefing
from briefing.content.values import EntityKind
from briefing.i18n.catalogs import marked as _
from briefing.queries.topics import entities_by_kind, same_party
from briefing.render.page import Page, PageContent, briefing_page


@dataclass(frozen=True)
class NamesContent(PageContent):
    """The entities of a briefing."""

    kinds: Mapping[EntityKind, Sequence[tuple[Entity, Sequence[Mention]]]]
    """By kind, the entities, each with the mentions of it in the source's order."""
    same_party: Mapping[str, Sequence[Entity]]
    """By entity, the other records of the same party."""


def names(briefing: Briefing) -> Iterator[Page]:
    """Yield the page of names."""
    content = NamesContent(entities_by_kind(briefing), same_party(briefing))
    yield briefing_page(briefing, "entities", template="names.html", title=_("Names"), content=content)
