"""Words in two languages, and choices by chance that are the same each time."""

import functools
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TypeVar

import yaml

Text = Mapping[str, str]
"""The same words in Chinese and in English, as content has them."""
T = TypeVar("T")
LANGUAGES = ("zh", "en")
SLOT = re.compile("<([a-z]+)>")
PHRASES, SHARED = (
    yaml.load(Path(__file__).with_name(name).read_text("utf-8"), Loader=yaml.CSafeLoader)
    for name in ("phrases.yaml", "shared.yaml")
)
"""The parts of sentences; and by name, the files that all briefings of the corpus share."""


def both(words: object) -> Text:
    """Return words that both languages write alike, such as a year."""
    return dict.fromkeys(LANGUAGES, str(words))


def join(*texts: Text, zh: str = "", en: str = " ") -> Text:
    """Join texts, without those that are empty."""
    return {
        "zh": zh.join(filter(None, (each["zh"] for each in texts))),
        "en": en.join(each["en"] for each in texts if each["en"]),
    }


def sentence(clause: Text) -> Text:
    """Return a clause as a sentence."""
    return {"zh": f"{clause['zh']}。", "en": f"{clause['en'][:1].upper()}{clause['en'][1:]}."}


def fill(pattern: Text, slot: Callable[[str], Text]) -> Text:
    """Fill the slots of a pattern; a slot is filled alike in both languages."""
    found = {name: slot(name) for name in dict.fromkeys(SLOT.findall(pattern["zh"] + pattern["en"]))}
    return {
        "zh": SLOT.sub(lambda at: found[at[1]]["zh"], pattern["zh"]),
        "en": SLOT.sub(lambda at: found[at[1]]["en"], pattern["en"]),
    }


def filled(pattern: Text, **slots: Text) -> Text:
    """Fill a pattern with what is given."""
    return fill(pattern, slots.__getitem__)


def dice(*seed: object) -> random.Random:
    """Return a generator of random numbers that depends on nothing but the seed."""
    return random.Random(" ".join(map(str, seed)))  # noqa: S311 - content, and no secret


def deck(rng: random.Random, items: Sequence[T]) -> Iterator[T]:
    """Yield items in random order without end, each once before any comes again."""
    while True:
        yield from rng.sample(items, len(items))


@functools.cache
def stems() -> Sequence[Text]:
    """Return invented names of two characters with their romanisation, in an order that never changes."""
    pairs = product(*(PHRASES["names"][part].split() for part in ("first", "second")))
    found = {one[1:] + two[1:]: one[0] + two[0] for one, two in pairs}
    return dice("stems").sample([{"zh": zh, "en": en.capitalize()} for en, zh in found.items()], len(found))
