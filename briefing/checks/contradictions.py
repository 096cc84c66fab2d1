"""The period, claim and relations of a figure, and the period of a measure, agree with the cues of its paragraph.

Cues are the words beside each number, which the source index holds (numbers/cues.py). A figure that is stated more than
once in its paragraph need only agree with those of one place. A `note` sets aside faults of the period, a waiver any.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.checks.provenance import StatedPeriods, periods_of
from briefing.checks.related_cues import Fault, cues_of, relation_faults
from briefing.checks.waivers import Waived
from briefing.content.model import Figure, Measure
from briefing.content.site import Briefing
from briefing.content.validators import UNSTATED
from briefing.numbers.cues import DEADLINE, is_done, is_intended
from briefing.numbers.links import CORRECTED_BY, CORRECTS
from briefing.numbers.periods import part_of, periods_named
from briefing.problems import Problem
from briefing.reviews.hashes import figure_hash, measure_hash


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the figures and measures of every speech with the cues of their paragraphs."""
    now = briefing.record.year
    for speech in briefing.speeches if now else ():  # it is 0 while briefing.yaml cannot be used
        document = speech.file.document
        stated = StatedPeriods(speech)
        for figure in speech.figures.values():
            waived = Waived(document, ("figures", figure.id), figure.waive, figure_hash(figure), "figure")
            faults = _figure_faults(figure, now)
            yield from _report(waived, [each for each in faults if _is_new(each, figure, stated)])
        for measure in speech.measures:
            waived = Waived(document, ("measures", measure.id), measure.waive, measure_hash(measure), "measure")
            yield from _report(waived, list(_measure_faults(measure, now)))


def _report(waived: Waived, faults: Sequence[Fault]) -> Iterator[Problem]:
    """Yield the faults of a record that no waiver sets aside, and the waivers that set nothing aside."""
    at = waived.document.at
    for fault in faults:
        if not waived.sets_aside(fault.code):
            message = fault.message + waived.remedy(fault.code)
            yield Problem(at(*waived.path, fault.field), fault.code, message, at(*waived.path, "at"))
    yield from waived.without_effect({fault.code for fault in faults})


def _is_new(fault: Fault, figure: Figure, stated: StatedPeriods) -> bool:
    """Return True unless provenance reports already that no paragraph names a period."""
    period = figure.by if fault.field == "by" else figure.period
    return fault.code != "contradicted-period" or stated.holds(period, (figure.at,))


def _figure_faults(figure: Figure, now: int) -> Iterator[Fault]:
    """Yield the faults of a figure by the cues of the place in its paragraph that gives it the fewest."""
    yield from min((list(_faults_by(cues, figure, now)) for cues in cues_of(figure)), key=len, default=())


def _faults_by(cues: Sequence[str], figure: Figure, now: int) -> Iterator[Fault]:
    """Yield the faults of a figure by the cues of one place in its paragraph; the briefing is of the year `now`."""
    intended = [cue for cue in cues if is_intended(cue)]
    done = [cue for cue in cues if is_done(cue)]
    named = {cue: periods for cue in cues if (periods := periods_named(cue, now))}
    past = list(named) if all(max(periods)[:4] < str(now) for periods in named.values()) else []
    if not figure.note and not (intended and past):  # in 去年8个的基础上力争20个, 去年 says nothing of the 20
        yield from _period_faults(figure, named, now)
    if figure.claim == "actual" and intended and not done and not past:
        yield _claim_fault(figure, intended, "which is still to be reached", "actual")
    elif figure.claim in {"target", "plan"} and (done or past) and not intended:
        meaning = "which has been reached" if done else f"which is over in a briefing of {now}"
        yield _claim_fault(figure, done or past, meaning, figure.claim)
    yield from relation_faults(figure, cues)
    yield from _correction_faults(figure, cues)


