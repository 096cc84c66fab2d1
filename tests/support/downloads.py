"""The files to download, read as a program of somebody else would read them."""

import csv
import functools
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook

Row = dict[str, Any]


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_json(content: bytes | str) -> Any:
    """Read JSON with exact numbers."""
    return json.loads(content, parse_float=Decimal, parse_int=Decimal)


@functools.cache
def read_workbook(path: Path) -> Workbook:
    """Open a workbook, once in a process: it takes a second."""
    return openpyxl.load_workbook(path)


def read_sheets(path: Path) -> dict[str, list[Row]]:
    """Return the rows of each sheet, by the names in its first row."""
    found = {}
    for sheet in read_workbook(path).worksheets:
        names, *cells = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, names), row, strict=True)) for row in cells]
    return found


def figures_in(folder: Path, briefing: str, kind: str) -> list[Row]:
    """Return the table of figures of a briefing from one of its files: csv, json or xlsx."""
    path = folder / "data" / f"{briefing}.{kind}"
    if kind == "csv":
        return [dict(row) for row in read_csv(path.read_bytes())]
    return read_sheets(path)["figures"] if kind == "xlsx" else list(read_json(path.read_bytes())["figures"])


def number(value: object) -> Decimal | None:
    """Return the number of a cell; None if the cell is empty."""
    return None if value in (None, "") else Decimal(str(value))
