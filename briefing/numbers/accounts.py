"""An account of each character of a source that may be part of a number, so that no number is missed.

A character of `MAY_BE_NUMBER` is accounted for if it belongs to a number that was read, or to a listed word: one of
words.yaml, or of the site's own list. The others are `unread`, and stop the index. For languages other than Chinese
there are no listed words, and only digits are accounted for.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.numbers.chinese import uniform
from briefing.numbers.quantities import Found
from briefing.numbers.readers import READERS
from briefing.numbers.word_list import LEFT_OVER, NUMERALS, WORDS, hidden, pattern_of

MAY_BE_NUMBER = re.compile(
    rf"[0-9零〇一二三四五六七八九十百千万亿两半几数多余成倍双廿卅番壹贰叁肆柒捌玖拾佰仟萬億%‰±×∶∕]|[伍陆](?=[拾佰仟])|分之"
    rf"|(?<=[{NUMERALS}])点(?=[{NUMERALS}])|(?<=[0-9])[.,](?=[0-9])|[+—–―~:：/-]|(?<![A-Za-z0-9])[IVX]+(?![A-Za-z0-9])"
)
"""Characters that can be part of a Chinese number."""
DIGIT = re.compile("[0-9]")


class Account(NamedTuple):
    """The numbers of one paragraph of a source, and the characters that are not accounted for."""

    found: list[Found]
    unread: list[range]
    """The offsets of each run of such characters."""


class SourceReader:
    """Reads the numbers of sources in one language, given the listed words of the site."""

    def __init__(self, family: str, words: Iterable[str] = ()) -> None:
        self._read, self._own = READERS[family], pattern_of(map(re.escape, words))
        chinese = family == "zh"
        self._may_be_number = MAY_BE_NUMBER if chinese else DIGIT
        self._listed = (self._own, WORDS) if chinese else ()
        self._left_over = (LEFT_OVER,) if chinese else ()

    def __call__(self, text: str) -> Account:
        """Return the numbers of a text, in order, and the characters that are not accounted for."""
        words = uniform(text)
        accounted, left_over = _covered(words, *self._listed), _covered(words, *self._left_over)
        found = []
        for each in self._read(hidden(self._own, text)):
            span = range(each.start, each.start + len(each.text))
            digits = [match.start() for match in self._may_be_number.finditer(words, span.start, span.stop)]
            if each.quantity.certain or not all(left_over[at] for at in digits):
                found.append(each)
                for at in span:
                    accounted[at] = True
        unread: list[range] = []
        for match in self._may_be_number.finditer(words):
            for at in range(*match.span()):
                if accounted[at] or left_over[at]:
                    continue
                if unread and unread[-1].stop == at:
                    unread[-1] = range(unread[-1].start, at + 1)
                else:
                    unread.append(range(at, at + 1))
        return Account(found, unread)


def _covered(text: str, *patterns: re.Pattern[str]) -> bytearray:
    """Return a byte for each character of a text, 1 if it is part of a match."""
    covered = bytearray(len(text))
    for pattern in patterns:
        for match in pattern.finditer(text):
            covered[match.start() : match.end()] = b"\x01" * len(match[0])
    return covered
