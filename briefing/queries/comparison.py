"""The comparison: for each question of a reader, what every place states, and which figures may be ranked.

Figures stand as they are: nothing is added up or averaged, and only those that `comparable` calls alike are ranked.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.content.model import Figure, Indicator, Point, Speech
from briefing.content.site import Briefing, Shared
from briefing.content.values import MAIN_ROLES, QUESTIONS, QuestionId
from briefing.markup.prose import cited
from briefing.queries import grouped

FEWEST_SPEECHES = 2
"""A speech leaves open an indicator or point only if at least so many others speak to it."""
OPEN_BOUNDS = ("order-of-magnitude", "several")
"""The bounds of figures that give no number, only how large it is."""
MOST_COLUMNS = 4
"""The most columns of a question beside that of the places: more cannot be read without scrolling sideways."""
MOST_POINTS = 2
"""The most of these that points take; more share one."""


def comparable(figure: Figure) -> Mapping[str, object]:
    """Return the properties that figures which are compared have in common, by name.

    Of the bounds only those count that leave the number itself open.
    """
    return {
        "unit": figure.unit,
        "claim": figure.claim,
        "period": figure.period,
        "by": figure.by,
        "scope": dict(figure.scope.items()) if figure.scope else None,
        "change": figure.change is not None,
        "bound": figure.bound if figure.bound in OPEN_BOUNDS else None,
        "cumulative": figure.cumulative,
        "stretch_of": figure.stretch_of is not None,
    }


def groups(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return figures of one indicator in groups that may be compared: the largest group, and its largest figure, first.

    Of equal groups or figures, the first stays first.
    """
    found = grouped(figures, lambda each: repr(comparable(each))).values()
    ordered = (tuple(sorted(each, key=lambda figure: figure.compared, reverse=True)) for each in found)
    return tuple(sorted(ordered, key=len, reverse=True))


def ranks(figures: Iterable[Figure]) -> Mapping[Figure, tuple[int, int]]:
    """Return the rank of each figure that is comparable with another speech's, and of how many; equals share one."""
    found: dict[Figure, tuple[int, int]] = {}
    for indicator in grouped(figures, lambda each: each.indicator).values():
        for group in groups(indicator):
            if len({each.speech.place for each in group}) > 1:
                values = [each.compared for each in group]
                found |= {each: (1 + sum(other > each.compared for other in values), len(group)) for each in group}
    return found


def question_of(figure: Figure, shared: Shared) -> QuestionId:
    """Return the question that a figure answers: the one that its indicator names, or else the first that applies.

    An incentive is support; an amount of money is money; what counts projects, at a stage or in the unit of a stage,
    is projects; an interval, a time limit or any other commitment is pace; all else is enterprises.
    """
    indicator, kind = shared.indicators[figure.indicator], shared.units[figure.unit].kind
    if indicator.question:
        return indicator.question
    if figure.claim == "incentive":
        return "support"
    if kind == "money":
        return "money"
    if indicator.stage or figure.unit in {each.units[0] for each in shared.indicators.values() if each.stage}:
        return "projects"
    return "pace" if kind in ("duration", "frequency") or figure.claim == "commitment" else "enterprises"


@dataclass(frozen=True)
class Column:
    """A column of a question: figures of one or more indicators, or points, which are words."""

    figures: tuple[Figure, ...] = ()
    points: tuple[Point, ...] = ()
    theme: str = ""
    """The theme of which it has all the indicators that answer the question; empty if there is none."""

    @property
    def indicators(self) -> Sequence[str]:
        """The indicators of its figures."""
        return list(dict.fromkeys(each.indicator for each in self.figures))

    @property
    def fullest(self) -> int:
        """The number of figures in its fullest cell."""
        return max(map(len, grouped(self.figures, lambda each: each.speech).values()), default=0)

    def claims(self, speech: Speech, point: Point) -> Sequence[str]:
        """Return the claims of the figures that a speech's words on a point cite."""
        texts = speech.points[point.id].text.words.values()
        return sorted({speech.figures[figure].claim for text in texts for figure in cited(text)})

    def said(self, speech: Speech) -> Mapping[str, Sequence[Sequence[Sequence[Figure]]]]:
        """Return the figures of a speech by indicator, those of one claim and note together, by scope."""
        own = [each for each in self.figures if each.speech is speech]
        return {
            indicator: [
                list(grouped(noted, lambda each: str(each.scope)).values())
                for noted in grouped(figures, lambda each: (each.claim, str(each.note))).values()
            ]
            for indicator, figures in grouped(own, lambda each: each.indicator).items()
        }


