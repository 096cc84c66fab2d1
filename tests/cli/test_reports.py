"""Problems as they are printed, and the rules behind their codes."""

from __future__ import annotations

import json
import re

import pytest
from conftest import ROOT, SITES, Workplace, run

from briefing.engine.rules import RULES, handbook

ALPHA = "content/demo-2030/alpha.yaml"
SHOWN = "\n".join(path.read_text("utf-8") for path in sorted((SITES / "bad").glob("*/expected.txt")))
ELSEWHERE = {
    *("too-large", "unreadable", "no-briefing", "source-text", "missing-glyph", "leads-out"),
    *("address-gone", "placeholder-address"),
}
"""Codes whose causes no tree of small files can hold; other tests bring them about."""


@pytest.fixture
def wrong(minimal: Workplace) -> Workplace:
    minimal.edit(ALPHA, "value: 90\n", "value: 900\n")
    return minimal


def test_text_shows_both_lines_with_a_caret(wrong: Workplace) -> None:
    err = wrong.run("check").err
    assert f"{ALPHA}:11:5: error[double-entry]: '90个以上' reads as 90, not 900; correct either\n" in err
    assert "    11 |     value: 900\n       |     ^\n" in err
    assert f'{ALPHA}:14:5: the other side\n    14 |     stated: "90个以上"\n' in err


def test_json_is_one_list_on_standard_output(wrong: Workplace) -> None:
    outcome = wrong.run("check", "--format=json")
    first = next(each for each in json.loads(outcome.out) if each["code"] == "double-entry")
    assert (first["file"], first["line"], first["column"], first["severity"]) == (ALPHA, 11, 5, "error")
    assert first["other"] == {"file": ALPHA, "line": 14, "column": 5}


def test_json_of_a_site_without_problems_is_an_empty_list(minimal: Workplace) -> None:
    assert json.loads(minimal.run("check", "--format=json").out) == []


def test_github_gets_an_annotation_for_each_problem(wrong: Workplace) -> None:
    out = wrong.run("check", "--format=github").out
    assert f"::error file={ALPHA},line=11,col=5,title=double-entry::'90个以上' reads as 90" in out


def test_an_annotation_cannot_be_broken_out_of(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "theme: promotion", 'theme: "x%\\n::error::y"')
    out = minimal.run("check", "--format=github").out
    assert all(line.startswith("::error file=") for line in out.splitlines())


def test_a_caret_stands_under_the_character_in_a_line_of_han(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "zh: 主动外出招商。", 'zh: "主动外出,招商。"')
    said = minimal.run("check").err.partition("error[half-width]")[2].split("\n")
    line, caret = (text.partition(" | ")[2] for text in said[1:3])
    width = sum(2 if character > "\u2e80" else 1 for character in line[: line.index(",招商")])
    assert caret.index("^") == width


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_code_is_explained_with_examples(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "explain", code)
    assert outcome.status == 0
    assert outcome.out.startswith(f"{code} ({RULES[code].severity}")
    assert "\nWrong:\n" in outcome.out
    assert "\nRight:\n" in outcome.out


def test_an_unknown_code_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "explain", "double-entri")
    assert outcome.status == 2
    assert "did you mean 'double-entry'?" in outcome.err


def test_the_handbook_is_committed_as_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain").out == handbook() == (ROOT / "docs/checks.md").read_text("utf-8")


def test_every_problem_of_the_bad_sites_has_a_rule_and_every_rule_a_bad_site() -> None:
    shown = set(re.findall(r": (?:error|warning)\[([a-z-]+)\]: ", SHOWN))
    assert shown <= RULES.keys()
    assert RULES.keys() - shown == ELSEWHERE
