"""The values of an axis that have a tick."""

from decimal import Decimal

import pytest

from briefing.render.charts.ticks import decades, even, labelled, repeated


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


@pytest.mark.parametrize(
    ("highest", "least", "expected"),
    [("38", "1", "0 10 20 30 40"), ("3", "1", "0 1 2 3"), ("1.2", "0", "0 0.5 1 1.5"), ("0", "1", "0 1")],
)
def test_even_ticks_are_round_and_enclose_the_values(highest: str, least: str, expected: str) -> None:
    assert even(Decimal(highest), least=Decimal(least)) == [Decimal(each) for each in expected.split()]
