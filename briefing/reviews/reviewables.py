"""Reviewables: each text and figure of a file, with the hashes that its review keeps."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.content.model import Figure, Highlight, Speech
from briefing.content.site import ContentFile, Path, items_of
from briefing.content.texts import Prose, Text
from briefing.numbers.numerals import as_written
from briefing.reviews.hashes import figure_hash, text_hash

CITED = re.compile(r"\[([0-9]{1,3})\]")
"""A paragraph as prose cites it."""

UNKNOWN = -1
"""The paragraph of a measure that is not defined."""


@dataclass(frozen=True)
class Reviewable:
    """A text or figure that a person looks at: its path in the file, and its hashes as they are now."""

    path: Path
    hashes: Mapping[str, str]
    """The hashes of a text, by language."""
    paragraphs: Mapping[str, str] | None = None
    """The hashes of the paragraphs that it rests on, by their numbers; None if they are not known."""
    figure: str | None = None
    """The hash of a figure."""
    value: str = ""
    """The value of a figure, as its reviews record it."""

    @property
    def key(self) -> str:
        """Its key among the reviews of its file."""
        return "/".join(str(step) for step in self.path)


def reviewables(file: ContentFile[object]) -> Iterator[Reviewable]:
    """Yield every text and figure of a file."""
    speech = file.record if isinstance(file.record, Speech) else None
    for path, text in file.texts():
        hashes = {language: text_hash(words) for language, words in text.items()}
        yield Reviewable(path, hashes, _paragraphs(speech, path, text) if speech else None)
    for figure in speech.figures.values() if speech else ():
        path = ("figures", figure.id)
        yield Reviewable(path, {}, _paragraphs(figure.speech, path), figure_hash(figure), figure_value(figure))


def _paragraphs(speech: Speech, path: Path, text: Text | None = None) -> dict[str, str] | None:
    """Return the hashes of the paragraphs that a text or figure of a speech comes from, and of those that it cites.

    None if they are not known: without an index, or while something that the text refers to is wrong.
    """
    found: object = speech
    numbers: set[int] = set()
    for step in path:
        found = dict(items_of(found))[step]
        if isinstance(found, Highlight):
            measure = next((each for each in speech.measures if each.id == found.measure), None)
            numbers.update(measure.at if measure else [UNKNOWN])
        at = getattr(found, "at", ())
        numbers.update(at if isinstance(at, tuple) else (at,))
    for words in text.words.values() if isinstance(text, Prose) else ():
        numbers.update(int(number) for number in CITED.findall(words))
    known = dict(enumerate(speech.paragraphs))
    return {f"{number}": known[number].hash for number in sorted(numbers)} if numbers <= known.keys() else None


def figure_value(figure: Figure) -> str:
    """Return the value of a figure readably and exactly, whatever language shows it: `at-least 90 project`.

    That something fell belongs to the value, as a sign does.
    """
    ends = "–".join(dict.fromkeys(map(as_written, figure.ends)))
    return f"{'down ' if figure.change == 'down' else ''}{figure.bound} {ends} {figure.unit}"
