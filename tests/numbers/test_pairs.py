"""A table of sentence pairs, right and wrong, as real briefings have them: what the check of parity makes of each."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from briefing.numbers.quantities import unmatched
from briefing.numbers.readers import READERS

MOST_REFUSED = 0.02
"""Of the right pairs: what a reader of two languages may fail to see as equal."""
FEWEST = 250


class Pair(TypedDict):
    """One Chinese sentence and its English twin; `why` says what is wrong with a wrong one."""

    row: str
    right: bool
    zh: str
    en: str
    why: str


@cache
def pairs() -> tuple[Pair, ...]:
    return tuple(yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8")))


def refused(pair: Pair) -> bool:
    return any(unmatched(READERS["zh"](pair["zh"]), READERS["en"](pair["en"])))


def test_every_wrong_pair_is_refused_and_hardly_a_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong = ([pair for pair in pairs() if pair["right"] is verdict] for verdict in (True, False))
    passed = [pair for pair in wrong if not refused(pair)]
    stopped = [pair for pair in right if refused(pair)]
    with capsys.disabled():
        print(
            f"\n{len(pairs())} pairs: {len(passed)} of {len(wrong)} wrong ones pass ({len(passed) / len(wrong):.1%}),"
            f" {len(stopped)} of {len(right)} right ones are refused ({len(stopped) / len(right):.1%})"
        )
    assert passed == []
    assert len(stopped) <= MOST_REFUSED * len(right), stopped


def test_the_table_covers_every_kind_of_number_both_ways() -> None:
    counts = Counter((pair["row"], pair["right"]) for pair in pairs())
    assert len(pairs()) >= FEWEST
    kinds = "money percent points count duration frequency year quarter ordinal bound"
    assert [row for row in kinds.split() if min(counts[row, True], counts[row, False]) < 10] == []
    assert len({(pair["zh"], pair["en"]) for pair in pairs()}) == len(pairs())
