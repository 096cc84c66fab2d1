"""The files to download say what the content and the pages say, in every format."""

import datetime as dt
import html
import io
import json
import re
import zipfile
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.support.built import BuiltSite, Data
from tests.support.downloads import figures_in, number, read_csv, read_json, read_sheets, read_workbook

KINDS = ("csv", "json", "xlsx")
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
every_kind = pytest.mark.parametrize("kind", KINDS)


def amount(written: object) -> Decimal | None:
    """Read an amount as an editor writes it in a content file: 90, 9.5, 38.76 billion."""
    if written is None:
        return None
    digits, _, scale = str(written).partition(" ")
    if "/" in digits:
        return Decimal(digits.partition("/")[0]) / Decimal(digits.partition("/")[2])
    return Decimal(digits).scaleb(SCALES[scale] if scale else 0)


def stated_in(site: BuiltSite, briefing: str) -> dict[str, Data]:
    """Return the figures of a briefing as its content files have them, in their order."""
    return {
        f"{speech.place}/{name}": figure
        for speech in site.speeches
        if speech.briefing == briefing
        for name, figure in speech.figures.items()
    }


def test_each_briefing_has_a_file_of_each_kind_and_all_a_schema(any_site: BuiltSite) -> None:
    files = {path.name for path in (any_site.folder / "data").iterdir() if not path.name.startswith("search")}
    files = {name for name in files if not name.endswith((".gz", ".br", ".pdf"))}
    expected = {f"{briefing}.{kind}" for briefing in any_site.briefings for kind in KINDS}
    assert files == expected | {"briefing.schema.json"}


@every_kind
def test_every_figure_stands_once_with_its_exact_value(any_site: BuiltSite, kind: str) -> None:
    for briefing in any_site.briefings:
        content = stated_in(any_site, briefing)
        stated = [row for row in figures_in(any_site.folder, briefing, kind) if row["status"] == "stated"]
        assert [row["id"] for row in stated] == list(content)
        for row in stated:
            figure = content[row["id"]]
            assert [number(row[name]) for name in ("value", "low", "high")] == [
                amount(figure.get(name)) for name in ("value", "low", "high")
            ], row["id"]
            names = {"unit": "unit", "bound": "bound", "claim": "claim", "indicator": "indicator"}
            names |= {"as_stated": "stated", "paragraph": "at"}
            assert row["period"] == str(figure.get("period", "unstated"))
            assert [str(row[name]) for name in names] == [str(figure[name]) for name in names.values()], row["id"]
            assert row["period"] == str(figure.get("period", "unstated"))
            assert [row[name] or "" for name in ("by", "change")] == [
                str(figure.get(name, "")) for name in ("by", "change")
            ]
            assert row["cumulative"] == ("yes" if figure.get("cumulative") else "no")
            for name in ("of", "part_of", "stretch_of", "supersedes"):
                other = f"{row['place']}/{figure[name]}" if name in figure else ""
                assert (row[name] or "") == other, row["id"]


@every_kind
def test_the_words_are_the_same_in_every_format(any_site: BuiltSite, kind: str) -> None:
    for briefing in any_site.briefings:
        rows = figures_in(any_site.folder, briefing, kind)
        for row, record in zip(rows, any_site.data(briefing)["figures"], strict=True):
            for name in (name for name in record if isinstance(record[name], str) and name != "reviewed"):
                assert row[name] in (record[name], f"'{record[name]}"), (record["id"], name)


