"""The JSON Schema of the data, from the declarations of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.content.model import Language
from briefing.downloads import FOLDER, SCHEMA_FILE, TABLES
from briefing.downloads.columns import ADDRESS, TEXT, Column, Field, Table
from briefing.downloads.figures import STATED
from briefing.downloads.heading import HEADING

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_KEY = "$schema"


def schema_address(base_url: str) -> str:
    """Return where the schema is published."""
    return f"{base_url}{FOLDER}/{SCHEMA_FILE}"


def schema(languages: Sequence[Language], base_url: str) -> dict[str, Any]:
    """Return the schema of the JSON file of any briefing of a site with these languages."""
    tables = {table.id: _list(table, languages) for table in TABLES}
    members = {SCHEMA_KEY: ADDRESS.schema, HEADING.id: _record(HEADING, languages), **tables}
    about = {"title": "Briefing", "description": "The figures, measures and entities of one briefing."}
    return {SCHEMA_KEY: DIALECT, "$id": schema_address(base_url), **about, **_object(members)}


def _object(members: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


def _list(table: Table[Any], languages: Sequence[Language]) -> dict[str, Any]:
    return {"description": table.meaning, "type": "array", "items": _record(table, languages)}


def _record(table: Table[Any], languages: Sequence[Language]) -> dict[str, Any]:
    fields = table.fields(languages)
    record = _object({field.name: _member(field) for field in fields})
    return {**record, **_by_status(fields)}


def _member(field: Field[Any]) -> dict[str, Any]:
    column = field.column
    meaning = f"{column.meaning} ({field.language.tag})" if column.localised else column.meaning
    return {"description": meaning, **(_value(column) if column.filled == "always" else _or_null(column))}


def _value(column: Column[Any]) -> Mapping[str, Any]:
    return {**TEXT.schema, "enum": list(column.words)} if column.words else column.kind.schema


def _or_null(column: Column[Any]) -> Mapping[str, Any]:
    return {"anyOf": [_value(column), {"type": "null"}]}


def _by_status(fields: Sequence[Field[Any]]) -> dict[str, Any]:
    """Say of a table that has what is not stated: what is filled in a row that states a figure, and in no other."""
    names = {
        filled: [field.name for field in fields if field.column.filled == filled] for filled in ("stated", "sometimes")
    }
    if not names["stated"]:
        return {}
    is_stated = {"properties": {"status": {"const": STATED}}}
    full = {name: {"not": {"type": "null"}} for name in names["stated"]}
    empty = {name: {"type": "null"} for name in (*names["stated"], *names["sometimes"])}
    return {"if": is_stated, "then": {"properties": full}, "else": {"properties": empty}}
