"""Figures: read exactly from Chinese and from the editor's English, written exactly in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import pytest
from conftest import writer
from hypothesis import given
from hypothesis import strategies as st

from briefing.numbers.chinese_numerals import value_of
from briefing.numbers.numerals import amount
from briefing.numbers.readers import Unreadable, read_stated


@dataclass(frozen=True)
class Quantity:
    """A figure with only what writing it needs."""

    ends: tuple[Decimal, Decimal]
    bound: str
    unit: str


def write(language: str, value: str, unit: str, bound: str = "exact", high: str = "") -> str:
    return writer(language)(Quantity((amount(value), amount(high or value)), bound, unit))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("90", "90"),
        ("387.6亿", "38760000000"),
        ("2.63亿", "263000000"),
        ("1.2万亿", "1200000000000"),
        ("2千万", "20000000"),
        ("1,200", "1200"),
        ("四", "4"),
        ("十五", "15"),
        ("二十", "20"),
        ("两百亿", "20000000000"),
        ("三百五十", "350"),
        ("三百零五", "305"),
        ("百亿", "10000000000"),
        ("千", "1000"),
        ("半", "0.5"),
    ],
)
def test_chinese_numerals_are_read_exactly(text: str, value: str) -> None:
    assert value_of(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "三百五",
        "1亿2",
        "3万5",
        "1,20",
        "1.2.3",
        "九十来",
        "1.",
        "亿亿",
        "5亿万",
        "十百",
        "10万10万",
        "百百",
        "-3",
        "０",
    ],
)
def test_a_numeral_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        value_of(text)


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
        ("万亿级", "1e12", "1e12", "exact", "级"),
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


@pytest.mark.parametrize(
    ("value", "unit", "bound", "zh", "en"),
    [
        ("38.76 billion", "cny", "exact", "387.6亿元", "RMB 38.76 billion"),
        ("263 million", "cny", "exact", "2.63亿元", "RMB 263 million"),
        ("18.4 billion", "cny", "exact", "184亿元", "RMB 18.4 billion"),
        ("10 billion", "cny", "at-least", "100亿元以上", "at least RMB 10 billion"),
        ("1 trillion", "cny", "exact", "1万亿元", "RMB 1 trillion"),
        ("20 thousand", "cny", "exact", "2万元", "RMB 20,000"),
        ("500", "cny", "exact", "500元", "RMB 500"),
        ("1 billion", "cny", "more-than", "超10亿元", "more than RMB 1 billion"),
        ("5.0 billion", "cny", "exact", "50亿元", "RMB 5.0 billion"),
        ("9.5", "percent", "exact", "9.5%", "9.5%"),
        ("9.50", "percent", "exact", "9.50%", "9.50%"),
        ("1", "project", "exact", "1个", "1 project"),
        ("90", "project", "at-least", "90个以上", "at least 90 projects"),
        ("103", "enterprise", "exact", "103家", "103 enterprises"),
        ("45", "working-day", "at-most", "45个工作日以内", "within 45 working days"),
        ("12", "project", "at-most", "不超过12个", "at most 12 projects"),
        ("12", "project", "less-than", "不到12个", "less than 12 projects"),
        ("12", "project", "about", "约12个", "about 12 projects"),
        ("12", "project", "nearly", "近12个", "nearly 12 projects"),
        ("0.5", "every-month", "exact", "每半月", "every half-month"),
        ("1", "every-month", "exact", "每月", "every month"),
        ("2", "every-month", "exact", "每2个月", "every 2 months"),
        ("1", "every-week", "exact", "每周", "every week"),
    ],
)
def test_each_language_writes_a_figure_its_own_way(value: str, unit: str, bound: str, zh: str, en: str) -> None:
    assert (write("zh", value, unit, bound), write("en", value, unit, bound)) == (zh, en)


@pytest.mark.parametrize("values", [("8.5", "8.50"), ("7.50", "7.5")])
def test_what_was_written_before_changes_no_digit(values: tuple[str, str]) -> None:
    """Two figures that are equal as numbers may be stated with different digits."""
    assert [writer("en")(Quantity((Decimal(value),) * 2, "exact", "percent")) for value in values] == [
        f"{v}%" for v in values
    ]


def test_a_range_is_written_with_both_ends() -> None:
    assert write("zh", "20 thousand", "cny", "range", "200 thousand") == "2万至20万元"
    assert write("en", "20 thousand", "cny", "range", "200 thousand") == "RMB 20,000 to 200,000"


digits = st.decimals(min_value=0, max_value=Decimal("1e14"), places=2, allow_nan=False, allow_infinity=False)


@given(digits)
def test_no_amount_loses_a_digit_in_either_language(value: Decimal) -> None:
    """Nothing is rounded: the written digits, scaled back, are the value."""
    for language, scales in (
        ("zh", {"万亿": 12, "亿": 8, "万": 4}),
        ("en", {"trillion": 12, "billion": 9, "million": 6}),
    ):
        written = writer(language)(Quantity((value, value), "exact", "cny")).removeprefix("RMB ").removesuffix("元")
        word = next((word for word in scales if written.endswith(word)), "")
        number = Decimal(written.removesuffix(word).strip().replace(",", ""))
        assert number.scaleb(scales.get(word, 0)) == value


@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["", "以上", "以内"]))
def test_what_chinese_writes_is_read_back(value: int, after: str) -> None:
    bound = {"": "exact", "以上": "at-least", "以内": "at-most"}[after]
    reading = read_stated(writer("zh").number(Decimal(value), "money") + "元" + after)
    assert (reading.low, reading.bound, reading.unit) == (Decimal(value), bound, "元")
