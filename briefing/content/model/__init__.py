"""The schema of the YAML: one typed declaration per thing, each field documented beside it.

They are validated one file at a time. Whether an id that a file refers to is defined is left to the checks.
"""

from briefing.content.model.briefings import (
    BriefingFile,
    Change,
    ChangesFile,
    Point,
    Reason,
    Review,
    ReviewsFile,
    Source,
    SourceFile,
    SourceParagraph,
)
from briefing.content.model.figures import Figure
from briefing.content.model.shared import (
    Entity,
    Indicator,
    Language,
    Place,
    Sector,
    SiteFile,
    Term,
    Theme,
    Unit,
    WordsFile,
)
from briefing.content.model.speech import Headline, Highlight, LeftOut, Measure, Mention, SectorRole, Speech
from briefing.content.records import Keyed, Record, with_ids

__all__ = [
    "BriefingFile", "Change", "ChangesFile", "Entity", "Figure", "Headline", "Highlight", "Indicator", "Keyed",
    "Language", "LeftOut", "Measure", "Mention", "Place", "Point", "Reason", "Record", "Review", "ReviewsFile",
    "Sector", "SectorRole", "SiteFile", "Source", "SourceFile", "SourceParagraph", "Speech", "Term", "Theme", "Unit",
    "WordsFile", "with_ids",
]  # fmt: skip
