"""The files to download: each briefing as JSON, as CSV and as a workbook, and the schema of the JSON."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from briefing.content.site import Briefing, Shared
from briefing.downloads.data_schema import SCHEMA_KEY, schema, schema_address
from briefing.downloads.dictionary import TABLES
from briefing.downloads.heading import HEADING
from briefing.downloads.tables import Edition, Sheet, Value, as_text
from briefing.downloads.workbook import workbook
from briefing.i18n.localizer import Localizer
from briefing.urls import DATA, DATA_SCHEMA

NUMBER = re.compile(r'"\\u0000([0-9.-]+)\\u0000"')
"""An exact number while it is a JSON string, between characters that no content has."""
BOM = "\ufeff"
"""The byte order mark, by which Excel recognises a CSV file as UTF-8."""
FORMULA = re.compile(r'((?:^|[;\t\r\n])[\s"]*)([=+\-@＝＋－＠]?)')
"""The character that makes a formula of a cell; spreadsheets of some countries separate cells by semicolons."""


def downloads(briefing: Briefing, localizers: Mapping[str, Localizer], base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a briefing, by name."""
    editions = {code: Edition(briefing, localizer, base_url) for code, localizer in localizers.items()}
    sheets = [table.fill(editions) for table in TABLES]
    (heading,) = HEADING.fill(editions).objects
    members = {SCHEMA_KEY: schema_address(base_url), HEADING.id: heading, **{each.id: each.objects for each in sheets}}
    name = f"{DATA}/{briefing.id}"
    yield f"{name}.json", f"{json_text(members)}\n".encode()
    yield f"{name}.csv", csv_file(sheets[0])
    yield f"{name}.xlsx", workbook(editions, heading, sheets)


def shared_downloads(shared: Shared, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of the JSON files of all briefings."""
    text = json.dumps(schema(shared.languages, base_url), ensure_ascii=False, indent=2)
    yield f"{DATA}/{DATA_SCHEMA}", f"{text}\n".encode()


def json_text(members: Mapping[str, Any]) -> str:
    """Return a JSON object with a line for each member, and for each item of a member that is a list."""
    lines = []
    for key, value in members.items():
        if isinstance(value, list):
            text = "[" + ",".join(f"\n  {exact_json(item)}" for item in value) + ("\n ]" if value else "]")
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
    writer.writerows([csv_cell(value) for value in row] for row in sheet.rows)
    return (BOM + stream.getvalue()).encode()


def csv_cell(value: Value) -> str:
    """Return a cell with an apostrophe before any text that a spreadsheet would take for a formula."""
    text = as_text(value)
    if isinstance(value, int | Decimal):
        return text
    return FORMULA.sub(lambda match: f"{match[1]}'{match[2]}" if match[2] else match[1], text)
