"""The data that can be downloaded, as tables: what a briefing's figures, measures and entities are in columns."""

from __future__ import annotations

from typing import Any

from briefing.downloads.columns import Table
from briefing.downloads.figures import FIGURES
from briefing.downloads.heading import HEADING
from briefing.downloads.records import ENTITIES, MEASURES
from briefing.urls import DATA

FOLDER = DATA
"""Where the files lie, beside the languages."""
SCHEMA_FILE = "briefing.schema.json"
"""The schema of the JSON files."""
TABLES: tuple[Table[Any], ...] = (FIGURES, MEASURES, ENTITIES)
DOCUMENTED: tuple[Table[Any], ...] = (*TABLES, HEADING)
"""What the dictionary explains: the tables, and what the JSON file says of the briefing."""
