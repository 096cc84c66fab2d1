"""The names of the files in a content folder. It imports nothing, so that a cached build stays fast."""

from pathlib import Path

SCHEMA = "schema"
"""The folder that holds JSON Schemas, and no briefing."""
REVIEWS, SOURCE = "reviews.yaml", "source.yaml"
"""The files that the program writes among the content."""
WORDS = "words.yaml"
"""The optional file of words with numerals in them that are no numbers, beside the shared files."""
BRIEFING, CHANGES, ENTITIES = "briefing.yaml", "changes.yaml", "entities.yaml"
NOT_SPEECHES = (BRIEFING, SOURCE, REVIEWS, CHANGES, ENTITIES)
"""The files of a briefing that are no speeches."""


def briefing_ids(content: Path) -> list[str]:
    """Return the names of the folders that hold a briefing: those with a YAML file, links aside."""
    found = {path.parent for path in content.glob("[!.]*/*.yaml")}
    return sorted({folder.name for folder in found if not folder.is_symlink()} - {SCHEMA})
