"""Text in lines, since SVG does not wrap it."""

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

PIECE = re.compile(r"[^\s⺀-鿿＀-￯　-〿]+\s*|.[，。；：、）”》]*\s*", re.DOTALL)
"""What is not broken: a word with the space after it, or a Han character with the punctuation after it."""
WIDE, OTHER = 1.0, 0.56
"""The widths of characters, in ems."""


def ems(text: str) -> float:
    """Return about how wide a text is, in ems."""
    return sum(WIDE if unicodedata.east_asian_width(each) in "WF" else OTHER for each in as_read(text))


def wrapped(text: str, most: float) -> Sequence[str]:
    """Return the lines of a text that are `most` ems wide, or wider where a word is."""
    lines = [""]
    for piece in PIECE.findall(as_read(text)):
        if lines[-1] and ems(lines[-1] + piece.rstrip()) > most:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def as_read(text: str) -> str:
    """Return a text without the escapes of HTML."""
    return text.unescape() if isinstance(text, Markup) else text
