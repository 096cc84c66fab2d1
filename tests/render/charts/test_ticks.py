"""The values of an axis that have a tick."""

from decimal import Decimal

import pytest

from briefing.render.charts.ticks import decades, labelled, repeated


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("20", "1001", "10 100 1000 10000"), ("10", "100", "10 100"), ("5", "5", "1 10"), ("10", "10", "10 100")],
)
def test_decades_enclose_the_values(low: str, high: str, expected: str) -> None:
    assert decades(Decimal(low), Decimal(high)) == [Decimal(each) for each in expected.split()]


def test_the_last_tick_has_a_label() -> None:
    assert labelled([Decimal(1), Decimal(2), Decimal(3), Decimal(4)], 2) == [Decimal(2), Decimal(4)]


def test_what_recurs_is_spread_over_the_year() -> None:
    assert repeated(4) == [1.5, 4.5, 7.5, 10.5]
