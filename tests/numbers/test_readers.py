"""Stated figures: read with their bound and unit, or refused if the text is not one figure."""

from decimal import Decimal

import pytest

from briefing.numbers.readers import Unreadable, read_stated


@pytest.mark.parametrize(
    ("stated", "low", "high", "bound", "unit"),
    [
        ("9.5%", "9.5", "9.5", "exact", "%"),
        ("90个以上", "90", "90", "at-least", "个"),
        ("超10亿元", "1e9", "1e9", "more-than", "元"),
        ("突破50亿元", "5e9", "5e9", "more-than", "元"),
        ("亿元以上", "1e8", "1e8", "at-least", "元"),
        ("45个工作日以内", "45", "45", "at-most", "个工作日"),
        ("不超过3亿元", "3e8", "3e8", "at-most", "元"),
        ("近200家", "200", "200", "nearly", "家"),
        ("约1.2万亩", "12000", "12000", "about", "亩"),
        ("2万元至20万元", "20000", "200000", "range", "元"),
        ("2至20万元", "20000", "200000", "range", "元"),
        ("10—15个", "10", "15", "range", "个"),
        ("每半月", "0.5", "0.5", "exact", "月"),
        ("每2个月", "2", "2", "exact", "个月"),
        ("周", "1", "1", "exact", "周"),
        ("两大平台", "2", "2", "exact", "大平台"),
        ("万亿级", "1e12", "1e12", "order-of-magnitude", ""),
        ("10余亿元", "1e9", "1e9", "more-than", "元"),
        ("30多万元", "300000", "300000", "more-than", "元"),
        ("三成", "30", "30", "exact", "%"),
    ],
)
def test_a_stated_figure_is_read_with_its_bound_and_unit(
    stated: str, low: str, high: str, bound: str, unit: str
) -> None:
    reading = read_stated(stated)
    assert (reading.low, reading.high, reading.bound, reading.unit) == (Decimal(low), Decimal(high), bound, unit)


@pytest.mark.parametrize("stated", ["超10亿元以上", "90个以上项目12", "至20万元", "2万吨至20万元", "不超过"])
def test_text_that_is_not_one_figure_is_refused(stated: str) -> None:
    with pytest.raises(Unreadable):
        read_stated(stated)
