"""Hashes that change when a text, a figure or a paragraph does, and only then: 16 hexadecimal digits of a SHA-256."""

import hashlib
import json
import unicodedata

from briefing.content.model import Figure, Measure
from briefing.content.texts import Text

LATER_KEYS = ("of", "by", "change", "part_of", "stretch_of", "supersedes", "cumulative")
"""Keys added after the first reviews; those that a figure does not have are left out, so that its hash stays."""


def text_hash(words: str) -> str:
    """Return the hash of words in one language, whatever their line ends, trailing spaces and Unicode form."""
    lines = unicodedata.normalize("NFC", words).splitlines()
    normal = "\n".join(line.rstrip() for line in lines).strip()
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def texts_hash(text: Text) -> str:
    """Return the hash of a text in all its languages, which a waiver names."""
    return text_hash("\n".join(f"{language} {text_hash(words)}" for language, words in sorted(text.items())))


def figure_hash(figure: Figure) -> str:
    """Return the hash of a figure without its texts, which have hashes of their own."""
    absent = {key for key in LATER_KEYS if not getattr(figure, key)}
    data = figure.model_dump(mode="json", exclude={"scope", "note", "waive"} | absent)
    return text_hash(json.dumps(data, ensure_ascii=False, sort_keys=True))


def measure_hash(measure: Measure) -> str:
    """Return the hash of the period, deadline and paragraphs of a measure, which a waiver names."""
    return text_hash(f"{measure.period} {measure.by} {measure.at}")
