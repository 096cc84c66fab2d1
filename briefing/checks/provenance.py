"""Every claim comes from a paragraph that exists, and every figure stands in its paragraph as it is stated."""

from collections.abc import Iterable, Iterator

from briefing.content.model import SourceParagraph, Speech
from briefing.content.site import Briefing, Path, items_of
from briefing.content.texts import Prose
from briefing.content.validators import UNSTATED
from briefing.markup.prose import CITATION
from briefing.numbers.periods import part_of, periods_named
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
    """Compare every period and deadline with those of its paragraphs, and its years with those of the whole speech."""
    stated = StatedPeriods(speech)
    dated = [
        *(("figures", each.id, {"period": each.period, "by": each.by}, (each.at,)) for each in speech.figures.values()),
        *(("measures", each.id, {"period": each.period, "by": each.by}, each.at) for each in speech.measures),
    ]
    for field, record, periods, numbers in dated:
        for key, period in periods.items():
            if not stated.holds(period, numbers):
                known = ", ".join(word for word in stated.words(numbers) if "…" not in word) or "none"
                message = (
                    f"paragraph {', '.join(map(str, numbers))} names no {period}; its periods are: {known};"
                    " write the period it names, or none"
                )
                yield Problem(speech.file.document.at(field, record, key), "period-not-stated", message)


class StatedPeriods:
    """The periods that the paragraphs of a speech name."""

    def __init__(self, speech: Speech) -> None:
        self._now = speech.briefing.record.year
        self._named = [periods_of(paragraph, self._now) for paragraph in speech.paragraphs]
        periods = (period for words in self._named for each in words.values() for period in each)
        self.years = {str(self._now), *(year for period in periods for year in _years(period))}
        """The years that any paragraph names, and that of the briefing."""

    def words(self, numbers: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """Return the words of some paragraphs that name a period, each with the periods that it may mean."""
        known = (number for number in numbers if number < len(self._named))
        return {word: periods for number in known for word, periods in self._named[number].items()}

    def holds(self, period: str | None, numbers: Iterable[int]) -> bool:
        """Return True if some of these paragraphs name the part of the year that a period is, and any one its year."""
        if not (period and self._now) or period == UNSTATED:  # the year is 0 while briefing.yaml cannot be used
            return True
        parts = {"", *(part_of(each) for periods in self.words(numbers).values() for each in periods)}
        return _years(period) <= self.years and part_of(period) in parts


def periods_of(paragraph: SourceParagraph, now: int) -> dict[str, tuple[str, ...]]:
    """Return the words of a paragraph that name a period, each with the periods that it may mean."""
    words = [*paragraph.periods, *(cue for cues in paragraph.cues for cue in cues)]
    return {each: periods for each in words if (periods := periods_named(each, now))}


def _years(period: str) -> set[str]:
    return {end[:4] for end in period.split("/")}
