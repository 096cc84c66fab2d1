"""The listed words of words.yaml as patterns: words that hold characters of numbers and are no numbers.

`WORDS` are never read as numbers, in any text. `LEFT_OVER` matches characters that are no numbers unless the reader has
read them as one, such as 一 before a measure word.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from briefing.numbers.chinese_words import NOT_AFTER, NOT_BEFORE, NOUNS, UNIT_WORDS
from briefing.numbers.grammar import any_of

NUMERALS = "0-9零〇一二三四五六七八九十百千万亿两半几数廿卅"
"""Characters beside which a listed word is part of a number."""
HIDDEN = "\ufffc"
"""Replaces each character of a listed word before a text is read."""


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of listed words, the longest first; other characters than theirs are passed over at once."""
    longest_first = sorted(words, key=len, reverse=True)
    characters = re.escape("".join(sorted(set(re.sub(r"\\.|[\[\]()|?!<:^-]", "", "".join(longest_first))))))
    return re.compile(rf"(?=[{characters}IVX])(?:{'|'.join(map(_guarded, longest_first))})" if characters else "(?!)")


def _guarded(word: str) -> str:
    """Return the pattern of a listed word, not beside a numeral on the side where it has one itself."""
    before = f"(?<![{NUMERALS}第])" if re.match(f"[{NUMERALS}倍番]", word) else ""
    after = "(?![十百千万亿])" if re.search(f"[{NUMERALS}]$", word) else ""
    return f"{before}{word}{after}"


def hidden(words: re.Pattern[str], text: str) -> str:
    """Return a text with its listed words replaced, character by character."""
    return words.sub(lambda match: HIDDEN * len(match[0]), text)


_data: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("words.yaml").read_text("utf-8"), yaml.CSafeLoader
)
LISTED = {reason: words.split() for reason, words in _data["words"].items()}
"""The words by the reason why they are no numbers."""
WORDS = pattern_of(word for words in LISTED.values() for word in words)
LEFT_OVER = re.compile(
    "|".join(
        each.strip().format(
            n=NUMERALS,
            counter=any_of(UNIT_WORDS, not_before=NOT_BEFORE),
            noun=NOUNS,
            not_tenths=NOT_BEFORE["成"],
            not_several=NOT_AFTER["数"],
        )
        for each in _data["patterns"].values()
    )
)
"""Characters that are no number unless they have been read as one."""
