"""The terms of the glossary that a page explains: each where the page first uses it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from briefing.content.model import Term
from briefing.content.names import any_of, folded

CLOSING = "[,.;:!?)’”，。；：！？）》、]"
"""What must not begin a line: it is kept with the term before it, which browsers set as a block of its own."""


class Vocabulary:
    """The terms of a glossary in one language; a form that two of them have is the first one's."""

    def __init__(self, glossary: Mapping[str, Term], language: str) -> None:
        self._terms: dict[str, Term] = {}
        for term in glossary.values():
            for form in (term.term[language], *term.aliases.get(language, ())):
                self._terms.setdefault(folded(form), term)
        forms = any_of(tuple(self._terms)).pattern
        self.pattern = re.compile(f"(?P<term>{forms})(?P<closing>{CLOSING}?)", re.IGNORECASE)
        self.found_in = functools.lru_cache(maxsize=4096)(self._found_in)

    def __getitem__(self, words: str) -> Term | None:
        return self._terms.get(folded(words))

    def _found_in(self, text: str) -> tuple[re.Match[str], ...]:
        """Find the terms of a text, which several pages may show."""
        return tuple(self.pattern.finditer(text))


class Terms:
    """Finds the terms of one page in its texts, one after the other, and remembers which it has found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.used: dict[str, Term] = {}
        self._vocabulary = vocabulary

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds any form of any term."""
        return self._vocabulary.pattern

    def found_in(self, text: str) -> tuple[re.Match[str], ...]:
        """Find any form of any term in a text."""
        return self._vocabulary.found_in(text)

    def first(self, match: re.Match[str]) -> str | None:
        """Return the id of the term that was found, where the page has not used it before."""
        term = self._vocabulary[match["term"]]
        if term is None or term.id in self.used:
            return None
        self.used[term.id] = term
        return term.id
