"""Hashes by which a change of a text, a figure or a paragraph is seen, and nothing else is: 16 hexadecimal digits."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from briefing.content.model import Figure
from briefing.content.texts import Text

DIGITS = 16


def text_hash(words: str) -> str:
    """Hash words in one language, whatever their line ends, trailing space and Unicode form."""
    lines = unicodedata.normalize("NFC", words).splitlines()
    normal = "\n".join(line.rstrip() for line in lines).strip()
    return hashlib.sha256(normal.encode()).hexdigest()[:DIGITS]


def texts_hash(text: Text) -> str:
    """Hash a text in all its languages: what a waiver is written for."""
    return text_hash("\n".join(f"{language} {text_hash(words)}" for language, words in sorted(text.items())))


def figure_hash(figure: Figure) -> str:
    """Hash what a figure says, its texts aside, which have hashes of their own."""
    unsaid = {"scope", "note"} if figure.of else {"scope", "note", "of"}
    said = figure.model_dump(mode="json", exclude=unsaid)
    return text_hash(json.dumps(said, ensure_ascii=False, sort_keys=True))
