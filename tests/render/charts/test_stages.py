"""Projects by stage: panels where there are amounts, dots where there are none."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from briefing.render.charts.stages import StagesChart, chart
from tests.support.briefings import figure, invented, money

PRICED = [figure(12), money("38 billion", of="f0"), figure(30, period="2030-Q1")]


def drawn(folder: Path, figures: dict[str, list[dict[str, Any]]], *, narrow: bool = False) -> StagesChart:
    found = chart(invented(folder, figures), "en", narrow=narrow)
    assert found
    return found


def test_no_project_gives_no_graphic(tmp_path: Path) -> None:
    assert chart(invented(tmp_path, {"alpha": [money("1 billion")]}), "en", narrow=False) is None


def test_each_period_of_a_priced_place_is_a_panel(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": PRICED, "beta": [figure(3)]})
    assert {each.period: (len(each.points), len(each.unpriced)) for each in found.panels} == {
        "2030-Q1": (0, 1),
        "2030": (1, 0),
    }
    assert [each.speech.place for each in found.frames] == ["beta"]


def test_panels_have_one_scale(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": PRICED, "beta": [figure(900), money("1 billion", of="f0")]})
    assert len({tuple(value for _, value in each.across) for each in found.panels}) == 1
    assert len({tuple(tick.value for _, tick in each.up) for each in found.panels}) == 1


@pytest.mark.parametrize(
    ("more", "full", "hollow", "end"),
    [
        ({"value": 30}, 30, 0, "none"),
        ({"value": 30, "bound": "at-least"}, 30, 0, "arrow"),
        ({"bound": "range", "low": 3, "high": 5}, 3, 2, "none"),
        ({"value": 100, "bound": "several"}, 0, 0, "none"),
        ({"value": 0}, 0, 0, "none"),
    ],
)
def test_a_count_is_as_many_dots(tmp_path: Path, more: dict[str, Any], full: int, hollow: int, end: str) -> None:
    counted = {key: value for key, value in figure().items() if key != "value"} | more
    [[dots]] = [frame.dots for frame in drawn(tmp_path, {"alpha": [counted]}).frames]
    assert (sum(each[2] for each in dots.lines), sum(each[3] for each in dots.lines)) == (full, hollow)
    assert ("arrow" if dots.more else "none") == end


def test_a_dot_of_thousands_stands_for_many(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"alpha": [figure(1150)], "beta": [figure(3)]})
    assert found.each == 10
    assert [sum(line[2] for line in frame.dots[0].lines) for frame in found.frames] == [115, 1]


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("places", [1, 40])
def test_marks_stay_inside_and_words_apart(tmp_path: Path, places: int, form: str) -> None:
    close = [each for number in range(3) for each in (figure(9 + number), money("2 billion", of=f"f{2 * number}"))]
    figures = {f"place-{number}": close if number % 2 == 0 else [figure(40)] for number in range(places)}
    found = drawn(tmp_path, figures, narrow=form == "narrow")
    for panel in found.panels:
        tags = sorted(each.tag_y for each in panel.points)
        assert all(below - above >= 40 for above, below in pairwise(tags))
        assert all(
            panel.box.x <= each.x <= panel.box.right - 16 and panel.box.y <= each.y <= panel.bottom
            for each in panel.points
        )
        assert panel.box.right <= found.width
    for frame in found.frames:
        assert frame.box.right <= found.width
        assert all(line[1] < found.height for dots in frame.dots for line in dots.lines)
