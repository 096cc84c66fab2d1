"""The workbook: a sheet for each table and one for the dictionary. Numbers are numbers, and nothing is a formula.

The same content gives the same bytes: its date is that of the last review, never the clock's.
"""

import datetime as dt
import io
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.downloads.dictionary import DICTIONARY
from briefing.downloads.tables import DATE, Edition, Field, Sheet, Value, as_text

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NEVER_REVIEWED = "1980-01-01"
"""The date of a workbook that nobody has reviewed: the first that the format can hold."""
EXACT_DIGITS = 15
"""The most digits of a number that a spreadsheet keeps."""
LONGEST = 32767
"""The most characters that a cell can hold."""
WIDEST, WIDE = 60, "WF"
"""The greatest width of a column in digits, and the Unicode width classes of characters twice as wide as a digit."""


class Formats:
    """The formats of cells: of the header, of dates, and of numbers by how many decimals they have."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.header = book.add_format({"bold": True, "bottom": 1})
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})
        self.text = book.add_format()
        self.numbers: dict[int, Format] = {}

    def number(self, value: Decimal | int) -> Format:
        """Return the format that shows every digit of a number."""
        decimals = len(as_text(value).partition(".")[2])
        if decimals not in self.numbers:
            pattern = f"#,##0.{'0' * decimals}".rstrip(".")
            self.numbers[decimals] = self.book.add_format({"num_format": pattern})
        return self.numbers[decimals]


def workbook(editions: Mapping[str, Edition], heading: Mapping[str, Value], sheets: Sequence[Sheet]) -> bytes:
    """Return the tables of a briefing as a workbook; its title and address are those of the first edition."""
    stream = io.BytesIO()
    code = next(iter(editions))
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        created = dt.datetime.fromisoformat(as_text(heading["reviewed"]) or NEVER_REVIEWED)
        title, page = (as_text(heading[f"{name}_{code}"]) for name in ("title", "dictionary"))
        book.set_properties({"title": title, "comments": f"{heading['version']} {page}", "created": created})
        formats = Formats(book)
        for sheet in (*sheets, DICTIONARY.fill(editions)):
            write_sheet(book.add_worksheet(sheet.id), sheet, formats)
    return stream.getvalue()


def write_sheet(page: Worksheet, sheet: Sheet, formats: Formats) -> None:
    """Write a table with a header that stays in sight and can filter the rows."""
    for column, field in enumerate(sheet.fields):
        cells = [row[column] for row in sheet.rows]
        page.set_column(column, column, column_width([field.name, *map(as_text, cells)]))
        page.write_string(0, column, field.name, formats.header)
        for number, value in enumerate(cells, start=1):
            write_cell(page, (number, column), field, value, formats)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a period such as 2023 is meant as text
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def write_cell(page: Worksheet, at: tuple[int, int], field: Field[object], value: Value, formats: Formats) -> None:
    """Write one cell; a number with more digits than a spreadsheet keeps is written as text."""
    text = as_text(value)
    if isinstance(value, int | Decimal) and len(text.replace(".", "")) <= EXACT_DIGITS:
        page.write_number(*at, float(value), formats.number(value))
    elif text and field.column.kind is DATE:
        page.write_datetime(*at, dt.datetime.fromisoformat(text), formats.date)
    elif text.startswith("<r>") and text.endswith("</r>") and len(text) <= LONGEST:
        # The library would take it for XML of its own, unless it is written in two runs.
        page.write_rich_string(*at, text[0], formats.text, text[1:])
    elif text:
        page.write_string(*at, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def column_width(texts: Sequence[str]) -> int:
    """Return the width of a column, in digits, that shows the longest of its texts, up to the greatest width."""
    wide = (
        0 if text.isascii() else sum(unicodedata.east_asian_width(each) in WIDE for each in text[:WIDEST])
        for text in texts
    )
    return min(max(len(text) + more for text, more in zip(texts, wide, strict=True)) + 3, WIDEST)
