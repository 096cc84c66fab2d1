"""Every figure of a site, mutated one at a time in each way an editor errs: is each mutant caught?

`python -m tests.support.mutants` prints a table for this repository's content: of each way the number of mutants, of
those that a check of meaning catches, and of those that are seen only because a figure has changed since its review.
"""

import functools
import multiprocessing
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import get_args

from briefing.checks import check, freshness
from briefing.content.model import Figure, Measure, Speech
from briefing.content.site import Briefing, ContentFile
from briefing.content.texts import Prose
from briefing.content.values import Bound, Claim, Direction
from briefing.i18n.figures import FigureFormatter
from briefing.numbers.numerals import Number
from tests.support.internals import errors_of, figure_formatters, load_sound
from tests.support.paths import ROOT

REVIEWED = freshness.ACCEPTABLE
"""The codes of problems that say only that something has changed since a person looked at it."""
SEEN_BY_REVIEW_ONLY = {"claim_changed", "period_changed"}
"""What no text can prove: only a person tells a target from a plan. All else must be caught by a check of meaning."""


@dataclass(frozen=True)
class Case:
    """One figure in its speech, with what writes figures in the language that translates."""

    briefing: Briefing
    speech: Speech
    figure: Figure
    translator: FigureFormatter

    def with_figure(self, **change: object) -> Speech:
        changed = self.figure.model_copy(update=change)
        return self.speech.model_copy(update={"figures": {**self.speech.figures, self.figure.id: changed}})

    @property
    def fields(self) -> list[str]:
        """The fields that hold its number."""
        return ["low", "high"] if self.figure.bound == "range" else ["value"]


def scaled(value: Number, power: int) -> Number:
    """Return a number multiplied by a power of ten."""
    return value.scaleb(power) if isinstance(value, Decimal) else value * Fraction(10) ** power


def digit_swapped(case: Case) -> Iterator[Speech]:
    for field in case.fields:
        value: Number = getattr(case.figure, field)
        if isinstance(value, Fraction):
            yield case.with_figure(**{field: Fraction(value.numerator + 1, value.denominator)})
            yield case.with_figure(**{field: Fraction(value.numerator, value.denominator + 2)})
            continue
        digits = "".join(map(str, value.as_tuple().digits))
        for wrong in (*_mistyped(digits), *_exchanged(digits)):
            yield case.with_figure(**{field: Decimal(wrong).scaleb(int(value.as_tuple().exponent))})


def _mistyped(digits: str) -> Iterator[str]:
    for at, digit in enumerate(digits):
        yield digits[:at] + str((int(digit) + 1) % 10 or 1) + digits[at + 1 :]


def _exchanged(digits: str) -> Iterator[str]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def digit_wrong_in_both_entries(case: Case) -> Iterator[Speech]:
    stated = re.sub(r"[0-9](?![0-9.])", lambda match: str((int(match[0]) + 1) % 10), case.figure.stated, count=1)
    if stated != case.figure.stated:
        (*_, mutant) = digit_swapped(case)
        changed = mutant.figures[case.figure.id]
        yield case.with_figure(stated=stated, **{field: getattr(changed, field) for field in case.fields})


def decimal_shifted(case: Case) -> Iterator[Speech]:
    for field in case.fields:
        for power in (-1, 1):
            yield case.with_figure(**{field: scaled(getattr(case.figure, field), power)})


def scale_misread(case: Case) -> Iterator[Speech]:
    """Take 亿 for a billion, 万 for a thousand or a million."""
    powers = {"亿": (1,), "万": (-1, 2)}
    for character in set(case.figure.stated) & powers.keys():
        for power in powers[character]:
            yield case.with_figure(**{field: scaled(getattr(case.figure, field), power) for field in case.fields})


