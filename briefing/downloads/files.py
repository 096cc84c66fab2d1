"""The files to download: each briefing as JSON, as CSV and as a workbook, and the schema of the JSON."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from briefing.content.model import Language
from briefing.content.site import Briefing, Shared
from briefing.downloads.dictionary import HEADING, TABLES
from briefing.downloads.figures import STATED
from briefing.downloads.tables import ADDRESS, TEXT, Edition, Field, Sheet, Table, Value, as_text
from briefing.downloads.workbook import workbook
from briefing.i18n.localizer import Localizer
from briefing.urls import DATA, DATA_SCHEMA

SCHEMA_FILE = f"{DATA}/{DATA_SCHEMA}"
NUMBER = re.compile(r'"\\u0000([0-9.-]+)\\u0000"')
"""An exact number while it is a JSON string, between characters that no content has."""
BOM = "\ufeff"
"""The byte order mark, by which Excel recognises a CSV file as UTF-8."""
FRACTION = re.compile(r"[0-9]{1,2}/[0-9]{1,2}")
"""A fraction, which a spreadsheet would take for a day and a month."""
FORMULA = re.compile(r'((?:^|[;\t\r\n])[\s"]*)([=+\-@＝＋－＠]?)')
"""Where a cell may begin, since spreadsheets of some countries separate cells by semicolons; and the character that
would make a formula of it, which is optional so that a long run of spaces is read only once.
"""


def downloads(briefing: Briefing, localizers: Mapping[str, Localizer], base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a briefing, by name."""
    editions = {code: Edition(briefing, localizer, base_url) for code, localizer in localizers.items()}
    sheets = [table.fill(editions) for table in TABLES]
    (heading,) = HEADING.fill(editions).rows
    members = {sheet.id: sheet.rows for sheet in sheets}
    text = json_text({"$schema": f"{base_url}{SCHEMA_FILE}", HEADING.id: heading, **members})
    yield f"{DATA}/{briefing.id}.json", f"{text}\n".encode()
    yield f"{DATA}/{briefing.id}.csv", csv_file(sheets[0])
    yield f"{DATA}/{briefing.id}.xlsx", workbook(editions, heading, sheets)


def shared_downloads(shared: Shared, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of the JSON files of all briefings."""
    text = json.dumps(schema(shared.languages, f"{base_url}{SCHEMA_FILE}"), ensure_ascii=False, indent=2)
    yield SCHEMA_FILE, f"{text}\n".encode()


def json_text(members: Mapping[str, Any]) -> str:
    """Return a JSON object with a line for each member, and for each item of a member that is a list."""
    lines = []
    for key, value in members.items():
        if isinstance(value, list) and value:
            text = "[" + ",".join(f"\n  {exact_json(item)}" for item in value) + "\n ]"
        else:
            text = exact_json(value)
        lines.append(f"\n {json.dumps(key)}: {text}")
    return "{" + ",".join(lines) + "\n}"


def exact_json(value: Any) -> str:
    """Return JSON with exact numbers, of which the library would make floats: 38.76 billion is 38760000000."""
    text = json.dumps(value, ensure_ascii=False, default=lambda number: f"\0{number:f}\0")
    return NUMBER.sub(r"\1", text)


def csv_file(sheet: Sheet) -> bytes:
    """Return a table as CSV for Excel: marked as UTF-8, with its line ends, no text looking like a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([field.name for field in sheet.fields])
    writer.writerows([csv_cell(value) for value in row.values()] for row in sheet.rows)
    return (BOM + stream.getvalue()).encode()


def csv_cell(value: Value) -> str:
    """Return a cell with an apostrophe before any text that a spreadsheet would take for a formula or a date."""
    text = as_text(value)
    if isinstance(value, int | Decimal):
        return text
    if FRACTION.fullmatch(text):
        return f"'{text}"
    return FORMULA.sub(lambda match: f"{match[1]}'{match[2]}" if match[2] else match[1], text)


def schema(languages: Sequence[Language], address: str) -> dict[str, Any]:
    """Return the schema of the JSON file of any briefing of a site with these languages, published at an address."""
    members: dict[str, Any] = {"$schema": ADDRESS.schema, HEADING.id: row_schema(HEADING, languages)}
    for table in TABLES:
        rows = {"type": "array", "items": row_schema(table, languages)}
        members[table.id] = {"description": table.meaning, **rows}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Briefing",
        "description": "The figures, measures and entities of one briefing.",
        **object_schema(members),
    }


def object_schema(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these members."""
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


def row_schema(table: Table[Any], languages: Sequence[Language]) -> dict[str, Any]:
    """Return the schema of a row: of the table of figures, what is filled depends on whether the row states one."""
    fields = table.fields(languages)
    row = object_schema({field.name: cell_schema(field) for field in fields})
    stated = [field.name for field in fields if field.column.filled == "stated"]
    sometimes = [field.name for field in fields if field.column.filled == "sometimes stated"]
    if stated:
        row["if"] = {"properties": {"status": {"const": STATED}}}
        row["then"] = {"properties": {name: {"not": {"type": "null"}} for name in stated}}
        row["else"] = {"properties": {name: {"type": "null"} for name in (*stated, *sometimes)}}
    return row


def cell_schema(field: Field) -> dict[str, Any]:
    """Return the schema of a cell; one that is not always filled may be null."""
    column = field.column
    meaning = f"{column.meaning} ({field.language.tag})" if column.localised else column.meaning
    value = {**TEXT.schema, "enum": list(column.words)} if column.words else column.kind.schema
    return {"description": meaning, **(value if column.filled == "always" else {"anyOf": [value, {"type": "null"}]})}
