"""A date in prose that no paragraph names is reported, if it is wrong in every language; others are parity's."""

import pytest

from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"
SUMMARY = 'summary: {zh: "甲县要引进{new-projects}项目。[1]", en: "Alpha is to bring in {new-projects}. [1]"}'


def _said(minimal: Project, zh: str, en: str) -> str:
    summary = SUMMARY.replace("甲县", f"{zh}，甲县").replace("Alpha", f"{en}, Alpha")
    minimal.replace(ALPHA, SUMMARY, summary)
    return minimal.run("check").err


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2031年", "In 2031"),
        ("到2035年", "By 2035"),
        ("9月底前", "By the end of September"),
        ("二季度", "In the second quarter"),
        ("上半年", "In the first half of the year"),
    ],
)
def test_a_date_that_no_paragraph_names(minimal: Project, zh: str, en: str) -> None:
    err = _said(minimal, zh, en)
    assert "warning[unstated-date]" in err
    assert "unequal-numbers" not in err


@pytest.mark.parametrize(
    ("zh", "en"), [("2030年", "In 2030"), ("一季度", "In the first quarter"), ("三年内", "Within three years")]
)
def test_a_date_that_a_paragraph_names(minimal: Project, zh: str, en: str) -> None:
    assert "unstated-date" not in _said(minimal, zh, en)


def test_a_date_wrong_in_one_language_is_reported_once(minimal: Project) -> None:
    err = _said(minimal, "2031年", "In 2030")
    assert "unequal-numbers" in err
    assert "unstated-date" not in err
