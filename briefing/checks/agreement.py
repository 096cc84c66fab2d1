"""The languages of a text cite like figures in one order, and say of the same figures that they grew or fell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from briefing.checks.texts import Fault
from briefing.content.model import Speech
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Prose, Text
from briefing.markup.prose import CITATION

SENTENCE = re.compile(r"[^。！？；\n.!?;]*(?:\.(?! )[^。！？；\n.!?;]*)*")
NEAR = 80
"""The characters before and after a citation in which a word of direction is looked for."""
DIRECTIONS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "zh": {
        "up": re.compile("增长|提高|提升|上升|增加|增速|增幅|扩大|上涨|攀升|回升|多(?=\\0)|高(?=\\0)"),
        "down": re.compile("下降|减少|降低|下跌|回落|压缩|缩短|缩减|压减|降幅|负增长|下滑"),
    },
    "en": {
        "up": re.compile(
            r"\b(?:r[io]se[sn]?|rising|gr[eo]w(?:s|n|ing|th)?|increas\w*|rais\w*|up(?! to)|climb\w*|expand\w*|gain\w*"
            r"|lift\w*|higher|jump\w*|improv\w*)\b"
        ),
        "down": re.compile(
            r"\b(?:f[ae]ll(?:s|en|ing)?|down|cut(?:s|ting)?|decreas\w*|declin\w*|reduc\w*|drop\w*|lower\w*|shrink\w*"
            r"|shrank|shorten\w*|less|slash\w*)\b"
        ),
    },
}
"""By family of languages, the words that say that something grew or fell."""


def check(unit: ContentUnit, file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Compare the order of like figures with that in the first language, and each direction with the figure's."""
    if not (isinstance(text, Prose) and isinstance(file.record, Speech)):
        return
    written = {each: text[each.code] for each in unit.languages if each.code in text}
    for language, words in written.items():
        if language.family in DIRECTIONS:
            yield from _directions(file.record, language.code, language.family, words)
    codes = [language.code for language in written]
    for code in codes[1:]:
        yield from _order(file.record, text, codes[0], code)


def _order(speech: Speech, text: Text, source: str, other: str) -> Iterator[Fault]:
    """Report figures of one unit that a sentence of the source cites in another order than the other language."""
    places = {code: _citations(text[code]) for code in (source, other)}
    if places[source].keys() != places[other].keys():
        return  # `citations` reports that they cite different figures
    for sentence in SENTENCE.finditer(text[source]):
        alike = defaultdict(list)
        for citation, start in places[source].items():
            if sentence.start() <= start < sentence.end() and citation[0] in speech.figures:
                alike[speech.figures[citation[0]].unit].append(citation)
        for group in alike.values():
            there = sorted(group, key=places[other].__getitem__)
            if there != group:
                orders = (", ".join(f"{{{name}}}" for name, _ in each) for each in (there, group))
                message = "cites {}, the other language {}; see that each says the same of the same figure".format(
                    *orders
                )
                at, here = next((a, b) for a, b in zip(there, group, strict=True) if a != b)
                yield Fault("citation-order", message, other, places[other][at], (source, places[source][here]))


def _citations(words: str) -> dict[tuple[str, int], int]:
    """Return the offset of each citation of a figure, by its id and how often the text has cited it before."""
    counts: Counter[str] = Counter()
    found = {}
    for match in CITATION.finditer(words):
        if name := match["figure"]:
            found[name, counts[name]] = match.start()
            counts[name] += 1
    return found


def _directions(speech: Speech, code: str, family: str, words: str) -> Iterator[Fault]:
    """Report a figure that grew or fell where the word of direction nearest to its citation says another thing."""
    for match in CITATION.finditer(words):
        figure = speech.figures.get(match["figure"] or "")
        if figure is None or figure.change not in ("up", "down"):
            continue
        before = re.split(r"[。！？；\n{}]", words[max(0, match.start() - NEAR) : match.start()])[-1]
        after = re.split(r"[。！？；\n{}]", words[match.end() : match.end() + NEAR])[0]
        said = [
            (distance, direction)
            for direction, pattern in DIRECTIONS[family].items()
            for distance in (
                *(len(before) - each.end() for each in pattern.finditer(before.lower())),
                *(each.start() for each in pattern.finditer(after.lower())),
            )
        ]
        if (nearest := min(said, default=(0, ""))[1]) != figure.change:
            says = f"says “{nearest}” of" if nearest else "does not say that it is a change of"
            message = f"the sentence {says} {{{figure.id}}}, whose change is {figure.change}; make both say the same"
            yield Fault("direction", message, code, match.start())
