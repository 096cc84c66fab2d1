"""Invented speeches full of numbers of every kind, with keys made by hand: none is lost, each is read as it is said.

Texts and keys were written by people who had not seen the program.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from briefing.editor.source import read_speeches
from briefing.numbers.accounts import SourceReader
from briefing.numbers.quantities import Found
from briefing.numbers.readers import Unreadable, read_stated

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in TEXTS.glob("*.txt"))
PLAIN = re.compile(r"-?[0-9.]+(?:/[0-9]+)?")
Item = Mapping[str, str]


def outcomes(name: str) -> Iterator[tuple[str, Item]]:
    """Yield each number of a key with what became of it: found, misread, listed as a word, refused or lost."""
    speeches, reader = read_speeches(TEXTS / f"{name}.txt"), SourceReader("zh")
    for place, paragraphs in yaml.safe_load((TEXTS / f"{name}.yaml").read_text("utf-8")).items():
        for number, items in paragraphs.items():
            text, end = speeches[place][number].text, 0
            account = reader(text)
            for item in items:
                start = text.index(item["text"], end)
                end = start + len(item["text"])
                found = [each for each in account.found if each.start < end and start < each.start + len(each.text)]
                refused = any(run.start < end and start < run.stop for run in account.unread)
                if item["kind"] == "word":
                    continue
                if refused:
                    yield "refused", item
                elif not found:
                    yield "listed" if re.search("[一二三四]", item["text"]) else "lost", item
                else:
                    yield "found" if is_read(item, found) else "misread", item


def is_read(item: Item, found: list[Found]) -> bool:
    """Return True if one of the numbers that were found has the value of the key, or the key gives none to compare."""
    wanted = item.get("value") or item.get("low", "")
    if item["kind"] != "figure" or not PLAIN.fullmatch(wanted):
        return True
    value = Fraction(wanted)
    return any(abs(each) in (abs(value), abs(value) * 100) for each in values(found))


def values(found: list[Found]) -> Iterator[Fraction]:
    for each in found:
        try:
            yield Fraction(read_stated(each.text).low)
        except Unreadable:
            continue


@pytest.mark.parametrize("name", NAMES)
def test_no_number_of_a_text_is_lost(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    seen = list(outcomes(name))
    counts = Counter(outcome for outcome, _ in seen)
    with capsys.disabled():
        print(
            f"\n{name}: {len(seen)} numbers, {', '.join(f'{number} {outcome}' for outcome, number in counts.items())}"
        )
    assert len(seen) > 200
    assert [item for outcome, item in seen if outcome in ("lost", "misread")] == []


@pytest.mark.parametrize("name", NAMES)
def test_only_an_article_or_a_heading_is_listed_as_a_word(name: str) -> None:
    listed = {item["text"] for outcome, item in outcomes(name) if outcome == "listed"}
    assert {text for text in listed if not re.fullmatch("一[个条座]|[一二三四]是|（[一二三]）", text)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_number_is_refused(name: str) -> None:
    assert [item for outcome, item in outcomes(name) if outcome == "refused"] == []
