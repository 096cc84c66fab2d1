from decimal import Decimal

import pytest

from briefing.render.charts.scales import Linear, Log, Year, px


def test_positions_are_rounded_to_a_tenth() -> None:
    assert (px(3.04), px(3.06), px(3.0)) == (3, 3.1, 3)


def test_a_linear_scale_is_proportional() -> None:
    assert Linear(Decimal(10), Decimal(20), 100, 200)(Decimal(15)) == 150


def test_a_scale_of_one_value_begins_at_the_left() -> None:
    assert Linear(Decimal(7), Decimal(7), 100, 200)(Decimal(7)) == 100


def test_each_order_of_magnitude_is_as_wide() -> None:
    scale = Log(Decimal(10), Decimal(1000), 0, 100)
    assert [scale(Decimal(value)) for value in (10, 100, 1000)] == [0, 50, 100]


def test_a_logarithmic_scale_has_no_place_for_zero() -> None:
    with pytest.raises(ValueError, match="no place for 0"):
        Log(Decimal(1), Decimal(10), 0, 100)(Decimal(0))


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2030-Q1", (0, 30)),
        ("2030-03", (20, 30)),
        ("2030-H2", (60, 120)),
        ("2030", (0, 120)),
        ("../2030-09", (0, 90)),
        ("2030-01/2030-10", (0, 100)),
        ("2029/2031", (0, 120)),
        ("2030-07/2031-06", (60, 120)),
        ("2031", None),
        ("2029-Q4", None),
    ],
)
def test_a_period_has_its_part_of_the_year(period: str, span: tuple[float, float] | None) -> None:
    assert Year(2030, 0, 120).span(period) == span
