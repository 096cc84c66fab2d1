"""Due dates: what counts as one announcement, and which periods have passed."""

import pytest

from briefing.content.model import Figure
from briefing.numbers.periods import has_passed
from briefing.queries.due_dates import calendar
from tests.support.built import BuiltSite
from tests.support.internals import load_sound
from tests.support.paths import SITES
from tests.support.sample import BRIEFING


def test_a_figure_and_the_measure_that_restates_it_count_once() -> None:
    """The measure is dated too, and cites the figure."""
    [briefing] = load_sound(SITES / "sample" / "content").briefings
    zixu = briefing.speeches[0]
    assert [each.id for each in calendar(briefing).periods["2031-Q1"][zixu]] == ["starts", "start-investment", "road"]


@pytest.mark.parametrize(
    ("period", "day", "state"),
    [
        ("2023", "2023-12-31", "ahead"),
        ("2023", "2024-01-01", "passed"),
        ("2023-Q1", "2023-03-31", "ahead"),
        ("2023-Q1", "2023-04-01", "passed"),
        ("2023-01", "2023-02-01", "passed"),
        ("2023", "", "ahead"),
    ],
)
def test_a_period_has_passed_after_its_last_month(period: str, day: str, state: str) -> None:
    assert has_passed(period, day) == (state == "passed")


def test_a_page_says_that_periods_have_passed_only_if_they_have(sample: BuiltSite, published: BuiltSite) -> None:
    """Against the day of the last review: the sample's is before its periods."""
    assert ">passed<" not in sample.html(f"en/{BRIEFING}/figures/index.html")
    assert ">passed<" in published.html("en/guangan-2023/figures/index.html")
    assert ">已过<" in published.html("zh/guangan-2023/figures/index.html")


def test_a_figure_without_period_or_interval_has_no_date() -> None:
    [briefing] = load_sound(SITES / "sample" / "content").briefings
    undated = {figure for figures in calendar(briefing).undated.values() for figure in figures}
    assert undated
    assert {(each.period, each.by) for each in undated if isinstance(each, Figure)} == {("unstated", None)}
    assert not undated & calendar(briefing).intervals.keys()
