"""With its citations written out, no sentence has a word twice, nor a bound that the figure does not have."""

import functools
import re
from collections.abc import Iterator

from babel import Locale

from briefing.checks.texts import Fault
from briefing.content.model import Figure, Language, Speech
from briefing.content.site import ContentFile, ContentUnit, Shared
from briefing.content.texts import Prose, Text
from briefing.i18n.catalogs import Catalog
from briefing.i18n.figures import BOUNDS, FigureFormatter
from briefing.markup.prose import CITATION
from briefing.numbers.readers import READERS, Reader

AROUND = 24
"""The characters of a sentence that a message shows on each side of a citation."""
TWICE = re.compile(r"(\b[A-Za-z]+|%|[^\W\dA-Za-z_]{1,4}) ?\0 ?\1(?![A-Za-z])")
"""A word that stands on both sides of the boundary (\\0) of a citation."""
MISPLACED = re.compile(r"\b(an?|at|net|new|further|additional|another) \0(at (?:least|most)|within) ")
"""English words before a bound where it cannot stand: rise by a net at least 90."""
READABLE = BOUNDS.keys() - {"order-of-magnitude"}
"""The bounds that the readers of numbers find in words beside a number."""
_Cited = tuple[re.Match[str], Figure, int, int]
"""A citation, its figure, and where the written figure begins and ends."""


def check(unit: ContentUnit, file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Read each language of a text that cites figures, if there is a reader of it."""
    if isinstance(text, Prose) and isinstance(file.record, Speech):
        for language in unit.languages:
            if language.code in text and (reader := READERS.get(language.family)):
                yield from _check_language(unit.shared, file.record, language, text[language.code], reader)


def _check_language(shared: Shared, speech: Speech, language: Language, words: str, reader: Reader) -> Iterator[Fault]:
    """Yield the faults of the words beside each citation, read with each figure written without its bound."""
    formatter, is_source = _formatter(shared, language), language is shared.languages[0]
    read, cited = _written_out(speech, language, words, formatter)
    founds = reader(read) if cited else []
    for match, figure, start, stop in cited:
        bounds = [each.quantity.bound for each in founds if each.start < stop and start < each.start + len(each.text)]
        written = formatter.format(figure, match["form"])
        if is_source:  # checks have no catalog, but the source has the bound in the same language
            plain = match["form"] or figure.change or figure.bound == "exact"
            written = read[start:stop] if plain else figure.stated
        before, after = read[max(0, start - AROUND) : start], read[stop : stop + AROUND]
        sentence = f"“…{before}{written}{after}…”".replace("\n", " ")
        seams = (f"{before}\0{written}", f"{written}\0{after}")
        found = next((each for each in map(TWICE.search, seams) if each), None) or MISPLACED.search(seams[0])
        if found:
            remedy = "write the sentence around what the figure writes"
            message = f"{sentence} reads “{found[0].replace(chr(0), '')}”; {remedy}"
            yield Fault("broken-sentence", message, language.code, match.start())
        elif message := _wrong_bound(figure, match["form"], bounds[0] if bounds else ""):
            yield Fault("changed-bound", f"{sentence} {message}", language.code, match.start())


def _written_out(
    speech: Speech, language: Language, words: str, formatter: FigureFormatter
) -> tuple[str, list[_Cited]]:
    """Return a text with each figure written without its bound, and the citations of figures in it."""
    written, end, cited = "", 0, []
    for match in CITATION.finditer(words):
        written += words[end : match.start()]
        end = match.end()
        figure = speech.figures.get(match["figure"] or "")
        if figure and language.code in getattr(formatter.units.get(figure.unit), "write", ()):
            start = len(written)
            written += formatter.format(figure, "bare") if match["form"] else formatter.amount(figure)
            cited.append((match, figure, start, len(written)))
    return written + words[end:], cited


def _wrong_bound(figure: Figure, form: str | None, said: str) -> str:
    """Return the message for a bound `said` beside a figure that the figure does not have; empty if they agree."""
    own = figure.bound if figure.bound in READABLE else ""
    if said in READABLE and (form != "bare" or said != own):
        remedy = f"cite {{{figure.id}:bare}} or leave it out" if own else "leave it out"
        return f"says {said} beside a figure that {f'writes {own} itself' if own else 'is exact'}; {remedy}"
    if form == "bare" and own and said == "exact":
        return f"does not say that the figure is {own}; say so, or cite {{{figure.id}:number}}"
    return ""


@functools.lru_cache(maxsize=16)
def _formatter(shared: Shared, language: Language) -> FigureFormatter:
    """Return the formatter of figures in a language, with the bounds in English: checks have no catalog."""
    return FigureFormatter(Locale.parse(language.locale), language.code, Catalog(), shared.units)
