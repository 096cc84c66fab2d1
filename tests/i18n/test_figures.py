"""Figures: each language writes them its own way, exact to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.numbers.numerals import amount
from briefing.numbers.readers import read_stated
from tests.support.figures import FigureToWrite, formatters
from tests.support.sample import CONTENT

FORMATTERS = formatters(CONTENT)


def write(language: str, value: str, unit: str, bound: str = "exact", high: str = "") -> str:
    return FORMATTERS[language].format(FigureToWrite((amount(value), amount(high or value)), bound, unit))


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
        ("-3.2", "percent", "exact", "-3.2%", "-3.2%"),
        ("-25 million", "cny", "exact", "-2500万元", "RMB -25 million"),
        ("1 trillion", "cny", "order-of-magnitude", "万亿级", "trillion-yuan class"),
        ("10 billion", "cny", "order-of-magnitude", "百亿级", "ten-billion-yuan class"),
        ("500 billion", "cny", "order-of-magnitude", "5000亿元量级", "in the order of RMB 500 billion"),
        ("1 thousand", "enterprise", "order-of-magnitude", "1000家量级", "in the order of 1,000 enterprises"),
        ("100", "enterprise", "several", "数百家", "several hundred enterprises"),
        ("1 billion", "cny", "several", "数十亿元", "several billion yuan"),
        ("10", "enterprise", "several", "数十家", "dozens of enterprises"),
        ("2/3", "percent", "at-least", "三分之二以上", "at least 2/3"),
        ("7/12", "percent", "exact", "12分之七", "7/12"),
    ],
)
def test_each_language_writes_a_figure_its_own_way(value: str, unit: str, bound: str, zh: str, en: str) -> None:
    assert (write("zh", value, unit, bound), write("en", value, unit, bound)) == (zh, en)


@pytest.mark.parametrize(
    ("value", "unit", "bound", "number", "bare"),
    [
        ("38.76 billion", "cny", "exact", ("387.6亿", "38.76 billion"), ("387.6亿", "38.76 billion")),
        ("90", "project", "at-least", ("90以上", "at least 90"), ("90", "90")),
        ("9.5", "percent", "more-than", ("超9.5", "more than 9.5"), ("9.5", "9.5")),
        ("45", "working-day", "at-most", ("45以内", "within 45"), ("45", "45")),
        ("2", "project", "range", ("2至4", "2 to 4"), ("2至4", "2 to 4")),
    ],
)
def test_a_figure_may_be_written_without_its_unit_or_bound(
    value: str, unit: str, bound: str, number: tuple[str, str], bare: tuple[str, str]
) -> None:
    figure = FigureToWrite((amount(value), amount("4" if bound == "range" else value)), bound, unit)
    for form, written in (("number", number), ("bare", bare)):
        assert (FORMATTERS["zh"].format(figure, form), FORMATTERS["en"].format(figure, form)) == written


@pytest.mark.parametrize(
    ("figure", "zh", "en"),
    [
        (("9.5", "exact", "percent", "up"), "增长9.5%", "up 9.5%"),
        (("3.2", "exact", "percent", "down"), "下降3.2%", "down 3.2%"),
        (("10", "at-least", "percent", "up"), "增长10%以上", "up at least 10%"),
        (("5", "exact", "percentage-point", "up"), "增加5个百分点", "up 5 percentage points"),
        (("20", "about", "project", "down"), "减少约20个", "down about 20 projects"),
        (("0", "exact", "percent", "none"), "持平", "unchanged"),
        (("9.5", "exact", "percent", None), "9.5%", "9.5%"),
    ],
)
def test_a_figure_by_itself_says_in_which_direction(figure: tuple[str, str, str, str], zh: str, en: str) -> None:
    value, bound, unit, change = figure
    alone = FigureToWrite((amount(value), amount(value)), bound, unit, change)
    assert (FORMATTERS["zh"].alone(alone), FORMATTERS["en"].alone(alone)) == (zh, en)


def test_a_growth_rate_says_its_direction_once() -> None:
    rate = FigureToWrite((amount("9.5"),) * 2, "exact", "percent", "up", says_change=True)
    assert (FORMATTERS["zh"].alone(rate), FORMATTERS["en"].alone(rate)) == ("9.5%", "9.5%")


def test_an_offer_lasts_so_long_and_work_is_done_within_it() -> None:
    days = (amount("45"),) * 2
    offer, work = (FigureToWrite(days, "at-most", "working-day", claim=claim) for claim in ("incentive", "commitment"))
    assert (FORMATTERS["zh"].format(offer), FORMATTERS["en"].format(offer)) == (
        "最长45个工作日",
        "up to 45 working days",
    )
    assert FORMATTERS["en"].format(work) == "within 45 working days"


@pytest.mark.parametrize("values", [("8.5", "8.50"), ("7.50", "7.5")])
def test_what_was_written_before_changes_no_digit(values: tuple[str, str]) -> None:
    """Two figures that are equal as numbers may be stated with different digits."""
    english = FORMATTERS["en"]
    assert [english.format(FigureToWrite((Decimal(value),) * 2, "exact", "percent")) for value in values] == [
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
        written = (
            FORMATTERS[language]
            .format(FigureToWrite((value, value), "exact", "cny"))
            .removeprefix("RMB ")
            .removesuffix("元")
        )
        word = next((word for word in scales if written.endswith(word)), "")
        number = Decimal(written.removesuffix(word).strip().replace(",", ""))
        assert number.scaleb(scales.get(word, 0)) == value


@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["", "以上", "以内"]))
def test_a_figure_written_in_chinese_is_read_back(value: int, after: str) -> None:
    bound = {"": "exact", "以上": "at-least", "以内": "at-most"}[after]
    reading = read_stated(FORMATTERS["zh"].number(Decimal(value), "money") + "元" + after)
    assert (reading.low, reading.bound, reading.unit) == (Decimal(value), bound, "元")
