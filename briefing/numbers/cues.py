"""The words beside each number of a Chinese text that say when and how sure it is, and which figure it belongs to.

A cue belongs to the figures of its own clause. A figure without one has that of an earlier clause of its sentence,
where that governs the sentence (去年， or 力争). Words in names (“2030年”) and comparisons (比去年) are no cues. Where
words are left out, a cue has an ellipsis.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.numbers.chinese import WIDE
from briefing.numbers.periods import LIMIT, PART, PLAN, RELATIVE, TO, WHOLE, YEAR
from briefing.numbers.quantities import Found

_YEAR, _PART, _PLAN = (re.sub(r"\(\?P<\w+>", "(?:", each) for each in (YEAR, PART, PLAN))
WHEN = re.compile(
    rf"(?<![比较同与和跟超])(?<!超过)(?<!高于|高出|低于|快于|好于)(?!{_YEAR}(?:同期|相比|持平|基础|水平))"
    rf"(?:{_PLAN}(?!规划)|(?:{_YEAR}(?:{WHOLE}|{_PART})?|{WHOLE}|{_PART}){LIMIT}?(?![”起]|(?<!今年)以来))"
)
"""A period or deadline, whole: 去年10月, 2030年一季度, 9月底前."""
HOPED = re.compile(
    r"力争|争取|(?<!年度)(?<![动育展作施增升倍程”》’])计划(?!总投资|生育|经济|单列|[书外内的，。；、：”’》])|(?<![即])将(?![近军士领来])|即将|拟(?![人定订态合议])(?<!模拟)(?<!虚拟)"
    r"|预计|预期|有望|确保|目标(?=[为是：:]|[0-9])|奋力|努力|务必|打算|冲刺|(?<![主重需只必首简纲摘紧])要(?![求素点闻件道地领害])"
)
"""What is intended or expected: one of these words."""
HOPES = frozenset((
    "力争", "争取", "计划", "将", "即将", "拟", "预计", "预期", "有望", "确保", "目标", "奋力", "努力", "务必", "打算",
    "冲刺", "要",
))  # fmt: skip
DONE = re.compile(r"(?:完成|实现|达到)了|(?<=[引进建工培育招成签约投产用增加得现出订])了|已经?|截[至止]")
"""What has happened."""
REACHED = re.compile(r"完成|实现")
"""What has happened, unless it is intended."""
CORRECTED = re.compile(r"(?:更正|订正|修正|改正|纠正|核实)为|应当?为|应是|实为")
PREVAILS = re.compile("[^，。；]{0,6}为准")
BY = re.compile("以[^，。；0-9]{0,12}$")
THIS_PREVAILS = re.compile("[^。；]{0,12}以(?:此|后者|上述)[^，。；]{0,6}为准")
"""What stands beside a figure that corrects an earlier one: 以21个为准, or 21个，以此为准."""
DEADLINE = re.compile("(?:之前|以前|前)$")
"""What ends a period by whose end something is due."""
SUMMED = re.compile("累计|累积")
"""The figure counts from an earlier time on."""
SINCE = re.compile(rf"^截|(?:{TO}.*|前.*)(?:季度|月份?|个月)|半年|[底末止]$")
"""A cue of a figure that may count from the beginning of the year, in other words."""
BREAK = re.compile(
    r"(?P<sentence>[。；;！!？?])|(?P<clause>，|(?<![0-9]),|,(?![0-9]))|(?P<item>、)|(?P<open>[（(])|(?P<close>[）)])"
)
GOVERNS = re.compile(r"[^对将把在比较的了]{0,8}")
"""What may stand before a period that holds for the rest of its sentence."""
DESCRIBES = re.compile("[^，,。；、的]+的")
"""What stands between a word and a number that counts the things so described."""
PAST = re.compile("|".join(word for word, distance in RELATIVE.items() if distance < 0))
"""Words for a year that is over."""
WHOLE_OF = re.compile(r"[^，,。；;]{0,10}[中里][，,]?[^，,。；;]{0,12}|[^。；;]{0,8}其中[^，,。；;]{0,12}")
"""What stands between a number and that of a part of it: 46个项目中，已开工18个."""
_KINDS = {"when": WHEN, "hoped": HOPED, "done": DONE, "reached": REACHED, "summed": SUMMED}
_Cue = tuple[str, str, bool]
"""Its kind, its words, and whether it holds for the clauses that follow."""


def cues(text: str, figures: Sequence[Found]) -> tuple[tuple[str, ...], ...]:
    """Return the cues of each figure of a paragraph, in order."""
    reading = _Reading(len(figures))
    marks = [(figure.start, "figure", str(index)) for index, figure in enumerate(figures)]
    marks += [(match.start(), match.lastgroup or "", match[0]) for match in BREAK.finditer(text)]
    uniform = text.translate(WIDE)
    for kind, pattern in _KINDS.items():
        for match in pattern.finditer(uniform):
            if not any(_cuts(match, figure) or _multiplied(uniform, match, figure) for figure in figures):
                marks.append((match.start(), kind, text[match.start() : match.end()]))
    marks = [mark for mark in marks if mark[1] not in ("when", "done") or not _describes(text, mark, figures)]
    start = 0
    for position, kind, words in sorted(marks):
        if kind == "figure":
            reading.add_figure(int(words))
        elif kind in _KINDS:
            reading.add_cue((kind, words, _governs(kind, words, text[start:position])))
        else:
            start = position + 1
            reading.add_break(kind)
    reading.add_break("sentence")
    words_of = [[words for _, words, _ in found] for found in reading.found]
    for index, words in [*_links(text, figures), *_corrections(text, figures)]:
        words_of[index].append(words)
    return tuple(tuple(dict.fromkeys(words)) for words in words_of)


def _cuts(match: re.Match[str], figure: Found) -> bool:
    """Return True if a match has characters of a figure, but not the whole of it, as 前三季度 has 三季度."""
    start, end = figure.start, figure.start + len(figure.text)
    return start < match.end() and match.start() < end and not match.start() < start < end <= match.end()


def _multiplied(text: str, match: re.Match[str], figure: Found) -> bool:
    """Return True if a match names what a multiple is compared with, as 2026年 does in 是2026年的2.3倍."""
    return figure.quantity.kind == "times" and text[match.end() : figure.start] == "的"


def is_hoped(cue: str) -> bool:
    """Return True if a cue says that a figure is intended or expected."""
    return cue in HOPES


def is_done(cue: str) -> bool:
    """Return True if a cue says that a figure has been reached."""
    return cue.startswith(("已", "截")) or cue.endswith("了")


def _describes(text: str, mark: tuple[int, str, str], figures: Sequence[Found]) -> bool:
    """Return True if a word only says which things are counted, as 已 and 去年 do in 已签约的9个."""
    position, _, words = mark
    following = min((each.start for each in figures if each.start > position), default=position)
    return bool(DESCRIBES.fullmatch(text[position + len(words) : following]))


def _governs(kind: str, words: str, before: str) -> bool:
    """Return True if a cue holds for the clauses that follow; `before` is what stands before it in its own."""
    return kind == "hoped" or (kind == "when" and bool(GOVERNS.fullmatch(before))) or words.startswith("截")


class _Reading:
    """Gives each figure its cues, as the marks of a paragraph come one after the other."""

    def __init__(self, count: int) -> None:
        self.found: list[list[_Cue]] = [[] for _ in range(count)]
        self.held: list[_Cue] = []
        """What a figure without cues of its own has."""
        self.run: list[_Cue | None] = []
        """The cues since the last figure of the clause; None for a break between items."""
        self.last: int | None = None
        """The last figure of the clause."""
        self.outside: list[tuple[list[_Cue], int | None]] = []
        """What held, and the last figure, before each open bracket."""

    def add_cue(self, cue: _Cue) -> None:
        self.run.append(cue)

    def add_figure(self, index: int) -> None:
        split = self.run.index(None) if self.last is not None and None in self.run else 0
        self._follow(self.run[:split])
        own = [cue for cue in self.run[split:] if cue]
        self.found[index] = _merged(self.held, own)
        if own:
            self.held = self.found[index]
        self.run, self.last = [], index

    def add_break(self, kind: str) -> None:
        if kind == "item":
            self.run.append(None)
            return
        if self.last is None:
            self.held = _merged(self.held, [cue for cue in self.run if cue])
        else:
            self._follow(self.run)
        self.run = []
        if kind == "open":
            self.outside.append((self.held, self.last))
            self.last = None
        elif kind == "close" and self.outside:
            self.held, self.last = self.outside.pop()
        elif kind != "close":
            self.last = None
            self.held = [] if kind == "sentence" else [cue for cue in self.held if cue[2]]

    def _follow(self, cues: Sequence[_Cue | None]) -> None:
        """Give the last figure the cues that follow it."""
        if self.last is not None:
            self.found[self.last] = _merged(self.found[self.last], [cue for cue in cues if cue])


def _merged(held: Sequence[_Cue], own: Sequence[_Cue]) -> list[_Cue]:
    """Return the cues of a figure: its own, and for what they leave open those that hold already."""
    left = set(_KINDS) - {kind for kind, _, _ in own if kind == "when"}
    if any(kind in ("hoped", "done") or PAST.match(words) for kind, words, _ in own):
        left -= {"hoped", "done"}
    result = [cue for cue in held if cue[0] in left]
    year = next((cue for cue in reversed(held) if cue[0] == "when" and re.search(_YEAR, cue[1])), None)
    for kind, words, holds in own:
        cue = (kind, words, holds)
        if kind == "when" and re.search(_YEAR, words):
            year = cue
        elif kind == "when" and year:
            first, last = year[1].split("…")[0], year[1].split("…")[-1]
            cue = (kind, "…".join(dict.fromkeys((first, last, words))), holds)
            if year in result and not re.search(_PART, year[1]):
                result.remove(year)
            year = cue
        result.append(cue)
    return result


def _links(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield the amounts that belong to so many things, and the parts of a whole, each with that figure.

    的12个 (of 5亿元的12个), 6个… (the last count of the sentence before an amount), 46个…中 (of 46个项目中，开工18个).
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
    for index, (first, second) in enumerate(pairwise(figures), 1):
        between = text[first.start + len(first.text) : second.start]
        kinds = [each.quantity.kind.partition(":")[0] for each in (first, second)]
        if kinds == ["count", "money"] and index not in linked and not re.search("[。；;]", between):
            yield index, f"{first.text}…"


def _corrections(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield each figure that corrects an earlier one of its kind, and that one, each with the words that say so."""
    for index, figure in enumerate(figures):
        before, after = text[max(0, figure.start - 4) : figure.start], figure.start + len(figure.text)
        prevails = THIS_PREVAILS.match(text, after) or (
            PREVAILS.match(text, after) and BY.search(text, max(0, figure.start - 14), figure.start)
        )
        words = (
            "以…为准"
            if prevails
            else next((match[0] for match in CORRECTED.finditer(before) if before.endswith(match[0])), "")
        )
        if words:
            yield index, words
            like = [each for each in range(index) if figures[each].quantity.kind == figure.quantity.kind]
            same = [each for each in like if figures[each].text[-1] == figure.text[-1]]
            for each in (same or like)[-1:]:
                yield each, f"以{figure.text}为准" if prevails else f"{words}{figure.text}"
