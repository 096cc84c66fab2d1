"""Prose as HTML."""

import pytest

from briefing.markup.prose import block


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("甲，\n乙\n丙", "<p>甲，乙丙</p>"),
        ("first\nsecond", "<p>first\nsecond</p>"),
        ("## 甲\n乙\n\n- 丙\n- 丁", "<h2>甲</h2>\n<p>乙</p>\n<ul>\n<li>丙</li>\n<li>丁</li>\n</ul>"),
    ],
)
def test_a_line_break_is_a_space_only_between_words(text: str, html: str) -> None:
    assert str(block(text)) == html
