"""The numbers of a source, and the characters that could be part of a number and were neither read nor listed.

Nothing is dropped unseen: a character of `CAN` belongs to a number that was read, or to a word of words.yaml or of the
site's own list; the rest is `unread`, and stops the index. In a language without a list here, the digits are looked at.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.numbers.chinese import WIDE
from briefing.numbers.quantities import Found
from briefing.numbers.readers import READERS
from briefing.numbers.word_list import LEFT_OVER, NUMERALS, WORDS, hidden, pattern_of

CAN = re.compile(
    rf"[0-9零〇一二三四五六七八九十百千万亿两半几数多余成倍双廿卅番壹贰叁肆柒捌玖拾佰仟萬億%‰±×∶∕]|[伍陆](?=[拾佰仟])|分之"
    rf"|(?<=[{NUMERALS}])点(?=[{NUMERALS}])|(?<=[0-9])[.,](?=[0-9])|[+—–―~:：/-]|(?<![A-Za-z0-9])[IVX]+(?![A-Za-z0-9])"
)
"""Characters that can be part of a Chinese number."""
DIGIT = re.compile("[0-9]")


class Account(NamedTuple):
    """The numbers of one paragraph of a source, and what of it was not accounted for."""

    found: list[Found]
    unread: list[range]
    """The offsets of each run of characters that may be part of a number."""


class SourceReader:
    """Reads the numbers of sources in one language, given the words of a site that are no numbers."""

    def __init__(self, family: str, words: Iterable[str] = ()) -> None:
        self._read, self._listed = READERS[family], family == "zh"
        self._own = pattern_of(map(re.escape, words))

    def __call__(self, text: str) -> Account:
        """Return the numbers of a text, in order, and what was not accounted for."""
        uniform = text.translate(WIDE)
        listed = _covered(uniform, self._own, WORDS) if self._listed else bytearray(len(text))
        left_over = _covered(uniform, LEFT_OVER) if self._listed else listed
        can = CAN if self._listed else DIGIT
        found = []
        for each in self._read(hidden(self._own, text)):
            span = range(each.start, each.start + len(each.text))
            said = [match.start() for match in can.finditer(uniform, span.start, span.stop)]
            if each.quantity.certain or not all(left_over[at] for at in said):
                found.append(each)
                for at in span:
                    listed[at] = True
        unread: list[range] = []
        for match in can.finditer(uniform):
            for at in range(*match.span()):
                if listed[at] or left_over[at]:
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
