"""`build.py index`: write the source index of a briefing from the text of its speeches.

The index holds the hash, numbers and cues of each paragraph, and none of the sentences. No number is missed: a
character that may be part of one and is not accounted for (numbers/accounts.py) is an error.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.content.layout import SOURCE, WORDS
from briefing.content.load import load_briefing_file, load_shared
from briefing.content.model import SourceParagraph
from briefing.content.site import Shared
from briefing.content.yaml_reader import read_document
from briefing.editor.site import usable
from briefing.editor.source import read_speeches
from briefing.numbers.accounts import SourceReader
from briefing.numbers.cues import cues
from briefing.numbers.periods import RELATIVE_YEAR
from briefing.numbers.quantities import Found
from briefing.numbers.readers import READERS
from briefing.paths import write_whole
from briefing.problems import ContentError, Problem, UsageError
from briefing.reviews.hashes import text_hash

OPENING = """\
# The index of the source: of each paragraph its hash and its numbers, as stated. Written by `build.py index`.
"""
Index = Mapping[str, tuple[SourceParagraph, ...]]
"""The paragraphs of each speech, by its place."""


def write_index(content: Path, briefing_id: str, text: Path) -> Index:
    """Write the index of a briefing's source from its text, and return it.

    Raises ContentError if the text cannot be read, UsageError if it is not the text of this briefing: with places that
    did not speak, or without those that are indexed already.
    """
    index = read_source(text, source_reader(usable(load_shared(content))))
    record, path = load_briefing_file(content, briefing_id), content / briefing_id / SOURCE
    if record and (foreign := index.keys() - set(record.places)):
        names = ", ".join(sorted(foreign))
        raise UsageError(f"{names} did not speak in {briefing_id}; add them to its places, or name --briefing")
    present = read_document(path).data if path.is_file() else None
    if lost := set(present if isinstance(present, dict) else ()) - index.keys():
        names = ", ".join(sorted(lost))
        message = (
            f"the index would lose {names}: a text holds all speeches of a briefing; add the lines of {names} to it,"
            f" name --briefing if it is another one's, or delete them from {briefing_id}/{SOURCE} if they did not speak"
        )
        raise UsageError(message)
    write_whole(path, index_yaml(index))
    return index


def source_reader(shared: Shared) -> SourceReader:
    """Return the reader of numbers in the language of the sources. Raises UsageError if there is none."""
    language = shared.languages[0]
    if language.family not in READERS:
        message = f"numbers in {language.name} cannot be read yet; write a reader for it in briefing/numbers"
        raise UsageError(message)
    return SourceReader(language.family, shared.words)


def read_source(path: Path, reader: SourceReader) -> Index:
    """Return the index of a text of speeches. Raises ContentError if it is none, or a number was not read."""
    speeches, problems = read_speeches(path), []
    index = {}
    for place, paragraphs in speeches.items():
        accounts = [reader(paragraph.text) for paragraph in paragraphs]
        index[place] = tuple(
            indexed(each.text, account.found) for each, account in zip(paragraphs, accounts, strict=True)
        )
        for number, (paragraph, account) in enumerate(zip(paragraphs, accounts, strict=True)):
            for run in account.unread:
                at = replace(paragraph.position, column=paragraph.position.column + run.start)
                problems.append(Problem(at, "unread-number", _unread(place, number, paragraph.text, run)))
    if problems:
        raise ContentError(problems)
    return index


def _unread(place: str, number: int, text: str, run: range) -> str:
    before, word, after = text[max(0, run.start - 6) : run.start], text[run.start : run.stop], text[run.stop :][:6]
    return (
        f"{place} [{number}]: '{word}' in '{before}{word}{after}' may be part of a number and cannot be read; if it is"
        f" none, add its word to {WORDS} with the reason, else write the number in another way"
    )


def indexed(text: str, found: Sequence[Found]) -> SourceParagraph:
    """Return the hash, the numbers and the cues of a paragraph."""
    figures = [each for each in found if not each.quantity.period]
    periods = list(_dates([(each.start, each.text) for each in found if each.quantity.period]))
    periods += [(match.start(), match[0]) for match in RELATIVE_YEAR.finditer(text)]
    said = cues(text, figures)
    return SourceParagraph(
        hash=text_hash(text),
        figures=tuple(each.text for each in figures),
        periods=tuple(each for _, each in sorted(periods)),
        cues=said if any(said) else (),
    )


def _dates(periods: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield periods with their offsets, a day joined to the month and the year before it: 2023年10月31日前."""
    parts: list[tuple[int, str]] = []
    for start, text in [*periods, (-1, "")]:
        if parts and parts[-1][0] + len(parts[-1][1]) != start:
            dated = "日" in parts[-1][1]
            yield from [(parts[0][0], "".join(each for _, each in parts))] if dated else parts
            parts = []
        parts.append((start, text))


def index_yaml(index: Index) -> str:
    """Return an index as YAML, a line for each paragraph."""
    lines = [OPENING]
    for place, paragraphs in index.items():
        lines.append(f"{place}:\n")
        data = [json.dumps(each.model_dump(exclude_defaults=True), ensure_ascii=False) for each in paragraphs]
        lines += [f"  - {each}\n" for each in data]
    return "".join(lines)
