"""A figure that contradicts the words of its paragraph is reported, with those words; one that agrees is not."""

import re

import pytest

from tests.support.project import Project

ALPHA, INDEX = "content/demo-2030/alpha.yaml", "content/demo-2030/source.yaml"
CODES = "contradicted-period|contradicted-claim|contradicted-of|contradicted-sum|contradicted-value|missing-relation"
REST = """\
place: alpha
headline: {{text: {{zh: 甲县讲了话, en: Alpha has spoken}}, at: 0}}
summary: {{zh: 甲县讲了话。, en: Alpha has spoken.}}
figures: {figures}
measures: [{measures}]
sectors: []
entities: {{}}
points: {{}}
"""
FIGURE = "  {id}: {{indicator: {indicator}, unit: {unit}, bound: exact, value: {value}, stated: {stated}, {rest}}}\n"


def _said(minimal: Project, paragraph: str, figures: dict[str, str], measures: str = "") -> list[tuple[str, str]]:
    """Return the code of each contradiction of a speech with one paragraph, with what its message begins with.

    A figure is what it adds to its `stated`, which is its key: its claim, its period and the rest.
    """
    lines = "\n" if figures else "{}"
    for stated, rest in figures.items():
        number, money = re.sub("[^0-9.]", "", stated), stated.endswith("亿元")
        name = f"of-{number.replace('.', '-')}"
        kind = (
            {"indicator": "funding", "unit": "cny"}
            if money
            else {"indicator": "projects-introduced", "unit": "project"}
        )
        value = f"{number}00 million" if money else number
        lines += FIGURE.format(
            id=name, value=value, stated=stated, rest=rest if "at: " in rest else f"{rest}, at: 1", **kind
        )
    minimal.write(ALPHA, REST.format(figures=lines, measures=measures))
    minimal.write(
        "text.txt",
        f"## alpha · 甲县\n[0] 题目\n[1] {paragraph}\n\n## beta · 乙区\n[0] 乙区发言\n[1] 现有在建项目2至4个。\n",
    )
    assert minimal.run_editor("index", str(minimal.folder / "text.txt")).status == 0
    err = minimal.run("check").err
    assert "error[syntax]" not in err
    return re.findall(rf"warning\[({CODES})\]: (.*?)(?:; |$)", err, re.MULTILINE)


Q1 = "claim: target, period: 2030-Q1"
YEAR = "claim: target, period: 2030"
RESULT = "claim: actual, period: 2029"


@pytest.mark.parametrize(
    ("paragraph", "figures", "message"),
    [
        ("力争一季度引进8个。", {"8个": YEAR}, "paragraph 1 says 一季度 of 8个, not 2030"),
        ("一季度引进8个，全年引进20个。", {"8个": Q1, "20个": Q1}, "says 全年 of 20个, not 2030-Q1"),
        ("去年10月签约5个。", {"5个": "claim: actual, period: 2030-10"}, "says 去年10月 of 5个, not 2030-10"),
        ("去年10月签约5个，1月3个。", {"3个": "claim: actual, period: 2029-01"}, "去年10月…1月 of 3个, not 2029-01"),
        ("去年引进8个，到位资金5亿元。", {"5亿元": "claim: actual, period: 2030"}, "says 去年 of 5亿元, not 2030"),
        ("9月底前开工8个。10月开会。", {"8个": "claim: plan, by: 2030-10"}, "says 9月底前 of 8个, not 2030-10"),
        ("9月底前开工8个。", {"8个": "claim: plan, period: 2030"}, "paragraph 1 says 9月底前 of 8个, not 2030"),
        ("上半年开工8个。", {"8个": "claim: plan, period: unstated"}, "paragraph 1 says 上半年 of 8个, not unstated"),
        ("前三季度开工8个。一季度开会。", {"8个": Q1}, "says 前三季度 of 8个, not 2030-Q1"),
        ("一季度“开门红”：引进8个。", {"8个": YEAR}, "paragraph 1 says 一季度 of 8个, not 2030"),
        ("一至三季度引进8个。一季度开会。", {"8个": Q1}, "paragraph 1 says 一至三季度 of 8个, not 2030-Q1"),
        ("前11个月引进8个。一季度开会。", {"8个": Q1}, "paragraph 1 says 前11个月 of 8个, not 2030-Q1"),
        ("２０２９年引进8个。", {"8个": "claim: actual, period: 2030"}, "says ２０２９年 of 8个, not 2030"),
        ("9月底前开工8个。", {"8个": "claim: plan, period: 2030-09"}, "paragraph 1 says 9月底前 of 8个"),
    ],
)  # fmt: skip
def test_another_period_than_that_of_its_clause(
    minimal: Project, paragraph: str, figures: dict[str, str], message: str
) -> None:
    codes = _said(minimal, paragraph, figures)
    assert [code for code, _ in codes] == ["contradicted-period"]
    assert message in codes[0][1]


