"""The data that can be downloaded, as tables: what a briefing's figures, measures and entities are in columns."""

from __future__ import annotations

from typing import Any

from briefing.addresses import DATA
from briefing.tables.columns import Table
from briefing.tables.figures import FIGURES
from briefing.tables.heading import HEADING
from briefing.tables.records import ENTITIES, MEASURES

FOLDER = DATA
"""Where the files lie, beside the languages."""
SCHEMA_FILE = "briefing.schema.json"
"""The schema of the JSON files."""
TABLES: tuple[Table[Any], ...] = (FIGURES, MEASURES, ENTITIES)
DOCUMENTED: tuple[Table[Any], ...] = (*TABLES, HEADING)
"""What the dictionary explains: the tables, and what the JSON file says of the briefing."""