def _correction_faults(figure: Figure, cues: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each correction in the speech that the records do not have."""
    figures, at = figure.speech.figures, figure.at
    if figure.id not in {other.supersedes for other in figures.values()}:
        for match in filter(None, map(CORRECTED_BY.fullmatch, cues)):
            message = (
                f"paragraph {at} corrects {figure.stated}: {match[0]}; enter that figure with"
                f" supersedes: {figure.id}, or only that one"
            )
            yield Fault("stated", "contradicted-value", message)
    elsewhere = [
        other.id
        for other in figures.values()
        if (other.indicator, other.unit, other.at != at) == (figure.indicator, figure.unit, True)
    ]
    for cue in cues if elsewhere and not figure.supersedes else ():
        if CORRECTS.fullmatch(cue):
            message = (
                f"paragraph {at} corrects a number by {figure.stated}: {cue}; name it in 'supersedes' if it is"
                f" {' or '.join(elsewhere)}"
            )
            yield Fault("stated", "contradicted-value", message)


def _claim_fault(figure: Figure, words: Sequence[str], meaning: str, claim: str) -> Fault:
    message = (
        f"paragraph {figure.at} says {'、'.join(words)} of {figure.stated}, {meaning}, so it is no '{claim}';"
        " correct 'claim'"
    )
    return Fault("claim", "contradicted-claim", message)


def _period_faults(figure: Figure, named: Mapping[str, Sequence[str]], now: int) -> Iterator[Fault]:
    """Yield the faults of the period and deadline of a figure: not the one that the cues name, or left out.

    `named` has the cues that name periods, each with the periods that it may mean.
    """
    known = {period for periods in named.values() for period in periods}
    entered = {"period": figure.period if figure.period != UNSTATED else None, "by": figure.by}
    for field, period in entered.items():
        if named and period and period not in known:
            yield _period_fault(figure, field, period, named)
        elif field == "period" and period and part_of(period):
            words = [cue for cue in named if period in named[cue]]
            if words and all(DEADLINE.search(cue) for cue in words):
                message = f"paragraph {figure.at} says {'、'.join(words)} of {figure.stated}; write 'by', not 'period'"
                yield Fault(field, "contradicted-period", message)
    definite = [
        cue for cue, periods in named.items() if part_of(periods[0]) or "全年" in cue or periods[0][:4] < str(now)
    ]
    if definite and not any(entered.values()) and figure.claim in {"target", "plan", "actual"}:
        yield _period_fault(figure, "period", UNSTATED, definite)


def _period_fault(figure: Figure, field: str, period: str, words: Iterable[str]) -> Fault:
    message = (
        f"paragraph {figure.at} says {'、'.join(words)} of {figure.stated}, not {period};"
        f" correct '{field}', or say in 'note' where {period} comes from"
    )
    return Fault(field, "contradicted-period", message)


def _measure_faults(measure: Measure, now: int) -> Iterator[Fault]:
    """Yield the faults of the period and deadline of a measure that none of its paragraphs names."""
    paragraphs = measure.speech.paragraphs
    words: dict[str, None] = {}
    known: set[str] = set()
    for paragraph in (paragraphs[at] for at in measure.at if at < len(paragraphs)):
        words |= dict.fromkeys(periods_of(paragraph, now))
        joined = (f"{one}…{two}" for one, two in pairwise(paragraph.periods))
        known.update(period for each in (*words, *joined) for period in periods_named(each, now))
    parts = {part_of(period) for period in known}
    for field, period in {"period": measure.period, "by": measure.by}.items():
        # provenance reports a part that no paragraph names; the year of the briefing need not be named
        expected = part_of(period or "") in parts if part_of(period or "") else period != str(now) or "" not in parts
        if known and period and period != UNSTATED and period not in known and expected:
            message = (
                f"paragraph {', '.join(map(str, measure.at))} says {'、'.join(words)},"
                f" and nowhere {period}; write the period it names, or none"
            )
            yield Fault(field, "contradicted-period", message)
