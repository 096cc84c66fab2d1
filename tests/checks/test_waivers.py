"""A waiver sets a rule aside for one text as it stands, and no longer."""

import re

import pytest

from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"
BEFORE = "text: {zh: 主动外出招商。, en: It will scout for investors.}"
AFTER = 'text: {zh: 设立2个招商组。, en: "It will set up a few teams."}'


@pytest.fixture
def waived(minimal: Project) -> Project:
    """Return a site with a text that breaks a rule, and the waiver that the problem proposes."""
    minimal.replace(ALPHA, BEFORE, AFTER)
    proposed = re.search(r"waive: \[\{code: unequal-numbers, of: (\w+), ", minimal.run("check").err)
    assert proposed
    waiver = f"waive: [{{code: unequal-numbers, of: {proposed[1]}, reason: the number is given elsewhere}}]"
    minimal.replace(ALPHA, 'a few teams."', f'a few teams.", {waiver}')
    return minimal


def test_the_waiver_that_a_problem_proposes_sets_it_aside(waived: Project) -> None:
    outcome = waived.run("build")
    assert outcome.status == 0
    assert "error[unequal-numbers]" not in outcome.err


def test_a_waiver_lapses_when_the_text_changes(waived: Project) -> None:
    waived.replace(ALPHA, "设立2个", "设立3个")
    err = waived.run("check").err
    assert "error[unequal-numbers]" in err
    assert "error[lapsed-waiver]" in err


def test_a_waiver_does_not_change_what_a_reader_sees(waived: Project) -> None:
    waived.run("build")
    assert "a few teams" in waived.read("site/en/demo-2030/alpha/index.html")
    assert not [path for path in waived.output.rglob("*.html") if "waive" in path.read_text("utf-8")]
