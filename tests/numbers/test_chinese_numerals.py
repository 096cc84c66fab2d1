"""Chinese numerals: read exactly, or refused if they could be misread."""

import re
from decimal import Decimal

import pytest

from briefing.numbers.chinese_numerals import value_of


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
