"""The files to download: exact numbers, no formulas, ranges, reviews, and a column for each language."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.content.model import Language
from briefing.downloads.figures import scale
from briefing.downloads.files import csv_cell, json_text, row_schema
from briefing.downloads.tables import Column, Table, Value
from tests.support.built import BuiltSite
from tests.support.downloads import read_csv, read_json, read_workbook
from tests.support.project import Project
from tests.support.sample import BRIEFING


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
def test_the_schema_refuses_a_row_that_is_wrong(sample: BuiltSite, status: str, change: dict[str, Any]) -> None:
    schema = json.loads((sample.folder / "data/briefing.schema.json").read_text("utf-8"))
    data = sample.data(BRIEFING)
    next(row for row in data["figures"] if row["status"] == status).update(change)
    assert not Draft202012Validator(schema).is_valid(data)


def test_a_row_that_states_nothing_may_say_who_spoke() -> None:
    columns: tuple[Column[Any], ...] = (
        Column("status", "Status"),
        Column("note", "Note of a figure", filled="sometimes stated"),
        Column("speaker", "Who spoke", filled="sometimes"),
    )
    table = Table("rows", "Rows", (*columns, Column("id", "Id", filled="stated")), lambda _briefing: ())
    schema = row_schema(table, [Language(code="en", tag="en", locale="en_GB", name="English")])
    row = {"status": "not stated", "id": None, "note": None, "speaker": None}
    assert Draft202012Validator(schema).is_valid({**row, "speaker": "Li Wen"})
    assert not Draft202012Validator(schema).is_valid({**row, "note": "a figure has it"})


@pytest.mark.parametrize(("value", "cell"), [("2/3", "'2/3"), ("2023-09", "2023-09"), (Decimal("-3.2"), "-3.2")])
def test_a_cell_of_csv_is_neither_formula_nor_date(value: Value, cell: str) -> None:
    assert csv_cell(value) == cell


@settings(max_examples=50)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=None))
def test_a_number_in_json_is_exact_and_without_exponent(value: Decimal) -> None:
    text = json_text({"value": value})
    assert read_json(text)["value"] == value
    assert "e" not in text.lower().replace("value", "")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM", '=HYPERLINK"x"A', "－1"])
def test_no_cell_is_a_formula(minimal: Project, start: str) -> None:
    zh, en = f"{start}号", f"{start} named"
    texts = f"zh: {json.dumps(zh, ensure_ascii=False)}, en: {json.dumps(en, ensure_ascii=False)}"
    minimal.replace("content/places.yaml", "zh: 甲县, en: Alpha County", texts)
    minimal.replace("content/demo-2030/alpha.yaml", "zh: 主动招商, en: Active scouting", texts)
    minimal.replace("content/entities.yaml", "zh: 城北园区, en: North Park", texts)
    outcome = minimal.run()
    assert outcome.status == 0, outcome.err
    cells = [row["place_en"] for row in read_csv((minimal.output / "data/demo-2030.csv").read_bytes())]
    assert f"'{en}" in cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@－"))]
    book = read_workbook(minimal.output / "data/demo-2030.xlsx")
    for name in ("figures", "measures", "entities"):
        hostile = [cell for row in book[name].iter_rows() for cell in row if cell.value in (zh, en)]
        assert {cell.data_type for cell in hostile} == {"s"}
        assert not any(cell.hyperlink for cell in hostile)
    assert read_json(minimal.read("site/data/demo-2030.json"))["figures"][0]["place_en"] == en


def test_a_range_has_two_ends_and_no_value(minimal: Project) -> None:
    assert minimal.run().status == 0
    table = {row["id"]: row for row in read_csv((minimal.output / "data/demo-2030.csv").read_bytes())}
    ends = table["beta/pipeline"]
    assert [ends[name] for name in ("value", "low", "high", "bound")] == ["", "2", "4", "range"]
    assert (table["alpha/funds"]["value"], table["alpha/funds"]["scale"]) == ("38760000000", "亿")


def test_a_figure_that_was_never_reviewed_has_no_date(minimal: Project) -> None:
    text = minimal.read("content/demo-2030/reviews.yaml")
    kept = [line for line in text.splitlines(keepends=True) if "figures/new-projects" not in line]
    minimal.write("content/demo-2030/reviews.yaml", "".join(kept))
    assert minimal.run().status == 0
    table = {row["id"]: row for row in read_csv((minimal.output / "data/demo-2030.csv").read_bytes())}
    assert (table["alpha/new-projects"]["reviewed"], table["alpha/funds"]["reviewed"]) == ("", "2030-01-02")


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
    assert (scale(stated) or "") == word
