"""Each language is written as itself: its own script, its own punctuation, nothing left of a damaged conversion."""

import re
from collections.abc import Iterator

from briefing.checks.texts import Fault, TextCheck
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Prose, Text
from briefing.i18n.writing_systems import HAN, WritingSystem, writing_system
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
    Rule("no-han", "A Chinese text holds Han.", "zh: Faster approvals", "zh: 审批提速", waivable=True),
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
DAMAGED = re.compile(
    rf"(?<=[{HAN}])[(（]{SYLLABLE}[)）]|\ufffd+|□+|锟斤拷|&(?:#\w+|[a-z]+);|(?:Ã|â€|ï¼|ã€)\S?|[？?](?=…)"
)
"""Marks that no language has of itself."""
FULL_WIDTH = re.compile("[，。；：！？（）、《》【】％]")
Pattern = tuple[str, re.Pattern[str], str]
"""The code of a rule, what breaks it, and the message, with `{0}` for the words that do."""


def prepare(unit: ContentUnit) -> TextCheck:
    """Return the check of one text, by the writing systems of its languages."""
    systems = {each.code: writing_system(each) for each in unit.languages}
    patterns = {code: _patterns(system) for code, system in systems.items()}

    def check(_file: ContentFile[object], text: Text) -> Iterator[Fault]:
        for language, system in systems.items():
            if language not in text:
                continue
            words = CITATION.sub(_blank, text[language])
            for match in DAMAGED.finditer(words):
                message = f"'{match[0]}' is left of a damaged conversion; repair it"
                yield Fault("damaged-text", message, language, match.start())
            if system.characters and not re.search(f"[{system.characters}]", words):
                name = system.name
                message = f"a {name} text without a {name} character; write it in {name}"
                yield Fault("no-han", message, language)
            if isinstance(text, Prose) and system.foreign:
                words = MARKED.sub(lambda match: "x" * len(match[0]), words)
            if system.foreign and (unmarked := re.search(f"[{system.foreign}]+", words)):
                remedy = (
                    f"mark it as [zh: {unmarked[0]}]"
                    if isinstance(text, Prose)
                    else "write it in the text's own script"
                )
                yield Fault("foreign-script", f"'{unmarked[0]}' stands unmarked; {remedy}", language, unmarked.start())
            for code, pattern, message in patterns[language]:
                for match in pattern.finditer(words):
                    yield Fault(code, message.format(match[0]), language, match.start())

    return check


def _blank(match: re.Match[str]) -> str:
    """Keep the length of a citation: a figure as letters, since no space is typed beside it either."""
    return "x" * len(match[0]) if match["figure"] is not None else " " * len(match[0])


def _patterns(system: WritingSystem) -> list[Pattern]:
    """Return the patterns that no text of a writing system matches, each with the rule that it would break."""
    own = f"[{system.characters}]"
    patterns: list[Pattern] = []
    if system.traditional:
        message = "'{0}' is a traditional character; write the simplified one"
        patterns.append(("damaged-text", re.compile(f"[{system.traditional}]"), message))
    if system.full_width:
        half_width = rf"(?<={own})(?:[,;:!?()\"']|\.(?![0-9A-Za-z]))|[,;:!?()\"'](?={own})"
        patterns.append(("half-width", re.compile(half_width), "half-width '{0}' beside Han; write it full"))
    else:
        patterns.append(("full-width", FULL_WIDTH, "full-width '{0}'; write its Latin form"))
    if not system.spaced:
        typed_space = rf"(?<={own}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?={own})"
        patterns.append(("typed-space", re.compile(typed_space), "a space typed between Han and Latin; delete it"))
    return patterns
