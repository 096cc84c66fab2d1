"""Every kind of number that speeches state: found whole in a sentence, and read exactly by the same grammar."""

from decimal import Decimal
from fractions import Fraction

import pytest

from briefing.numbers.accounts import SourceReader
from briefing.numbers.readers import read_stated

READ = SourceReader("zh")


@pytest.mark.parametrize(
    ("text", "stated", "value", "bound", "unit"),
    [
        ("总投资一万五千亿元", "一万五千亿元", "1500000000000", "exact", "元"),
        ("总投资1万5千亿元", "1万5千亿元", "1500000000000", "exact", "元"),
        ("总投资一亿2000万元", "一亿2000万元", "120000000", "exact", "元"),
        ("入库税收12亿3456万7890元", "12亿3456万7890元", "1234567890", "exact", "元"),
        ("安置5万3000人", "5万3000人", "53000", "exact", "人"),
        ("十二点五亿元", "十二点五亿元", "1250000000", "exact", "元"),
        ("占百分之十二点五", "百分之十二点五", "12.5", "exact", "%"),
        ("企业１２家", "１２家", "12", "exact", "家"),
        ("贷款10 亿元", "10 亿元", "1000000000", "exact", "元"),
        ("引进5个（含）以上", "5个（含）以上", "5", "at-least", "个"),
        ("上百亿元投资", "上百亿元", "10000000000", "at-least", "元"),
        ("上千家企业", "上千家", "1000", "at-least", "家"),
        ("数百家企业", "数百家", "100", "several", "家"),
        ("几十亿元投资", "几十亿元", "1000000000", "several", "元"),
        ("成百上千家企业", "成百上千家", "100", "several", "家"),
        ("三十余家企业", "三十余家", "30", "more-than", "家"),
        ("迈上百亿台阶", "百亿", "10000000000", "exact", ""),
        ("迈向百亿台阶", "百亿", "10000000000", "exact", ""),
        ("叩开千亿大门", "千亿", "100000000000", "exact", ""),
        ("突破50亿大关", "突破50亿", "5000000000", "more-than", ""),
        ("万亿级产业", "万亿级", "1000000000000", "order-of-magnitude", ""),
        ("百亿级园区", "百亿级", "10000000000", "order-of-magnitude", ""),
        ("亿元级项目", "亿元级", "100000000", "order-of-magnitude", "元"),
        ("5万吨级码头", "5万吨级", "50000", "order-of-magnitude", "吨"),
        ("占三分之二", "三分之二", "2/3", "exact", "%"),
        ("占三分之一以上", "三分之一以上", "1/3", "at-least", "%"),
        ("占七成五", "七成五", "75", "exact", "%"),
        ("占一半以上", "一半以上", "50", "at-least", "%"),
        ("占比过半", "过半", "50", "more-than", "%"),
        ("五五分成", "五五分成", "50", "exact", "%"),
        ("打八折", "八折", "80", "exact", "%"),
        ("产值翻一番", "翻一番", "2", "exact", "倍"),
        ("产值翻两番", "翻两番", "4", "exact", "倍"),
        ("产值倍增", "倍增", "2", "exact", "倍"),
        ("扩大到1.5倍", "1.5倍", "1.5", "exact", "倍"),
        ("用电300kWh", "300kWh", "300", "exact", "kWh"),
        ("装机20万千瓦", "20万千瓦", "200000", "exact", "千瓦"),
        ("发电12亿千瓦时", "12亿千瓦时", "1200000000", "exact", "千瓦时"),
        ("厂房30m²", "30m²", "30", "exact", "m²"),
        ("冷库-18℃", "-18℃", "-18", "exact", "℃"),
        ("接待300万人次", "300万人次", "3000000", "exact", "人次"),
        ("租金500元/亩", "500元/亩", "500", "exact", "元/亩"),
        ("电价0.38元/kWh", "0.38元/kWh", "0.38", "exact", "元/kWh"),
        ("产能10万吨/年", "10万吨/年", "100000", "exact", "吨/年"),
        ("每亩补贴500元", "每亩补贴500元", "500", "exact", "元/亩"),
        ("人均收入3.5万元", "人均收入3.5万元", "35000", "exact", "元/人"),
        ("每户每年2000元", "每户每年2000元", "2000", "exact", "元/户/年"),
        ("最高每平方米补贴30元", "最高每平方米补贴30元", "30", "at-most", "元/平方米"),
        ("出口5万美元", "5万美元", "50000", "exact", "美元"),
    ],
)
def test_a_number_is_found_whole_and_read_exactly(text: str, stated: str, value: str, bound: str, unit: str) -> None:
    found, unread = READ(text)
    assert ([each.text for each in found], unread) == ([stated], [])
    reading = read_stated(stated)
    exact = Fraction(value) if "/" in value else Decimal(value)
    assert (reading.low, reading.high, reading.bound, reading.unit) == (exact, exact, bound, unit)


@pytest.mark.parametrize(
    ("text", "stated", "low", "high"),
    [
        ("五六百家企业", "五六百家", "500", "600"),
        ("三四十亿元", "三四十亿元", "3000000000", "4000000000"),
        ("二十七八家", "二十七八家", "27", "28"),
        ("2万元至20万元", "2万元至20万元", "20000", "200000"),
        ("-3%至-1%", "-3%至-1%", "-3", "-1"),
    ],
)
def test_a_range_is_found_whole_and_read_exactly(text: str, stated: str, low: str, high: str) -> None:
    (found,) = READ(text).found
    reading = read_stated(found.text)
    assert (found.text, reading.low, reading.high, reading.bound) == (stated, Decimal(low), Decimal(high), "range")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2023—2025年建成", ["2023—2025年"]),
        ("前三年投产", ["前三年"]),
        ("2023年前三季度", ["2023年", "前三季度"]),
        ("1—10月完成", ["1—10月"]),
        ("元月开工", ["元月"]),
        ("上半年开工", ["上半年"]),
        ("“十四五”末建成", ["十四五”末"]),
        ("9月底前完成", ["9月底前"]),
        ("2025年底建成", ["2025年底"]),
    ],
)
def test_a_period_is_found_whole_and_is_no_figure(text: str, periods: list[str]) -> None:
    found, unread = READ(text)
    assert ([each.text for each in found if each.quantity.period], unread) == (periods, [])
    assert [each for each in found if not each.quantity.period] == []


@pytest.mark.parametrize(
    ("text", "stated", "unit"),
    [
        ("每千人48个", "每千人48个", "个/千人"),
        ("每千人口拥有床位6.5张", "每千人口拥有床位6.5张", "张/千人"),
        ("日均5万吨", "日均5万吨", "吨/日"),
        ("月均客流5万人次", "月均客流5万人次", "人次/月"),
        ("日处理能力5万吨", "5万吨", "吨"),
        ("年吞吐能力500万吨", "500万吨", "吨"),
    ],
)
def test_an_amount_for_so_many_or_a_day_is_read_whole(text: str, stated: str, unit: str) -> None:
    found, unread = READ(text)
    assert [each.text for each in found] == [stated]
    assert unread == []
    assert read_stated(stated).unit == unit


def test_the_parts_of_a_ratio_are_read_one_by_one() -> None:
    found, unread = READ("三次产业结构为9.8:44.1:46.1")
    assert [(each.text, read_stated(each.text).unit) for each in found] == [("9.8", ""), ("44.1", ""), ("46.1", "")]
    assert unread == []