@pytest.mark.parametrize(
    ("paragraph", "figure", "message"),
    [
        (
            "力争引进8个。",
            "claim: actual, period: unstated",
            "says 力争 of 8个, which is still to be reached, so it is no 'actual'",
        ),
        (
            "今年计划引进8个。",
            "claim: actual, period: 2030",
            "says 计划 of 8个, which is still to be reached, so it is no 'actual'",
        ),
        (
            "计划今年引进8个。",
            "claim: actual, period: 2030",
            "says 计划 of 8个, which is still to be reached, so it is no 'actual'",
        ),
        (
            "回望上一年，引进8个。",
            "claim: target, period: 2029",
            "says 上一年 of 8个, which is over in a briefing of 2030, so it is no 'target'",
        ),
        (
            "今年将引进8个。",
            "claim: actual, period: 2030",
            "says 将 of 8个, which is still to be reached, so it is no 'actual'",
        ),
        (
            "去年引进8个。",
            "claim: target, period: 2029",
            "says 去年 of 8个, which is over in a briefing of 2030, so it is no 'target'",
        ),
        ("已引进8个。", "claim: plan, period: unstated", "says 已 of 8个, which has been reached, so it is no 'plan'"),
        (
            "完成了8个。",
            "claim: target, period: unstated",
            "says 完成了 of 8个, which has been reached, so it is no 'target'",
        ),
    ],
)
def test_another_claim_than_that_of_its_clause(minimal: Project, paragraph: str, figure: str, message: str) -> None:
    codes = _said(minimal, paragraph, {"8个": figure})
    assert [code for code, _ in codes] == ["contradicted-claim"]
    assert message in codes[0][1]


PROJECTS = {"12个": "claim: plan, period: unstated", "16个": "claim: plan, period: unstated"}


@pytest.mark.parametrize(
    ("paragraph", "of", "message"),
    [
        ("开工总投资5亿元的12个项目，续建16个项目。", "of-16", "paragraph 1 says 5亿元 of 12个, not of of-16"),
        ("开工12个项目，总投资5亿元，续建16个项目。", "of-16", "paragraph 1 says 5亿元 of 12个, not of of-16"),
        ("开工12个项目，续建16个项目、投资5亿元。", "of-12", "paragraph 1 says 5亿元 of 16个, not of of-12"),
    ],
)
def test_an_amount_of_other_things(minimal: Project, paragraph: str, of: str, message: str) -> None:
    figures = {"5亿元": f"claim: plan, period: unstated, of: {of}"} | PROJECTS
    assert _said(minimal, paragraph, figures) == [("contradicted-of", message)]
    other = {"of-16": "of-12", "of-12": "of-16"}[of]
    assert _said(minimal, paragraph, {"5亿元": f"claim: plan, period: unstated, of: {other}"} | PROJECTS) == []


def test_a_part_of_another_whole(minimal: Project) -> None:
    paragraph = "46个项目中，已开工18个，另外储备120个。"
    whole = dict.fromkeys(("46个", "120个"), "claim: context, period: unstated")
    part = "claim: actual, period: unstated, part_of: of-{}"
    message = "paragraph 1 says 18个 of 46个, not of of-120"
    assert _said(minimal, paragraph, whole | {"18个": part.format(120)}) == [("contradicted-of", message)]
    assert _said(minimal, paragraph, whole | {"18个": part.format(46)}) == []


PLAN, Q2 = "claim: plan, period: 2030", "claim: target, period: 2030-Q2"


