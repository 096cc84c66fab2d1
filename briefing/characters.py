"""The characters of scripts, and where words meet without a space; sets are written as in a regular expression."""

import re

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
FULL_WIDTH = "\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60"
"""Punctuation that has its space within itself, whatever stands beside it."""
UNSPACED = f"{HAN}{KANA}{FULL_WIDTH}"
"""The characters that follow one another without a space; Hangul is written in words with spaces."""
SHARED = "“”‘’…—·"
"""Punctuation of every script: beside an unspaced character it is unspaced."""


def _between_unspaced(gap: str) -> re.Pattern[str]:
    """Return the pattern of a gap in which no space belongs."""
    beside = [(UNSPACED, UNSPACED + SHARED), (SHARED, UNSPACED), (FULL_WIDTH, r"\S"), (r"\S", FULL_WIDTH)]
    return re.compile("|".join(f"(?<=[{before}]){gap}(?=[{after}])" for before, after in beside))


BREAK = _between_unspaced(r"[ \t]*\n[ \t]*")
SPACES = _between_unspaced(r"[ \t]+")
BREAK_OR_SPACES = _between_unspaced(r"(?:[ \t]*\n[ \t]*|[ \t]+)")