def unit_dropped(case: Case) -> Iterator[Speech]:
    words = [word for word in case.briefing.shared.units[case.figure.unit].read if word and word in case.figure.stated]
    if words and (stated := case.figure.stated.replace(max(words, key=len), "", 1)):
        yield case.with_figure(stated=stated)


def unit_changed(case: Case) -> Iterator[Speech]:
    """Take a unit of each other kind."""
    others = {unit.kind: unit.id for unit in case.briefing.shared.units.values() if unit.id != case.figure.unit}
    for unit in others.values():
        yield case.with_figure(unit=unit)


def bound_flipped(case: Case) -> Iterator[Speech]:
    for bound in get_args(Bound):
        if "range" not in (bound, case.figure.bound) and bound != case.figure.bound:
            yield case.with_figure(bound=bound)


def direction_changed(case: Case) -> Iterator[Speech]:
    for change in (None, *get_args(Direction)):
        if change != case.figure.change:
            yield case.with_figure(change=change)


def period_changed(case: Case) -> Iterator[Speech]:
    year = case.briefing.record.year
    for period in (*map(str, (year - 1, year, year + 1)), f"{year}-Q1", f"{year}-Q2", f"{year}-H1", "unstated"):
        if period != case.figure.period:
            yield case.with_figure(period=period)


def claim_changed(case: Case) -> Iterator[Speech]:
    for claim in get_args(Claim):
        if claim != case.figure.claim:
            yield case.with_figure(claim=claim)


def wrong_paragraph(case: Case) -> Iterator[Speech]:
    for at in range(len(case.speech.paragraphs)):
        if at != case.figure.at:
            yield case.with_figure(at=at)


def figure_deleted(case: Case) -> Iterator[Speech]:
    yield case.speech.model_copy(
        update={"figures": {name: each for name, each in case.speech.figures.items() if name != case.figure.id}}
    )


def typed_wrong_in_translation(case: Case) -> Iterator[Speech]:
    """Type a number in place of its citation: ten times too large, and with the bound lost or added."""
    ten_times = {field: scaled(getattr(case.figure, field), 1) for field in case.fields}
    other_bound = {"bound": "exact" if case.figure.bound != "exact" else "at-least"}
    for change in (ten_times, other_bound if case.figure.bound != "range" else ten_times):
        words = case.translator.format(case.figure.model_copy(update=change))
        yield from _retyped(case, words)


def cites_another_figure_in_translation(case: Case) -> Iterator[Speech]:
    other = next((name for name in case.speech.figures if name != case.figure.id), None)
    if other:
        yield from _retyped(case, f"{{{other}}}")


def dropped_from_translation(case: Case) -> Iterator[Speech]:
    yield from _retyped(case, "some")


def _retyped(case: Case, words: str) -> Iterator[Speech]:
    language = case.translator.language
    citation = f"{{{case.figure.id}}}"
    for index, measure in enumerate(case.speech.measures):
        if citation in measure.text[language]:
            text = Prose.model_validate(
                {**measure.text.words, language: measure.text[language].replace(citation, words)}
            )
            measures: list[Measure] = list(case.speech.measures)
            measures[index] = measure.model_copy(update={"text": text})
            yield case.speech.model_copy(update={"measures": tuple(measures)})


MUTATIONS: tuple[Callable[[Case], Iterator[Speech]], ...] = (
    digit_swapped,
    digit_wrong_in_both_entries,
    decimal_shifted,
    scale_misread,
    unit_dropped,
    unit_changed,
    bound_flipped,
    direction_changed,
    period_changed,
    claim_changed,
    wrong_paragraph,
    figure_deleted,
    typed_wrong_in_translation,
    cites_another_figure_in_translation,
    dropped_from_translation,
)


def errors(briefing: Briefing, file: ContentFile[Speech]) -> Iterator[tuple[str, str]]:
    """Yield the errors of a briefing that holds nothing but one speech, by code and message, as they are found."""
    reviews = briefing.reviews
    if reviews:
        own = {name: each for name, each in reviews.record.items() if name == file.name.rpartition("/")[2]}
        reviews = replace(reviews, record=own)
    alone = replace(briefing, speech_files=(file,), log=None, reviews=reviews)
    return ((each.code, each.message) for each in check(alone) if errors_of([each]))