@pytest.mark.parametrize(
    ("paragraph", "figures", "missing", "added"),
    [
        ("储备46个，其中开工18个。", {"46个": PLAN}, ("18个", PLAN), "part_of: of-46"),
        ("储备46个，投资5亿元，其中开工18个。", {"46个": PLAN, "5亿元": PLAN}, ("18个", PLAN), "part_of: of-46"),
        ("46个项目中，开工18个。", {"46个": PLAN}, ("18个", PLAN), "part_of: of-46"),
        ("开工总投资5亿元的12个项目。", {"12个": PLAN}, ("5亿元", PLAN), "of: of-12"),
        ("开工12个项目，总投资5亿元。", {"12个": PLAN}, ("5亿元", PLAN), "of: of-12"),
        ("今年引进8个、力争9个。", {"8个": YEAR}, ("9个", YEAR), "stretch_of: of-8"),
        ("一季度末4个，二季度末10个。", {"4个": Q1}, ("10个", Q2), "cumulative: true"),
    ],
)
def test_a_relation_that_is_missing(
    minimal: Project, paragraph: str, figures: dict[str, str], missing: tuple[str, str], added: str
) -> None:
    stated, rest = missing
    codes = _said(minimal, paragraph, figures | {stated: rest})
    assert [code for code, _ in codes] == ["missing-relation"]
    assert f"add '{added}', or say in 'note' why not" in minimal.run("check").err
    for answer in (added, "note: {zh: 说明, en: A note}"):
        assert _said(minimal, paragraph, figures | {stated: f"{rest}, {answer}"}) == []


@pytest.mark.parametrize(
    ("paragraph", "figures"),
    [
        ("储备46个。其中已开工18个。", {"46个": PLAN, "18个": PLAN}),
        ("储备18个，其中最大的46个。", {"46个": PLAN, "18个": PLAN}),
        ("引进12个，到位资金5亿元。", {"12个": PLAN, "5亿元": PLAN}),
        ("力争引进8个，力争再引进9个。", {"8个": YEAR, "9个": YEAR}),
        ("一季度引进4个，二季度引进10个。", {"4个": Q1, "10个": Q2}),
        ("其中已开工18个。", {"18个": PLAN}),
    ],
)
def test_figures_without_a_relation(minimal: Project, paragraph: str, figures: dict[str, str]) -> None:
    assert [each for each in _said(minimal, paragraph, figures) if each[0] == "missing-relation"] == []


def test_a_stretch_goal_that_is_none(minimal: Project) -> None:
    paragraph, stretch = "今年引进8个、力争9个。", f"{YEAR}, stretch_of: of-{{}}"
    message = "paragraph 1 says nothing like 力争 of 8个"
    assert _said(minimal, paragraph, {"9个": YEAR, "8个": stretch.format(9)}) == [("contradicted-of", message)]
    assert _said(minimal, paragraph, {"8个": YEAR, "9个": stretch.format(8)}) == []


@pytest.mark.parametrize(
    ("paragraph", "figure", "message"),
    [
        ("一季度末累计引进8个。", Q1, "paragraph 1 says 累计 of 8个"),
        ("一季度引进8个。", f"{Q1}, cumulative: true", "paragraph 1 says nothing like 累计 of 8个"),
    ],
)
def test_a_sum_that_is_none(minimal: Project, paragraph: str, figure: str, message: str) -> None:
    codes = _said(minimal, paragraph, {"8个": figure})
    assert [code for code, _ in codes] == ["contradicted-sum"]
    assert message in codes[0][1]


def test_a_figure_that_the_speech_corrects(minimal: Project) -> None:
    paragraph, first, last = "引进24个（以21个为准）。", {"24个": YEAR}, {"21个": YEAR}
    message = "paragraph 1 corrects 24个: 以21个为准"
    assert _said(minimal, paragraph, first) == [("contradicted-value", message)]
    assert _said(minimal, paragraph, first | last) == [("contradicted-value", message)]
    assert _said(minimal, paragraph, {"24个": f"{YEAR}, supersedes: of-21"} | last) == [("contradicted-value", message)]
    assert _said(minimal, paragraph, first | {"21个": f"{YEAR}, supersedes: of-24"}) == []
    assert _said(minimal, paragraph, last) == []


def test_a_figure_that_a_later_paragraph_corrects(minimal: Project) -> None:
    paragraph = "引进24个。\n[2] 以21个为准。"
    figures = {"24个": YEAR, "21个": f"{YEAR}, at: 2"}
    message = "paragraph 2 corrects a number by 21个: 以…为准"
    assert _said(minimal, paragraph, figures) == [("contradicted-value", message)]
    assert _said(minimal, paragraph, figures | {"21个": f"{YEAR}, at: 2, supersedes: of-24"}) == []


@pytest.mark.parametrize("paragraph", ["曾报24个，以核定的21个为准。", "稿子写24个，现调整为21个，以此为准。"])
def test_a_correction_in_other_words(minimal: Project, paragraph: str) -> None:
    assert [code for code, _ in _said(minimal, paragraph, {"24个": YEAR})] == ["contradicted-value"]


