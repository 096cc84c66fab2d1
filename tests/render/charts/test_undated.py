from pathlib import Path

import pytest

from briefing.render.charts.undated import UndatedChart, chart
from tests.support.briefings import figure, invented

KINDS = [
    figure(period=2029, claim="actual"),
    figure(period="2030-Q1"),
    figure(),
    figure(period=2031),
    figure(1, indicator="funding", unit="every-month", period="unstated", claim="commitment"),
    figure(period="unstated"),
]
"""A figure of each block of time."""


def drawn(folder: Path, figures: dict[str, list[dict[str, object]]], *, narrow: bool = False) -> UndatedChart:
    found = chart(invented(folder, figures), narrow=narrow)
    assert found
    return found


def boxes(found: UndatedChart) -> list[tuple[float, float]]:
    return [(mark.x, mark.y) for row in found.rows for mark in row.marks]


def test_no_figure_gives_no_graphic(tmp_path: Path) -> None:
    assert chart(invented(tmp_path, {"alpha": []}), narrow=False) is None


def test_every_kind_of_time_is_a_column(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": KINDS})
    assert [column.key for column in found.columns] == ["earlier", "part", "year", "later", "recurring", "none"]
    assert (found.none, found.total) == (1, 6)


def test_a_deadline_is_counted_with_its_period(tmp_path: Path) -> None:
    due = {key: value for key, value in figure().items() if key != "period"} | {"by": 2030}
    [column] = drawn(tmp_path, {"alpha": [figure(), due]}).columns
    assert (column.key, column.periods, column.counts) == ("year", ["2030"], (2,))


def test_only_what_has_no_date_is_hollow(tmp_path: Path) -> None:
    [row] = drawn(tmp_path, {"alpha": KINDS}).rows
    assert [mark.dated for mark in row.marks] == [True] * 5 + [False]


@pytest.mark.parametrize("places", [1, 40])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_marks_stay_apart_and_inside(tmp_path: Path, places: int, form: str) -> None:
    figures = {f"place-{number}": KINDS * (1 + number % 7) for number in range(places)} | {"silent": []}
    found = drawn(tmp_path, figures, narrow=form == "narrow")
    at = boxes(found)
    assert len(set(at)) == len(at) == found.total
    assert all(0 <= x <= found.width - 16 and found.head <= y <= found.height - 16 for x, y in at)
    assert all(abs(x - u) >= 16 or abs(y - v) >= 16 for x, y in at[:60] for u, v in at[:60] if (x, y) != (u, v))
