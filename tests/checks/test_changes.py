"""The log of changes: no value of a figure changes without an entry."""

import re

import pytest

from tests.support.project import Project, add_change

ALPHA, BETA = "content/demo-2030/alpha.yaml", "content/demo-2030/beta.yaml"
REVIEWS = "content/demo-2030/reviews.yaml"
LOG = "content/demo-2030/changes.yaml"


def restate(minimal: Project, before: int, after: int) -> None:
    """Change a figure as the source and both of its entries have it."""
    minimal.replace(ALPHA, f"value: {before}\n", f"value: {after}\n")
    for file in (ALPHA, "content/demo-2030/source.yaml"):
        minimal.replace(file, f'"{before}个以上"', f'"{after}个以上"')


def accept(minimal: Project) -> None:
    outcome = minimal.run_editor("accept", "new-projects", "--reviewer=R. Reader", "--date=2020-02-03")
    assert (outcome.status, outcome.err) == (0, "")


def warnings(minimal: Project) -> list[str]:
    return re.findall(r"warning\[(unlogged-change|logged-in-vain)\]", minimal.run("check").err)


def accepted_values(minimal: Project) -> str:
    """Return the values that reviews.yaml keeps of a figure."""
    line = re.search(r"figures/new-projects: .*", minimal.read(REVIEWS))
    found = re.search(r'"values": \[(.*?)\]', line[0] if line else "")
    return found[1] if found else ""


def test_an_unlogged_change_is_said_with_the_lines_to_add(minimal: Project) -> None:
    restate(minimal, 90, 95)
    err = minimal.run("check").err
    assert f"{ALPHA}:11:5: warning[unlogged-change]: the value was at-least 90 project, is at-least 95 project," in err
    assert "demo-2030/changes.yaml does not say so" in err
    assert 'add at its top: - {id: …, date: "…", text: {zh: …, en: …}, figures: {alpha: [new-projects]}}\n' in err


def test_an_entry_that_names_the_figure_settles_it(minimal: Project) -> None:
    restate(minimal, 90, 95)
    add_change(minimal, "second", "2030-02-01", "{alpha: [new-projects]}")
    assert warnings(minimal) == []
    accept(minimal)
    assert warnings(minimal) == []


def test_accepting_the_figure_is_no_substitute_for_an_entry(minimal: Project) -> None:
    restate(minimal, 90, 95)
    accept(minimal)
    assert accepted_values(minimal) == '"at-least 90 project", "at-least 95 project"'
    assert warnings(minimal) == ["unlogged-change"]
    add_change(minimal, "second", "2030-02-01", "{alpha: [funds]}")
    assert sorted(warnings(minimal)) == ["logged-in-vain", "unlogged-change"]


def test_each_change_needs_an_entry_and_going_back_is_one(minimal: Project) -> None:
    restate(minimal, 90, 95)
    accept(minimal)
    restate(minimal, 95, 90)
    add_change(minimal, "second", "2030-02-01", "{alpha: [new-projects]}")
    message = "the value was at-least 90 project, then at-least 95 project, is at-least 90 project, and"
    assert f"{message} demo-2030/changes.yaml says so 1 of 2 times" in minimal.run("check").err
    add_change(minimal, "third", "2030-02-01", "{alpha: [new-projects]}")
    assert warnings(minimal) == []
    accept(minimal)
    assert warnings(minimal) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("value: 90\n", "value: 91\n"), ("bound: at-least", "bound: more-than"), ("unit: project", "unit: cny")],
)
def test_a_value_is_a_number_a_bound_and_a_unit(minimal: Project, before: str, after: str) -> None:
    minimal.replace(ALPHA, before, after)
    assert warnings(minimal) == ["unlogged-change"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("period: 2030\n", "period: 2030-Q1\n"),
        ("claim: target", "claim: plan"),
        ("at: 1\n  funds", "at: 1\n    scope: {zh: 工业项目, en: Industrial projects}\n  funds"),
        ("value: 38.76 billion", "value: 38760 million"),
    ],
)
def test_nothing_else_of_a_figure_is_its_value(minimal: Project, before: str, after: str) -> None:
    minimal.replace(ALPHA, before, after)
    assert warnings(minimal) == []
    minimal.run_editor("accept", "new-projects", "--reviewer=R. Reader")
    assert accepted_values(minimal) == '"at-least 90 project"'


def test_a_range_changes_at_either_end(minimal: Project) -> None:
    minimal.replace(BETA, "high: 4", "high: 5")
    assert f"{BETA}:11:5: warning[unlogged-change]: the value was range 2–4 project" in minimal.run("check").err


def test_a_review_without_values_begins_with_the_present(minimal: Project) -> None:
    minimal.write(REVIEWS, re.sub(r' "values": \[.*?\],', "", minimal.read(REVIEWS)))
    restate(minimal, 90, 95)
    assert warnings(minimal) == []
    accept(minimal)
    assert accepted_values(minimal) == '"at-least 95 project"'


def test_a_figure_that_was_never_accepted_has_not_changed(minimal: Project) -> None:
    (minimal.folder / REVIEWS).unlink()
    restate(minimal, 90, 95)
    assert warnings(minimal) == []


def test_without_a_log_every_change_is_unlogged(minimal: Project) -> None:
    (minimal.folder / LOG).unlink()
    assert minimal.run("build").status == 0
    assert not list(minimal.output.rglob("changes.xml"))
    assert (minimal.output / "en/demo-2030/changes/index.html").is_file()
    restate(minimal, 90, 95)
    assert warnings(minimal) == ["unlogged-change"]


def test_an_entry_names_figures_of_speeches_only(minimal: Project) -> None:
    known = minimal.read("content/places.yaml")
    minimal.write("content/places.yaml", known + known.partition("beta:")[0].replace("alpha:", "gamma:"))
    add_change(minimal, "second", "2030-02-01", "{gamma: [new-projects]}")
    err = minimal.run("check").err
    assert "error[change-of-no-figure]: gamma did not speak in demo-2030; known are: alpha, beta" in err


def test_an_entry_is_reviewed_by_its_id(minimal: Project) -> None:
    minimal.replace(LOG, "en: Published for the first time.", "en: First published.")
    assert "error[stale-translation]" in minimal.run("check").err
    assert minimal.run_editor("accept", "first", "--reviewer=R").status == 0
    assert minimal.run("check", "--strict").status == 0
