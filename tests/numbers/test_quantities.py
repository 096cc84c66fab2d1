"""Numbers in prose: every one is found with its value, kind and bound, and compared exactly between languages."""

import re
import time
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.numbers.quantities import Found, unmatched
from briefing.numbers.readers import READERS, Unreadable, read_stated

LANGUAGES = ("zh", "en")


def certain(language: str, text: str) -> list[tuple[str, str, str]]:
    """What is certainly a number: kind, value or ends, and bound."""
    said = (each.quantity for each in READERS[language](text) if each.quantity.certain)
    return [
        (each.kind, "–".join(f"{end:f}" for end in dict.fromkeys((each.low, each.high))), each.bound) for each in said
    ]


def fact(kind: str, value: str, bound: str = "exact") -> tuple[str, str, str]:
    return kind, value, "range" if "–" in value and bound == "exact" else bound


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("总投资387.6亿元的12个项目", [fact("money:CNY", "38760000000"), fact("count", "12")]),
        ("亿元以上项目16个以上", [fact("money:CNY", "100000000", "at-least"), fact("count", "16", "at-least")]),
        ("投资500万美元", [fact("money:USD", "5000000")]),
        ("千亿产值、百亿税收", [fact("amount", "100000000000"), fact("amount", "10000000000")]),
        ("2万元至20万元", [fact("money:CNY", "20000–200000")]),
        ("2至20万元", [fact("money:CNY", "20000–200000")]),
        ("8%—10%", [fact("percent", "8–10")]),
        ("提高2个百分点", [fact("points", "2")]),
        ("占三成以上", [fact("percent", "30", "at-least")]),
        ("一半", [fact("percent", "50")]),
        ("翻两番", [fact("times", "4")]),
        ("增长2倍", [fact("times", "3")]),
        ("是去年的3倍", [fact("times", "3")]),
        ("45个工作日以内", [fact("duration:working-day", "45", "at-most")]),
        ("三年内", [fact("duration:month", "36", "at-most")]),
        ("半年", [fact("duration:month", "6.0")]),
        ("近三年", [fact("duration:month", "36", "")]),
        ("每半月召开一次", [fact("frequency:month", "0.5")]),
        ("每2个月", [fact("frequency:month", "2")]),
        ("每周两次", [fact("frequency:second", "302400")]),
        ("至少每2个月", [fact("frequency:month", "2", "at-least")]),
        ("每年不少于两次", [fact("frequency:month", "6", "at-least")]),
        ("周调度、月总结", [fact("frequency:second", "604800"), fact("frequency:month", "1")]),
        ("2023年1月28日", [fact("year", "2023"), fact("month", "1"), fact("day", "28")]),
        ("一季度、上半年", [fact("quarter", "1"), fact("half", "1")]),
        ("前三季度", [fact("duration:month", "9")]),
        ("第二批、二期", [fact("ordinal", "2"), fact("ordinal", "2")]),
        ("“十四五”期间", [fact("ordinal", "14")]),
        ("15亩", [fact("area", "30000")]),
        ("1公顷", [fact("area", "30000")]),
        ("两大平台、三张清单", [fact("count", "2"), fact("count", "3")]),
        ("千人、百强", [fact("count", "1000"), fact("number", "100")]),
        ("“2+1+1”体系", [fact("number", "2"), fact("number", "1"), fact("number", "1")]),
        ("超过100家、三十余家", [fact("count", "100", "more-than"), fact("count", "30", "more-than")]),
        ("不到10家、近200家", [fact("count", "10", "less-than"), fact("count", "200", "nearly")]),
        ("约12家、12家左右", [fact("count", "12", "about"), fact("count", "12", "about")]),
    ],
)  # fmt: skip
def test_chinese_numbers_are_found_with_kind_value_and_bound(text: str, facts: list[tuple[str, str, str]]) -> None:
    assert certain("zh", text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("12 projects worth RMB 38.76 billion", [fact("number", "12"), fact("money:CNY", "38760000000")]),
        ("four 10-billion-yuan projects", [fact("count", "4"), fact("money:CNY", "10000000000")]),
        ("a trillion-level industry", [fact("amount", "1000000000000")]),
        ("US$5m, HK$20 million", [fact("money:USD", "5000000"), fact("money:HKD", "20000000")]),
        ("RMB 20,000 to RMB 200,000", [fact("money:CNY", "20000–200000")]),
        ("RMB 10–20 billion", [fact("money:CNY", "10000000000–20000000000")]),
        ("between 8% and 10%", [fact("percent", "8–10")]),
        ("cut from 60 to 45 working days", [fact("duration:working-day", "60"), fact("duration:working-day", "45")]),
        ("2 percentage points", [fact("points", "2")]),
        ("more than doubled", [fact("times", "2", "more-than")]),
        ("two thirds", [fact("percent", "66.66666666666666666666666667")]),
        ("within 45 working days", [fact("duration:working-day", "45", "at-most")]),
        ("over the past three years", [fact("duration:month", "36")]),
        ("a year and a half, two and a half months", [fact("duration:month", "2.5")]),
        ("a two-month campaign", [fact("duration:month", "2")]),
        ("every other week", [fact("frequency:second", "1209600")]),
        ("at least twice a month", [fact("frequency:month", "0.5", "at-least")]),
        ("28 January 2023", [fact("day", "28"), fact("month", "1"), fact("number", "2023")]),
        ("first-quarter, H1", [fact("quarter", "1"), fact("half", "1")]),
        ("the first five months", [fact("duration:month", "5")]),
        ("Phase II, the 23rd", [fact("ordinal", "2"), fact("ordinal", "23")]),
        ("the 14th Five-Year Plan", [fact("ordinal", "14")]),
        ("1 hectare, 15 mu", [fact("area", "30000"), fact("area", "30000")]),
        ("two hundred and three, a dozen", [fact("count", "203"), fact("count", "12")]),
        ("90 projects or more", [fact("number", "90", "at-least")]),
        ("no more than 12", [fact("number", "12", "at-most")]),
        ("at least a net 90", [fact("number", "90", "at-least")]),
        ("nearly 200, some 12", [fact("number", "200", "nearly"), fact("number", "12", "about")]),
    ],
)  # fmt: skip
def test_english_numbers_are_found_with_kind_value_and_bound(text: str, facts: list[tuple[str, str, str]]) -> None:
    assert certain("en", text) == facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "四川、三峡、长三角、零部件、一把手、一体化、一流、统一、一对一、百货、万一、千方百计"),
        ("zh", "一个项目、一批、一次性、首批、双轮"),
        ("zh", "数百家、几十亿元、上百家、成千上万"),
        ("zh", "每户、附近、超市、超时序、签约"),
        ("en", "one project, someone, no one, both, annual, first-class, half-finished"),
        ("en", "hundreds of firms, several hundred million, tens of thousands of people"),
        ("en", "a project may start; they march on"),
    ],
)
def test_what_need_not_be_a_number_is_never_missed(language: str, text: str) -> None:
    assert certain(language, text) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("总投资387.6亿", "total investment of RMB 38.76 billion"),
        ("亿元以上项目16个以上", "at least 16 projects of RMB 100 million or more"),
        ("每半月召开一次", "held twice a month"),
        ("质量优先", "quality first"),
        ("率先", "first in line"),
        ("首季", "the first quarter"),
        ("半年", "a half-year"),
        ("2023年至2025年", "from 2023 to 2025"),
        ("自2023年到2025年", "2023–2025"),
        ("1万亩", "10,000 mu (about 667 hectares)"),
        ("一周", "7 days"),
        ("一年", "12 months"),
        ("1500亩", "100 hectares"),
        ("100万千瓦", "1 GW"),
        ("2021—2025年", "from 2021 to 2025"),
        ("由10%提高到15%", "raised from 10% to 15%"),
        ("最高20万元", "up to RMB 200,000"),
        ("年产10万吨", "100,000 tonnes a year"),
        ("第3段", "paragraph 3"),
        ("首批", "the first batch"),
        ("“五个一”模式", "“five ones” model"),
        ("四川一流环境", "a first-class environment in Sichuan"),
        ("数百家企业", "hundreds of enterprises"),
        ("￼的12个项目", "12 projects of ￼"),
        ("投资**1亿元**", "invests **RMB 100 million**"),
    ],
)
def test_texts_that_say_the_same_numbers_match(zh: str, en: str) -> None:
    assert unmatched(READERS["zh"](zh), READERS["en"](en)) == ([], [])


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("387.6亿元", "RMB 387.6 million"),
        ("387.6亿元", "US$38.76 billion"),
        ("12个项目", "some projects"),
        ("项目", "12 projects"),
        ("12个项目、12家企业", "12 projects"),
        ("90个以上", "90 projects"),
        ("90个以上", "more than 90 projects"),
        ("9.5%", "9.5 percentage points"),
        ("三成", "3%"),
        ("翻两番", "doubled"),
        ("45个工作日以内", "within 45 days"),
        ("每2个月", "within two months"),
        ("每半月", "monthly"),
        ("一季度", "quarterly"),
        ("上半年", "the second half"),
        ("第二批", "two batches"),
        ("二期", "two phases"),
        ("500亩", "500 hectares"),
        ("2万元至20万元", "RMB 200,000"),
        ("2021—2025年", "2021"),
        ("“448”", "“484”"),
        ("过半", "half"),
        ("半年", "a year"),
        ("四川的项目", "four projects in Sichuan, and RMB 12"),
    ],
)
def test_texts_that_say_other_numbers_do_not_match(zh: str, en: str) -> None:
    assert unmatched(READERS["zh"](zh), READERS["en"](en)) != ([], [])


