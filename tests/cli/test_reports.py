"""Problems as they are printed: as text with a caret, as JSON, as annotations of GitHub."""

import json

import pytest

from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"


@pytest.fixture
def wrong(minimal: Project) -> Project:
    minimal.replace(ALPHA, "value: 90\n", "value: 900\n")
    return minimal


def test_text_shows_both_lines_with_a_caret(wrong: Project) -> None:
    err = wrong.run("check").err
    assert f"{ALPHA}:11:5: error[double-entry]: '90个以上' reads as 90, not 900; correct either\n" in err
    assert "    11 |     value: 900\n       |     ^\n" in err
    assert f'{ALPHA}:14:5: the other side\n    14 |     stated: "90个以上"\n' in err


def test_json_is_one_list_on_standard_output(wrong: Project) -> None:
    outcome = wrong.run("check", "--format=json")
    first = next(each for each in json.loads(outcome.out) if each["code"] == "double-entry")
    assert (first["file"], first["line"], first["column"], first["severity"]) == (ALPHA, 11, 5, "error")
    assert first["other"] == {"file": ALPHA, "line": 14, "column": 5}


def test_json_without_problems_is_an_empty_list(minimal: Project) -> None:
    assert json.loads(minimal.run("check", "--format=json").out) == []


def test_github_gets_an_annotation_for_each_problem(wrong: Project) -> None:
    out = wrong.run("check", "--format=github").out
    assert f"::error file={ALPHA},line=11,col=5,title=double-entry::'90个以上' reads as 90" in out


def test_an_annotation_cannot_be_broken_out_of(minimal: Project) -> None:
    minimal.replace(ALPHA, "theme: promotion", 'theme: "x%\\n::error::y"')
    out = minimal.run("check", "--format=github").out
    assert all(line.startswith("::error file=") for line in out.splitlines())


def test_a_caret_stands_under_its_character_in_a_line_of_han(minimal: Project) -> None:
    minimal.replace(ALPHA, "zh: 主动外出招商。", 'zh: "主动外出,招商。"')
    said = minimal.run("check").err.partition("error[half-width]")[2].split("\n")
    line, caret = (text.partition(" | ")[2] for text in said[1:3])
    width = sum(2 if character > "\u2e80" else 1 for character in line[: line.index(",招商")])
    assert caret.index("^") == width


def test_check_of_a_file_shows_its_problems_only(minimal: Project) -> None:
    minimal.replace("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    minimal.replace("content/demo-2030/beta.yaml", "high: 4", "high: 5")
    outcome = minimal.run("check", "content/demo-2030/beta.yaml")
    assert outcome.status == 1
    assert "beta.yaml:15:5: the other side" in outcome.err
    assert "alpha.yaml" not in outcome.err
    assert minimal.run("check", "demo-2030/beta.yaml").err == outcome.err
    outcome = minimal.run("check", "places.yaml")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("check: no problem in the files named, ")
    assert minimal.run("check", "--format=json", "places.yaml").out == "[]\n"
    assert minimal.run("check", "nowhere.yaml").status == 2
