"""The JSON Schema of the data, from the declarations of its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.content.model import Language
from briefing.downloads.dictionary import TABLES
from briefing.downloads.figures import STATED
from briefing.downloads.heading import HEADING
from briefing.downloads.tables import ADDRESS, TEXT, Field, Table
from briefing.urls import DATA, DATA_SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_KEY = "$schema"


def schema_address(base_url: str) -> str:
    """Return the address at which the schema is published."""
    return f"{base_url}{DATA}/{DATA_SCHEMA}"


def schema(languages: Sequence[Language], base_url: str) -> dict[str, Any]:
    """Return the schema of the JSON file of any briefing of a site with these languages."""
    members: dict[str, Any] = {SCHEMA_KEY: ADDRESS.schema, HEADING.id: row_schema(HEADING, languages)}
    for table in TABLES:
        rows = {"type": "array", "items": row_schema(table, languages)}
        members[table.id] = {"description": table.meaning, **rows}
    about = {"title": "Briefing", "description": "The figures, measures and entities of one briefing."}
    return {SCHEMA_KEY: DIALECT, "$id": schema_address(base_url), **about, **object_schema(members)}


def object_schema(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these members."""
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


def row_schema(table: Table[Any], languages: Sequence[Language]) -> dict[str, Any]:
    """Return the schema of a row: of the table of figures, what is filled depends on whether the row states one."""
    fields = table.fields(languages)
    schema = object_schema({field.name: cell_schema(field) for field in fields})
    stated = [field.name for field in fields if field.column.filled == "stated"]
    sometimes = [field.name for field in fields if field.column.filled == "sometimes"]
    if not stated:
        return schema
    return {
        **schema,
        "if": {"properties": {"status": {"const": STATED}}},
        "then": {"properties": {name: {"not": {"type": "null"}} for name in stated}},
        "else": {"properties": {name: {"type": "null"} for name in (*stated, *sometimes)}},
    }


def cell_schema(field: Field[Any]) -> dict[str, Any]:
    """Return the schema of a cell; one that is not always filled may be null."""
    column = field.column
    meaning = f"{column.meaning} ({field.language.tag})" if column.localised else column.meaning
    value = {**TEXT.schema, "enum": list(column.words)} if column.words else column.kind.schema
    return {"description": meaning, **(value if column.filled == "always" else {"anyOf": [value, {"type": "null"}]})}
