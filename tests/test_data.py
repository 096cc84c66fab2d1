"""The data to download says what the site says: as CSV, as JSON, as a workbook, and in its dictionary."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import ROOT, Workplace, real_site, writer
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.content.load import load
from briefing.content.model import Figure
from briefing.content.site import Site
from briefing.downloads import DOCUMENTED, TABLES
from briefing.downloads.data_schema import schema
from briefing.downloads.figures import FIGURES, scale
from briefing.downloads.files import data, data_schema, written
from briefing.i18n.catalogs import Catalog, load_catalogs
from briefing.pages.data import data as data_pages
from briefing.render.renderer import Renderer
from briefing.reviews.status import reviewed

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org","x"),"y"', "－1"]


@functools.cache
def catalogs() -> Mapping[str, Catalog]:
    return load_catalogs(ROOT / "templates", real_site().languages)[0]


def renderer(site: Site) -> Renderer:
    return Renderer(site, ROOT / "templates", catalogs(), site.settings.base_url)


def files(site: Site) -> dict[str, bytes]:
    return {**dict(data(renderer(site), [])), **dict(data_schema(renderer(site), []))}


@functools.cache
def real_files() -> dict[str, bytes]:
    return files(real_site())


def real(ending: str) -> bytes:
    return real_files()[f"data/guangan-2023.{ending}"]


def figures() -> dict[str, Figure]:
    speeches = (loaded.record for loaded in real_site().speeches)
    return {f"{speech.place}/{figure.id}": figure for speech in speeches for figure in speech.figures.values()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_json(content: bytes) -> Any:
    return json.loads(content, parse_float=Decimal, parse_int=Decimal)


def sheets(content: bytes) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    found = {}
    for sheet in book.worksheets:
        names, *cells = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, names), row, strict=True)) for row in cells]
    return found


def figure_table(kind: str) -> list[dict[str, Any]]:
    content = real(kind)
    if kind == "csv":
        return [dict(row) for row in rows(content)]
    return sheets(content)["figures"] if kind == "xlsx" else list(read_json(content)["figures"])


def number(value: object) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def test_there_is_a_file_of_each_kind_for_each_briefing_and_a_schema() -> None:
    assert list(real_files()) == [
        *(f"data/guangan-2023.{ending}" for ending in ("json", "csv", "xlsx")),
        "data/briefing.schema.json",
    ]


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_every_figure_stands_once_with_its_exact_value(kind: str) -> None:
    stated = [row for row in figure_table(kind) if row["status"] == "stated"]
    assert [row["id"] for row in stated] == list(figures())
    for row in stated:
        figure = figures()[row["id"]]
        assert [number(row[name]) for name in ("value", "low", "high")] == [figure.value, figure.low, figure.high]
        named = ["unit", "bound", "claim", "period", "as_stated", "paragraph", "indicator"]
        of_figure = [figure.unit, figure.bound, figure.claim, figure.period, figure.stated, figure.at, figure.indicator]
        assert [str(row[name]) for name in named] == list(map(str, of_figure))
        assert [row[f"as_written_{code}"] for code in ("zh", "en")] == [writer(code)(figure) for code in ("zh", "en")]


def test_each_place_states_each_indicator_or_does_not() -> None:
    found: dict[tuple[str, str], Counter[str]] = {}
    for row in rows(real("csv")):
        found.setdefault((row["place"], row["indicator"]), Counter())[row["status"]] += 1
    places = [loaded.record.place for loaded in real_site().speeches]
    used = {figure.indicator for figure in figures().values()}
    assert set(found) == {(place, indicator) for place in places for indicator in used}
    assert all(count.keys() == {"stated"} or count == {"not stated": 1} for count in found.values())


def test_what_is_not_stated_is_empty_and_never_zero() -> None:
    told = {"place", "place_zh", "place_en", "indicator", "indicator_zh", "indicator_en", "theme", "status"}
    for row in rows(real("csv")):
        if row["status"] == "not stated":
            assert {name for name, value in row.items() if value} == told


def test_a_permalink_leads_to_the_figure() -> None:
    row = next(row for row in rows(real("csv")) if row["id"] == "huaying/new-projects")
    assert row["permalink_en"] == f"{real_site().settings.base_url}en/guangan-2023/huaying/#f-new-projects"
    assert row["permalink_zh"] == row["permalink_en"].replace("/en/", "/zh/")


def test_csv_is_marked_as_utf_8_and_ends_its_lines_as_excel_does() -> None:
    content = real("csv")
    assert content.startswith(b"\xef\xbb\xbfid,")
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(rows(content))


def test_json_holds_every_measure_and_every_mention() -> None:
    said = read_json(real("json"))
    speeches = [loaded.record for loaded in real_site().speeches]
    measures = [f"{speech.place}/{measure.id}" for speech in speeches for measure in speech.measures]
    assert [row["id"] for row in said["measures"]] == measures
    mentions = {(entity, speech.place) for speech in speeches for entity in speech.entities}
    assert sorted((row["id"], row["place"]) for row in said["entities"]) == sorted(mentions)
    assert not [text for row in said["measures"] for text in (row["text_zh"], row["text_en"]) if "{" in text]


def test_json_is_what_its_schema_says() -> None:
    said, rules = json.loads(real("json")), json.loads(real_files()["data/briefing.schema.json"])
    Draft202012Validator.check_schema(rules)
    validator = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(said)] == []
    assert said["$schema"] == rules["$id"]


@pytest.mark.parametrize(
    ("status", "change"),
    [
        ("not stated", {"value": 0}),
        ("not stated", {"status": "stated"}),
        ("stated", {"status": "not stated"}),
        ("stated", {"claim": None}),
        ("stated", {"bound": "some"}),
        ("stated", {"value": "90"}),
        ("stated", {"paragraph": 1.5}),
        ("stated", {"unheard": 1}),
    ],
)
def test_the_schema_refuses_a_row_that_is_wrong(status: str, change: dict[str, Any]) -> None:
    said = json.loads(real("json"))
    row = next(row for row in said["figures"] if row["status"] == status)
    row.update(change)
    site = real_site()
    assert not Draft202012Validator(schema(site.languages, site.settings.base_url)).is_valid(said)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=None))
def test_a_number_in_json_is_exact_and_plain(value: Decimal) -> None:
    text = written({"value": value})
    assert read_json(text.encode())["value"] == value
    assert "e" not in text.lower().replace("value", "")


def test_numbers_are_numbers_in_a_workbook_and_show_every_digit() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(real("xlsx")))["figures"]
    names = [cell.value for cell in sheet[1]]
    shown = {}
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(names, row, strict=True))
        shown[cells["id"].value] = cells["value"].number_format
        for name in ("value", "low", "high", "paragraph"):
            assert cells[name].value is None or cells[name].data_type == "n"
        assert cells["reviewed"].value is None or isinstance(cells["reviewed"].value, dt.datetime)
    assert shown["huaying/new-projects"] == "#,##0"
    assert shown["guangan-district/q1-industrial-growth"] == "#,##0.0"


def test_every_sheet_has_a_frozen_header_and_a_filter() -> None:
    book = openpyxl.load_workbook(io.BytesIO(real("xlsx")))
    assert book.sheetnames == ["figures", "measures", "entities", "dictionary"]
    for sheet in book.worksheets:
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
        assert all(cell.value and cell.font.bold for cell in sheet[1])


def test_the_same_content_gives_the_same_bytes_whatever_the_clock_says() -> None:
    assert files(real_site()) == real_files()
    with zipfile.ZipFile(io.BytesIO(real("xlsx"))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    last = reviewed(real_site(), [loaded.name for loaded in real_site().files]).last
    assert core.count(f"{last}T00:00:00Z") == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(minimal: Workplace, text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    minimal.edit("content/places.yaml", "{zh: 甲县, en: Alpha County}", f"{{zh: {quoted}, en: {quoted}}}")
    minimal.edit("content/demo-2030/alpha.yaml", "zh: 主动招商", f"zh: {quoted}")
    minimal.edit("content/entities.yaml", "zh: 城北园区", f"zh: {quoted}")
    site, problems = load(Path("content"))
    assert site, problems
    found = files(site)
    cells = [row["place_en"] for row in rows(found["data/demo-2030.csv"])]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@－"))]
    book = openpyxl.load_workbook(io.BytesIO(found["data/demo-2030.xlsx"]))
    for name in ("figures", "measures", "entities"):
        hostile = [cell for row in book[name].iter_rows() for cell in row if cell.value == text]
        assert {cell.data_type for cell in hostile} == {"s"}
        assert not any(cell.hyperlink for cell in hostile)
    assert read_json(found["data/demo-2030.json"])["figures"][0]["place_en"] == text


def test_a_range_has_two_ends_and_a_changed_figure_no_review(minimal: Workplace) -> None:
    minimal.edit("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    site, problems = load(Path("content"))
    assert site, problems
    table = {row["id"]: row for row in rows(files(site)["data/demo-2030.csv"])}
    ends = table["beta/pipeline"]
    assert [ends[name] for name in ("value", "low", "high", "bound")] == ["", "2", "4", "range"]
    assert (table["alpha/new-projects"]["reviewed"], table["alpha/funds"]["reviewed"]) == ("", "2030-01-02")
    assert (table["alpha/funds"]["value"], table["alpha/funds"]["scale"]) == ("38760000000", "亿")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dictionary_explains_every_column(language: str) -> None:
    site = real_site()
    chosen = next(each for each in site.languages if each.code == language)
    (page,) = [replace(each, language=chosen) for each in data_pages(site)]
    rendering = renderer(site)
    text = html.unescape(re.sub(r'<span lang="[^"]*">|</span>', "", rendering.render(page).decode()))
    fields = [field for table in DOCUMENTED for field in table.fields(site.languages)]
    for field in fields:
        assert f'<th scope="row"><code>{field.name}</code></th>' in text
        assert f"<td>{field.meaning(rendering.voices[language])}" in text
    for name in real_files():
        assert f'href="../../../{name}"' in text


def test_the_workbook_explains_its_own_columns() -> None:
    found = sheets(real("xlsx"))
    told = [(row["table"], row["column"]) for row in found["dictionary"]]
    assert told == [(table.id, name) for table in TABLES for name in found[table.id][0]]
    assert all(row["meaning_zh"] != row["meaning_en"] for row in found["dictionary"])


def test_another_language_is_another_column() -> None:
    languages = real_site().languages
    third = languages[1].model_copy(update={"code": "fr", "tag": "fr", "locale": "fr_FR", "name": "français"})
    names = [field.name for field in FIGURES.fields((*languages, third))]
    assert [name for name in names if name.startswith("as_written")] == [
        f"as_written_{code}" for code in ("zh", "en", "fr")
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("stated", "word"),
    [
        ("387.6亿元", "亿"),
        ("2万元至20万元", "万"),
        ("2至20万元", "万"),
        ("1万亿元", "万亿"),
        ("千亿", "千亿"),
        ("千人", "千"),
        ("90个以上", ""),
        ("5个百分点", ""),
        ("9.5%", ""),
        ("每半月", ""),
    ],
)
def test_the_scale_word_is_that_of_the_source(stated: str, word: str) -> None:
    assert scale(stated) == word
