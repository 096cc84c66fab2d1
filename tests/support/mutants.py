"""Every figure of the real speeches, mutated one at a time in each way an editor errs: is each mutant caught?

Run as a program it prints a table: of each way how many mutants there are, how many a check of meaning catches, and
how many are seen only because a figure has changed since its review.
"""

from __future__ import annotations

import functools
import multiprocessing
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from babel import Locale

from briefing.checks import check_all, freshness
from briefing.content.load import load
from briefing.content.model import Figure, Measure, Speech
from briefing.content.site import Loaded, Site
from briefing.content.texts import Prose
from briefing.content.values import Bound, Claim
from briefing.engine.rules import RULES
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import Writer

ROOT = Path(__file__).resolve().parent.parent
REVIEWED = {rule.code for rule in freshness.RULES}
Change = Mapping[str, object]


@dataclass(frozen=True)
class Case:
    """One figure in its speech, with what a mutation may need besides."""

    site: Site
    loaded: Loaded[Speech]
    figure: Figure
    english: Writer

    def with_figure(self, **change: object) -> Speech:
        changed = self.figure.model_copy(update=change)
        return self.speech.model_copy(update={"figures": {**self.speech.figures, self.figure.id: changed}})

    @property
    def speech(self) -> Speech:
        return self.loaded.record

    @property
    def fields(self) -> list[str]:
        """The fields that hold its number."""
        return ["low", "high"] if self.figure.bound == "range" else ["value"]


def digit_swapped(case: Case) -> Iterator[Speech]:
    for field in case.fields:
        value: Decimal = getattr(case.figure, field)
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
            yield case.with_figure(**{field: getattr(case.figure, field).scaleb(power)})


def scale_misread(case: Case) -> Iterator[Speech]:
    """亿 taken for a billion, 万 for a thousand or a million."""
    powers = {"亿": (1,), "万": (-1, 2)}
    for character in set(case.figure.stated) & powers.keys():
        for power in powers[character]:
            yield case.with_figure(**{field: getattr(case.figure, field).scaleb(power) for field in case.fields})


def unit_dropped(case: Case) -> Iterator[Speech]:
    words = [word for word in case.site.units[case.figure.unit].read if word and word in case.figure.stated]
    if words and (stated := case.figure.stated.replace(max(words, key=len), "", 1)):
        yield case.with_figure(stated=stated)


def unit_changed(case: Case) -> Iterator[Speech]:
    """Another unit of each kind that there is."""
    others = {unit.kind: unit.id for unit in case.site.units.values() if unit.id != case.figure.unit}
    for unit in others.values():
        yield case.with_figure(unit=unit)


def bound_flipped(case: Case) -> Iterator[Speech]:
    for bound in get_args(Bound):
        if "range" not in (bound, case.figure.bound) and bound != case.figure.bound:
            yield case.with_figure(bound=bound)


def period_changed(case: Case) -> Iterator[Speech]:
    for period in ("2022", "2023", "2024", "2023-Q1", "2023-Q2", "2023-H1", "unstated"):
        if period != case.figure.period:
            yield case.with_figure(period=period)


def claim_changed(case: Case) -> Iterator[Speech]:
    for claim in get_args(Claim):
        if claim != case.figure.claim:
            yield case.with_figure(claim=claim)


def wrong_paragraph(case: Case) -> Iterator[Speech]:
    for at in range(len(case.site.paragraphs(case.loaded) or ())):
        if at != case.figure.at:
            yield case.with_figure(at=at)


def figure_deleted(case: Case) -> Iterator[Speech]:
    yield case.speech.model_copy(
        update={"figures": {name: each for name, each in case.speech.figures.items() if name != case.figure.id}}
    )


def typed_wrong_in_english(case: Case) -> Iterator[Speech]:
    """The citation replaced by a number typed by hand: ten times too large, and with the bound lost or added."""
    ten_times = {field: getattr(case.figure, field).scaleb(1) for field in case.fields}
    other_bound = {"bound": "exact" if case.figure.bound != "exact" else "at-least"}
    for change in (ten_times, other_bound if case.figure.bound != "range" else ten_times):
        words = case.english(case.figure.model_copy(update=change))
        yield from _retyped(case, words)


def cites_another_figure_in_english(case: Case) -> Iterator[Speech]:
    other = next((name for name in case.speech.figures if name != case.figure.id), None)
    if other:
        yield from _retyped(case, f"{{{other}}}")