def test_what_is_missing_is_named_on_the_side_that_has_it() -> None:
    first, second = unmatched(READERS["zh"]("投资超10亿元，12家"), READERS["en"]("12 firms in 2023"))
    assert [(each.text, each.start) for each in first] == [("超10亿元", 2)]
    assert [(each.text, each.start) for each in second] == [("2023", 12)]


@pytest.mark.parametrize(
    ("stated", "low", "bound", "unit"),
    [
        ("翻一番", "2", "exact", "倍"),
        ("翻两番", "4", "exact", "倍"),
        ("两倍", "2", "exact", "倍"),
        ("2个百分点", "2", "exact", "个百分点"),
        ("百分之十", "10", "exact", "%"),
        ("约百分之三十", "30", "about", "%"),
        ("一半", "50", "exact", "%"),
        ("半年", "0.5", "exact", "年"),
        ("三年内", "3", "at-most", "年"),
        ("三百五十家", "350", "exact", "家"),
        ("过半", "50", "more-than", "%"),
        ("两年半", "2.5", "exact", "年"),
        ("12个半月", "12.5", "exact", "个月"),
        ("最高可达20万元", "200000", "at-most", "元"),
        ("不超过总投资的30%", "30", "at-most", "%"),
        ("1.5万 MW", "15000", "exact", "MW"),
        ("隔周", "2", "exact", "周"),
        ("至少每2个月", "2", "at-least", "个月"),
    ],
)
def test_a_stated_figure_may_be_in_words(stated: str, low: str, bound: str, unit: str) -> None:
    reading = read_stated(stated)
    assert (reading.low, reading.bound, reading.unit) == (Decimal(low), bound, unit)


