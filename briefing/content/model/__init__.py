"""What the YAML may say: one typed declaration per thing, each field documented beside it.

These declarations are the whole schema. They are validated by `load.py` with the names that the shared files define, so
that an unknown place or indicator is found where it is written, together with everything else that is wrong in
the file.
"""

from briefing.content.model.base import Keyed, Record, with_ids
from briefing.content.model.briefings import BriefingFile, Change, ChangesFile, Point, Reason, Source
from briefing.content.model.shared import Entity, Indicator, Language, Place, Sector, SiteFile, Term, Theme, Unit
from briefing.content.model.speech import Figure, Headline, Highlight, LeftOut, Measure, Mention, SectorRole, Speech
from briefing.content.model.written import Review, ReviewsFile, SourceFile, SourceParagraph

__all__ = [
    "BriefingFile",
    "Change",
    "ChangesFile",
    "Entity",
    "Figure",
    "Headline",
    "Highlight",
    "Indicator",
    "Keyed",
    "Language",
    "LeftOut",
    "Measure",
    "Mention",
    "Place",
    "Point",
    "Reason",
    "Record",
    "Review",
    "ReviewsFile",
    "Sector",
    "SectorRole",
    "SiteFile",
    "Source",
    "SourceFile",
    "SourceParagraph",
    "Speech",
    "Term",
    "Theme",
    "Unit",
    "with_ids",
]
