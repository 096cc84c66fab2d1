"""Every claim comes from a paragraph that exists, and every figure stands in its paragraph as it is stated."""

from collections.abc import Iterator

from briefing.content.model import Speech
from briefing.content.site import Briefing, Path, items_of
from briefing.content.texts import Prose
from briefing.content.validators import UNSTATED
from briefing.markup.prose import CITATION
from briefing.numbers.periods import names_part, year_of
from briefing.numbers.readers import READERS
from briefing.problems import Problem, did_you_mean


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare every claim of every speech with the index of its source."""
    for speech in briefing.speeches:
        at = speech.file.document.at
        if paragraphs := speech.paragraphs:
            yield from _unknown_paragraphs(speech)
            yield from _periods(speech)
            for figure in speech.figures.values():
                if figure.at < len(paragraphs) and figure.stated not in (known := paragraphs[figure.at].figures):
                    message = f"paragraph {figure.at} states no '{figure.stated}'; {did_you_mean(figure.stated, known)}"
                    path = ("figures", figure.id)
                    yield Problem(at(*path, "stated"), "not-in-paragraph", message, at(*path, "at"))
        elif briefing.source and speech.place in briefing.shared.places:
            message = f"the source index has no speech of '{speech.place}'; run build.py index TEXT"
            yield Problem(at("place"), "no-source", message)


def _unknown_paragraphs(speech: Speech) -> Iterator[Problem]:
    """Report paragraphs after the last one, in every `at` and in every citation of prose."""
    document, last = speech.file.document, len(speech.paragraphs) - 1
    for path, numbers in _paragraphs_cited(speech, ()):
        if beyond := [number for number in numbers if number > last]:
            message = f"there is no paragraph {beyond[0]}; the speech ends with {last}"
            yield Problem(document.at(*path), "unknown-paragraph", message)
    for path, text in speech.file.texts():
        for language, words in text.items() if isinstance(text, Prose) else ():
            for match in CITATION.finditer(words):
                if int(match["paragraph"] or 0) > last:
                    message = f"there is no paragraph {match[0].strip()}; the speech ends with [{last}]"
                    position = document.within((*path, language), match.start("paragraph") - 1)
                    yield Problem(position, "unknown-paragraph", message)


def _paragraphs_cited(value: object, path: Path) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """Yield the path of every `at` in a speech, with the one paragraph or the several that it gives."""
    for step, each in items_of(value):
        if step == "at" and isinstance(each, int | tuple):
            yield (*path, step), each if isinstance(each, tuple) else (each,)
        else:
            yield from _paragraphs_cited(each, (*path, step))


def _periods(speech: Speech) -> Iterator[Problem]:
    """Compare every period with those of its paragraphs, and its year with those of the whole speech."""
    reader, now = READERS.get(speech.briefing.languages[0].family), speech.briefing.record.year
    paragraphs = speech.paragraphs
    years = {str(now), *(year_of(period, now) for paragraph in paragraphs for period in paragraph.periods)}
    dated = [
        *(("figures", each.id, each.period, (each.at,)) for each in speech.figures.values()),
        *(("measures", each.id, each.period, each.at) for each in speech.measures),
    ]
    for field, record, period, numbers in dated:
        if reader is None or period is None or period == UNSTATED:
            continue
        stated = [each for number in numbers if number < len(paragraphs) for each in paragraphs[number].periods]
        # The year of a briefing is 0 while its briefing.yaml cannot be used.
        if (now and period[:4] not in years) or not names_part(stated, period, reader):
            message = (
                f"paragraph {', '.join(map(str, numbers))} names no {period}; its periods are:"
                f" {', '.join(dict.fromkeys(stated)) or 'none'}; write the period it names, or none"
            )
            yield Problem(speech.file.document.at(field, record, "period"), "period-not-stated", message)
