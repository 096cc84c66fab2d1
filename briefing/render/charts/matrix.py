"""Records by what they are about, in rows, and by place: in columns, or in a list where columns have no room."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.content.model import Speech
from briefing.content.texts import Text
from briefing.render.charts.marks import BOX
from briefing.render.charts.scales import px
from briefing.render.charts.words import ems, wrapped

SIZE, LINE = 12, 14
"""The font size of names, and from one of their lines to the next."""
LEAST_HEAD, LEAST_COLUMN = 56, 24
"""The width of a column whose head is written across, and of any column."""
PADDING, STEP, GAP = 5, 24, 7
"""Above and below the words of a row; from one line of marks in a list to the next; between a mark and words."""


class Label(NamedTuple):
    """Words in lines, the first of them with its baseline at `y`."""

    x: float
    y: float
    lines: Sequence[str]


class Column(NamedTuple):
    """A place: the left edge of its marks, and its name in lines by language."""

    speech: Speech
    x: float
    lines: Mapping[str, Sequence[str]]


class Cell(NamedTuple):
    """A record of one speech; `x` and `y` are the upper left corner of the box of its mark."""

    speech: Speech
    record: Any
    x: float
    y: float


class Row(NamedTuple):
    """Everything about one thing: its name by language, and its cells, by place."""

    item: Any
    top: float
    height: float
    label: Mapping[str, Label]
    cells: Sequence[Cell]


class Matrix(NamedTuple):
    """Where names and marks are: in columns, or if there are none, so many marks with names on a line."""

    width: float
    label: float
    """The width of the names of rows; in a list the marks are below it if it takes the whole width."""
    columns: Sequence[Column]
    turned: bool
    """Whether the heads of the columns are written from below."""
    pitch: float
    head: float
    """The height of the heads."""
    on_a_line: int

    def row(self, item: Any, name: Text, records: Mapping[Speech, Any], top: float) -> Row:
        """Return the row of one thing, with the records of the speeches about it."""
        beside = self.label < self.width
        lines = in_languages(name, self.label - (GAP if beside else 0))
        words = max(map(len, lines.values())) * LINE
        first = dict.fromkeys(lines, top + PADDING + 10.5)
        if self.columns:
            height = words + 2 * PADDING
            first = {language: top + (height - len(each) * LINE) / 2 + 10.5 for language, each in lines.items()}
            places = {each.speech: (each.x, top + (height - BOX) / 2) for each in self.columns}
        else:
            left, begin = (self.label, top + PADDING) if beside else (0, top + PADDING + words + 3)
            places = {
                speech: (left + number % self.on_a_line * self.pitch, begin - 1 + number // self.on_a_line * STEP)
                for number, speech in enumerate(records)
            }
            marks = -(-len(records) // self.on_a_line) * STEP - GAP
            height = 2 * PADDING + (max(words, marks) if beside else words + 3 + marks)
        cells = [Cell(each, records[each], *map(px, places[each])) for each in records]
        label = {language: Label(0, px(first[language]), each) for language, each in lines.items()}
        return Row(item, px(top), px(height), label, cells)


def have_room(speeches: Sequence[Speech], room: float) -> bool:
    """Return whether speeches have room for a column each."""
    return room >= len(speeches) * LEAST_COLUMN


def matrix(speeches: Sequence[Speech], total: float, label: float, *, listed: bool, extra: float = 0) -> Matrix:
    """Return a matrix for the marks of speeches, in columns or in a list.

    In a list, marks have `extra` room for words besides the name of their place.
    """
    names = [speech.briefing.shared.places[speech.place].short for speech in speeches]
    widest = max(ems(words) for name in names for words in name.words.values()) * SIZE
    pitch = (total - label) / len(speeches)
    if listed:
        tab = BOX + GAP + widest + extra + 2 * GAP
        room = total - label if label < total else total
        return Matrix(total, label, [], False, px(tab), 0, max(int((room + 2 * GAP) // tab), 1))  # noqa: FBT003
    turned = pitch < LEAST_HEAD
    heads = [in_languages(name, widest if turned else pitch - 3) for name in names]
    lines = max(len(each) for by_language in heads for each in by_language.values())
    columns = [
        Column(speech, px(label + number * pitch), head)
        for number, (speech, head) in enumerate(zip(speeches, heads, strict=True))
    ]
    return Matrix(total, label, columns, turned, px(pitch), px(widest if turned else lines * LINE) + PADDING, 0)


def in_languages(text: Text, room: float) -> Mapping[str, Sequence[str]]:
    """Return a text in lines that fit into a width, by language."""
    return {language: wrapped(words, room / SIZE) for language, words in text.items()}


def in_order(speeches: Iterable[Speech], records: Mapping[Speech, Any]) -> Mapping[Speech, Any]:
    """Return the records of speeches in the order of the speeches."""
    return {speech: records[speech] for speech in speeches if speech in records}
