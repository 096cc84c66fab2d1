"""Every claim comes from a paragraph that exists, and every figure stands in its paragraph as it is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.content.documents import Step
from briefing.content.model import Figure, SourceParagraph, Speech
from briefing.content.site import Loaded, Site
from briefing.content.texts import Prose
from briefing.content.values import UNSTATED
from briefing.markup.prose import CITATION
from briefing.numbers.periods import names_part, year_of
from briefing.numbers.readers import READERS
from briefing.problems import Problem, Rule, did_you_mean

RULES = (
    Rule(
        "unknown-paragraph",
        "Every figure, measure, sector, name and citation gives a paragraph of its speech that the source index has;"
        " 0 is the speech's own headline.",
        "at: 12",
        "at: 2",
    ),
    Rule(
        "not-in-paragraph",
        "`stated` is the wording of the paragraph that `at` names: it must be among the numbers that the source index"
        " found there, character by character.",
        'stated: "90个以上"\nat: 3  # which has 10个 and 11个',
        'stated: "90个以上"\nat: 2',
    ),
    Rule(
        "period-not-stated",
        "A figure or measure carries a quarter, half-year or month only where a paragraph of its own names it, and"
        " another year than the briefing's only where its speech does. A goal for the first quarter is not one for the"
        " year.",
        "period: 2023-Q2  # the paragraph says 一季度",
        "period: 2023-Q1",
    ),
    Rule(
        "no-source",
        "A speech needs its paragraphs in the source index: without them nothing that it says can be traced. Let"
        " `build.py index TEXT` write the index from the text of the speeches.",
        "source.yaml has no entry for the place",
        "source.yaml has the hash and the numbers of each paragraph",
    ),
)


def check(site: Site) -> Iterator[Problem]:
    """Hold every claim of every speech against the index of its source."""
    for loaded in site.speeches:
        paragraphs = site.paragraphs(loaded)
        if paragraphs:
            yield from _beyond(loaded, len(paragraphs) - 1)
            yield from _periods(site, loaded, paragraphs)
            for figure in loaded.record.figures.values():
                if figure.at < len(paragraphs):
                    yield from _figure(loaded, figure, paragraphs[figure.at])
        elif paragraphs is not None:
            message = f"the source index has no speech of '{loaded.record.place}'; run build.py index TEXT"
            yield Problem(loaded.document.at("place"), "no-source", message)


def _beyond(loaded: Loaded[Speech], last: int) -> Iterator[Problem]:
    for path, numbers in cited_paragraphs(loaded.record):
        if beyond := [number for number in numbers if number > last]:
            message = f"there is no paragraph {beyond[0]}; the speech ends with {last}"
            yield Problem(loaded.document.at(*path), "unknown-paragraph", message)
    for path, text in loaded.texts():
        for language, words in text.items() if isinstance(text, Prose) else ():
            for match in CITATION.finditer(words):
                if int(match["paragraph"] or 0) > last:
                    message = f"there is no paragraph {match[0].strip()}; the speech ends with [{last}]"
                    position = loaded.document.within((*path, language), match.start("paragraph") - 1)
                    yield Problem(position, "unknown-paragraph", message)


def _figure(loaded: Loaded[Speech], figure: Figure, paragraph: SourceParagraph) -> Iterator[Problem]:
    if figure.stated not in paragraph.figures:
        remedy = did_you_mean(figure.stated, paragraph.figures)
        message = f"paragraph {figure.at} states no '{figure.stated}'; {remedy}"
        at = loaded.document.at
        yield Problem(at("figures", figure.id, "stated"), "not-in-paragraph", message, at("figures", figure.id, "at"))


def _periods(site: Site, loaded: Loaded[Speech], paragraphs: Sequence[SourceParagraph]) -> Iterator[Problem]:
    """Hold every period against the periods of its paragraphs, and its year against those of the whole speech."""
    reader = READERS.get(site.languages[0].family)
    now = next((each.record.year for each in site.briefings if each.id == loaded.folder), 0)
    years = {str(now), *(year_of(period, now) for paragraph in paragraphs for period in paragraph.periods)}
    for path, period, numbers in _dated(loaded.record) if reader else ():
        here = [stated for number in numbers if number < len(paragraphs) for stated in paragraphs[number].periods]
        if reader and (period[:4] not in years or not names_part(here, period, reader)):
            message = (
                f"paragraph {_listed([str(number) for number in numbers])} names no {period}; its periods are:"
                f" {_listed(here)}; write the period it names, or none"
            )
            yield Problem(loaded.document.at(*path, "period"), "period-not-stated", message)


def _dated(speech: Speech) -> Iterator[tuple[tuple[Step, ...], str, tuple[int, ...]]]:
    """Yield everything that carries a period, with its path and paragraphs."""
    for figure in speech.figures.values():
        if figure.period != UNSTATED:
            yield ("figures", figure.id), figure.period, (figure.at,)
    for measure in speech.measures:
        if measure.period not in (None, UNSTATED):
            yield ("measures", measure.id), str(measure.period), measure.at


def _listed(stated: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(stated)) or "none"


def cited_paragraphs(speech: Speech) -> Iterator[tuple[tuple[Step, ...], tuple[int, ...]]]:
    """Yield the path of every `at` of a speech with its paragraphs."""
    yield ("headline", "at"), speech.headline.at
    for figure in speech.figures.values():
        yield ("figures", figure.id, "at"), (figure.at,)
    for measure in speech.measures:
        yield ("measures", measure.id, "at"), measure.at
    for role in speech.sectors:
        yield ("sectors", role.sector, "at"), role.at
    for mention in speech.entities.values():
        yield ("entities", mention.id, "at"), mention.at
    for index, left in enumerate(speech.left_out):
        yield ("left_out", index, "at"), (left.at,)
