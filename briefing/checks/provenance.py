"""Every claim comes from a paragraph that exists, and every figure stands in its paragraph as it is stated."""

from collections.abc import Iterator, Sequence

from briefing.content.model import SourceParagraph, Speech
from briefing.content.site import Briefing, Path
from briefing.content.texts import Prose
from briefing.content.validators import UNSTATED
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


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare every claim of every speech with the index of its source."""
    for speech in briefing.speeches:
        at = speech.file.document.at
        if paragraphs := speech.paragraphs:
            yield from _unknown_paragraphs(speech, len(paragraphs) - 1)
            yield from _periods(speech, paragraphs)
            for figure in speech.figures.values():
                if figure.at < len(paragraphs) and figure.stated not in (known := paragraphs[figure.at].figures):
                    message = f"paragraph {figure.at} states no '{figure.stated}'; {did_you_mean(figure.stated, known)}"
                    path = ("figures", figure.id)
                    yield Problem(at(*path, "stated"), "not-in-paragraph", message, at(*path, "at"))
        elif briefing.source and speech.place in briefing.shared.places:
            message = f"the source index has no speech of '{speech.place}'; run build.py index TEXT"
            yield Problem(at("place"), "no-source", message)


def _unknown_paragraphs(speech: Speech, last: int) -> Iterator[Problem]:
    """Report paragraphs after the last one, in every `at` and in every citation of prose."""
    document = speech.file.document
    for path, numbers in cited_paragraphs(speech):
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


def _periods(speech: Speech, paragraphs: Sequence[SourceParagraph]) -> Iterator[Problem]:
    """Compare every period with those of its paragraphs, and its year with those of the whole speech."""
    reader, now = READERS.get(speech.briefing.languages[0].family), speech.briefing.record.year
    dated: list[tuple[Path, str | None, tuple[int, ...]]] = [
        *((("figures", each.id), each.period, (each.at,)) for each in speech.figures.values()),
        *((("measures", each.id), each.period, each.at) for each in speech.measures),
    ]
    years = {str(now), *(year_of(period, now) for paragraph in paragraphs for period in paragraph.periods)}
    for path, period, numbers in dated:
        if reader is None or period is None or period == UNSTATED:
            continue
        stated = [each for number in numbers if number < len(paragraphs) for each in paragraphs[number].periods]
        if period[:4] not in years or not names_part(stated, period, reader):
            message = (
                f"paragraph {', '.join(map(str, numbers))} names no {period}; its periods are:"
                f" {', '.join(dict.fromkeys(stated)) or 'none'}; write the period it names, or none"
            )
            yield Problem(speech.file.document.at(*path, "period"), "period-not-stated", message)


def cited_paragraphs(speech: Speech) -> Iterator[tuple[Path, tuple[int, ...]]]:
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
