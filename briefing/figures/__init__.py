"""A figure: read from Chinese text and from the editor's English reading, written exactly in every language."""

from briefing.figures.numerals import amount, numeral
from briefing.figures.reading import Reading, Unreadable, read_stated
from briefing.figures.writing import Writer

__all__ = ["Reading", "Unreadable", "Writer", "amount", "numeral", "read_stated"]
