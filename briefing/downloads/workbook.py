"""The workbook: a sheet for each table and one for the dictionary. Numbers are numbers, and nothing is a formula.

The same content gives the same bytes: its date is that of the last review, never the clock's.
"""

import datetime as dt
import functools
import io
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.downloads.dictionary import DICTIONARY
from briefing.downloads.tables import DATE, Edition, Sheet, Value, as_text

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NEVER_REVIEWED = "1980-01-01"
"""The date of a workbook that nobody has reviewed: the first that the format can hold."""
EXACT_DIGITS = 15
"""The most digits of a number that a spreadsheet keeps."""
LONGEST = 32767
"""The most characters that a cell can hold."""
WIDEST, WIDE = 60, "WF"
"""The greatest width of a column in digits, and the Unicode width classes of characters twice as wide as a digit."""


def workbook(editions: Mapping[str, Edition], heading: Mapping[str, Value], sheets: Sequence[Sheet]) -> bytes:
    """Return the tables of a briefing as a workbook; its title and address are those of the first edition."""
    stream = io.BytesIO()
    code = next(iter(editions))
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        created = dt.datetime.fromisoformat(as_text(heading["reviewed"]) or NEVER_REVIEWED)
        title, page = (as_text(heading[f"{name}_{code}"]) for name in ("title", "dictionary"))
        book.set_properties({"title": title, "comments": f"{heading['version']} {page}", "created": created})
        header = book.add_format({"bold": True, "bottom": 1})
        number_format = functools.cache(lambda pattern: book.add_format({"num_format": pattern}))
        for sheet in (*sheets, DICTIONARY.fill(editions)):
            write_sheet(book.add_worksheet(sheet.id), sheet, header, number_format)
    return stream.getvalue()


def write_sheet(page: Worksheet, sheet: Sheet, header: Format, number_format: Callable[[str], Format]) -> None:
    """Write a table with a header that stays in sight and can filter the rows.

    A number is shown with all its digits; one with more than a spreadsheet keeps is written as text.
    """
    for column, field in enumerate(sheet.fields):
        texts = [as_text(row[field.name]) for row in sheet.rows]
        page.set_column(column, column, column_width([field.name, *texts]))
        page.write_string(0, column, field.name, header)
        for number, text in enumerate(texts, start=1):
            value = sheet.rows[number - 1][field.name]
            if isinstance(value, int | Decimal) and len(text.replace(".", "")) <= EXACT_DIGITS:
                pattern = f"#,##0.{'0' * len(text.partition('.')[2])}".rstrip(".")
                page.write_number(number, column, float(value), number_format(pattern))
            elif text and field.column.kind is DATE:
                page.write_datetime(number, column, dt.datetime.fromisoformat(text), number_format("yyyy-mm-dd"))
            elif text.startswith("<r>") and text.endswith("</r>") and len(text) <= LONGEST:
                # The library would take it for XML of its own, unless it is written in two runs.
                page.write_rich_string(number, column, text[0], number_format("General"), text[1:])
            elif text:
                page.write_string(number, column, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a period such as 2023 is meant as text
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def column_width(texts: Sequence[str]) -> int:
    """Return the width of a column, in digits, that shows the longest of its texts, up to the greatest width."""
    widths = (
        len(text) + (0 if text.isascii() else sum(unicodedata.east_asian_width(each) in WIDE for each in text[:WIDEST]))
        for text in texts
    )
    return min(max(widths) + 3, WIDEST)
