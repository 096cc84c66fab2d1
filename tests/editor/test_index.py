"""`index` and `audit`: every number of the source is cited, left out with its reason, or reported."""

import re
from pathlib import Path

import pytest

from tests.support.command import run
from tests.support.paths import SITES
from tests.support.project import Project
from tests.support.sample import BRIEFING, CONTENT

TEXT = """\
An opening line.

## alpha · 甲县

[0] 招商引资见实效
[1] 2030年,甲县力争新引进项目90个以上,一季度完成投资387.6亿元。

## beta · 乙区

[0] 乙区发言
[1] 现有在建项目2至4个。
"""
INDEX = "content/demo-2030/source.yaml"


@pytest.fixture
def text(minimal: Project) -> Path:
    path = minimal.folder / "speeches.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_index_holds_hashes_and_numbers_and_no_sentence(minimal: Project, text: Path) -> None:
    outcome = minimal.run_editor("index", str(text))
    assert (outcome.status, outcome.out) == (0, "index: 2 speeches, 4 paragraphs, 3 figures\n")
    written = minimal.read(INDEX)
    assert re.findall(r'"figures": (\[.*?\])', written) == ["[]", '["90个以上", "387.6亿元"]', "[]", '["2至4个"]']
    assert '"periods": ["2030年", "一季度"]' in written
    assert re.findall("[\u4e00-\u9fff]{5,}", written.partition("\n")[2]) == []


def test_the_index_of_the_same_text_is_the_same(minimal: Project, text: Path) -> None:
    before = minimal.read(INDEX)
    minimal.run_editor("index", str(text))
    assert minimal.read(INDEX) == before


def test_an_audit_of_a_sound_site_accounts_for_everything(minimal: Project, text: Path) -> None:
    outcome = minimal.run_editor("audit", str(text))
    assert outcome.status == 0
    assert outcome.out.endswith("audit: 100.0% accounted for\n")
    assert minimal.run_editor("audit").status == 0


def test_a_number_that_nothing_cites_is_named(minimal: Project, text: Path) -> None:
    text.write_text(TEXT.replace("387.6亿元", "387.6亿元,其中工业12家"), "utf-8")
    assert minimal.run_editor("index", str(text)).status == 0
    outcome = minimal.run_editor("audit")
    assert outcome.status == 1
    assert "alpha [1]: 12家 is missing\naudit: 75.0% accounted for\n" in outcome.out
    assert "error[uncovered-number]: paragraph 1 states 12家" in minimal.run("check").err


def test_a_text_that_changed_since_its_index_differs(minimal: Project, text: Path) -> None:
    text.write_text(TEXT.replace("乙区发言", "乙区的发言"), "utf-8")
    outcome = minimal.run_editor("audit", str(text))
    assert outcome.status == 1
    assert re.search(r"beta .*differs", outcome.out)
    assert "beta [0]: the index differs from the text" in outcome.out
    assert outcome.out.endswith("audit: the index differs from the text; run build.py index, then build.py check\n")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("nothing of the kind", "no line like '## slug · name' begins a speech"),
        (
            "## alpha · 甲县\n[0] 一\n## alpha · 甲县\n[0] 一",
            "speeches.txt:3: error[source-text]: 'alpha' has begun already",
        ),
        (
            "## alpha · 甲县\n[0] 目标35个\n以上，另有20亿元",
            "speeches.txt:3: error[source-text]: a line that belongs to no",
        ),
        ("## alpha · 甲县\n[0] 目标。\n并加快建设。", "speeches.txt:3: error[source-text]: a line that belongs to no"),
        ("## alpha · 甲县\n[0] 资金⼗亿元", "speeches.txt:2:7: error[source-text]: '⼗' (U+2F17) is a compatibility"),
        (
            "## alpha · 甲县\n[0] 38\u200b7.6亿元",
            "speeches.txt:2:7: error[source-text]: the invisible character U+200B",
        ),
        ("## alpha · 甲县\n[0] 招商\u00ad引资", "speeches.txt:2:7: error[source-text]: the invisible character U+00AD"),
        ("## alpha · 甲县\n[0] 招商\u2028引资", "speeches.txt:2:7: error[source-text]: the control character U+2028"),
        ("## alpha · 甲县\n[0] 招商\x0b引资", "speeches.txt:2:7: error[source-text]: the control character U+000B"),
        ("## alpha · 甲县\n[0] 建成第Ⅱ期", "speeches.txt:2:8: error[source-text]: 'Ⅱ' (U+2161) is a compatibility"),
        ("## alpha · 甲县\n[0] 建成①②", "speeches.txt:2:7: error[source-text]: '①' (U+2460) is a compatibility"),
        ("## alpha · 甲县\n[0] 建成٣个", "speeches.txt:2:7: error[source-text]: '٣' (U+0663) is a number in a form"),
        (
            "## alpha · 甲县\n[0] 支持玖源扩产",
            "speeches.txt:2:7: error[unread-number]: alpha [0]: '玖' in '支持玖源扩产'",
        ),
        ("## alpha · 甲县\n[0] 登记在叁号楼", "speeches.txt:2:8: error[unread-number]: alpha [0]: '叁'"),
        (
            "## alpha · 甲县\n" + "".join(f"[{n}] 文\n" for n in range(202)),
            "speeches.txt:203: error[source-text]: more than 200",
        ),
        ("## alpha · 甲县\n", "'alpha' has no paragraph"),
        ("## alpha · 甲县\n[1] 文字", "speeches.txt:2: error[source-text]: paragraph [1] where [0] should follow"),
    ],
)
def test_a_text_in_another_form_is_refused(minimal: Project, text: Path, wrong: str, message: str) -> None:
    text.write_text(wrong, "utf-8")
    outcome = minimal.run_editor("index", str(text))
    assert outcome.status == 1
    assert message in outcome.err


