from markupsafe import Markup

from briefing.render.charts.words import wrapped


def test_a_line_breaks_between_words() -> None:
    assert wrapped("one two three", 5) == ["one two", "three"]


def test_a_long_word_stays_whole() -> None:
    assert wrapped("a commitment", 3) == ["a", "commitment"]


def test_a_line_may_break_between_han_characters() -> None:
    assert wrapped("没有日期", 2) == ["没有", "日期"]


def test_punctuation_stays_with_its_character() -> None:
    assert wrapped("甲乙。丙", 2) == ["甲", "乙。", "丙"]


def test_escaped_text_is_measured_as_it_is_read() -> None:
    assert wrapped(Markup("a&amp;b"), 9) == ["a&b"]
