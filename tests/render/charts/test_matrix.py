"""Graphics of records by place, in columns or as lists."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.render.charts import charts, names, sectors
from briefing.render.charts.matrix import Row
from tests.support.briefings import invented

FORMS = pytest.mark.parametrize("form", ["wide", "narrow"])
PLACES = pytest.mark.parametrize("places", [1, 2, 8, 9, 23, 40])


def apart_and_inside(rows: Iterable[Row], width: float, height: float) -> None:
    """Assert that the marks of the rows are in them, and do not touch."""
    for row in rows:
        assert row.top + row.height <= height
        boxes = [(each.x, each.y) for each in row.cells]
        assert all(0 <= x <= width - 16 and row.top <= y <= row.top + row.height - 16 for x, y in boxes)
        assert all(abs(x - u) >= 20 or abs(y - v) >= 20 for x, y in boxes for u, v in boxes if (x, y) != (u, v))


@PLACES
@FORMS
def test_sectors_of_any_number_of_places(tmp_path: Path, places: int, form: str) -> None:
    said = {f"place-{number}": {"steel": "lead", f"own-{number}": "key"} for number in range(places)}
    found = sectors.chart(invented(tmp_path, dict.fromkeys(said, ()), sectors=said), "en", narrow=form == "narrow")
    assert found
    assert sum(len(row.cells) for row in found.rows) == 2 * places
    apart_and_inside(found.rows, found.width, found.height)
    assert bool(found.matrix.columns) == (form == "wide" and places < 40)


@PLACES
@FORMS
def test_names_of_any_number_of_places(tmp_path: Path, places: int, form: str) -> None:
    said = {f"place-{number}": ["programme-a", f"company-{number}"] for number in range(places)}
    found = names.chart(invented(tmp_path, dict.fromkeys(said, ()), names=said), "en", narrow=form == "narrow")
    if places == 1:
        assert found is None
        return
    assert found
    apart_and_inside((row for section in found.sections for row in section.rows), found.width, found.height)
    assert all(section.pitch * section.kind.names <= found.width for section in found.sections)


def test_without_records_there_is_no_graphic(tmp_path: Path) -> None:
    briefing = invented(tmp_path, {"alpha": (), "beta": ()})
    assert [chart(briefing, "en", narrow=False) for chart in (sectors.chart, names.chart)] == [None, None]


def test_marks_have_words_where_columns_are_wide_enough(tmp_path: Path) -> None:
    for places, worded in ((8, True), (20, False), (40, True)):
        said = {f"place-{number}": {"steel": "lead"} for number in range(places)}
        found = sectors.chart(
            invented(tmp_path / str(places), dict.fromkeys(said, ()), sectors=said), "en", narrow=False
        )
        assert found
        assert found.worded == worded


def test_rows_are_as_high_as_the_words_of_the_language(tmp_path: Path) -> None:
    briefing = invented(tmp_path, dict.fromkeys(["alpha"], ()), sectors={"alpha": {"steel": "lead"}})
    by_language = [sectors.chart(briefing, language, narrow=True) for language in ("en", "zh")]
    heights = [found.rows[0].height for found in by_language if found]
    assert heights[0] > heights[1]


def test_a_graphic_without_data_is_none(tmp_path: Path) -> None:
    assert set(charts(invented(tmp_path, {"alpha": ()}), "en").values()) == {None}
