"""Each number of a paragraph has the words of its own clause that say when, how sure, and of what."""

import pytest

from briefing.editor.index import indexed
from briefing.numbers.accounts import SourceReader
from briefing.numbers.periods import periods_named


def _cues(text: str) -> dict[str, list[str]]:
    paragraph = indexed(text, SourceReader("zh")(text).found)
    return dict(zip(paragraph.figures, map(list, paragraph.cues or [()] * len(paragraph.figures)), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争一季度引进8个项目。", {"8个": ["力争", "一季度"]}),
        ("去年10月签约5个，今年1月签约3个。", {"5个": ["去年10月"], "3个": ["今年1月"]}),
        ("去年10月签约5个，1月开工3个。", {"5个": ["去年10月"], "3个": ["去年10月…1月"]}),
        ("2022年12月底前引进8个。", {"8个": ["2022年12月底前"]}),
        ("8个项目一季度签约、年底前开工。", {"8个": ["一季度", "年底前"]}),
        ("上半年引进8个，全年引进20个。", {"8个": ["上半年"], "20个": ["全年"]}),
    ],
)
def test_a_figure_has_the_period_of_its_clause(text: str, expected: dict[str, list[str]]) -> None:
    assert _cues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年引进20个，到位资金5亿元。", {"20个": ["去年"], "5亿元": ["去年", "20个…"]}),
        ("去年引进20个。到位资金5亿元。", {"20个": ["去年"], "5亿元": []}),
        ("去年，全县引进20个；今年力争30个。", {"20个": ["去年"], "30个": ["今年", "力争"]}),
        ("今年将引进24个（去年为20个）。", {"24个": ["今年", "将"], "20个": ["去年"]}),
        ("对去年签约的5个项目加强服务，开工3个。", {"5个": [], "3个": []}),
    ],
)
def test_a_period_holds_to_the_end_of_its_sentence(text: str, expected: dict[str, list[str]]) -> None:
    assert _cues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已建成10个，在建20个。", {"10个": ["已"], "20个": []}),
        ("10个已开工、5个计划开工。", {"10个": ["已"], "5个": ["计划"]}),
        ("力争引进30个、到位5亿元。", {"30个": ["力争"], "5亿元": ["力争", "30个…"]}),
        ("去年实现产值5亿元。", {"5亿元": ["去年", "实现"]}),
        ("引进了30个。", {"30个": ["了"]}),
        ("截至目前，建成3个。", {"3个": ["截至"]}),
    ],
)
def test_a_figure_has_the_words_that_say_how_sure_it_is(text: str, expected: dict[str, list[str]]) -> None:
    assert _cues(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "比去年增加8个。",
        "比去年同期多8个。",
        "即将近8个。",
        "主要引进8个。",
        "实施“2030年”计划，8个。",
        "为了解8个项目。",
        "已签约的8个项目。",
        "自2021年起8个。",
        "2021年以来8个。",
    ],
)
def test_comparisons_names_and_parts_of_words_are_no_cues(text: str) -> None:
    assert list(_cues(text).values()) == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总投资5亿元的2个项目、总投资6亿元的3个项目。", {"5亿元": ["的2个"], "6亿元": ["的3个"]}),
        ("开工2个项目，总投资5亿元。", {"5亿元": ["2个…总投资"]}),
        ("4个产值超10亿元的企业。", {"超10亿元": ["4个…"]}),
        ("新增2户，全年引资5亿元。", {"5亿元": ["全年", "2户…"]}),
    ],
)
def test_an_amount_has_the_number_of_things_it_is_about(text: str, expected: dict[str, list[str]]) -> None:
    assert {stated: found for stated, found in _cues(text).items() if found} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引进24个（以21个为准）。", {"24个": ["以21个为准"], "21个": ["以…为准"]}),
        ("所报24家有误，应为21家。", {"24家": ["应为21家"], "21家": ["应为"]}),
        ("投资5亿元、24个项目，更正为21个。", {"5亿元": [], "24个": ["更正为21个"], "21个": ["更正为"]}),
    ],
)
def test_a_corrected_figure_names_its_correction(text: str, expected: dict[str, list[str]]) -> None:
    assert _cues(text) == expected


@pytest.mark.parametrize(
    ("text", "period"), [("10月31日前", "2030-10"), ("2029年十月底前", "2029-10"), ("1月15日", "2030-01")]
)
def test_a_day_is_part_of_its_deadline(text: str, period: str) -> None:
    found = SourceReader("zh")(f"{text}开工8个。").found
    assert indexed(f"{text}开工8个。", found).cues == ((text,),)
    assert periods_named(text, 2030) == (period,)
    assert "".join(indexed(f"{text}开工8个。", found).periods) == text
