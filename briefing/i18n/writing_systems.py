"""The writing systems of languages, as data for the checks, so that a new language needs no code.

Sets of characters are written as in a character class of a regular expression.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from babel import Locale
from babel.core import get_global, parse_locale

from briefing.characters import HAN, HANGUL, KANA
from briefing.content.model import Language

TRADITIONAL = (
    "個們來時說國會對學過還這經從進開關發後長動現問與頭將實務業產東車電廣園區縣華鎮鄉設財資質員數專門點線團隊協調農"
    "機構術運轉環營貿稅費創強優勢領導類標準項規劃體應當義認識證書報讓該語課記計議論試詳請參圖場廠屬層歷"
)
"""Frequent characters that simplified Chinese never has."""
SIMPLIFIED = (
    "业项产资设开进发规动为时标计务实审对经专级导县现链额办协电总单领说联约补调备运签药战转环达亿报统济创车类续营风该"
    "长贸这质结间给门评编们过还关问头东园华镇乡财员线团队农术费势应义认识证书让语课记议论试详请图场层历难"
)
"""Frequent characters that only simplified Chinese has: neither traditional Chinese nor Japanese."""


@dataclass(frozen=True)
class WritingSystem:
    """How a language is written; the defaults are those of an alphabet, such as Latin or Cyrillic."""

    name: str = ""
    """The name of its characters in messages, such as `Chinese`; empty if none are required."""
    characters: str = ""
    """The characters of its own, one of which every text has; empty if none are required."""
    foreign: str = HAN + KANA + HANGUL
    """The characters that a text has only where they are marked as another language."""
    full_width: bool = False
    """True if punctuation beside its characters is full-width, as ，。； are; False if none is."""
    spaced: bool = True
    """False if no space is typed between its characters and Latin letters or digits."""
    apostrophe: str = "’"
    """What the apostrophe of a typewriter is printed as; empty if the script has none."""
    never: str = ""
    """Characters of another standard of Han that are never written in it."""
    instead: str = ""
    """What such a character is, and what to write in its place."""


_CHINESE = WritingSystem("Chinese", HAN, foreign=KANA + HANGUL, full_width=True, spaced=False, apostrophe="")
WRITING_SYSTEMS: Mapping[str, WritingSystem] = {
    "Hans": replace(_CHINESE, never=TRADITIONAL, instead="a traditional character; write the simplified one"),
    "Hant": replace(_CHINESE, never=SIMPLIFIED, instead="a simplified character; write the traditional one"),
    "Jpan": WritingSystem(
        "Japanese",
        HAN + KANA,
        foreign=HANGUL,
        full_width=True,
        spaced=False,
        apostrophe="",
        never=SIMPLIFIED,
        instead="a simplified character; write the Japanese one",
    ),
    "Kore": WritingSystem("Korean", HANGUL, foreign=HAN + KANA),
}
"""By CLDR's code of the script; any other is an alphabet."""


@functools.cache
def writing_system(language: Language) -> WritingSystem:
    """Return the writing system of a language: its locale's, or the one that CLDR's likely subtags give."""
    locale = Locale.parse(language.locale)
    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language) or "und"
    return WRITING_SYSTEMS.get(locale.script or parse_locale(full)[2] or "", WritingSystem())
