"""The text of the speeches, as its file has it: the paragraphs of each speech, with their places.

`## slug · name` begins a speech and `[n]` a paragraph, which runs to the end of the line. Whatever a reader of the text
could not see, or the index would not hold, is refused with its line and column.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.checks.characters import DECOMPOSED, HIDDEN, INVISIBLE
from briefing.content.documents import CONTROL
from briefing.content.validators import MOST_PARAGRAPHS
from briefing.numbers.word_list import NUMERALS
from briefing.problems import ContentError, Position, Problem, shown

HEADING = re.compile(r"## (?P<place>[a-z0-9-]+)(?: · .*)?")
PARAGRAPH = re.compile(r"\[(?P<number>[0-9]+)\] *(?P<text>.+)")
WRITTEN = re.compile("[\uff01-\uff5e\u3000\u00a0\uffe5℃²³㎡…]")
"""Compatibility characters that Chinese texts are written with: full-width ones, and signs of units."""
NUMBERS = ("Nd", "Nl", "No")
"""The Unicode categories of digits and other numbers; those of `READABLE` can be read."""
READABLE = re.compile("[0-9０-９〇²³]")
RADICAL = re.compile("[\u2e80-\u2fdf]")
NOT_IN_ASIDE = re.compile(f"[，。；：、？！,;:?!{NUMERALS}]")
"""Characters of no byline: the marks of a sentence, and numerals."""
ENDED = re.compile(r"[。！？；!?;][”’）)》]*$|[”）)]$")
"""The end of a paragraph that no line can continue."""
NO_CONTROL = "the control character U+{:04X}; delete it"
COMPATIBLE = "'{}' (U+{:04X}) is a compatibility character; type '{}' instead"
NO_DIGIT = "'{}' (U+{:04X}) is a number in a form that is not read; write it in digits"


class SourceText(NamedTuple):
    """One paragraph of the text, and where it stands."""

    text: str
    position: Position


Speeches = Mapping[str, list[SourceText]]
"""The paragraphs of each speech, by its place."""


def read_speeches(path: Path) -> Speeches:
    """Return the paragraphs of a text of speeches.

    Raises ContentError if it is not such a text: not UTF-8, without speeches, with paragraphs out of order, too many or
    wrapped over lines, or with characters that look like others.
    """
    speeches: dict[str, list[SourceText]] = {}
    wrong: list[tuple[int, int, str]] = []
    place = ""
    for number, line in enumerate(_lines(path), 1):
        if heading := HEADING.fullmatch(line):
            place = heading["place"]
            if place in speeches:
                wrong.append((number, 0, f"'{place}' has begun already; keep its paragraphs together"))
        if not place:
            continue
        paragraphs = speeches.setdefault(place, [])
        wrong += [(number, column, message) for column, message in character_faults(line)]
        if match := PARAGRAPH.fullmatch(line):
            if message := _out_of_order(int(match["number"]), len(paragraphs)):
                wrong.append((number, 0, message))
            position = Position(shown(path), number, match.start("text") + 1)
            paragraphs.append(SourceText(match["text"], position))
        elif not heading and line.strip() and not _aside(line, paragraphs):
            wrong.append((number, 0, "a line that belongs to no paragraph; join it to the one above, or delete it"))
    wrong += [(0, 0, f"'{each}' has no paragraph like '[0] …'") for each, texts in speeches.items() if not texts]
    if not speeches:
        wrong.append((0, 0, "no line like '## slug · name' begins a speech"))
    if wrong:
        raise ContentError(
            Problem(Position(shown(path), line, column), "source-text", message) for line, column, message in wrong
        )
    return speeches


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        problem = Problem(Position(shown(path)), "source-text", "not UTF-8; save it as UTF-8")
        raise ContentError([problem]) from None


def _out_of_order(number: int, due: int) -> str | None:
    """Return the message for a paragraph number other than the one due, or too high; None if it is right."""
    if number != due:
        return f"paragraph [{number}] where [{due}] should follow"
    return f"more than {MOST_PARAGRAPHS} paragraphs; make several speeches of it" if due > MOST_PARAGRAPHS else None


def character_faults(line: str) -> Iterator[tuple[int, str]]:
    """Yield the column and fault of each character that cannot be seen, or that looks like another."""
    for column, character in enumerate(line, 1):
        same = unicodedata.normalize("NFKC", character)
        if CONTROL.match(character):
            yield column, NO_CONTROL.format(ord(character))
        elif INVISIBLE.match(character):
            yield column, HIDDEN.format(ord(character))
        elif not WRITTEN.match(character) and (same != character or RADICAL.match(character)):
            yield column, COMPATIBLE.format(character, ord(character), same)
        elif unicodedata.category(character) in NUMBERS and not READABLE.match(character):
            yield column, NO_DIGIT.format(character, ord(character))
    if not unicodedata.is_normalized("NFC", line):
        column = next(at for at in range(len(line)) if not unicodedata.is_normalized("NFC", line[: at + 1]))
        yield column + 1, DECOMPOSED


def _aside(line: str, paragraphs: list[SourceText]) -> bool:
    """Return True if a line is no part of a speech, such as a byline: no sentence, below a paragraph that has ended."""
    return bool(paragraphs) and not NOT_IN_ASIDE.search(line) and bool(ENDED.search(paragraphs[-1].text))
