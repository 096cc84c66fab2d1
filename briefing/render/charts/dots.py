"""Counts of projects as dots: a frame for each place."""

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.content.model import Figure, Speech
from briefing.numbers.numerals import decimal
from briefing.queries.stages import StageProjects, size
from briefing.render.charts.boxes import SPACE, Box, lines, side_by_side
from briefing.render.charts.marks import BOX
from briefing.render.charts.matrix import BASELINE, LINE, SIZE, Label
from briefing.render.charts.scales import px
from briefing.render.charts.words import wrapped

HEAD, WORDS = 30, 3
"""The height of a frame's head, and the lines of words of a count besides its scope."""
DOT, MOST_DOTS = 8, 120
"""From one dot to the next, and how many the largest count has at most: if it is larger, a dot stands for 10, 100 …"""
FLOORS = ("at-least", "more-than")


class Dots(NamedTuple):
    """One count as lines of dots."""

    figure: Figure
    stage: str
    y: float
    scope: Label
    """What exactly is counted; without lines if that is all there is at the stage."""
    lines: Sequence[tuple[float, float, int, int]]
    """The middle of the first dot, how many are full, and how many more, of a range, are hollow."""
    more: tuple[float, float] | None
    """Where an arrow says that there may be more."""


class Frame(NamedTuple):
    """The counts of one speech that gives no amounts."""

    speech: Speech
    box: Box
    dots: Sequence[Dots]


def dot_of(sizes: Iterable[Decimal]) -> int:
    """Return how many projects a dot stands for: the least power of ten by which the dots are not too many."""
    unit, largest = 1, max(sizes, default=Decimal(0))
    while largest / unit > MOST_DOTS:
        unit *= 10
    return unit


def in_frames(
    by_speech: Mapping[Speech, Sequence[StageProjects]], language: str, top: float, width: float, columns: int
) -> tuple[Sequence[Frame], int, float]:
    """Return a frame for each speech, from a height on; how many projects a dot stands for; the height after them."""
    unit = dot_of(size(each.count) for found in by_speech.values() for each in found)
    frames: list[Frame] = []
    for line in lines(list(by_speech.items()), columns):
        boxes = side_by_side(top, width, columns)
        made = [frame(box, speech, found, language, unit) for box, (speech, found) in zip(boxes, line, strict=False)]
        frames += (each for each, _ in made)
        top = max(bottom for _, bottom in made) + SPACE
    return frames, unit, top


def frame(box: Box, speech: Speech, projects: Iterable[StageProjects], language: str, unit: int) -> tuple[Frame, float]:
    """Return the frame of a speech in a box, and its lower edge."""
    dots: list[Dots] = []
    bottom = box.y + HEAD
    for each in projects:
        dots.append(as_dots(each, Box(box.x, px(bottom), box.width), language, unit))
        bottom += (WORDS + len(dots[-1].scope.lines)) * LINE + DOT + 2 + max(len(dots[-1].lines), 1) * DOT + BOX / 2
    return Frame(speech, box, dots), bottom


def as_dots(projects: StageProjects, box: Box, language: str, unit: int) -> Dots:
    """Return one count as dots in a box, below its words."""
    figure, on_a_line = projects.count, int((box.width - BOX) // DOT)
    scope = wrapped(figure.scope[language], box.width / SIZE) if figure.scope else []
    words = box.y + WORDS * LINE
    first = words + len(scope) * LINE + DOT + 2
    high = math.ceil(size(figure) / unit)
    low = min(math.ceil(max(decimal(figure.ends[0]), Decimal(0)) / unit), high)
    rows = []
    for start in range(0, high, on_a_line):
        full = min(max(low - start, 0), on_a_line)
        hollow = min(high - start, on_a_line) - full
        rows.append((px(box.x + DOT / 2), px(first + start // on_a_line * DOT), full, hollow))
    more = None
    if figure.bound in FLOORS and rows:
        _, last, full, _ = rows[-1]
        more = (px(box.x + full * DOT + 2), last)
    return Dots(figure, projects.stage, box.y, Label(box.x, px(words + BASELINE), scope), rows, more)
