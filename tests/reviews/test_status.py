"""Reviews: what changed since a person looked is seen, whatever else moved, and only a person's look clears it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from conftest import Workplace

ALPHA = "content/demo-2030/alpha.yaml"
NAME = "demo-2030/alpha.yaml"


def accept(minimal: Workplace, *arguments: str) -> None:
    outcome = minimal.desk("accept", *arguments, "--reviewer=R. Reader", "--date=2020-02-03")
    assert (outcome.status, outcome.err) == (0, "")


def states(minimal: Workplace) -> dict[str, str]:
    listed = json.loads(minimal.desk("status", "--json").out)
    return {each["id"]: each["state"] for each in listed if each["file"] == NAME and each["state"] != "current"}


def test_everything_of_the_sample_is_reviewed(minimal: Workplace) -> None:
    assert states(minimal) == {}
    assert minimal.run("check", "--strict").err == ""


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("zh: 主动招商", "zh: 主动大力招商", "source changed"),
        ("en: Active scouting", "en: Very active scouting", "target changed"),
    ],
)
def test_one_language_changed_alone_is_an_error_until_accepted(
    minimal: Workplace, before: str, after: str, state: str
) -> None:
    minimal.edit(ALPHA, before, after)
    assert states(minimal) == {"measures/scouting/title": state}
    outcome = minimal.run("build")
    assert outcome.status == 1
    assert "error[stale-translation]" in outcome.err
    assert "R. Reader looked at it on 2030-01-02" in outcome.err
    accept(minimal, "scouting")
    assert minimal.run("build").status == 0
    assert states(minimal) == {}


def test_both_languages_changed_await_a_look_but_do_not_stop_the_build(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "zh: 主动招商, en: Active scouting", "zh: 大力招商, en: Vigorous scouting")
    assert states(minimal) == {"measures/scouting/title": "both changed"}
    outcome = minimal.run("check")
    assert outcome.status == 0
    assert "warning[not-reviewed]: 1 text or figure" in outcome.err
    assert minimal.run("check", "--strict").status == 1


def test_a_new_text_is_unrecorded_and_a_removed_one_an_orphan(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "id: scouting", "id: searching")
    minimal.edit(ALPHA, "measure: scouting", "measure: searching")
    assert states(minimal) == {
        "measures/scouting/text": "orphan",
        "measures/scouting/title": "orphan",
        "measures/searching/text": "unrecorded",
        "measures/searching/title": "unrecorded",
    }
    accept(minimal, NAME)
    assert states(minimal) == {}
    assert "scouting/" not in (minimal.folder / "content/demo-2030/reviews.yaml").read_text("utf-8")


def test_a_text_missing_in_a_language_is_said_by_status_too(minimal: Workplace) -> None:
    minimal.edit(ALPHA, ", en: Active scouting", "")
    assert states(minimal) == {"measures/scouting/title": "missing"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("period: 2030-Q1", "period: 2030"), ("claim: target", "claim: actual"), ("at: 1\n  funds", "at: 0\n  funds")],
)
def test_a_changed_figure_is_an_error_until_accepted(minimal: Workplace, before: str, after: str) -> None:
    minimal.edit(ALPHA, before, after)
    assert "figure changed" in states(minimal).values()
    assert "error[changed-figure]" in minimal.run("check").err


def test_nothing_goes_stale_by_moving_or_by_the_form_of_its_bytes(minimal: Workplace) -> None:
    path = minimal.folder / ALPHA
    text = path.read_text("utf-8")
    head, _, tail = text.partition("measures:\n")
    measures, _, rest = tail.partition("sectors:\n")
    other = measures.replace("scouting", "search").replace("主动", "再次")
    path.write_text(f"{head}measures:\n{measures}{other}sectors:\n{rest}", "utf-8")
    accept(minimal, NAME)
    path.write_text(f"{head}measures:\n{other}{measures}sectors:\n{rest}".replace("\n", "\r\n"), "utf-8")
    assert states(minimal) == {}
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")
    assert states(minimal) == {}


def test_no_look_makes_a_wrong_number_right(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "zh: 主动外出招商。, en: It will scout", "zh: 组建3个招商组。, en: Four teams will scout")
    outcome = minimal.desk("accept", "--reviewer=R. Reader")
    assert outcome.status == 1
    assert "error[unequal-numbers]" in outcome.err
    assert states(minimal) == {"measures/scouting/text": "both changed"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept",),
        ("accept", "--reviewer= "),
        ("accept", "nobody", "--reviewer=R"),
        ("accept", "--date=x", "--reviewer=R"),
    ],
)
def test_accepting_needs_a_person_and_something_there_is(minimal: Workplace, arguments: tuple[str, ...]) -> None:
    assert minimal.desk(*arguments).status == 2


def test_status_counts_the_states_of_each_file(minimal: Workplace) -> None:
    minimal.edit(ALPHA, "en: Active scouting", "en: Scouting")
    out = minimal.desk("status").out
    assert "target changed" in out.splitlines()[0]
    assert "demo-2030/alpha.yaml: measures/scouting/title: target changed" in out


def test_a_site_that_was_never_reviewed_can_be_built_and_says_so(minimal: Workplace) -> None:
    for path in (minimal.folder / "content").rglob("reviews.yaml"):
        path.unlink()
    outcome = minimal.run("build")
    assert outcome.status == 0
    assert "warning[not-reviewed]" in outcome.err


def test_the_reviews_of_a_file_that_is_gone_are_orphans(minimal: Workplace) -> None:
    minimal.without_beta()
    assert "demo-2030/beta.yaml: figures/pipeline: orphan" in minimal.desk("status").out
    accept(minimal)
    assert "beta" not in (minimal.folder / "content/demo-2030/reviews.yaml").read_text("utf-8")


def test_nothing_is_accepted_over_a_damaged_file_of_reviews(minimal: Workplace) -> None:
    path = minimal.folder / "content/demo-2030/reviews.yaml"
    path.write_text("<<<<<<< mine\n" + path.read_text("utf-8"), "utf-8")
    before = path.read_bytes()
    assert minimal.desk("accept", "--reviewer=R").status == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("target", ["text", "title", "figures", "measures"])
def test_a_field_is_no_id(minimal: Workplace, target: str) -> None:
    assert minimal.desk("accept", target, "--reviewer=R").status == 2


def test_an_id_of_several_files_needs_the_file_too(minimal: Workplace) -> None:
    minimal.edit("content/demo-2030/beta.yaml", "  pipeline:", "  funds:")
    outcome = minimal.desk("accept", "funds", "--reviewer=R")
    assert outcome.status == 2
    assert "stands in demo-2030/alpha.yaml and demo-2030/beta.yaml" in outcome.err


def test_a_file_may_be_named_without_its_folder(minimal: Workplace) -> None:
    assert "nothing to record" in minimal.desk("accept", "alpha.yaml", "--reviewer=R").out


def test_a_look_in_the_future_is_refused(minimal: Workplace) -> None:
    assert minimal.desk("accept", "--reviewer=R", "--date=2999-01-01").status == 2