@pytest.mark.parametrize("arguments", [("index", "nowhere.txt"), ("audit", "--briefing=nowhere")])
def test_a_text_or_briefing_that_is_missing_is_wrong_usage(minimal: Project, arguments: tuple[str, ...]) -> None:
    assert minimal.run_editor(*arguments).status == 2


def test_an_index_of_another_briefing_is_refused(minimal: Project, text: Path) -> None:
    before = minimal.read(INDEX)
    for wrong in ("## gamma · 丙县\n[0] 文字\n", "## alpha · 甲县\n[0] 文字\n"):
        text.write_text(wrong, "utf-8")
        assert minimal.run_editor("index", str(text)).status == 2
    assert minimal.read(INDEX) == before


def test_an_index_that_would_lose_speeches_names_them(minimal: Project, text: Path) -> None:
    text.write_text("## alpha · 甲县\n[0] 文字\n", "utf-8")
    err = minimal.run_editor("index", str(text)).err
    assert "the index would lose beta: a text holds all speeches of a briefing; add the lines of beta" in err


def test_a_speech_without_an_index_is_not_accounted_for(minimal: Project) -> None:
    minimal.write(INDEX, minimal.read(INDEX).partition("beta:")[0])
    outcome = minimal.run_editor("audit")
    assert outcome.status == 1
    assert "beta is not in the index" in outcome.out


def test_last_year_is_seen_from_the_year_of_the_speech(minimal: Project, text: Path) -> None:
    text.write_text(TEXT.replace("现有在建项目", "去年在建项目"), "utf-8")
    assert minimal.run_editor("index", str(text)).status == 0
    minimal.replace("content/demo-2030/beta.yaml", "period: unstated", "period: 2029")
    assert "period-not-stated" not in minimal.run("check").err
    minimal.replace("content/demo-2030/beta.yaml", "period: 2029", "period: 2028")
    assert "error[period-not-stated]" in minimal.run("check").err


def test_an_audit_compares_every_speech_with_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = SITES / "sample/speeches.txt"
    outcome = run(capsys, "audit", str(text), f"--briefing={BRIEFING}", f"--content={CONTENT}")
    assert outcome.status == 0
    assert outcome.out.count(" fits") == text.read_text("utf-8").count("## ")


def test_a_word_that_the_site_lists_is_no_number(minimal: Project, text: Path) -> None:
    text.write_text(TEXT.replace("甲县力争", "甲县支持玖源集团,力争"), "utf-8")
    assert minimal.run_editor("index", str(text)).status == 1
    minimal.write("content/words.yaml", "玖源: a company's name\n")
    assert minimal.run_editor("index", str(text)).status == 0
    assert "玖" not in minimal.read(INDEX)


def test_a_byline_below_the_speeches_is_no_part_of_them(minimal: Project, text: Path) -> None:
    text.write_text(TEXT + "(报社记者 整理)\n", "utf-8")
    assert minimal.run_editor("index", str(text)).status == 0


def test_an_audit_stops_at_a_number_that_was_not_read(minimal: Project, text: Path) -> None:
    text.write_text(TEXT.replace("乙区发言", "乙区玖源发言"), "utf-8")
    outcome = minimal.run_editor("audit", str(text))
    assert outcome.status == 1
    assert "error[unread-number]: beta [0]: '玖' in '乙区玖源发言'" in outcome.err