def test_a_year_of_a_measure_whose_paragraph_names_a_quarter(minimal: Project) -> None:
    measure = "{{id: a, theme: promotion, title: {{zh: 招商, en: A}}, text: {{zh: 招商。, en: A.}}, at: 1, {}}}"
    message = "paragraph 1 says 一季度, and nowhere 2030"
    assert _said(minimal, "一季度招商。", {}, measure.format("period: 2030")) == [("contradicted-period", message)]
    assert _said(minimal, "一季度招商。", {}, measure.format("period: 2030-Q1")) == []
    assert _said(minimal, "今年一季度招商，全年不停。", {}, measure.format("period: 2030-Q1")) == []
    assert _said(minimal, "去年10月招商。", {}, measure.format("period: 2029-10")) == []
    message = "paragraph 1 says 去年、今年、9月底前, and nowhere 2029-09"
    after = "去年招商，今年9月底前再招。"
    assert _said(minimal, after, {}, measure.format("by: 2029-09")) == [("contradicted-period", message)]
    assert _said(minimal, after, {}, measure.format("by: 2030-09")) == []


@pytest.mark.parametrize(
    ("paragraph", "figures"),
    [
        ("去年引进8个，今年力争引进20个。", {"8个": RESULT, "20个": YEAR}),
        ("在去年8个的基础上力争引进20个。", {"8个": RESULT, "20个": YEAR}),
        ("今年将引进20个（去年为8个）。", {"8个": RESULT, "20个": YEAR}),
        ("2030年，甲县力争引进20个。", {"20个": YEAR}),
        ("2030年，甲县力争引进20个。", {"20个": "claim: target, period: unstated"}),
        ("力争一季度引进8个，全年引进20个。", {"8个": Q1, "20个": YEAR}),
        ("年底前开工8个。", {"8个": "claim: plan, by: 2030"}),
        ("9月底前开工8个。", {"8个": "claim: plan, by: 2030-09"}),
        ("8个项目一季度签约、年底前开工。", {"8个": "claim: plan, period: 2030-Q1"}),
        ("已建成8个，开工20个。", {"8个": "claim: actual, period: unstated", "20个": "claim: plan, period: unstated"}),
        ("力争比去年增加8个。", {"8个": YEAR}),
        ("去年引进8个，今年再引进8个。", {"8个": YEAR}),
        ("去年有起色。全年引进8个。", {"8个": RESULT}),
        ("今年前三季度要引进8个，全年20个。", {"20个": YEAR}),
        ("一季度末累计引进8个。", {"8个": f"{Q1}, cumulative: true"}),
        ("前三季度引进8个。", {"8个": "claim: target, period: 2030-Q1/2030-Q3, cumulative: true"}),
    ],
)  # fmt: skip
def test_a_figure_that_agrees(minimal: Project, paragraph: str, figures: dict[str, str]) -> None:
    assert _said(minimal, paragraph, figures) == []


def test_a_period_that_no_paragraph_names_is_reported_once(minimal: Project) -> None:
    assert _said(minimal, "9月底前引进8个。", {"8个": "claim: plan, by: 2030-11"}) == []
    assert minimal.run("check").err.count("error[period-not-stated]") == 1
    assert _said(minimal, "9月底前引进8个，11月引进9个。", {"8个": "claim: plan, by: 2030-11"}) != []
    assert minimal.run("check").err.count("period-not-stated") == 0


def test_a_note_answers_a_period_and_no_claim(minimal: Project) -> None:
    note = "note: {zh: 另见题目, en: See the headline}"
    assert _said(minimal, "一季度引进8个。", {"8个": f"{YEAR}, {note}"}) == []
    assert _said(minimal, "去年引进8个。", {"8个": f"{YEAR}, {note}"}) != []


def test_a_waiver_answers_until_the_figure_changes(minimal: Project) -> None:
    assert _said(minimal, "去年引进8个。", {"8个": "claim: plan, period: 2029"}) != []
    hash_ = re.search("contradicted-claim, of: ([0-9a-f]{16})", minimal.run("check").err)
    assert hash_
    waive = f"waive: [{{code: contradicted-claim, of: {hash_[1]}, reason: planned then}}]"
    assert _said(minimal, "去年引进8个。", {"8个": f"claim: plan, period: 2029, {waive}"}) == []
    assert "waiver" not in minimal.run("check").err
    assert _said(minimal, "去年引进8个。", {"8个": f"claim: target, period: 2029, {waive}"}) != []
    assert "error[lapsed-waiver]: the figure is not the one that was waived" in minimal.run("check").err
    assert _said(minimal, "如今引进8个。", {"8个": f"claim: plan, period: unstated, {waive}"}) == []
