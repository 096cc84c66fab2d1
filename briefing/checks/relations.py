"""Both sides of a relation fit: part and whole, goal and stretch goal, correction and corrected, party and company."""

from collections.abc import Iterator

from briefing.content.layout import ENTITIES
from briefing.content.model import Figure, Speech
from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.content.texts import Prose
from briefing.markup.prose import cited
from briefing.problems import Problem

ALIKE = {"part_of": ("unit",), "stretch_of": ("indicator", "unit", "claim", "due"), "supersedes": ("indicator", "unit")}
"""By relation, the keys that are equal in both of its figures."""


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Compare both figures of each relation, what is invested in an entity, and the parties of entities."""
    file = unit.entities_file if isinstance(unit, Briefing) else unit.file(ENTITIES)
    for name, entity in file.record.items() if file else ():
        party = unit.entities.get(entity.party or "")
        if file and party and (party.kind != "company" or party.party):
            message = f"'{party.id}' is no company, or belongs to another itself; name that company"
            yield Problem(file.document.at(name, "party"), "unlike-relation", message)
    for speech in () if isinstance(unit, Shared) else unit.speeches:
        at = speech.file.document.at
        for figure in speech.figures.values():
            for key in ALIKE:
                other = speech.figures.get(getattr(figure, key) or "")
                if other and (why := _unlike(figure, key, other)):
                    yield Problem(at("figures", figure.id, key), "unlike-relation", why, at("figures", other.id))
        yield from _corrected(speech)
        for mention in speech.entities.values():
            investment = speech.figures.get(mention.investment or "")
            counted = unit.shared.units.get(investment.unit) if investment else None
            if counted and counted.kind != "money":
                message = f"'{mention.investment}' counts in {counted.id}, which is no money; name the sum invested"
                yield Problem(at("entities", mention.id, "investment"), "unlike-relation", message)


def _corrected(speech: Speech) -> Iterator[Problem]:
    """Report texts that cite a figure which the speech corrects, and not the correction."""
    corrections = {each.supersedes: each.id for each in speech.figures.values() if each.supersedes}
    for path, text in speech.file.texts() if corrections else ():
        for code, words in text.items() if isinstance(text, Prose) else ():
            names = set(cited(words))
            for name in names & corrections.keys():
                if (correction := corrections[name]) not in names:
                    message = f"the speech corrects '{name}' by '{correction}'; cite that, or both"
                    yield Problem(speech.file.document.at(*path, code), "corrected-figure", message)


def _unlike(figure: Figure, key: str, other: Figure) -> str:
    """Return why a figure cannot have this relation to another; empty if it can."""
    if other is figure or getattr(other, key) == figure.id:
        return f"'{figure.id}' would be '{key}' of itself; name the other figure"
    if unlike := [name for name in ALIKE[key] if getattr(figure, name) != getattr(other, name)]:
        return f"'{other.id}' differs in {', '.join(unlike)}; name the figure that is meant, or correct either"
    if key == "part_of" and figure.ends[0] > other.ends[1]:
        return f"a part is larger than the whole '{other.id}'; name the figure that is meant, or correct either"
    return ""
