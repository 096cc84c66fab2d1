"""Cues: the words of a Chinese paragraph that say of a number when, whether reached or intended, and of what.

A cue belongs to the figures of its own clause. A figure without one takes the cues of an earlier clause of its sentence
that govern the whole sentence (去年， or 力争). Words in names (“2030年”) and comparisons (比去年) are no cues.
Words that stand apart are joined to one cue by an ellipsis (去年…一季度).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.numbers.chinese import uniform
from briefing.numbers.links import corrections, links
from briefing.numbers.periods import LIMIT, PART, PLAN, RELATIVE, TO, WHOLE, YEAR
from briefing.numbers.quantities import Found

_YEAR, _PART, _PLAN = (re.sub(r"\(\?P<\w+>", "(?:", each) for each in (YEAR, PART, PLAN))
WHEN = re.compile(
    rf"(?<![比较同与和跟超])(?<!超过)(?<!高于|高出|低于|快于|好于)(?!{_YEAR}(?:同期|相比|持平|基础|水平))"
    rf"(?:{_PLAN}(?!规划)|(?:{_YEAR}(?:{WHOLE}|{_PART})?|{WHOLE}|{_PART}){LIMIT}?(?![”起]|(?<!今年)以来))"
)
"""A period or deadline: 去年10月, 2030年一季度, 9月底前."""
INTENDED = re.compile(
    r"力争|争取|(?<!年度)(?<![动育展作施增升倍程”》’])计划(?!总投资|生育|经济|单列|[书外内的，。；、：”’》])|(?<![即])将(?![近军士领来])|即将|拟(?![人定订态合议])(?<!模拟)(?<!虚拟)"
    r"|预计|预期|有望|确保|目标(?=[为是：:]|[0-9])|奋力|努力|务必|打算|冲刺|(?<![主重需只必首简纲摘紧])要(?![求素点闻件道地领害])"
)
"""A word for something intended or expected, where it is not part of another word."""
INTENTIONS = frozenset((
    "力争", "争取", "计划", "将", "即将", "拟", "预计", "预期", "有望", "确保", "目标", "奋力", "努力", "务必", "打算",
    "冲刺", "要",
))  # fmt: skip
DONE = re.compile(r"(?:完成|实现|达到)了|(?<=[引进建工培育招成签约投产用增加得现出订])了|已经?|截[至止]")
"""Words for a result."""
REACHED = re.compile(r"完成|实现")
"""Words for a result, unless a word of `INTENDED` stands before them."""
DEADLINE = re.compile("(?:之前|以前|前)$")
"""The end of a cue that is a deadline."""
SUMMED = re.compile("累计|累积")
"""Words for a figure that counts from an earlier time on."""
SINCE = re.compile(rf"^截|(?:{TO}.*|前.*)(?:季度|月份?|个月)|半年|[底末止]$")
"""A cue other than `SUMMED` of a figure that may count from the beginning of the year: 截至, 前三季度, 上半年."""
BREAK = re.compile(
    r"(?P<sentence>[。；;！!？?])|(?P<clause>，|(?<![0-9]),|,(?![0-9]))|(?P<item>、)|(?P<open>[（(])|(?P<close>[）)])"
)
BEFORE_GOVERNING = re.compile(r"[^对将把在比较的了]{0,8}")
"""Text that may stand in a clause before a period that governs the rest of its sentence."""
DESCRIBES = re.compile("[^，,。；、的]+的")
"""Text between a cue and a number, if the cue only describes the things counted (已 in 已签约的9个)."""
PAST = re.compile("|".join(word for word, distance in RELATIVE.items() if distance < 0))
"""Words for a year that is over."""
_KINDS = {"when": WHEN, "intended": INTENDED, "done": DONE, "reached": REACHED, "summed": SUMMED}


class _Cue(NamedTuple):
    kind: str
    words: str
    governs: bool
    """True if it also belongs to the clauses that follow in its sentence."""


def cues(text: str, figures: Sequence[Found]) -> tuple[tuple[str, ...], ...]:
    """Return the cues of each figure of a paragraph, in order."""
    reading = _Reading(len(figures))
    marks = [(figure.start, "figure", str(index)) for index, figure in enumerate(figures)]
    marks += [(match.start(), match.lastgroup or "", match[0]) for match in BREAK.finditer(text)]
    words_of_text = uniform(text)
    for kind, pattern in _KINDS.items():
        for match in pattern.finditer(words_of_text):
            if not any(_cuts(match, figure) or _multiplied(words_of_text, match, figure) for figure in figures):
                marks.append((match.start(), kind, text[match.start() : match.end()]))
    marks = [mark for mark in marks if mark[1] not in ("when", "done") or not _describes(text, mark, figures)]
    start = 0
    for position, kind, words in sorted(marks):
        if kind == "figure":
            reading.add_figure(int(words))
        elif kind in _KINDS:
            reading.pending.append(_Cue(kind, words, _governs(kind, words, text[start:position])))
        else:
            start = position + 1
            reading.add_break(kind)
    reading.add_break("sentence")
    words_of = [[cue.words for cue in each] for each in reading.cues]
    for index, words in [*links(text, figures), *corrections(text, figures)]:
        words_of[index].append(words)
    return tuple(tuple(dict.fromkeys(words)) for words in words_of)


def _cuts(match: re.Match[str], figure: Found) -> bool:
    """Return True if a match overlaps a figure, unless it begins before the figure and holds the whole of it."""
    start, end = figure.start, figure.start + len(figure.text)
    return start < match.end() and match.start() < end and not match.start() < start < end <= match.end()


def _multiplied(text: str, match: re.Match[str], figure: Found) -> bool:
    """Return True if a match is the period that a multiple is compared with: 2026年 in 是2026年的2.3倍."""
    return figure.quantity.kind == "times" and text[match.end() : figure.start] == "的"


def is_intended(cue: str) -> bool:
    """Return True if a cue says that a figure is intended or expected."""
    return cue in INTENTIONS


def is_done(cue: str) -> bool:
    """Return True if a cue says that a figure has been reached."""
    return cue.startswith(("已", "截")) or cue.endswith("了")


def _describes(text: str, mark: tuple[int, str, str], figures: Sequence[Found]) -> bool:
    """Return True if a cue only says which things are counted, as 已 and 去年 do in 已签约的9个 and 去年签约的9个."""
    position, _, words = mark
    following = min((each.start for each in figures if each.start > position), default=position)
    return bool(DESCRIBES.fullmatch(text[position + len(words) : following]))


def _governs(kind: str, words: str, before: str) -> bool:
    """Return True if a cue also belongs to the clauses that follow; `before` is the text of its clause before it."""
    return kind == "intended" or (kind == "when" and bool(BEFORE_GOVERNING.fullmatch(before))) or words.startswith("截")


class _Reading:
    """The cues of each figure, collected while the figures, cues and breaks of a paragraph are added in their order."""

    def __init__(self, count: int) -> None:
        self.cues: list[list[_Cue]] = [[] for _ in range(count)]
        self.inherited: list[_Cue] = []
        """The cues of a figure without cues of its own."""
        self.pending: list[_Cue | None] = []
        """The cues since the last figure of the clause; None for a break between items."""
        self.last: int | None = None
        """The last figure of the clause."""
        self.outside: list[tuple[list[_Cue], int | None]] = []
        """For each open bracket, the values of `inherited` and `last` before it."""

    def add_figure(self, index: int) -> None:
        split = self.pending.index(None) if self.last is not None and None in self.pending else 0
        self._follow(self.pending[:split])
        own = [cue for cue in self.pending[split:] if cue]
        self.cues[index] = _merged(self.inherited, own)
        if own:
            self.inherited = self.cues[index]
        self.pending, self.last = [], index

    def add_break(self, kind: str) -> None:
        if kind == "item":
            self.pending.append(None)
            return
        if self.last is None:
            self.inherited = _merged(self.inherited, [cue for cue in self.pending if cue])
        else:
            self._follow(self.pending)
        self.pending = []
        if kind == "open":
            self.outside.append((self.inherited, self.last))
            self.last = None
        elif kind == "close" and self.outside:
            self.inherited, self.last = self.outside.pop()
        elif kind != "close":
            self.last = None
            self.inherited = [] if kind == "sentence" else [cue for cue in self.inherited if cue.governs]

    def _follow(self, cues: Sequence[_Cue | None]) -> None:
        """Give the last figure cues that stand after it."""
        if self.last is not None:
            self.cues[self.last] = _merged(self.cues[self.last], [cue for cue in cues if cue])


def _merged(inherited: Sequence[_Cue], own: Sequence[_Cue]) -> list[_Cue]:
    """Return the cues of a figure: its own, and inherited ones of the kinds that it has none of.

    A part of a year takes the year from the period before it: 去年 and 一季度 become 去年…一季度.
    """
    missing = {*_KINDS} - {cue.kind for cue in own if cue.kind == "when"}
    if any(cue.kind in ("intended", "done") or PAST.match(cue.words) for cue in own):
        missing -= {"intended", "done"}
    result = [cue for cue in inherited if cue.kind in missing]
    year = next((cue for cue in reversed(inherited) if cue.kind == "when" and re.search(_YEAR, cue.words)), None)
    for cue in own:
        named = cue
        if cue.kind == "when" and not re.search(_YEAR, cue.words) and year:
            first, last = year.words.split("…")[0], year.words.split("…")[-1]
            named = cue._replace(words="…".join(dict.fromkeys((first, last, cue.words))))
            if year in result and not re.search(_PART, year.words):
                result.remove(year)
            year = named
        elif cue.kind == "when" and re.search(_YEAR, cue.words):
            year = cue
        result.append(named)
    return result
