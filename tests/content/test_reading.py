"""What a reader can rely on from page to page: equal numbers, citations that hold, each term explained once."""

import datetime as dt
import re

from babel import Locale
from babel.dates import format_date

from briefing.numbers.quantities import Quantity
from briefing.numbers.readers import READERS
from briefing.queries.comparison import OPEN_BOUNDS
from tests.support.built import BuiltSite, Speech, ends, words

EXACT_KINDS = ("money", "count")
"""Kinds of unit that no language converts."""


def parsed(site: BuiltSite, language: str, speech: Speech, figure: str) -> Quantity:
    """Read the one quantity in the cell of a figure, which has no sentence round it."""
    row = site.row(language, speech, figure)
    cell = words(row.partition('<b class="number">')[2].partition("</b>")[0])
    (found,) = READERS[language](cell)
    return found.quantity


def test_all_languages_write_the_same_numbers(any_site: BuiltSite) -> None:
    """Each page, read as the checks read prose, gives the value and the bound of the record."""
    units = any_site.yaml("units")
    languages = [language for language in any_site.languages if language in READERS]
    for speech, figure, record in any_site.records:
        if record["bound"] in OPEN_BOUNDS or record["fraction"] or (record["value"] or 0) < 0:
            continue  # the reader of English knows neither words for powers of ten and fractions, nor signs
        read = [parsed(any_site, language, speech, figure) for language in languages]
        assert len({(each.low, each.high) for each in read}) == 1, (speech.place, figure)
        assert {each.bound or "exact" for each in read} == {record["bound"]}
        if units[record["unit"]]["kind"] in EXACT_KINDS:
            assert (read[0].low, read[0].high) == ends(speech.figures[figure])


def citation(row: str, tag: str) -> str:
    return words(row.partition(f'<p lang="{tag}"><span>')[2].partition(" <button")[0])


def test_a_figure_is_cited_in_every_language(any_site: BuiltSite) -> None:
    """With its wording, paragraph and address, and with the version and the last review of its page."""
    locales = {each["code"]: Locale.parse(each["locale"]) for each in any_site.settings["languages"]}
    files = any_site.content.rglob("reviews.yaml")
    reviewed = {date for file in files for date in re.findall(r'"date": "([0-9-]+)"', file.read_text("utf-8"))}
    for speech, figure, record in any_site.records:
        rows = [any_site.row(language, speech, figure) for language in any_site.languages]
        versions = set()
        for code, tag in any_site.tags.items():
            (text,) = {citation(row, tag) for row in rows}
            versions |= set(re.findall(r"(?<![0-9a-f])[0-9a-f]{10}(?![0-9a-f])", text))
            assert record[f"as_written_{code}"] in text
            assert record["as_stated"] in text.replace(" ", "")
            assert str(record["paragraph"]) in text
            assert text.endswith(f"{code}/{speech.briefing}/{speech.place}/#f-{figure}")
            reviewed_on = any_site.html(speech.page(code)).partition('class="quiet reviewed">')[2].partition("</p>")[0]
            dates = [date for date in reviewed if date >= (record["reviewed"] or "")]
            written = {format_date(dt.date.fromisoformat(date), "long", locales[code]) for date in dates}
            assert not written or [date for date in written if date in text and date in words(reviewed_on)]
        assert len(versions) == 1, (speech.place, figure)


def test_a_term_is_marked_once_a_page_and_explained(any_site: BuiltSite) -> None:
    marked_pages = 0
    for speech in any_site.speeches:
        for language in any_site.languages:
            page = any_site.html(speech.page(language))
            marked = re.findall(r'popovertarget="(t-[^"]*)"', page)
            assert len(marked) == len(set(marked))
            assert set(marked) == set(re.findall(r'id="(t-[^"]*)" popover', page))
            marked_pages += bool(marked)
    assert marked_pages