def dropped_from_english(case: Case) -> Iterator[Speech]:
    yield from _retyped(case, "some")


def _retyped(case: Case, words: str) -> Iterator[Speech]:
    citation = f"{{{case.figure.id}}}"
    for index, measure in enumerate(case.speech.measures):
        if citation in measure.text["en"]:
            text = Prose.model_validate({**measure.text.words, "en": measure.text["en"].replace(citation, words)})
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
    period_changed,
    claim_changed,
    wrong_paragraph,
    figure_deleted,
    typed_wrong_in_english,
    cites_another_figure_in_english,
    dropped_from_english,
)


def errors(site: Site, loaded: Loaded[Speech]) -> set[tuple[str, str]]:
    """The errors of a site that holds nothing but one speech, by code and message."""
    briefing = replace(next(each for each in site.briefings if loaded.name.startswith(each.id)), speeches=(loaded,))
    alone = replace(site, speeches=(loaded,), files=(loaded,), briefings=(briefing,))
    found = check_all(alone)
    return {(each.code, each.message) for each in found if RULES[each.code].severity == "error"}


@dataclass
class Tally:
    """What became of the mutants of one kind."""

    mutants: int = 0
    by_meaning: int = 0
    by_review: int = 0
    missed: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.mutants + other.mutants,
            self.by_meaning + other.by_meaning,
            self.by_review + other.by_review,
            self.missed + other.missed,
        )


@functools.cache
def published() -> tuple[Site, Writer]:
    """The published content, and what writes English."""
    site, problems = load(ROOT / "content")
    assert site, problems
    catalogs, _ = load_catalogs(ROOT / "templates", site.languages)
    locale = next(each.locale for each in site.languages if each.code == "en")
    return site, Writer(Locale.parse(locale), "en", catalogs["en"], site.units)


def tally(number: int) -> dict[str, Tally]:
    """Make every mutant of one speech and run every check on it."""
    site, english = published()
    loaded = site.speeches[number]
    before = errors(site, loaded)
    found = {mutation.__name__: Tally() for mutation in MUTATIONS}
    for figure in loaded.record.figures.values():
        case = Case(site, loaded, figure, english)
        for mutation in MUTATIONS:
            for mutant in mutation(case):
                codes = {code for code, _ in errors(site, _as_written(loaded, mutant)) - before}
                found[mutation.__name__] += _outcome(codes, f"{loaded.record.place} {figure.id}")
    return found


def _as_written(loaded: Loaded[Speech], mutant: Speech) -> Loaded[Speech]:
    """The file as if the editor had written the mutant: the figures it names are those there are."""
    data = {**loaded.document.data, "figures": dict(mutant.figures)}
    return replace(loaded, record=mutant, document=replace(loaded.document, data=data))


def _outcome(codes: set[str], name: str) -> Tally:
    by_meaning = bool(codes - REVIEWED)
    return Tally(1, by_meaning, bool(codes) and not by_meaning, () if codes else (name,))


def table(found: Mapping[str, Tally]) -> str:
    """The tallies as a table, with what was missed below it."""
    lines = [f"{'mutation':<34}{'mutants':>8}{'by a check':>12}{'by review':>11}{'missed':>8}{'caught':>8}"]
    for name, each in found.items():
        caught = 100 * (each.by_meaning + each.by_review) / (each.mutants or 1)
        cells = f"{each.mutants:>8}{each.by_meaning:>12}{each.by_review:>11}{len(each.missed):>8}{caught:>7.1f}%"
        lines.append(f"{name.replace('_', ' '):<34}{cells}")
    total = sum(each.mutants for each in found.values())
    missed = [f"missed: {name}: {where}" for name, each in found.items() for where in each.missed]
    share = 100 * (total - len(missed)) / total
    return "\n".join([*lines, *missed, f"{total} mutants, {share:.1f}% caught"])


def run() -> dict[str, Tally]:
    """Mutate every speech, on every core there is."""
    site, _ = published()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        results = list(pool.map(tally, range(len(site.speeches))))
    return {name: sum((result[name] for result in results), Tally()) for name in results[0]}


if __name__ == "__main__":
    outcome = run()
    print(table(outcome))
    sys.exit(1 if any(each.missed for each in outcome.values()) else 0)
