"""The terms of the glossary that a page explains, each where the page first uses it."""

import functools
import re
from collections.abc import Mapping

from briefing.content.model import Term
from briefing.content.names import any_of, folded

CLOSING = "[,.;:!?)’”，。；：！？）》」』、]"
"""Punctuation that may not begin a line: it is kept with the term before it, which browsers set as a block."""
CACHE_SIZE = 4096
"""Several pages show the same text."""


class Vocabulary:
    """The terms of a glossary in one language; a form that two of them have is the first one's."""

    def __init__(self, glossary: Mapping[str, Term], language: str) -> None:
        self.by_form: dict[str, Term] = {}
        for term in glossary.values():
            for form in (term.term[language], *term.aliases.get(language, ())):
                self.by_form.setdefault(folded(form), term)
        forms = any_of(tuple(self.by_form)).pattern
        self.pattern = re.compile(f"(?P<term>{forms})(?P<closing>{CLOSING}?)", re.IGNORECASE)
        self.found_in = functools.lru_cache(CACHE_SIZE)(lambda text: tuple(self.pattern.finditer(text)))
        """Returns every form of any term in a text."""


class Terms:
    """The terms that one page has used so far; its texts are written one after the other."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.used: dict[str, Term] = {}

    def first_use(self, match: re.Match[str]) -> str | None:
        """Record that a term is used; return its id if this is the first use of it, else None."""
        term = self.vocabulary.by_form.get(folded(match["term"]))
        if term is None or term.id in self.used:
            return None
        self.used[term.id] = term
        return term.id
