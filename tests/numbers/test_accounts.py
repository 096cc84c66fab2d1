"""A source loses nothing: each character of a number was read, is part of a listed word, or is named as unread."""

from decimal import Decimal

import pytest

from briefing.numbers.accounts import MAY_BE_NUMBER, SourceReader
from briefing.numbers.readers import read_stated
from briefing.numbers.word_list import LISTED


def account(text: str, *words: str) -> tuple[list[str], list[str]]:
    """Return the numbers of a text and the characters that were not accounted for."""
    found, unread = SourceReader("zh", words)(text)
    return [each.text for each in found], [text[run.start : run.stop] for run in unread]


@pytest.mark.parametrize(
    "text",
    [
        "一批项目、一流环境、统一标准、四季常青、万家灯火、三农工作、千方百计",
        "完成建设、成立专班、重点工作、多种形式、数字经济、其余部分、几乎全部、双轮驱动",
        "看一看，一企一策，新的一年，一个不少，周三例会",
        "甲县—乙区，比如：环境；线上/线下，平台+生态",
        "收拾干净，半导体，事半功倍，零售业，X光机",
        "队伍建设，陆续开工，大陆企业，陆港枢纽，登陆作战，内陆地区，退伍军人，伍先生，陆先生，五卅运动",
    ],
)
def test_listed_words_and_signs_are_no_numbers(text: str) -> None:
    assert account(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("玖源化工", ["玖"]),
        ("叁号楼", ["叁"]),
        ("五廿个", ["五廿"]),
        ("误差±5%", ["±"]),
        ("建成II期", ["II"]),
        ("三百五家", ["三百五"]),
        ("版本1.2.3", ["."]),
        ("九曜广场", ["九"]),
    ],
)
def test_a_character_that_may_be_a_number_is_named(text: str, unread: list[str]) -> None:
    assert account(text)[1] == unread


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("借款壹仟贰佰万元", "壹仟贰佰万元", "12000000"),
        ("借款叁佰万元以上", "叁佰万元以上", "3000000"),
        ("伍万元整", "伍万元", "50000"),
        ("陆佰零伍户", "陆佰零伍户", "605"),
        ("拾万元", "拾万元", "100000"),
        ("5仟万元", "5仟万元", "50000000"),
        ("玖佰玖拾玖家", "玖佰玖拾玖家", "999"),
        ("大陆亿元", "亿元", "100000000"),
        ("建成廿个", "廿个", "20"),
        ("廿五家", "廿五家", "25"),
        ("卅余户", "卅余户", "30"),
        ("一百廿三人", "一百廿三人", "123"),
        ("廿年前", "廿年", "20"),
    ],
)
def test_formal_and_joined_numerals_are_read(text: str, number: str, value: str) -> None:
    assert account(text) == ([number], [])
    assert read_stated(number).low == Decimal(value)


def test_a_formal_year_is_a_period() -> None:
    found, unread = SourceReader("zh")("贰零贰叁年")
    assert [(each.text, each.quantity.period) for each in found] == [("贰零贰叁年", True)]
    assert unread == []


def test_a_word_of_the_site_is_no_number_unless_a_numeral_stands_beside_it() -> None:
    assert account("九曜广场", "九曜") == ([], [])
    assert account("十九曜广场", "九曜") == (["十九"], [])


def test_an_uncertain_number_is_indexed_unless_it_is_listed() -> None:
    assert account("两省三市一个项目") == (["两省", "三市"], [])


def test_numbers_in_slogans_are_read_one_by_one() -> None:
    assert account("“2+1+N”体系、3：7分配") == (["2", "1", "3", "7"], [])


def test_each_word_of_the_list_has_a_character_of_a_number_and_stands_once() -> None:
    words = [word for each in LISTED.values() for word in each]
    assert [word for word in words if not MAY_BE_NUMBER.search(word) and not word.startswith("首")] == []
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    "text",
    [
        "十三农户",
        "系统一百个",
        "10台数控机床",
        "三公里",
        "3倍数据",
        "记住三个数字",
        "一点五亿元",
        "再三个月",
        "四平方米",
    ],
)
def test_no_listed_word_hides_a_number_beside_it(text: str) -> None:
    found, unread = account(text)
    assert len(found) == 1
    assert unread == []
