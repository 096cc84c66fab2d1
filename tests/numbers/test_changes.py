"""Directions: a word for a change directly before a number is part of the stated figure, and read with it."""

from decimal import Decimal

import pytest

from briefing.numbers.readers import READERS, read_stated


@pytest.mark.parametrize(
    ("text", "stated", "value", "change"),
    [
        ("工业增加值增长9.5%", "增长9.5%", "9.5", "up"),
        ("力争增速达9.5%", "增速达9.5%", "9.5", "up"),
        ("能耗下降3.2%", "下降3.2%", "3.2", "down"),
        ("产量负增长2%", "负增长2%", "2", "down"),
        ("实现事故零增长", "零增长", "0", "none"),
        ("占比提高5个百分点", "提高5个百分点", "5", "up"),
        ("占比提高了近5个百分点", "提高了近5个百分点", "5", "up"),
        ("至少提高5个百分点", "至少提高5个百分点", "5", "up"),
        ("占比提高到65%", "65%", "65", None),
        ("从60个压缩至45个以内", "45个以内", "45", None),
        ("企业增加12家", "增加12家", "12", "up"),
        ("净增12家", "12家", "12", None),
        ("新增12家", "12家", "12", None),
        ("提升3个园区", "3个", "3", None),
        ("产能增长2倍", "增长2倍", "3", None),
        ("产能增长一倍", "增长一倍", "2", None),
        ("降幅收窄百分之五", "收窄百分之五", "5", "down"),
        ("增速为-3.2%", "-3.2%", "-3.2", None),
        ("冷库降到零下18度", "零下18度", "-18", None),
    ],
)
def test_a_word_for_a_change_belongs_to_its_number(text: str, stated: str, value: str, change: str | None) -> None:
    found = READERS["zh"](text)[-1]
    reading = read_stated(found.text)
    assert (found.text, found.quantity.change) == (stated, change)
    assert (reading.low, reading.change) == (Decimal(value), change)


def test_a_minus_is_a_sign_and_a_dash_makes_a_range() -> None:
    readings = [read_stated(text) for text in ("-3%至-1%", "3%-5%", "-5%")]
    ends = [f"{each.low} {each.high}" for each in readings]
    assert ends == ["-3 -1", "3 5", "-5 -5"]
