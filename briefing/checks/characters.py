"""No file holds characters that a reader can't see, or that look like others they are not."""

import re
import unicodedata
from collections.abc import Iterator

from briefing.content.documents import Document, Step
from briefing.content.site import Briefing, ContentUnit
from briefing.problems import Position, Problem

INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
HIDDEN = "the invisible character U+{:04X}; delete it"
DECOMPOSED = "not in Unicode's normal form NFC here; type the character again"


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Search every line of every file, then the texts that are written with escapes as code points."""
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
    """Search the texts in a value for characters that no line of the file holds: YAML has read them from escapes."""
    if isinstance(value, dict | list):
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _escaped(document, each, *path, step)
    elif isinstance(value, str):
        if (match := INVISIBLE.search(value)) and match[0] not in document.text:
            yield Problem(document.at(*path), "invisible-character", HIDDEN.format(ord(match[0])))
        if not unicodedata.is_normalized("NFC", value) and unicodedata.is_normalized("NFC", document.text):
            yield Problem(document.at(*path), "not-nfc", DECOMPOSED)
