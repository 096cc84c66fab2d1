"""What is announced along the months of a year."""

from pathlib import Path
from typing import Any

import pytest

from briefing.render.charts.year import YearChart, chart
from tests.support.briefings import figure, invented


def due(by: str | int) -> dict[str, Any]:
    return {key: each for key, each in figure().items() if key != "period"} | {"by": by}


def every(months: object) -> dict[str, Any]:
    return figure(months, indicator="funding", unit="every-month", period="unstated", claim="commitment")


KINDS = [
    figure(period="2030-Q1"),
    figure(),
    due("2030-09"),
    due(2030),
    figure(period=2032),
    every(2),
    every("0.5"),
    figure(period="unstated"),
    figure(period=2029, claim="actual"),
    figure(claim="context"),
]


def drawn(folder: Path, figures: dict[str, list[dict[str, Any]]], form: str = "wide") -> YearChart:
    found = chart(invented(folder, figures), narrow=form == "narrow")
    assert found
    return found


def test_what_has_no_time_gives_no_graphic(tmp_path: Path) -> None:
    undated = {"alpha": [figure(period="unstated"), figure(claim="actual")]}
    assert chart(invented(tmp_path, undated), narrow=False) is None


def test_a_line_for_each_period_then_for_each_interval(tmp_path: Path) -> None:
    [row] = drawn(tmp_path, {"alpha": KINDS}).rows
    assert [(line.due, len(line.marks), len(line.ticks)) for line in row.lines] == [
        ("2030-Q1", 1, 0),
        ("../2030-09", 1, 0),
        ("2030", 2, 0),
        ("", 1, 24),
        ("", 1, 6),
    ]


def test_a_band_is_as_long_as_its_period(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": KINDS})
    quarter, deadline, year, *_ = found.rows[0].lines
    assert quarter.span == (found.months[0], found.months[3])
    assert deadline.span == (found.months[0], found.months[9])
    assert year.span == (found.months[0], found.months[12])


def test_what_has_no_date_or_a_later_one_is_off_the_axis(tmp_path: Path) -> None:
    [row] = drawn(tmp_path, {"alpha": KINDS}).rows
    assert row.off
    assert [(mark.figure.due, mark.dated) for mark in row.off.marks] == [("unstated", False), ("2032", True)]


def test_results_and_background_are_left_out(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": KINDS, "beta": KINDS[-2:]})
    assert [row.speech.place for row in found.rows] == ["alpha"]
    assert (found.whole, found.dated) == (2, 4)


def test_an_interval_whose_unit_says_nothing_has_no_ticks(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": [every(1) | {"unit": "every-flood"}]})
    assert list(found.rows[0].lines[0].ticks) == []


@pytest.mark.parametrize("places", [1, 40])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_marks_stay_apart_and_inside(tmp_path: Path, places: int, form: str) -> None:
    figures = {f"place-{number}": KINDS * (1 + number % 9) for number in range(places)}
    found = drawn(tmp_path, figures, form)
    marks = [mark for row in found.rows for line in (*row.lines, row.off) if line for mark in line.marks]
    at = [(mark.x, mark.y) for mark in marks]
    assert len(set(at)) == len(at)
    assert all(0 <= x <= found.width - 16 and 26 <= y <= found.height - 16 for x, y in at)
    assert all(abs(x - u) >= 16 or abs(y - v) >= 16 for x, y in at[:80] for u, v in at[:80] if (x, y) != (u, v))
