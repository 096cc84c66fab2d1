"""The shared records that a unit uses, and the summary of a briefing that the shared pages and checks need."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.content.model import BriefingFile
from briefing.content.names import names
from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.content.summary import BriefingSummary
from briefing.queries.references import all_defined


def used_by(unit: ContentUnit) -> Mapping[str, frozenset[str]]:
    """Return the ids that a unit uses, by the name of the file that defines them, such as `units`.

    Of the glossary these are the terms that occur in a text of another file, in the language of the source.
    """
    speeches = unit.speeches if isinstance(unit, Briefing) else ()
    figures = [figure for speech in speeches for figure in speech.figures.values()]
    language = unit.codes[0]
    texts = [text for file in unit.files if file.name != "glossary.yaml" for _, text in file.texts()]
    words = "\n".join(text[language] for text in texts if language in text)
    own = unit.entities if isinstance(unit, Shared) else unit.entities_file.record if unit.entities_file else {}
    terms = [name for each in names(unit) for name in each.all if name.kind == "term"]
    return {
        "entities": frozenset().union(
            *(speech.entities for speech in speeches),
            *(measure.entities for speech in speeches for measure in speech.measures),
            {entity.party for entity in own.values() if entity.party},
        ),
        "sectors": frozenset(role.sector for speech in speeches for role in speech.sectors),
        "indicators": frozenset(figure.indicator for figure in figures),
        "units": frozenset(figure.unit for figure in figures),
        "glossary": frozenset(term.id for term in terms if term.pattern(language).search(words)),
    }


def summary_of(briefing: Briefing) -> BriefingSummary:
    """Return the summary of a briefing."""
    used = dict(used_by(briefing))
    used["entities"] -= briefing.entities.keys() - briefing.shared.entities.keys()
    places = tuple(speech.place for speech in briefing.speeches)
    complete = briefing.complete and all_defined(briefing)
    return replace(summary_of_file(briefing.id, briefing.record), places=places, used=used, complete=complete)


def summary_of_file(briefing_id: str, record: BriefingFile) -> BriefingSummary:
    """Return the summary of a briefing as far as `briefing.yaml` tells; the ids that it uses are not known."""
    title, description, event = (dict(text.items()) for text in (record.title, record.description, record.event))
    return BriefingSummary(briefing_id, record.year, title, description, event, record.places, complete=False)
