"""No file holds characters that a reader can't see, or that look like others they are not."""

import re
import unicodedata
from collections.abc import Iterator

from briefing.content.documents import Document, Step
from briefing.content.site import Briefing, ContentUnit
from briefing.problems import Position, Problem, Rule

RULES = (
    Rule(
        "invisible-character",
        "Zero-width characters, soft hyphens and marks of writing direction cannot be seen: a number or address that"
        " holds one is not what it looks like. They come with copying from web pages.",
        "stated: 90[U+200B]个以上",
        "stated: 90个以上",
    ),
    Rule(
        "not-nfc",
        "Text is in Unicode's normal form NFC, so that what looks equal is equal (Unicode Standard Annex 15).",
        "name: Zoe[U+0308]",
        "name: Zoë",
    ),
)
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
HIDDEN = "the invisible character U+{:04X}; delete it"
DECOMPOSED = "not in Unicode's normal form NFC here; type the character again"


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Look at every line of every file, and at every text that is written with escapes."""
    source = [unit.source] if isinstance(unit, Briefing) and unit.source else []
    for document in [file.document for file in (*unit.files, *source)]:
        for number, line in enumerate(() if document.text.isascii() else document.text.split("\n"), 1):
            for match in INVISIBLE.finditer(line):
                position = Position(document.file, number, match.start() + 1)
                yield Problem(position, "invisible-character", HIDDEN.format(ord(match[0])))
            if not unicodedata.is_normalized("NFC", line):
                column = next(at for at in range(len(line)) if not unicodedata.is_normalized("NFC", line[: at + 1]))
                yield Problem(Position(document.file, number, column + 1), "not-nfc", DECOMPOSED)
        if "\\" in document.text:
            yield from _escaped(document, document.data)


def _escaped(document: Document, value: object, *path: Step) -> Iterator[Problem]:
    """Look at every text for what no line holds: in quotes, YAML reads a backslash, u and 202e as that character."""
    if isinstance(value, dict | list):
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _escaped(document, each, *path, step)
    elif isinstance(value, str):
        if (match := INVISIBLE.search(value)) and match[0] not in document.text:
            yield Problem(document.at(*path), "invisible-character", HIDDEN.format(ord(match[0])))
        if not unicodedata.is_normalized("NFC", value) and unicodedata.is_normalized("NFC", document.text):
            yield Problem(document.at(*path), "not-nfc", DECOMPOSED)
