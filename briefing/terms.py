"""The terms of the glossary that a page explains: each where the page first uses it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.model import Term
from briefing.names import any_of

CLOSING = "[,.;:!?)’”，。；：！？）》、]"
"""What must not begin a line: it is kept with the term before it, which browsers set as a block of its own."""


class Terms:
    """Finds the terms of one page in its texts, one after the other, and remembers which it has found."""

    def __init__(self, glossary: Mapping[str, Term], language: str) -> None:
        self.used: dict[str, Term] = {}
        self._terms = {
            _normal(form): term
            for term in glossary.values()
            for form in (term.term[language], *term.aliases.get(language, ()))
        }
        forms = any_of(tuple(self._terms)).pattern
        self.pattern = re.compile(f"(?P<term>{forms})(?P<closing>{CLOSING}?)", re.IGNORECASE)

    def first(self, match: re.Match[str]) -> str | None:
        """Return the id of the term that was found, where the page has not used it before."""
        term = self._terms[_normal(match["term"])]
        if term.id in self.used:
            return None
        self.used[term.id] = term
        return term.id


def _normal(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words).lower()
