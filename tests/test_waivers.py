"""A waiver sets a rule aside for one text, as it stands, and no longer."""

from __future__ import annotations

import re

from conftest import Workplace

ALPHA = "content/demo-2030/alpha.yaml"
BEFORE = "text: {zh: 主动外出招商。, en: It will scout for investors.}"
AFTER = 'text: {zh: 设立2个招商组。, en: "It will set up a few teams."}'


def waived(minimal: Workplace) -> None:
    """Write a text that breaks a rule, and the waiver that the problem itself proposes."""
    minimal.edit(ALPHA, BEFORE, AFTER)
    said = re.search(r"waive: \[\{code: unequal-numbers, of: (\w+), ", minimal.run("check").err)
    assert said
    waiver = f"waive: [{{code: unequal-numbers, of: {said[1]}, reason: the number is given elsewhere}}]"
    minimal.edit(ALPHA, 'a few teams."', f'a few teams.", {waiver}')


def test_the_waiver_that_a_problem_proposes_sets_it_aside(minimal: Workplace) -> None:
    waived(minimal)
    outcome = minimal.run("build")
    assert outcome.status == 0
    assert "error[unequal-numbers]" not in outcome.err


def test_it_lapses_when_the_text_changes_in_either_language(minimal: Workplace) -> None:
    waived(minimal)
    minimal.edit(ALPHA, "设立2个", "设立3个")
    err = minimal.run("check").err
    assert "error[unequal-numbers]" in err
    assert "error[lapsed-waiver]" in err


def test_it_does_not_change_what_a_reader_sees(minimal: Workplace) -> None:
    waived(minimal)
    minimal.run("build")
    assert "a few teams" in (minimal.output / "en/demo-2030/alpha/index.html").read_text("utf-8")
    assert not [path for path in minimal.output.rglob("*.html") if "waive" in path.read_text("utf-8")]
