"""The source index and the audit: every number of the source is cited, left out with its reason, or reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, Workplace, run

from briefing.editor.index import read_source
from briefing.numbers.readers import READERS

TEXT = """\
An opening line.

## alpha · 甲县

[0] 招商引资见实效
[1] 2030年,甲县力争新引进项目90个以上,一季度完成投资387.6亿元。

## beta · 乙区

[0] 乙区发言
[1] 现有在建项目2至4个。
"""
SPEECHES = ROOT.parent / "shared" / "source" / "speeches-2023.zh-Hans.txt"


@pytest.fixture
def text(minimal: Workplace) -> Path:
    path = minimal.folder / "speeches.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_index_holds_hashes_and_numbers_and_no_sentence(minimal: Workplace, text: Path) -> None:
    outcome = minimal.desk("index", str(text))
    assert (outcome.status, outcome.out) == (0, "index: 2 speeches, 4 paragraphs, 3 figures\n")
    written = (minimal.folder / "content/demo-2030/source.yaml").read_text("utf-8")
    assert re.findall(r'"figures": (\[.*?\])', written) == ["[]", '["90个以上", "387.6亿元"]', "[]", '["2至4个"]']
    assert '"periods": ["2030年", "一季度"]' in written
    assert re.findall("[\u4e00-\u9fff]{5,}", written.partition("\n")[2]) == []


def test_the_committed_index_is_that_of_the_sample_text(minimal: Workplace, text: Path) -> None:
    before = (minimal.folder / "content/demo-2030/source.yaml").read_bytes()
    minimal.desk("index", str(text))
    assert (minimal.folder / "content/demo-2030/source.yaml").read_bytes() == before


def test_an_audit_of_the_whole_accounts_for_everything(minimal: Workplace, text: Path) -> None:
    outcome = minimal.desk("audit", str(text))
    assert outcome.status == 0
    assert outcome.out.endswith("audit: 100.0% accounted for\n")
    assert minimal.desk("audit").status == 0


def test_a_number_that_nothing_cites_is_named_by_audit_and_check(minimal: Workplace, text: Path) -> None:
    text.write_text(TEXT.replace("387.6亿元", "387.6亿元,其中工业12家"), "utf-8")
    assert minimal.desk("index", str(text)).status == 0
    outcome = minimal.desk("audit")
    assert outcome.status == 1
    assert "alpha [1]: 12家 is missing\naudit: 75.0% accounted for\n" in outcome.out
    assert "error[uncovered-number]: paragraph 1 states 12家" in minimal.run("check").err


def test_a_text_that_has_changed_since_it_was_indexed_differs(minimal: Workplace, text: Path) -> None:
    text.write_text(TEXT.replace("乙区发言", "乙区的发言"), "utf-8")
    outcome = minimal.desk("audit", str(text))
    assert outcome.status == 1
    assert re.search(r"beta .*differs", outcome.out)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("nothing of the kind", "no line like '## slug · name' begins a speech"),
        (
            "## alpha · 甲县\n[0] 一\n## alpha · 甲县\n[0] 一",
            "speeches.txt:3: error[source-text]: 'alpha' has begun already",
        ),
        ("## alpha · 甲县\n[0] 目标35个\n以上，另有20亿元", "speeches.txt:3: error[source-text]: a line with a number"),
        ("## alpha · 甲县\n", "'alpha' has no paragraph"),
        ("## alpha · 甲县\n[1] 文字", "speeches.txt:2: error[source-text]: paragraph [1] where [0] should follow"),
    ],
)
def test_a_text_in_another_form_is_refused(minimal: Workplace, text: Path, wrong: str, message: str) -> None:
    text.write_text(wrong, "utf-8")
    outcome = minimal.desk("index", str(text))
    assert outcome.status == 1
    assert message in outcome.err


@pytest.mark.parametrize("arguments", [("index", "nowhere.txt"), ("audit", "--briefing=nowhere")])
def test_a_text_or_briefing_that_is_not_there_is_wrong_usage(minimal: Workplace, arguments: tuple[str, ...]) -> None:
    assert minimal.desk(*arguments).status == 2


def test_every_number_of_the_published_briefing_is_accounted_for(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "audit")
    assert (outcome.status, outcome.out.splitlines()[-1]) == (0, "audit: 100.0% accounted for")


def test_the_published_index_is_that_of_the_speeches(capsys: pytest.CaptureFixture[str]) -> None:
    """The speeches are not part of the project: this is proved where they lie beside it."""
    if not SPEECHES.exists():
        pytest.skip("the text of the speeches is not beside the project")
    outcome = run(capsys, "audit", str(SPEECHES))
    assert outcome.status == 0
    assert outcome.out.count(" fits") == len(read_source(SPEECHES, READERS["zh"]))


def test_an_index_of_another_briefing_is_refused_and_nothing_is_lost(minimal: Workplace, text: Path) -> None:
    before = (minimal.folder / "content/demo-2030/source.yaml").read_bytes()
    for wrong in ("## gamma · 丙县\n[0] 文字\n", "## alpha · 甲县\n[0] 文字\n"):
        text.write_text(wrong, "utf-8")
        assert minimal.desk("index", str(text)).status == 2
    assert (minimal.folder / "content/demo-2030/source.yaml").read_bytes() == before


def test_a_speech_without_an_index_is_not_accounted_for(minimal: Workplace) -> None:
    path = minimal.folder / "content/demo-2030/source.yaml"
    path.write_text(path.read_text("utf-8").partition("beta:")[0], "utf-8")
    outcome = minimal.desk("audit")
    assert outcome.status == 1
    assert "beta is not in the index" in outcome.out


def test_last_year_is_seen_from_the_year_of_the_speech(minimal: Workplace, text: Path) -> None:
    text.write_text(TEXT.replace("现有在建项目", "去年在建项目"), "utf-8")
    assert minimal.desk("index", str(text)).status == 0
    minimal.edit("content/demo-2030/beta.yaml", "period: unstated", "period: 2029")
    assert "period-not-stated" not in minimal.run("check").err
    minimal.edit("content/demo-2030/beta.yaml", "period: 2029", "period: 2028")
    assert "error[period-not-stated]" in minimal.run("check").err
