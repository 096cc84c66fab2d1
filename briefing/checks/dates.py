"""A year, quarter, half-year or month in prose is named by the paragraphs of the text or by the figures it cites."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.checks.provenance import StatedPeriods
from briefing.checks.texts import Fault
from briefing.content.model import Speech
from briefing.content.site import items_of
from briefing.content.texts import Prose
from briefing.markup.prose import CITATION
from briefing.numbers.quantities import Found

FORMS = {"year": "{}", "quarter": "Q{}", "half": "H{}", "month": "{:02}"}
"""By kind of number, how a figure carries it."""


def faults(speech: Speech, text: Prose, code: str, founds: Iterable[Found], others: Sequence[Found]) -> Iterator[Fault]:
    """Yield a fault for each date of a language that no paragraph names, unless it is wrong in this language alone.

    `others` are the numbers of the other language; parity compares them.
    """
    dates = [each for each in founds if each.quantity.kind in FORMS and each.quantity.certain]
    if not dates or not speech.briefing.record.year:
        return
    stated, written = StatedPeriods(speech), {(each.quantity.low, each.quantity.high) for each in others}
    numbers = _paragraphs(speech, text, code) or range(len(speech.paragraphs))
    cited = [speech.figures.get(match["figure"] or "") for match in CITATION.finditer(text[code])]
    periods = [period for each in cited if each for period in (each.period, each.by) if period]
    periods += [period for each in stated.words(numbers).values() for period in each]
    known = {end for period in periods for each in period.split("/") for end in each.split("-")} | stated.years
    for date in dates:
        low, high = date.quantity.low, date.quantity.high
        ends = {FORMS[date.quantity.kind].format(int(end)) for end in (low, high)}
        if not ends <= known and (low, high) in written:
            places = ", ".join(map(str, numbers))
            message = f"“{date.text}” is no date that paragraph {places} or a figure cited here names; correct it"
            yield Fault("unstated-date", message, code, date.start)


def _paragraphs(speech: Speech, text: Prose, code: str) -> Sequence[int]:
    """Return the paragraphs that a text cites, or else those of its record."""
    cited = sorted({int(match["paragraph"]) for match in CITATION.finditer(text[code]) if match["paragraph"]})
    return cited or _at(speech, text, ())


def _at(value: object, text: Prose, at: Sequence[int]) -> Sequence[int]:
    """Return the paragraphs of the innermost record that holds a text and has any."""
    own = getattr(value, "at", at)
    at = own if isinstance(own, tuple) else (own,)
    for _, each in items_of(value):
        if each is text:
            return at
        if found := _at(each, text, at):
            return found
    return ()
