"""The amounts of money on one axis."""

import itertools
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from briefing.render.charts.money import Amount, MoneyChart, chart
from tests.support.briefings import figure, invented, money

KINDS = [
    money("1 million"),
    money("20 million", bound="at-least"),
    money("20 million", bound="at-most"),
    {
        key: each
        for key, each in money("0", low="10 thousand", high="10 million", bound="range").items()
        if key != "value"
    },
    money("1 billion", period="unstated"),
]


def drawn(folder: Path, figures: dict[str, list[dict[str, Any]]], form: str = "wide") -> MoneyChart:
    found = chart(invented(folder, figures), narrow=form == "narrow")
    assert found
    return found


def rows(found: MoneyChart) -> list[Amount]:
    return [each for lane in found.lanes for each in lane.amounts]


def test_no_amount_gives_no_graphic(tmp_path: Path) -> None:
    assert chart(invented(tmp_path, {"alpha": [figure(), money(0)]}), narrow=False) is None


def test_the_axis_goes_from_the_least_to_the_largest(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": KINDS})
    assert found.amounts.ends == (Decimal(10000), Decimal("1E+9"))
    assert [tick.x for tick in found.ticks if tick.x in (found.left, found.right)] == [found.left, found.right]


def test_a_bound_has_an_arrow_and_a_range_a_bar(tmp_path: Path) -> None:
    exact, floor, ceiling, span, _undated = rows(drawn(tmp_path, {"alpha": KINDS}))
    assert [each.ends for each in (exact, floor, ceiling, span)] == ["exact", "floor", "ceiling", "range"]
    assert floor.line[0] < floor.line[1]
    assert ceiling.line[0] > ceiling.line[1]
    assert span.line[0] < span.mark.x < span.line[1]


def test_an_amount_without_a_date_is_hollow(tmp_path: Path) -> None:
    assert [each.mark.dated for each in rows(drawn(tmp_path, {"alpha": KINDS}))] == [True] * 4 + [False]


def test_amounts_that_two_places_share_are_not_unlike(tmp_path: Path) -> None:
    assert drawn(tmp_path / "one", {"alpha": KINDS}).amounts.unlike
    assert not drawn(tmp_path / "two", {"alpha": [money(5)], "beta": [money(7)]}).amounts.unlike


def test_one_amount_is_written_as_one(tmp_path: Path) -> None:
    assert drawn(tmp_path, {"alpha": [money(5)]}).amounts.bound == "exact"


@pytest.mark.parametrize("places", [1, 40])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_amounts_have_rows_of_their_own(tmp_path: Path, places: int, form: str) -> None:
    found = drawn(tmp_path, {f"place-{number}": KINDS for number in range(places)}, form)
    ys = [each.y for each in rows(found)]
    assert all(later - earlier >= 20 for earlier, later in itertools.pairwise(ys))
    assert all(0 <= each.mark.x <= found.width - 16 for each in rows(found))
    assert all(each.room >= found.width / 4 for each in rows(found))
    assert max(ys) < found.height
