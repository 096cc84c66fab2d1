"""`accept`: a person records a look at texts and figures; what is wrong, damaged or in the future is refused."""

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
    assert minimal.run_editor("accept", "--reviewer=R", "--date=2999-01-01").status == 2
