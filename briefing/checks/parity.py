"""All languages of a text state the same numbers, in either direction, and the prose of a speech cites its amounts."""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from briefing.checks import dates
from briefing.checks.texts import Fault
from briefing.content.model import Language, Speech
from briefing.content.names import Name, Names, names
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Prose, Text
from briefing.markup.prose import CITATION, LEFT_OVER
from briefing.numbers.periods import periods_named
from briefing.numbers.quantities import Found, unmatched
from briefing.numbers.readers import READERS, Reader

HIDDEN = "\ufffc"
"""Replaces each character of what is not read: citations, and names that both languages use."""
QUOTATION_MARKS = (("“", "”"), ("‘", "’"), ("《", "》"), ("「", "」"), ("『", "』"))


def check(unit: ContentUnit, file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Compare the numbers of each language with those of the first; a language without a reader is left out.

    Uncited amounts are looked for in the first only: the others have the same numbers. A text with one reader is
    compared with itself, so that its amounts are looked for too.
    """
    readers = {each.code: reader for each in unit.languages if each.code in text and (reader := _reader(each))}
    source, *others = list(readers) or [""]
    for other in others or [source] * len(readers):
        compact = _compact(text[source])
        forms = (each for known in names(unit) for each in _forms_with_numbers(known, tuple(readers.items())))
        used = {name.id: name for form, name in forms if form in compact}
        words = _words_to_read(text, (source, other), used.values())
        founds = {code: readers[code](words[code]) for code in words}
        if other in (source, *others[:1]) and isinstance(text, Prose) and isinstance(file.record, Speech):
            yield from _uncited(file.record, words[source], source, founds[source])
            yield from dates.faults(file.record, text, source, founds[source], founds[other])
        for first, second in zip_longest(*unmatched(founds[source], founds[other])):
            # If both languages have a number left, they are probably meant to agree.
            sides = [(source, first), (other, second)]
            (language, number), (twin, equal) = sides if second is None else reversed(sides)
            if number:
                said = f"{twin} says “{equal.text}”" if equal else f"{twin} has no such number"
                message = f"{language} says “{number.text}”, {said}; make both say the same"
                yield Fault("unequal-numbers", message, language, number.start, (twin, equal.start if equal else 0))


def _uncited(speech: Speech, words: str, language: str, founds: Iterable[Found]) -> Iterator[Fault]:
    """Report amounts outside of citations, except in names: in quotation marks, or listed in `left_out`."""
    named = {left.stated for left in speech.left_out}
    for found in founds:
        quantity, before = found.quantity, words[: found.start]
        quoted = any(before.rfind(opening) > before.rfind(closing) for opening, closing in QUOTATION_MARKS)
        in_words = quantity.kind.startswith(("duration", "frequency")) and not re.search("[0-9]", found.text)
        dated = in_words or periods_named(found.text, speech.briefing.record.year)
        if quantity.is_amount and not dated and found.text not in named and not quoted:
            alike = [each.id for each in speech.figures.values() if each.ends == (quantity.low, quantity.high)]
            figures = " or ".join(f"{{{name}}}" for name in alike) or "its figure"
            message = f"“{found.text}” is an amount; cite {figures}, or name it in left_out if it is part of a name"
            yield Fault("uncited-amount", message, language, found.start)


def _words_to_read(text: Text, languages: Iterable[str], used: Iterable[Name]) -> dict[str, str]:
    """Return the words of each language, with citations and the names that all of these languages use hidden."""

    def hide(match: re.Match[str]) -> str:
        return HIDDEN * len(match[0])

    words = {code: LEFT_OVER.sub(hide, CITATION.sub(hide, text[code])) for code in languages}
    for name in used:
        if all(name.pattern(code).search(words[code]) for code in words):
            words = {code: name.pattern(code).sub(hide, words[code]) for code in words}
    return words


@functools.cache
def _reader(language: Language) -> Reader | None:
    return READERS.get(language.family)


@functools.lru_cache(maxsize=64)
def _forms_with_numbers(known: Names, readers: tuple[tuple[str, Reader], ...]) -> list[tuple[str, Name]]:
    """Return the names of a file that hold a number in any language, each beside every form of it, compact."""
    return [
        (_compact(form), name)
        for name in known.all
        if any(reader(form) for code, reader in readers for form in name.forms[code])
        for code, _ in readers
        for form in name.forms[code]
    ]


def _compact(words: str) -> str:
    """Return words without spaces, hyphens and capitals: a name is not used at all if its compact form is not there."""
    return re.sub(r"[\s-]+", "", words).lower()