@pytest.mark.parametrize("text", ["每周两次", "第三", "三百五家", "4至2个", "每3至2天"])
def test_what_the_grammar_finds_but_no_figure_states_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_stated(text)


PIECES = st.lists(
    st.sampled_from(
        [
            "0",
            "1",
            "2",
            "9",
            "12",
            "200",
            "2023",
            "1.5",
            "1,000",
            "0.5",
            ".",
            ",",
            "-",
            "–",
            "—",
            "+",
            "/",
            "%",
            "~",
            "(",
            ")",
            "“",
            "”",
            "、",
            "。",
            "￼",
            "*",
            "一",
            "两",
            "三",
            "十",
            "百",
            "千",
            "万",
            "亿",
            "半",
            "第",
            "每",
            "隔",
            "年",
            "个月",
            "月",
            "日",
            "季度",
            "周",
            "期",
            "倍",
            "成",
            "个",
            "家",
            "元",
            "亩",
            "个百分点",
            "百分之",
            "分之",
            "点",
            "超过",
            "超",
            "近",
            "最近",
            "约",
            "不超过",
            "以上",
            "以内",
            "内",
            "左右",
            "余",
            "多",
            "几",
            "数",
            "首",
            "双",
            "至",
            "到",
            "翻",
            "番",
            "次",
            "调度",
            "一半",
            "上半年",
            "美元",
            "千瓦",
            "零",
            "one",
            "two",
            "twenty",
            "hundred",
            "thousand",
            "million",
            "billion",
            "dozen",
            "half",
            "a",
            "an",
            "third",
            "quarter",
            "quarters",
            "first",
            "second",
            "and",
            "to",
            "or",
            "of",
            "the",
            "in",
            "over",
            "past",
            "every",
            "each",
            "other",
            "month",
            "weeks",
            "day",
            "year",
            "working",
            "per",
            "cent",
            "percent",
            "RMB",
            "yuan",
            "US$",
            "mu",
            "km",
            "at",
            "least",
            "more",
            "than",
            "from",
            "between",
            "once",
            "twice",
            "times",
            "fold",
            "doubled",
            "Phase",
            "II",
            "January",
            "may",
            "1st",
            "Q1",
            "H2",
            "projects",
        ]
    ),
    max_size=12,
)
TEXTS = st.one_of(st.text(max_size=60), PIECES.map("".join), PIECES.map(" ".join))


