"""The data to download: each briefing as JSON, as CSV and as a workbook, and the schema of the JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from briefing.downloads import FOLDER, SCHEMA_FILE, TABLES
from briefing.downloads.columns import Edition, Sheet, Value, plain
from briefing.downloads.data_schema import SCHEMA_KEY, schema, schema_address
from briefing.downloads.heading import HEADING
from briefing.downloads.workbook import workbook
from briefing.render.page import Page
from briefing.render.renderer import Renderer

NUMBER = re.compile(r'"\\u0000([0-9.-]+)\\u0000"')
"""A number on its way into JSON, as a text with characters that no content has."""
BOM = "\ufeff"
"""By which Excel knows a CSV file as UTF-8."""
FORMULA = re.compile(r'((?:^|[;\t\r\n])[\s"]*)([=+\-@＝＋－＠]?)')
"""What makes a formula of a cell, where one begins; the spreadsheets of some countries part cells by semicolons."""


def data(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of each briefing."""
    site, base_url = renderer.site, renderer.base_url
    for briefing in site.briefings:
        edition = Edition(site, briefing, base_url, renderer.voices)
        sheets = [table.fill(edition) for table in TABLES]
        (heading,) = HEADING.fill(edition).records
        name = f"{FOLDER}/{briefing.id}"
        yield f"{name}.json", _json(schema_address(base_url), heading, sheets)
        yield f"{name}.csv", csv_file(sheets[0])
        yield f"{name}.xlsx", workbook(edition, heading, sheets)


def data_schema(renderer: Renderer, _pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the schema that the JSON files share."""
    text = json.dumps(schema(renderer.site.languages, renderer.base_url), ensure_ascii=False, indent=2)
    yield f"{FOLDER}/{SCHEMA_FILE}", f"{text}\n".encode()


def _json(address: str, heading: Mapping[str, Value], sheets: Sequence[Sheet]) -> bytes:
    said = {SCHEMA_KEY: address, HEADING.id: heading, **{sheet.id: sheet.records for sheet in sheets}}
    return f"{written(said)}\n".encode()


def written(value: Mapping[str, Any]) -> str:
    """Write JSON, a line for each member, and for each item of a list that is one."""
    return "{" + ",".join(f"\n {json.dumps(key)}: {_lines(each)}" for key, each in value.items()) + "\n}"


def _lines(value: Any) -> str:
    if not isinstance(value, list):
        return _exact(value)
    return "[" + ",".join(f"\n  {_exact(each)}" for each in value) + ("\n ]" if value else "]")


def _exact(value: Any) -> str:
    """Write JSON with exact numbers, which the library would make floats of: 38.76 billion is 38760000000."""
    text = json.dumps(value, ensure_ascii=False, default=lambda number: f"\0{number:f}\0")
    return NUMBER.sub(r"\1", text)


def csv_file(sheet: Sheet) -> bytes:
    """Write a table as CSV that Excel opens right: marked as UTF-8, its line ends, no text taken for a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([field.name for field in sheet.fields])
    writer.writerows([_harmless(value) for value in row] for row in sheet.rows)
    return (BOM + stream.getvalue()).encode()


def _harmless(value: Value) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula; numbers are numbers."""
    text = plain(value)
    if isinstance(value, int | Decimal):
        return text
    return FORMULA.sub(lambda match: f"{match[1]}'{match[2]}" if match[2] else match[1], text)
