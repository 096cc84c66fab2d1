"""The text of the speeches, read into the index that stands for it: hashes and numbers, and none of its sentences.

The form of the text: `## slug · name` begins a speech, `[n]` a paragraph, whose text runs to the end of the line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from briefing.content.model import SourceParagraph
from briefing.numbers.periods import RELATIVE_YEAR
from briefing.numbers.readers import Reader
from briefing.problems import ContentError, Position, Problem, shown
from briefing.reviews.hashes import text_hash

HEADING = re.compile(r"## (?P<place>[a-z0-9-]+)(?: · .*)?")
PARAGRAPH = re.compile(r"\[(?P<number>[0-9]+)\] *(?P<text>.+)")
PERIODS = ("year", "quarter", "half", "month", "day")
"""The kinds of number that say when, not how much."""
OPENING = """\
# The index of the source: of each paragraph its hash and its numbers, as stated. Written by `build.py index`.
"""
Index = Mapping[str, tuple[SourceParagraph, ...]]


def read_source(path: Path, reader: Reader) -> Index:
    """Read a text of speeches into its index.

    Raises ContentError where it is not such a text: not UTF-8, without speeches, or with paragraphs out of order.
    """
    index: dict[str, list[SourceParagraph]] = {}
    for number, line in enumerate(_lines(path), 1):
        if heading := HEADING.fullmatch(line):
            if heading["place"] in index:
                _refuse(path, number, f"'{heading['place']}' has begun already; keep its paragraphs together")
            index[heading["place"]] = []
        elif index and (match := PARAGRAPH.fullmatch(line)):
            paragraphs = list(index.values())[-1]
            if int(match["number"]) != len(paragraphs):
                _refuse(path, number, f"paragraph [{match['number']}] where [{len(paragraphs)}] should follow")
            paragraphs.append(_paragraph(match["text"], reader))
        elif index and any(each.quantity.certain for each in reader(line)):
            _refuse(path, number, "a line with a number that belongs to no paragraph; join it to the one above")
    if empty := [place for place, paragraphs in index.items() if not paragraphs]:
        _refuse(path, 0, f"'{empty[0]}' has no paragraph like '[0] …'")
    if not index:
        _refuse(path, 0, "no line like '## slug · name' begins a speech")
    return {place: tuple(paragraphs) for place, paragraphs in index.items()}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        _refuse(path, 0, "not UTF-8; save it as UTF-8")
        raise


def _refuse(path: Path, line: int, message: str) -> None:
    raise ContentError([Problem(Position(shown(path), line), "source-text", message)])


def _paragraph(text: str, reader: Reader) -> SourceParagraph:
    found = [each for each in reader(text) if each.quantity.certain]
    figures = tuple(each.text for each in found if each.quantity.kind not in PERIODS)
    periods = [(each.start, each.text) for each in found if each.quantity.kind in PERIODS]
    periods += [(match.start(), match[0]) for match in RELATIVE_YEAR.finditer(text)]
    return SourceParagraph(hash=text_hash(text), figures=figures, periods=tuple(each for _, each in sorted(periods)))


def written(index: Index) -> str:
    """Write an index as YAML, a line for each paragraph."""
    lines = [OPENING]
    for place, paragraphs in index.items():
        lines.append(f"{place}:\n")
        for each in paragraphs:
            said = each.model_dump(exclude_defaults=True)
            lines.append(f"  - {json.dumps(said, ensure_ascii=False)}\n")
    return "".join(lines)
