"""The names that two or more speeches say, by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.content.model import Entity, Mention, Speech
from briefing.content.site import Briefing
from briefing.content.values import EntityKind
from briefing.queries.topics import entities_by_kind, mentions, same_party

WORDS: tuple[EntityKind, ...] = ("programme", "policy")
"""The kinds of name that stand for words of an administration, not for a company, project, park or institution."""


@dataclass(frozen=True)
class SharedName:
    """A name, or the names of one party, that at least two speeches say."""

    entity: Entity
    mentions: Mapping[Speech, Mention]
    """By speech, its mention of the name, or else of another name of the same party."""

    @property
    def related(self) -> bool:
        """Whether a speech says another name of the party."""
        return any(each.id != self.entity.id for each in self.mentions.values())

    @property
    def shared(self) -> bool:
        """Whether the name itself, and not only its party, is said by two or more speeches."""
        return sum(each.id == self.entity.id for each in self.mentions.values()) > 1


@dataclass(frozen=True)
class KindOfName:
    """The names of one kind."""

    kind: EntityKind
    names: int
    """How many the speeches say."""
    rows: Sequence[SharedName]
    """Those said by two or more, the most widely said first."""

    @property
    def shared(self) -> int:
        """How many names are said by two or more speeches, those of one party each by itself."""
        return sum(each.shared for each in self.rows)


@dataclass(frozen=True)
class SharedNames:
    """All names by kind: programmes and policies first, and of both groups the kind of which most are shared."""

    kinds: Sequence[KindOfName]

    def count(self, *, words: bool) -> tuple[int, int]:
        """Return how many names are shared, of how many, among programmes and policies or among all other kinds."""
        kinds = [each for each in self.kinds if (each.kind in WORDS) == words]
        return sum(each.shared for each in kinds), sum(each.names for each in kinds)

    @property
    def mostly_words(self) -> bool:
        """Whether at most a tenth of companies and the like is shared, and of programmes and policies twice that."""
        (words, all_words), (things, all_things) = self.count(words=True), self.count(words=False)
        if not words or not all_things:
            return False
        share = Fraction(things, all_things)
        return share <= Fraction(1, 10) and Fraction(words, all_words) >= 2 * share


def shared_names(briefing: Briefing) -> SharedNames:
    """Return the names that at least two speeches of a briefing say."""
    found, parties = mentions(briefing), same_party(briefing)

    def said(entity: Entity, own: Sequence[Mention]) -> SharedName:
        others = [each for other in parties.get(entity.id, ()) for each in found.get(other.id, ())]
        by_speech: dict[Speech, Mention] = {}
        for mention in (*own, *(others if entity.kind == "company" else ())):
            by_speech.setdefault(mention.speech, mention)
        return SharedName(entity, {each: by_speech[each] for each in briefing.speeches if each in by_speech})

    kinds = []
    for kind, entities in entities_by_kind(briefing).items():
        rows = [row for entity, own in entities if len((row := said(entity, own)).mentions) > 1]
        kinds.append(KindOfName(kind, len(entities), sorted(rows, key=lambda row: -len(row.mentions))))
    return SharedNames(sorted(kinds, key=lambda each: (each.kind not in WORDS, -each.shared)))
