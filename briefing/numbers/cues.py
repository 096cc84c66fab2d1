"""Cues: the words of a Chinese paragraph that say of a number when, whether reached or intended, and of what.

A cue belongs to the figures of its own clause. A figure without one takes the cues of an earlier clause of its sentence
that govern the whole sentence (去年， or 力争). Words in names (“2030年”) and comparisons (比去年) are no cues.
Words that stand apart are joined to one cue by an ellipsis (去年…一季度).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.numbers.chinese import uniform
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
_CORRECTED_TO = "(?:(?:更正|订正|修正|改正|纠正|核实)为|应当?为|应是|实为)"
CORRECTION = re.compile(f"{_CORRECTED_TO}$")
"""Words directly before a figure that corrects an earlier one."""
BEFORE_VALID, AFTER_VALID = re.compile("以[^，。；0-9]{0,12}$"), re.compile("[^，。；]{0,6}为准")
"""Words before and after such a figure: 以21个为准."""
THIS_IS_VALID = re.compile("[^。；]{0,12}以(?:此|后者|上述)[^，。；]{0,6}为准")
"""Words after such a figure alone: 21个，以此为准."""
CORRECTS = re.compile(f"以…为准|{_CORRECTED_TO}")
"""The cue of a figure that corrects an earlier one."""
CORRECTED_BY = re.compile(f"以[^…]+为准|{_CORRECTED_TO}.+")
"""The cue of a figure that a later one corrects, with that one."""
INVESTED = "总投资"
OF_SO_MANY = re.compile(f"的(?P<after>.+)|(?P<before>.+)…(?:{INVESTED})?")
"""The cue of an amount, with the count of the things that it is for: 的12个, 6个…, 6个…总投资."""
STRONGLY_OF = re.compile(f"^的|…{INVESTED}$")
"""Such a cue, if it can hardly mean anything else."""
PART_OF = re.compile("(?P<whole>.+)…中")
"""The cue of a part, with its whole: 46个…中."""
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
WHOLE_OF = re.compile(r"[^，,。；;]{0,10}[中里][，,]?[^，,。；;]{0,12}")
"""Text between a number and that of a part of it: 46个项目中，已开工18个."""
AMONG_THEM = re.compile(r"[^。；;]*其中[^，,。；;]{0,12}")
"""Text between any number of the sentence and that of a part of one of its unit: 26个，投资41亿元，其中新建9个."""
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
    for index, words in [*_links(text, figures), *_corrections(text, figures)]:
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


def _links(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield the cues `OF_SO_MANY` and `PART_OF`, each with the index of its figure.

    的12个 of 5亿元的12个; 6个… of 5亿元, after the count of the same sentence; 46个…中 of 18个 in 46个项目中，开工18个,
    and in 46个，投资5亿元，其中18个.
    """
    linked: set[int] = set()
    for index, (first, second) in enumerate(pairwise(figures)):
        between = text[first.start + len(first.text) : second.start]
        kinds = [each.quantity.kind.partition(":")[0] for each in (first, second)]
        if kinds == ["money", "count"] and between == "的":
            linked.add(index)
            yield index, f"的{second.text}"
        elif first.quantity.kind == second.quantity.kind and WHOLE_OF.fullmatch(between):
            yield index + 1, f"{first.text}…中"
        elif AMONG_THEM.fullmatch(between) and (whole := _whole(text, figures[: index + 1], second)):
            yield index + 1, f"{whole.text}…中"
    for index, (first, second) in enumerate(pairwise(figures), 1):
        between = text[first.start + len(first.text) : second.start]
        kinds = [each.quantity.kind.partition(":")[0] for each in (first, second)]
        if kinds == ["count", "money"] and index not in linked and not re.search("[。；;]", between):
            yield index, f"{first.text}…{INVESTED if INVESTED in between else ''}"


def _whole(text: str, earlier: Sequence[Found], part: Found) -> Found | None:
    """Return the last number before a part, in its sentence, of its kind and its unit if there is one."""
    start = max(text.rfind(stop, 0, part.start) for stop in "。；;！？")
    like = [each for each in earlier if each.start > start and each.quantity.kind == part.quantity.kind]
    return next((each for each in reversed(like) if each.text[-1] == part.text[-1]), like[-1] if like else None)


def _corrections(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield the cues `CORRECTS` and `CORRECTED_BY`, each with the index of its figure."""
    for index, figure in enumerate(figures):
        before, after = text[max(0, figure.start - 4) : figure.start], figure.start + len(figure.text)
        valid = THIS_IS_VALID.match(text, after) or (
            AFTER_VALID.match(text, after) and BEFORE_VALID.search(text, max(0, figure.start - 14), figure.start)
        )
        correction = CORRECTION.search(before)
        if words := "以…为准" if valid else correction[0] if correction else "":
            yield index, words
            like = [each for each in range(index) if figures[each].quantity.kind == figure.quantity.kind]
            same = [each for each in like if figures[each].text[-1] == figure.text[-1]]
            for each in (same or like)[-1:]:
                yield each, f"以{figure.text}为准" if valid else f"{words}{figure.text}"