@dataclass
class Tally:
    """How many mutants of one kind were caught, and by which checks."""

    mutants: int = 0
    by_meaning: int = 0
    by_review: int = 0
    missed: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.mutants + other.mutants,
            self.by_meaning + other.by_meaning,
            self.by_review + other.by_review,
            self.missed + other.missed,
        )


@functools.cache
def speeches(folder: Path) -> Mapping[str, tuple[Briefing, ContentFile[Speech], FigureFormatter]]:
    """Return every file of a speech by name, with its briefing and what writes figures in the second language."""
    site = load_sound(folder)
    translator = figure_formatters(site.shared, ROOT / "templates")[site.shared.codes[1]]
    return {file.name: (each, file, translator) for each in site.briefings for file in each.speech_files}


def mutants(folder: Path, name: str) -> Iterator[tuple[str, Figure, ContentFile[Speech]]]:
    """Yield the file of a speech with each mutation of each figure: the mutation, the figure, the file."""
    briefing, file, translator = speeches(folder)[name]
    for figure in file.record.figures.values():
        for mutation in MUTATIONS:
            for mutant in mutation(Case(briefing, file.record, figure, translator)):
                data = {**file.document.data, "figures": dict(mutant.figures)}
                yield (
                    mutation.__name__,
                    figure,
                    replace(file, record=mutant, document=replace(file.document, data=data)),
                )


def tally(folder: Path, name: str) -> dict[str, Tally]:
    """Make every mutant of one speech and run every check on it."""
    briefing, file, _ = speeches(folder)[name]
    before = set(errors(briefing, file))
    found = {mutation.__name__: Tally() for mutation in MUTATIONS}
    for mutation, figure, mutant in mutants(folder, name):
        codes = (code for code, message in errors(briefing, mutant) if (code, message) not in before)
        found[mutation] += _outcome(codes, f"{name} {figure.id}")
    return found


def _outcome(codes: Iterator[str], name: str) -> Tally:
    """Return the tally of one mutant; no check goes on after the first of meaning that catches it."""
    by_review = False
    for code in codes:
        if code not in REVIEWED:
            return Tally(1, by_meaning=1)
        by_review = True
    return Tally(1, by_review=by_review, missed=() if by_review else (name,))


def table(found: Mapping[str, Tally]) -> str:
    """Return the tallies as a table, with the missed mutants below it."""
    lines = [f"{'mutation':<34}{'mutants':>8}{'by a check':>12}{'by review':>11}{'missed':>8}{'caught':>8}"]
    for name, each in found.items():
        caught = 100 * (each.by_meaning + each.by_review) / (each.mutants or 1)
        cells = f"{each.mutants:>8}{each.by_meaning:>12}{each.by_review:>11}{len(each.missed):>8}{caught:>7.1f}%"
        lines.append(f"{name.replace('_', ' '):<34}{cells}")
    total = sum(each.mutants for each in found.values())
    missed = [f"missed: {name}: {where}" for name, each in found.items() for where in each.missed]
    share = 100 * (total - len(missed)) / total
    return "\n".join([*lines, *missed, f"{total} mutants, {share:.1f}% caught"])


def run(folder: Path) -> dict[str, Tally]:
    """Mutate every speech, in as many copies of this process as there are cores."""
    names = list(speeches(folder))
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
        results = list(pool.map(functools.partial(tally, folder), names))
    return {name: sum((result[name] for result in results), Tally()) for name in results[0]}


if __name__ == "__main__":
    outcome = run(ROOT / "content")
    print(table(outcome))
    sys.exit(1 if any(each.missed for each in outcome.values()) else 0)
