"""Each language is written in its own script and with its own punctuation, without damage from a conversion."""

import functools
import re
from collections.abc import Iterator, Mapping

from briefing.characters import HAN
from briefing.checks.texts import Fault
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Prose, Text
from briefing.i18n.writing_systems import WritingSystem, writing_system
from briefing.markup.prose import CITATION, MARKED

SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng?|r)?[1-5]?"
"""A syllable of pinyin, with or without its tone."""
DAMAGED = re.compile(
    rf"(?<=[{HAN}])[(（]{SYLLABLE}[)）]|\ufffd+|□+|锟斤拷|&(?:#\w+|[a-z]+);|(?:Ã|â€|ï¼|ã€)\S?|[？?](?=…)"
)
"""Character sequences that conversions leave and no language has."""
FULL_WIDTH = re.compile("[，。；：！？（）、《》【】％]")


def check(unit: ContentUnit, _file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Compare each language of a text with its writing system."""
    systems = {each.code: writing_system(each) for each in unit.languages if each.code in text}
    for code, system in systems.items():
        # A cited figure is hidden as letters: no space is typed beside a figure either.
        words = CITATION.sub(lambda match: (" " if match["figure"] is None else "x") * len(match[0]), text[code])
        for match in DAMAGED.finditer(words):
            yield Fault("damaged-text", f"'{match[0]}' is left of a damaged conversion; repair it", code, match.start())
        if system.characters and not re.search(f"[{system.characters}]", words):
            name = system.name
            yield Fault("no-han", f"a {name} text without a {name} character; write it in {name}", code)
        if isinstance(text, Prose):
            words = MARKED.sub(lambda match: "x" * len(match[0]), words)
        if unmarked := re.search(f"[{system.foreign}]+", words):
            remedy = "write it in the text's own script"
            if isinstance(text, Prose):
                remedy = f"mark it as [{_written_with(unmarked[0], systems)}: {unmarked[0]}]"
            yield Fault("foreign-script", f"'{unmarked[0]}' stands unmarked; {remedy}", code, unmarked.start())
        for rule, pattern, message in _patterns(system):
            for match in pattern.finditer(words):
                yield Fault(rule, message.format(match[0]), code, match.start())


def _written_with(characters: str, systems: Mapping[str, WritingSystem]) -> str:
    """Return the first language that has all these characters of its own; … if there is none."""
    own = ((code, each.characters) for code, each in systems.items() if each.characters)
    return next((code for code, all_own in own if re.fullmatch(f"[{all_own}]+", characters)), "…")


@functools.cache
def _patterns(system: WritingSystem) -> list[tuple[str, re.Pattern[str], str]]:
    """Return the patterns that no text of a writing system matches, each with the rule it breaks and the message."""
    own = f"[{system.characters}]"
    patterns = []
    if system.never:
        patterns.append(("damaged-text", re.compile(f"[{system.never}]"), f"'{{0}}' is {system.instead}"))
    if system.full_width:
        half_width = rf"(?<={own})(?:[,;:!?()\"']|\.(?![0-9A-Za-z]))|[,;:!?()\"'](?={own})"
        message = f"half-width '{{0}}' beside {system.name}; write it full"
        patterns.append(("half-width", re.compile(half_width), message))
    else:
        patterns.append(("full-width", FULL_WIDTH, "full-width '{0}'; write its Latin form"))
    if not system.spaced:
        typed_space = rf"(?<={own}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?={own})"
        message = f"a space typed between {system.name} and Latin; delete it"
        patterns.append(("typed-space", re.compile(typed_space), message))
    return patterns
