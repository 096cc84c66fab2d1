"""Line breaks in a text of YAML: a space between words, none between characters that are written without spaces."""

from pathlib import Path

import pytest

from briefing.content.yaml_reader import read_document


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("一 二\n  三", "一 二三"),
        ("甲乙，\n  丙丁“戊”\n  己", "甲乙，丙丁“戊”己"),
        ("共计，\n  12个", "共计，12个"),
        ("共\n  12个", "共 12个"),
        ("first\n  second", "first second"),
        ("Alpha (甲)\n  乙", "Alpha (甲) 乙"),
        ("カタ\n  カナ", "カタカナ"),
        ("한국\n  말", "한국 말"),
        ("'甲\n  乙'", "甲乙"),
        ('"甲\n  乙"', "甲乙"),
        ('"\\u7532\n  乙 丙"', "甲 乙 丙"),
        (">-\n  甲\n  乙\n\n  丙\n  丁", "甲乙\n丙丁"),
        (">- # 甲 乙\n  甲\n  乙", "甲乙"),
        ("|-\n  甲\n  乙", "甲\n乙"),
        ("[甲\n  乙]", ["甲乙"]),
    ],
)
def test_a_line_break_is_a_space_only_between_words(tmp_path: Path, written: str, read: object) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"a: {written}\n", "utf-8")
    document = read_document(path)
    assert document.problems == ()
    assert document.data == {"a": read}


def test_a_place_is_found_behind_a_joined_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 甲\n  乙丙错\n", "utf-8")
    document = read_document(path)
    position = document.within(("a",), document.data["a"].index("错"))
    assert (position.line, position.column) == (2, 5)