def columns_of(figures: Sequence[Figure], shared: Shared, room: int) -> Iterator[Column]:
    """Yield the figures of a question in as many columns as there is room for, or fewer, in the order of the themes.

    Each theme is a column. Where there are too many, the last share one; where there is room, the indicator that most
    speeches state leaves the column of the most indicators for one of its own.
    """
    stated = grouped(figures, lambda each: each.indicator, shared.indicators)
    by_theme = grouped(stated, lambda name: shared.indicators[name].theme, shared.settings.themes)
    columns = [list(each) for each in by_theme.values()]
    columns[room - 1 :] = [list(itertools.chain(*columns[room - 1 :]))] if columns[room - 1 :] else []
    while len(columns) < room and any(len(each) > 1 for each in columns):
        widest = max(columns, key=len)
        first = max(widest, key=lambda name: len({each.speech.place for each in stated[name]}))
        columns.insert(columns.index(widest), [first])
        widest.remove(first)
    for column in columns:
        theme = next((name for name, whole in by_theme.items() if whole == column), "")
        yield Column(tuple(each for name in column for each in stated[name]), theme=theme)


@dataclass(frozen=True)
class Question:
    """The statements of all speeches in answer to one question."""

    id: QuestionId
    columns: tuple[Column, ...]
    ranks: Mapping[Figure, tuple[int, int]]
    silent: tuple[Speech, ...]
    """The speeches that state nothing in answer."""

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures of all its columns."""
        return [each for column in self.columns for each in column.figures]


@dataclass(frozen=True)
class Comparison:
    """The comparison of one briefing: the questions that its speeches answer, in order."""

    questions: tuple[Question, ...]
    indicators: tuple[Indicator, ...]
    """The indicators that at least `FEWEST_SPEECHES` state."""
    points: tuple[Point, ...]


def compare(briefing: Briefing) -> Comparison:
    """Return the comparison of a briefing."""
    shared, points = briefing.shared, tuple(briefing.record.points.values())
    everything = [figure for speech in briefing.speeches for figure in speech.standing]
    answers = grouped(everything, lambda each: question_of(each, shared))
    questions = []
    for name in QUESTIONS:
        asked = tuple(each for each in points if each.question == name)
        in_words = [Column(points=(each,)) for each in asked] if len(asked) <= MOST_POINTS else [Column(points=asked)]
        figures = answers.get(name, [])
        columns = (*columns_of(figures, shared, MOST_COLUMNS - len(in_words)), *in_words)
        spoken = {each.speech.place for each in figures}
        silent = [
            each
            for each in briefing.speeches
            if not {each.place} & spoken and not {each.id for each in asked} & each.points.keys()
        ]
        if columns:
            questions.append(Question(name, columns, ranks(figures), tuple(silent)))
    speaking = {
        name: {each.speech.place for each in figures}
        for name, figures in grouped(everything, lambda each: each.indicator).items()
    }
    compared = tuple(each for each in shared.indicators.values() if len(speaking.get(each.id, ())) >= FEWEST_SPEECHES)
    return Comparison(tuple(questions), compared, points)


@dataclass(frozen=True)
class NotStated:
    """The indicators and points of a comparison for which one speech states nothing."""

    target: bool
    """True if it states no target at all."""
    main_sector: bool
    """True if it puts no sector first."""
    indicators: tuple[Indicator, ...]
    points: tuple[Point, ...]


def not_stated(speech: Speech, comparison: Comparison) -> NotStated:
    """Return the indicators and points of a comparison for which a speech states nothing."""
    stated = {figure.indicator for figure in speech.standing}
    return NotStated(
        target=all(figure.claim != "target" for figure in speech.standing),
        main_sector=all(each.role not in MAIN_ROLES for each in speech.sectors),
        indicators=tuple(each for each in comparison.indicators if each.id not in stated),
        points=tuple(each for each in comparison.points if each.id not in speech.points),
    )
