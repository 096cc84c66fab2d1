"""`accept`: a person records a look at texts and figures; what is wrong, damaged or in the future is refused."""

import json

import pytest

from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"


def test_a_wrong_number_cannot_be_accepted(minimal: Project) -> None:
    minimal.replace(ALPHA, "zh: 主动外出招商。, en: It will scout", "zh: 组建3个招商组。, en: Four teams will scout")
    outcome = minimal.run_editor("accept", "--reviewer=R. Reader")
    assert outcome.status == 1
    assert "error[unequal-numbers]" in outcome.err
    assert "demo-2030/alpha.yaml: measures/scouting/text: both changed" in minimal.run_editor("status").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept",),
        ("accept", "--reviewer= "),
        ("accept", "nobody", "--reviewer=R"),
        ("accept", "--date=x", "--reviewer=R"),
    ],
)
def test_accept_needs_a_reviewer_and_something_that_exists(minimal: Project, arguments: tuple[str, ...]) -> None:
    assert minimal.run_editor(*arguments).status == 2


def test_a_damaged_file_of_reviews_is_never_overwritten(minimal: Project) -> None:
    path = minimal.folder / "content/demo-2030/reviews.yaml"
    path.write_text("<<<<<<< mine\n" + path.read_text("utf-8"), "utf-8")
    before = path.read_bytes()
    assert minimal.run_editor("accept", "--reviewer=R").status == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("target", ["text", "title", "figures", "measures"])
def test_the_name_of_a_field_is_no_id(minimal: Project, target: str) -> None:
    assert minimal.run_editor("accept", target, "--reviewer=R").status == 2


def test_an_id_of_several_files_needs_the_file_too(minimal: Project) -> None:
    minimal.replace("content/demo-2030/beta.yaml", "  pipeline:", "  funds:")
    outcome = minimal.run_editor("accept", "funds", "--reviewer=R")
    assert outcome.status == 2
    assert "stands in demo-2030/alpha.yaml and demo-2030/beta.yaml" in outcome.err


def test_a_file_may_be_named_without_its_folder(minimal: Project) -> None:
    assert "nothing to record" in minimal.run_editor("accept", "alpha.yaml", "--reviewer=R").out


def test_a_review_in_the_future_is_refused(minimal: Project) -> None:
    outcome = minimal.run_editor("accept", "--reviewer=R", "--date=2999-01-01")
    assert outcome.status == 2
    assert "2999-01-01 has not come yet" in outcome.err


def test_a_slow_clock_refuses_no_day_of_an_earlier_review(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.editor.accept.today", lambda: "2020-01-01")
    minimal.reword_method()
    assert minimal.run_editor("accept", "--reviewer=R", "--date=2030-01-02").status == 0
    assert minimal.run_editor("accept", "--reviewer=R", "--date=2030-01-03").status == 2


def test_what_is_recorded_is_counted(minimal: Project) -> None:
    minimal.reword_method()
    assert "accept: 1 text or figure recorded" in minimal.run_editor("accept", "--reviewer=R").out
    minimal.replace(ALPHA, "id: scouting", "id: searching")
    minimal.replace(ALPHA, "measure: scouting", "measure: searching")
    assert "accept: 4 texts and figures recorded" in minimal.run_editor("accept", "--reviewer=R").out


@pytest.mark.parametrize("reviewer", ["W. Writer", "w.  writer"])
def test_who_wrote_may_not_accept(minimal: Project, reviewer: str) -> None:
    minimal.replace(ALPHA, "place: alpha\n", "place: alpha\neditor: W. Writer\n")
    minimal.replace(ALPHA, "zh: 主动招商, en: Active scouting", "zh: 大力招商, en: Vigorous scouting")
    before = minimal.read("content/demo-2030/reviews.yaml")
    outcome = minimal.run_editor("accept", f"--reviewer={reviewer}")
    assert outcome.status == 2
    assert f"{reviewer} is the editor of demo-2030/alpha.yaml, and who wrote may not accept" in outcome.err
    assert minimal.read("content/demo-2030/reviews.yaml") == before
    assert minimal.run_editor("accept", "--reviewer=R. Reader").status == 0


def test_who_wrote_may_accept_alone_openly(minimal: Project) -> None:
    minimal.replace(ALPHA, "place: alpha\n", "place: alpha\neditor: W. Writer\n")
    minimal.replace(ALPHA, "zh: 主动招商, en: Active scouting", "zh: 大力招商, en: Vigorous scouting")
    assert minimal.run_editor("accept", "--reviewer=W. Writer", "--alone").status == 0
    line = next(
        line for line in minimal.read("content/demo-2030/reviews.yaml").splitlines() if "scouting/title" in line
    )
    assert '"reviewer": "W. Writer", "alone": true' in line
    listed = json.loads(minimal.run_editor("status", "--json").out)
    people = {each["id"]: each["second person"] for each in listed if each["file"].endswith("alpha.yaml")}
    assert people["measures/scouting/title"] is False
    assert people["measures/scouting/text"] is True