def held(founds: Sequence[Found]) -> list[range]:
    return [range(each.start, each.start + len(each.text)) for each in founds]


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_what_is_found_stands_in_the_text_in_order_and_once(text: str, language: str) -> None:
    founds = READERS[language](text)
    places = held(founds)
    assert all(text[place.start : place.stop] == each.text for each, place in zip(founds, places, strict=True))
    assert all(before.stop <= after.start for before, after in pairwise(places))
    assert all(each.text and each.quantity.low <= each.quantity.high for each in founds)


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_digit_of_a_text_belongs_to_a_number_that_was_found(text: str, language: str) -> None:
    places = held(READERS[language](text))
    for digit in re.finditer("[0-9]", text):
        assert any(digit.start() in place for place in places), (text, digit.start())


@given(TEXTS)
def test_a_text_says_what_it_says_itself(text: str) -> None:
    for reader in READERS.values():
        assert unmatched(reader(text), reader(text)) == ([], [])


SENTENCES = {
    "zh": ("发言提出，力争", "，并加快建设。"),
    "en": ("The county aims for", ", and will speed up construction."),
}


@given(st.integers(min_value=0, max_value=10**40), st.sampled_from(LANGUAGES))
def test_no_sentence_loses_a_number_in_digits(value: int, language: str) -> None:
    before, after = SENTENCES[language]
    (found,) = READERS[language](f"{before} {value:,} {after}")
    assert (found.quantity.low, found.quantity.high) == (Decimal(value), Decimal(value))
    assert found.quantity.certain


@pytest.mark.parametrize(
    "piece", ["1-", "一", "1,", "每2个月", "at least ", "1 to ", "half a ", "三、", "“￼”", "1 a b or "]
)
def test_the_time_a_text_takes_grows_with_its_length_only(piece: str) -> None:
    def taken(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        for reader in READERS.values():
            reader(text)
        return time.process_time() - start

    assert taken(80_000) < 20 * taken(10_000) + 1
