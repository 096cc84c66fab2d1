"""Each language is written as itself: its own script, its own punctuation, nothing left of a damaged conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.texts import Fault, TextCheck
from briefing.content.site import Loaded, Site
from briefing.content.texts import Prose, Text
from briefing.i18n.scripts import HAN
from briefing.markup.prose import CITATION, MARKED
from briefing.problems import Rule

RULES = (
    Rule(
        "foreign-script",
        "A text in a language that is not written in Han holds Han only as a marked run, [zh: 店小二], which pages give"
        " its own `lang`; and only prose can mark one.",
        'en: "the 店小二 idea"',
        'en: "the [zh: 店小二] idea"',
        waivable=True,
    ),
    Rule(
        "no-han",
        "A Chinese text holds Han.",
        "zh: Faster approvals",
        "zh: 审批提速",
        waivable=True,
    ),
    Rule(
        "half-width",
        "Chinese takes full-width punctuation beside Han: ，。；：！？（）.",
        "zh: 招商引资,项目建设",
        "zh: 招商引资，项目建设",
        waivable=True,
    ),
    Rule(
        "full-width",
        "A text in Latin script takes no full-width punctuation.",
        'en: "parks，projects"',
        'en: "parks, projects"',
        waivable=True,
    ),
    Rule(
        "typed-space",
        "No space is typed between Han and Latin letters or digits: pages set that gap themselves.",
        "zh: 新引进 90 个项目",
        "zh: 新引进90个项目",
        waivable=True,
    ),
    Rule(
        "damaged-text",
        "Marks of a conversion that went wrong: pinyin in brackets after a character, replacement characters, character"
        " entities, traditional characters in simplified text. Compare the text with its source and repair it.",
        "zh: 重(zhong)点项目",
        "zh: 重点项目",
        waivable=True,
    ),
)
SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng?|r)?[1-5]?"
"""A syllable of pinyin, with or without its tone."""
TRADITIONAL = (
    "個們來時說國會對學過還這經從進開關發後長動現問與頭將實務業產東車電廣園區縣華鎮鄉設財資質員數專門點線團隊"
    "協調農機構術運轉環營貿稅費創強優勢領導類標準項規劃體應當義認識證書報導讓該語課認記計議論試詳請參圖場廠屬層歷"
)
"""Frequent characters that simplified Chinese never has."""
CHINESE = {
    "half-width": (
        re.compile(rf"(?<=[{HAN}])(?:[,;:!?()\"']|\.(?![0-9A-Za-z]))|[,;:!?()\"'](?=[{HAN}])"),
        "half-width '{0}' beside Han; write it full",
    ),
    "typed-space": (
        re.compile(rf"(?<=[{HAN}]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=[{HAN}])"),
        "a space typed between Han and Latin; delete it",
    ),
}
LATIN = {"full-width": (re.compile("[，。；：！？（）、《》【】％]"), "full-width '{0}'; write its Latin form")}
DAMAGED = re.compile(
    rf"(?<=[{HAN}])[(（]{SYLLABLE}[)）]|\ufffd+|□+|锟斤拷|&(?:#\w+|[a-z]+);|(?:Ã|â€|ï¼|ã€)\S?|[？?](?=…)"
)
"""Marks that no language has of itself."""


def prepare(site: Site) -> TextCheck:
    """Return the check of one text."""
    chinese = {each.code for each in site.languages if each.family == "zh"}
    simplified = {each.code for each in site.languages if each.script == "Hans"} & chinese

    def check(_loaded: Loaded[object], text: Text) -> Iterator[Fault]:
        for language, words in text.items():
            bare = CITATION.sub(_blank, words)
            yield from _damaged(language, bare, simplified=language in simplified)
            yield from _chinese(language, bare) if language in chinese else _latin(language, bare, text)

    return check


def _blank(match: re.Match[str]) -> str:
    """Keep a citation's length, as a letter: no gap is typed beside it either."""
    return "x" * len(match[0]) if match["figure"] is not None else " " * len(match[0])


def _damaged(language: str, words: str, *, simplified: bool) -> Iterator[Fault]:
    for match in DAMAGED.finditer(words):
        yield Fault("damaged-text", f"'{match[0]}' is left of a damaged conversion; repair it", language, match.start())
    for match in re.finditer(f"[{TRADITIONAL}]", words) if simplified else ():
        message = f"'{match[0]}' is a traditional character; write the simplified one"
        yield Fault("damaged-text", message, language, match.start())


def _chinese(language: str, words: str) -> Iterator[Fault]:
    if not re.search(f"[{HAN}]", words):
        yield Fault("no-han", "a Chinese text without a Chinese character; write it in Chinese", language)
    yield from _patterns(CHINESE, language, words)


def _latin(language: str, words: str, text: Text) -> Iterator[Fault]:
    if isinstance(text, Prose):
        words = MARKED.sub(lambda match: "x" * len(match[0]), words)
    if match := re.search(f"[{HAN}]+", words):
        remedy = f"mark it as [zh: {match[0]}]" if isinstance(text, Prose) else "write it in the text's own script"
        yield Fault("foreign-script", f"'{match[0]}' stands unmarked; {remedy}", language, match.start())
    yield from _patterns(LATIN, language, words)


def _patterns(patterns: dict[str, tuple[re.Pattern[str], str]], language: str, words: str) -> Iterator[Fault]:
    for code, (pattern, message) in patterns.items():
        for match in pattern.finditer(words):
            yield Fault(code, message.format(match[0]), language, match.start())
