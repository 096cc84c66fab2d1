"""The workbook: a sheet for each table and one for the dictionary. Numbers are numbers, and nothing is a formula.

The same content gives the same bytes: its date is that of the last review, never the clock's.
"""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.downloads.columns import DATE, Edition, Field, Sheet, Value, plain
from briefing.downloads.dictionary import DICTIONARY

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NEVER_REVIEWED = "1980-01-01"
"""The date of a workbook that nobody has reviewed: the first that its format can give."""
EXACT_DIGITS = 15
"""What a spreadsheet keeps of a number."""
LONGEST = 32767
"""What a cell can hold."""
WIDEST, WIDE = 60, "WF"
"""Columns end here; characters of these classes are twice as wide as others."""


class Formats:
    """The formats of cells: the header's, the dates', and the numbers' with as many decimals as each has."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.header = book.add_format({"bold": True, "bottom": 1})
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})
        self.text = book.add_format()
        self.numbers: dict[int, Format] = {}

    def number(self, value: Decimal | int) -> Format:
        """Return the format that shows every digit of a number."""
        decimals = len(plain(value).partition(".")[2])
        if decimals not in self.numbers:
            pattern = f"#,##0.{'0' * decimals}".rstrip(".")
            self.numbers[decimals] = self.book.add_format({"num_format": pattern})
        return self.numbers[decimals]


def workbook(edition: Edition, heading: Mapping[str, Value], sheets: Sequence[Sheet]) -> bytes:
    """Write the tables of a briefing as a workbook."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        created = dt.datetime.fromisoformat(plain(heading["reviewed"]) or NEVER_REVIEWED)
        code = edition.site.languages[0].code
        title, page = (plain(heading[f"{name}_{code}"]) for name in ("title", "dictionary"))
        book.set_properties({"title": title, "comments": f"{heading['version']} {page}", "created": created})
        formats = Formats(book)
        for sheet in (*sheets, DICTIONARY.fill(edition)):
            _write(book.add_worksheet(sheet.id), sheet, formats)
    return stream.getvalue()


def _write(page: Worksheet, sheet: Sheet, formats: Formats) -> None:
    for column, field in enumerate(sheet.fields):
        cells = [row[column] for row in sheet.rows]
        page.set_column(column, column, _width([field.name, *map(plain, cells)]))
        page.write_string(0, column, field.name, formats.header)
        for number, value in enumerate(cells, start=1):
            _cell(page, (number, column), field, value, formats)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a period such as 2023 is meant as text
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def _cell(page: Worksheet, at: tuple[int, int], field: Field[object], value: Value, formats: Formats) -> None:
    """Write one cell; a number with more digits than a spreadsheet keeps stands there as text, whole."""
    text = plain(value)
    if isinstance(value, int | Decimal) and len(text.replace(".", "")) <= EXACT_DIGITS:
        page.write_number(*at, float(value), formats.number(value))
    elif text and field.column.kind is DATE:
        page.write_datetime(*at, dt.datetime.fromisoformat(text), formats.date)
    elif text:
        _words(page, at, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…", formats)


def _words(page: Worksheet, at: tuple[int, int], text: str, formats: Formats) -> None:
    """Write words as they stand: from <r> to </r> in two runs, for one the library takes for XML of its own."""
    if text.startswith("<r>") and text.endswith("</r>"):
        page.write_rich_string(*at, text[0], formats.text, text[1:])
    else:
        page.write_string(*at, text)


def _width(texts: Sequence[str]) -> int:
    """Return a column's width, in digits, that shows the longest of its texts, within bounds."""
    return min(max(len(text) + _wide(text[:WIDEST]) for text in texts) + 3, WIDEST)


def _wide(text: str) -> int:
    """Count the characters that are twice as wide as others."""
    return 0 if text.isascii() else sum(unicodedata.east_asian_width(each) in WIDE for each in text)
