"""Records by what they are about, in rows, and by place: in columns, or in a list where columns have no room."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.content.model import Speech
from briefing.content.texts import Text
from briefing.render.charts.marks import BOX
from briefing.render.charts.scales import px
from briefing.render.charts.words import ems, wrapped

SIZE, LINE, BASELINE = 12, 14, 10.5
"""The font size of names, from one of their lines to the next, and from the upper edge of a line to its baseline."""
LEAST_HEAD, LEAST_COLUMN = 56, 24
"""The width of a column whose head is written across, and of any column."""
RESERVE = 0.5
"""The room left, in ems, where the width of words is an estimate: it is exact of Chinese characters."""
PADDING, STEP, GAP = 5, 24, 7
"""Above and below the words of a row; from one line of marks in a list to the next; between a mark and words."""


class Label(NamedTuple):
    """Words in lines, the first of them with its baseline at `y`."""

    x: float
    y: float
    lines: Sequence[str]


class Column(NamedTuple):
    """A place: the left edge of its marks, and its name in lines."""

    speech: Speech
    x: float
    lines: Sequence[str]


class Cell(NamedTuple):
    """A record of one speech; `x` and `y` are the upper left corner of the box of its mark."""

    speech: Speech
    record: Any
    x: float
    y: float


class Row(NamedTuple):
    """Everything about one thing: its name, and its cells by place."""

    item: Any
    top: float
    height: float
    label: Label
    cells: Sequence[Cell]


class Matrix(NamedTuple):
    """Where names and marks are: in columns, or if there are none, so many marks with names on a line."""

    language: str
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
        lines = wrapped(name[self.language], (self.label - (GAP if beside else 0)) / SIZE)
        words = len(lines) * LINE
        if self.columns:
            height = words + 2 * PADDING
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
        return Row(item, px(top), px(height), Label(0, px(top + PADDING + BASELINE), lines), cells)


def have_room(speeches: Sequence[Speech], room: float) -> bool:
    """Return whether speeches have room for a column each."""
    return room >= len(speeches) * LEAST_COLUMN


def in_columns(speeches: Sequence[Speech], language: str, total: float, label: float) -> Matrix:
    """Return a matrix with a column for each speech."""
    names, widest = names_of(speeches, language)
    pitch = (total - label) / len(speeches)
    turned = pitch < LEAST_HEAD
    room = (widest + 1 if turned else pitch - 3) / SIZE
    heads = [wrapped(name, room if turned or ems(name) == len(name) else room - RESERVE) for name in names]
    columns = [
        Column(speech, px(label + number * pitch), lines)
        for number, (speech, lines) in enumerate(zip(speeches, heads, strict=True))
    ]
    head = widest if turned else max(map(len, heads)) * LINE
    return Matrix(language, total, label, columns, turned, px(pitch), px(head + PADDING), on_a_line=0)


def in_list(speeches: Sequence[Speech], language: str, total: float, label: float, extra: float = 0) -> Matrix:
    """Return a matrix without columns; marks have `extra` room for words besides the name of their place."""
    tab = BOX + GAP + names_of(speeches, language)[1] + extra + 2 * GAP
    room = (total - label if label < total else total) + 2 * GAP
    return Matrix(language, total, label, [], turned=False, pitch=px(tab), head=0, on_a_line=max(int(room // tab), 1))


def names_of(speeches: Sequence[Speech], language: str) -> tuple[Sequence[str], float]:
    """Return the names of places, and the width of the widest."""
    names = [speech.briefing.shared.places[speech.place].short[language] for speech in speeches]
    return names, max(map(ems, names)) * SIZE


def in_order(speeches: Iterable[Speech], records: Mapping[Speech, Any]) -> Mapping[Speech, Any]:
    """Return the records of speeches in the order of the speeches."""
    return {speech: records[speech] for speech in speeches if speech in records}