def test_each_place_states_each_indicator_or_does_not(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        found: dict[tuple[str, str], Counter[str]] = {}
        for row in any_site.data(briefing)["figures"]:
            found.setdefault((row["place"], row["indicator"]), Counter())[row["status"]] += 1
        places = [speech.place for speech in any_site.speeches if speech.briefing == briefing]
        used = {figure["indicator"] for figure in stated_in(any_site, briefing).values()}
        assert set(found) == {(place, indicator) for place in places for indicator in used}
        assert all(count.keys() == {"stated"} or count == {"not stated": 1} for count in found.values())


def test_what_is_not_stated_is_empty_and_never_zero(any_site: BuiltSite) -> None:
    named = {f"{name}_{code}" for name in ("place", "indicator") for code in any_site.languages}
    named |= {"place", "indicator", "theme", "status"}
    for briefing in any_site.briefings:
        for row in read_csv((any_site.folder / f"data/{briefing}.csv").read_bytes()):
            assert row["status"] == "stated" or {name for name, value in row.items() if value} == named


def test_every_permalink_leads_to_its_record(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        tables = any_site.data(briefing)
        for row in (*tables["figures"], *tables["measures"], *tables["entities"]):
            for language in any_site.languages if row[f"permalink_{any_site.languages[0]}"] else ():
                address, _, anchor = row[f"permalink_{language}"].removeprefix(any_site.base_url).partition("#")
                assert address == f"{language}/{briefing}/{row['place']}/"
                assert any_site.html(f"{address}index.html").count(f'id="{anchor}"') == 1
                assert anchor[2:] == row["id"].rpartition("/")[2]


def test_csv_is_marked_as_utf_8_and_ends_lines_as_excel_does(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        content = (any_site.folder / f"data/{briefing}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbfid,")
        assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(read_csv(content))


def test_json_holds_every_measure_and_every_entity(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        data = any_site.data(briefing)
        speeches = [speech for speech in any_site.speeches if speech.briefing == briefing]
        measures = [f"{speech.place}/{measure['id']}" for speech in speeches for measure in speech.measures]
        assert [row["id"] for row in data["measures"]] == measures
        entities = [(entity, speech.place) for speech in speeches for entity in speech.data["entities"]]
        assert sorted((row["id"], row["place"]) for row in data["entities"]) == sorted(entities)
        texts = [row[f"text_{language}"] for row in data["measures"] for language in any_site.languages]
        assert [text for text in texts if "{" in text] == []


def test_json_keeps_its_schema(any_site: BuiltSite) -> None:
    schema = json.loads((any_site.folder / "data/briefing.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for briefing in any_site.briefings:
        data = any_site.data(briefing)
        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["$schema"] == schema["$id"]


def test_a_workbook_holds_numbers_with_all_their_digits(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        exact = read_json((any_site.folder / f"data/{briefing}.json").read_bytes())["figures"]
        sheet = read_workbook(any_site.folder / f"data/{briefing}.xlsx")["figures"]
        names = [cell.value for cell in sheet[1]]
        for record, row in zip(exact, sheet.iter_rows(min_row=2), strict=True):
            cells = dict(zip(names, row, strict=True))
            for name in ("value", "low", "high", "paragraph"):
                rounded = name == "value" and record["fraction"]
                assert cells[name].value is None or cells[name].data_type == ("s" if rounded else "n")
            if record["value"] is not None and not record["fraction"]:
                digits = max(0, -record["value"].as_tuple().exponent)
                assert cells["value"].number_format == "#,##0" + ("." + "0" * digits if digits else "")
            assert cells["reviewed"].value is None or isinstance(cells["reviewed"].value, dt.datetime)


def test_every_sheet_has_a_frozen_header_and_a_filter(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        book = read_workbook(any_site.folder / f"data/{briefing}.xlsx")
        assert book.sheetnames == ["figures", "measures", "entities", "dictionary"]
        for sheet in book.worksheets:
            assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
            assert all(cell.value and cell.font.bold for cell in sheet[1])


def test_a_workbook_is_dated_by_the_last_review_not_the_clock(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        with zipfile.ZipFile(io.BytesIO((any_site.folder / f"data/{briefing}.xlsx").read_bytes())) as archive:
            assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
        last = any_site.data(briefing)["briefing"]["reviewed"]
        assert core.count(f"{last}T00:00:00Z") == (2 if last else 0)


def dictionary(site: BuiltSite, briefing: str) -> list[dict[str, Any]]:
    return read_sheets(site.folder / f"data/{briefing}.xlsx")["dictionary"]


def test_the_workbook_explains_every_column(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        sheets = read_workbook(any_site.folder / f"data/{briefing}.xlsx").worksheets[:-1]
        columns = [(sheet.title, cell.value) for sheet in sheets for cell in sheet[1]]
        explained = dictionary(any_site, briefing)
        assert [(row["table"], row["column"]) for row in explained] == columns
        for row in explained:
            meanings = [row[f"meaning_{language}"] for language in any_site.languages]
            assert len({*meanings}) == len(meanings)


def test_the_page_on_the_data_explains_every_column(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        for language in any_site.languages:
            page = any_site.html(f"{language}/{briefing}/data/index.html")
            text = html.unescape(re.sub(r'<span lang="[^"]*">|</span>', "", page))
            for row in dictionary(any_site, briefing):
                assert f'<th scope="row"><code>{row["column"]}</code></th>' in text
                assert f"<td>{row[f'meaning_{language}']}" in text
            for name in any_site.data(briefing)["briefing"]:
                assert f'<th scope="row"><code>{name}</code></th>' in text
            for file in (*(f"{briefing}.{kind}" for kind in KINDS), "briefing.schema.json"):
                assert f'href="../../../data/{file}"' in text
