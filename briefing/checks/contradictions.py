"""No figure or measure contradicts the words of its paragraph: when, how sure, of how many, and what was corrected.

The source index has those words beside each number. A figure that is stated more than once in its paragraph may have
those of any. A `note` on the figure answers a period, and a waiver on the record anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.checks.provenance import periods_of
from briefing.checks.waivers import Waived
from briefing.content.model import Figure, Measure
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.numbers.cues import is_done, is_hoped
from briefing.numbers.periods import part_of, periods_named
from briefing.problems import Problem
from briefing.reviews.hashes import figure_hash, measure_hash

OF_SO_MANY = re.compile(r"的(?P<after>.+)|(?P<before>.+)…(?:总|计划|协议|估算|概算)?(?:投资额?|产值)")
"""An amount's cue that names the figure it is about."""
CORRECTED_BY = re.compile(
    r"(?:以(?P<prevails>[^…]+)为准|(?:更正|订正|修正|改正|纠正|核实|应当?|实)为(?P<to>.+)|应是(?P<is>.+))"
)
"""A cue of a figure that another one corrects."""
CORRECTS = re.compile(r"以…为准|(?:更正|订正|修正|改正|纠正|核实|应当?|实)为|应是")


@dataclass(frozen=True)
class _Fault:
    field: str
    code: str
    message: str


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the figures and measures of every speech with the words that stand beside their numbers."""
    now = briefing.record.year
    for speech in briefing.speeches if now else ():  # it is 0 while briefing.yaml cannot be used
        document = speech.file.document
        for figure in speech.figures.values():
            waived = Waived(document, ("figures", figure.id), figure.waive, figure_hash(figure), "figure")
            yield from _report(waived, list(_of_figure(figure, now)))
        for measure in speech.measures:
            waived = Waived(document, ("measures", measure.id), measure.waive, measure_hash(measure), "measure")
            yield from _report(waived, list(_of_measure(measure, now)))


def _report(waived: Waived, faults: Sequence[_Fault]) -> Iterator[Problem]:
    """Yield the faults of a record that no waiver sets aside, and the waivers that set nothing aside."""
    at = waived.document.at
    for fault in faults:
        if not waived.sets_aside(fault.code):
            message = fault.message + waived.remedy(fault.code)
            yield Problem(at(*waived.path, fault.field), fault.code, message, at(*waived.path, "at"))
    yield from waived.unfit({fault.code for fault in faults})


def _of_figure(figure: Figure, now: int) -> Iterator[_Fault]:
    """Yield the faults of a figure by the words that contradict it least, where it is stated more than once."""
    said = cues_of(figure)
    if said:
        yield from min((list(_against(figure, cues, now)) for cues in said), key=len)


def cues_of(figure: Figure) -> list[Sequence[str]]:
    """Return the cues of each number of its paragraph that a figure may be."""
    paragraphs = figure.speech.paragraphs
    paragraph = paragraphs[figure.at] if figure.at < len(paragraphs) else None
    if not paragraph:
        return []
    said = paragraph.cues or ((),) * len(paragraph.figures)
    return [cues for stated, cues in zip(paragraph.figures, said, strict=True) if stated == figure.stated]


def _against(figure: Figure, cues: Sequence[str], now: int) -> Iterator[_Fault]:
    hoped = [cue for cue in cues if is_hoped(cue)]
    done = [cue for cue in cues if is_done(cue)]
    past = [cue for cue in cues if (named := periods_named(cue, now)) and max(named)[:4] < str(now)]
    if not (hoped and past):
        yield from _periods(figure, cues, now) if not figure.note else ()
    if figure.claim == "actual" and hoped and not done and not past:
        yield _claim(figure, hoped, "a result")
    elif figure.claim in ("target", "plan") and (done or past) and not hoped:
        yield _claim(figure, done or past, f"a {figure.claim}")
    figures = figure.speech.figures
    counted = figures.get(figure.of or "")
    for match in filter(None, map(OF_SO_MANY.fullmatch, cues)):
        so_many = match["after"] or match["before"]
        if counted and (counted.stated != so_many or counted.at != figure.at):
            message = f"paragraph {figure.at} says {figure.stated} of {so_many}, not of {counted.id}; correct 'of'"
            yield _Fault("of", "contradicted-of", message)
    corrected = {other.supersedes for other in figures.values()}
    for match in filter(None, map(CORRECTED_BY.fullmatch, cues)):
        if figure.id not in corrected:
            message = (
                f"paragraph {figure.at} corrects {figure.stated}: {match[0]}; enter that figure"
                f" with supersedes: {figure.id}, or only that one"
            )
            yield _Fault("stated", "contradicted-value", message)


def _claim(figure: Figure, words: Sequence[str], kind: str) -> _Fault:
    message = f"paragraph {figure.at} says {'、'.join(words)} of {figure.stated}, which is not {kind}; correct 'claim'"
    return _Fault("claim", "contradicted-claim", message)


def _periods(record: Figure, cues: Sequence[str], now: int) -> Iterator[_Fault]:
    """Yield the period or deadline of a figure that none of its cues names."""
    named = {cue: periods for cue in cues if (periods := periods_named(cue, now))}
    known = {period for periods in named.values() for period in periods}
    unstated = record.claim in {"target", "plan", "actual"} and record.period == UNSTATED and not record.by
    needed = [cue for cue in named if part_of(named[cue][0]) or "全年" in cue or named[cue][0][:4] < str(now)]
    entered = {"period": record.period if record.period != UNSTATED else "", "by": record.by or ""}
    for field, period in entered.items():
        if named and period and period not in known:
            yield _period(field, record.stated, record.at, list(named), period)
    if unstated and needed:
        yield _period("period", record.stated, record.at, needed, UNSTATED)


def _period(field: str, what: str, at: int, words: Sequence[str], period: str) -> _Fault:
    message = (
        f"paragraph {at} says {'、'.join(words)} of {what}, not {period};"
        f" correct '{field}', or say in 'note' where {period} comes from"
    )
    return _Fault(field, "contradicted-period", message)


def _of_measure(measure: Measure, now: int) -> Iterator[_Fault]:
    """Yield the whole year of a measure whose paragraphs name parts of years only."""
    paragraphs = measure.speech.paragraphs
    named = {
        word: periods
        for at in measure.at
        if at < len(paragraphs)
        for word, periods in periods_of(paragraphs[at], now).items()
    }
    known = {period for periods in named.values() for period in periods}
    for field, period in {"period": measure.period, "by": measure.by}.items():
        if named and period and period != UNSTATED and not part_of(period) and period not in known:
            message = (
                f"paragraph {', '.join(map(str, measure.at))} says {'、'.join(named)}, and nowhere {period};"
                f" write the period it names, or none"
            )
            yield _Fault(field, "contradicted-period", message)
