"""Words in both languages: pairs, patterns with slots, and decks that deal every item before any comes again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import yaml

T = TypeVar("T")
SLOT = re.compile(r"<([a-z]+)>")
PHRASES: Mapping[str, Any] = yaml.load(
    (Path(__file__).parent / "phrases.yaml").read_text("utf-8"),
    Loader=yaml.CSafeLoader,
)
"""The phrase parts, as the file has them."""


class Pair(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Pair:
        """Return what a record of the phrases or of the content says."""
        return cls(record["zh"], record["en"])

    @property
    def text(self) -> dict[str, str]:
        """The pair as content has it."""
        return {"zh": self.zh, "en": self.en}

    def sentence(self) -> Pair:
        """Return the clause as a sentence."""
        return Pair(f"{self.zh}。", f"{self.en[:1].upper()}{self.en[1:]}.")

    def join(self, other: Pair, zh: str = "", en: str = " ") -> Pair:
        """Return both, one after the other."""
        return Pair(f"{self.zh}{zh}{other.zh}", f"{self.en}{en}{other.en}")


def alike(words: object) -> Pair:
    """Return words that both languages write alike, such as a year."""
    return Pair(str(words), str(words))


def fill(pattern: Pair, slot: Callable[[str], Pair]) -> Pair:
    """Fill the slots of a pattern; a slot has the same filling in both languages."""
    found = {name: slot(name) for name in dict.fromkeys(SLOT.findall(pattern.zh + pattern.en))}
    return Pair(
        SLOT.sub(lambda match: found[match[1]].zh, pattern.zh), SLOT.sub(lambda match: found[match[1]].en, pattern.en)
    )


def filled(record: Mapping[str, Any], **slots: Pair) -> Pair:
    """Fill a pattern of the phrases with what is given."""
    return fill(Pair.of(record), slots.__getitem__)


def dice(*seed: object) -> random.Random:
    """Return a generator of random numbers that depends on nothing but the seed."""
    return random.Random(" ".join(map(str, seed)))  # noqa: S311 - content, and no secret


class Deck(Generic[T]):
    """Deals items in random order, each once before any comes again."""

    def __init__(self, rng: random.Random, items: Iterable[T]) -> None:
        self._rng, self._items = rng, tuple(items)
        self._left: list[T] = []

    def deal(self) -> T:
        """Return the next item."""
        if not self._left:
            self._left = self._rng.sample(self._items, len(self._items))
        return self._left.pop()
