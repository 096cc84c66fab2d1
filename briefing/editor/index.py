"""`build.py index`: the text of the speeches, read into the index that stands for it.

The index holds hashes and numbers, and none of the sentences. In the text `## slug · name` begins a speech and `[n]` a
paragraph, which runs to the end of the line.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from briefing.content.layout import SOURCE
from briefing.content.load import load_briefing_file, load_shared
from briefing.content.model import SourceParagraph
from briefing.content.site import Shared
from briefing.content.yaml_reader import read_document
from briefing.editor.site import usable
from briefing.numbers.cues import cues
from briefing.numbers.periods import RELATIVE_YEAR
from briefing.numbers.readers import READERS, Reader
from briefing.paths import write_whole
from briefing.problems import ContentError, Position, Problem, UsageError, shown
from briefing.reviews.hashes import text_hash

HEADING = re.compile(r"## (?P<place>[a-z0-9-]+)(?: · .*)?")
PARAGRAPH = re.compile(r"\[(?P<number>[0-9]+)\] *(?P<text>.+)")
PERIODS = ("year", "quarter", "half", "month", "day")
"""The kinds of number that say when, not how much."""
OPENING = """\
# The index of the source: of each paragraph its hash and its numbers, as stated. Written by `build.py index`.
"""
Index = Mapping[str, tuple[SourceParagraph, ...]]


def write_index(content: Path, briefing_id: str, text: Path) -> Index:
    """Write the index of a briefing's source from its text, and return it.

    Raises ContentError if the text cannot be read, UsageError if it is not the text of this briefing: with places that
    did not speak, or without those that are indexed already.
    """
    index = read_source(text, source_reader(usable(load_shared(content))))
    record, path = load_briefing_file(content, briefing_id), content / briefing_id / SOURCE
    if record and (foreign := index.keys() - set(record.places)):
        names = ", ".join(sorted(foreign))
        message = f"{names} did not speak in {briefing_id}; add them to its places, or name --briefing"
        raise UsageError(message)
    present = read_document(path).data if path.is_file() else None
    if lost := set(present if isinstance(present, dict) else ()) - index.keys():
        names = ", ".join(sorted(lost))
        message = f"the text lacks {names}, which {briefing_id} has indexed; name the right text or briefing"
        raise UsageError(message)
    write_whole(path, index_yaml(index))
    return index


def source_reader(shared: Shared) -> Reader:
    """Return the reader of numbers in the language of the sources. Raises UsageError if there is none."""
    language = shared.languages[0]
    if language.family not in READERS:
        message = f"numbers in {language.name} cannot be read yet; write a reader for it in briefing/numbers"
        raise UsageError(message)
    return READERS[language.family]


def read_source(path: Path, reader: Reader) -> Index:
    """Return the index of a text of speeches.

    Raises ContentError if it is not such a text: not UTF-8, without speeches, or with paragraphs out of order.
    """

    def refused(line: int, message: str) -> ContentError:
        return ContentError([Problem(Position(shown(path), line), "source-text", message)])

    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise refused(0, "not UTF-8; save it as UTF-8") from None
    index: dict[str, list[SourceParagraph]] = {}
    place = ""
    for number, line in enumerate(lines, 1):
        if heading := HEADING.fullmatch(line):
            place = heading["place"]
            if place in index:
                raise refused(number, f"'{place}' has begun already; keep its paragraphs together")
            index[place] = []
        elif place and (match := PARAGRAPH.fullmatch(line)):
            if int(match["number"]) != len(index[place]):
                raise refused(number, f"paragraph [{match['number']}] where [{len(index[place])}] should follow")
            index[place].append(read_paragraph(match["text"], reader))
        elif place and any(each.quantity.certain for each in reader(line)):
            raise refused(number, "a line with a number that belongs to no paragraph; join it to the one above")
    empty = [f"'{each}' has no paragraph like '[0] …'" for each, paragraphs in index.items() if not paragraphs]
    if empty or not index:
        raise refused(0, empty[0] if empty else "no line like '## slug · name' begins a speech")
    return {each: tuple(paragraphs) for each, paragraphs in index.items()}


def read_paragraph(text: str, reader: Reader) -> SourceParagraph:
    """Return the hash, the numbers and the cues of a paragraph."""
    found = [each for each in reader(text) if each.quantity.certain]
    figures = [each for each in found if each.quantity.kind not in PERIODS]
    periods = [(each.start, each.text) for each in found if each.quantity.kind in PERIODS]
    periods += [(match.start(), match[0]) for match in RELATIVE_YEAR.finditer(text)]
    said = cues(text, figures)
    return SourceParagraph(
        hash=text_hash(text),
        figures=tuple(each.text for each in figures),
        periods=tuple(each for _, each in sorted(periods)),
        cues=said if any(said) else (),
    )


def index_yaml(index: Index) -> str:
    """Return an index as YAML, a line for each paragraph."""
    lines = [OPENING]
    for place, paragraphs in index.items():
        lines.append(f"{place}:\n")
        data = [json.dumps(each.model_dump(exclude_defaults=True), ensure_ascii=False) for each in paragraphs]
        lines += [f"  - {each}\n" for each in data]
    return "".join(lines)
