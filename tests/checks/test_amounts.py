"""Amounts in prose are citations; the months of a year are no amount."""

import pytest

from tests.support.project import Project

SUMMARY = 'summary: {zh: "甲县要引进{new-projects}项目。[1]", en: "Alpha is to bring in {new-projects}. [1]"}'


@pytest.mark.parametrize(("zh", "en"), [("1—4月", "January to April"), ("1月至10月", "January to October")])
def test_the_months_of_a_year_are_no_amount(minimal: Project, zh: str, en: str) -> None:
    months = SUMMARY.replace("甲县", f"{zh}，甲县").replace("Alpha", f"From {en}, Alpha")
    minimal.replace("content/demo-2030/alpha.yaml", SUMMARY, months)
    err = minimal.run("check").err
    assert "uncited-amount" not in err
    assert "unequal-numbers" not in err


def test_an_amount_is(minimal: Project) -> None:
    amount = SUMMARY.replace("{new-projects}", "95个", 1).replace("{new-projects}", "95 projects")
    minimal.replace("content/demo-2030/alpha.yaml", SUMMARY, amount)
    assert "error[uncited-amount]: “95个” is an amount" in minimal.run("check").err
