"""Reviews: a text or figure that changed since a person looked at it is reported until a person looks again."""

import json
import unicodedata

import pytest

from tests.editor.test_index import TEXT
from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"
NAME = "demo-2030/alpha.yaml"
REVIEWS = "content/demo-2030/reviews.yaml"


def accept(minimal: Project, *arguments: str) -> None:
    outcome = minimal.run_editor("accept", *arguments, "--reviewer=R. Reader", "--date=2020-02-03")
    assert (outcome.status, outcome.err) == (0, "")


def states(minimal: Project) -> dict[str, str]:
    listed = json.loads(minimal.run_editor("status", "--json").out)
    return {each["id"]: each["state"] for each in listed if each["file"] == NAME and each["state"] != "current"}


def test_everything_of_the_sample_is_reviewed(minimal: Project) -> None:
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
    minimal: Project, before: str, after: str, state: str
) -> None:
    minimal.replace(ALPHA, before, after)
    assert states(minimal) == {"measures/scouting/title": state}
    outcome = minimal.run("build")
    assert outcome.status == 1
    assert "error[stale-translation]" in outcome.err
    assert "R. Reader looked at it on 2030-01-02" in outcome.err
    accept(minimal, "scouting")
    assert minimal.run("build").status == 0
    assert states(minimal) == {}


def test_a_change_in_both_languages_is_a_warning(minimal: Project) -> None:
    minimal.replace(ALPHA, "zh: 主动招商, en: Active scouting", "zh: 大力招商, en: Vigorous scouting")
    assert states(minimal) == {"measures/scouting/title": "both changed"}
    outcome = minimal.run("check")
    assert outcome.status == 0
    assert "warning[not-reviewed]: 1 text or figure" in outcome.err
    assert minimal.run("check", "--strict").status == 1


def test_a_new_text_is_unrecorded_and_a_removed_one_an_orphan(minimal: Project) -> None:
    minimal.replace(ALPHA, "id: scouting", "id: searching")
    minimal.replace(ALPHA, "measure: scouting", "measure: searching")
    assert states(minimal) == {
        "measures/scouting/text": "orphan",
        "measures/scouting/title": "orphan",
        "measures/searching/text": "unrecorded",
        "measures/searching/title": "unrecorded",
    }
    accept(minimal, NAME)
    assert states(minimal) == {}
    assert "scouting/" not in minimal.read(REVIEWS)


def test_status_lists_a_text_that_is_missing_in_a_language(minimal: Project) -> None:
    minimal.replace(ALPHA, ", en: Active scouting", "")
    assert states(minimal) == {"measures/scouting/title": "missing"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("period: 2030-Q1", "period: 2030"), ("claim: target", "claim: actual"), ("at: 1\n  funds", "at: 0\n  funds")],
)
def test_a_changed_figure_is_an_error_until_accepted(minimal: Project, before: str, after: str) -> None:
    minimal.replace(ALPHA, before, after)
    assert "figure changed" in states(minimal).values()
    assert "error[changed-figure]" in minimal.run("check").err


def test_nothing_goes_stale_by_moving_or_by_its_encoding(minimal: Project) -> None:
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


def test_status_counts_the_states_of_each_file(minimal: Project) -> None:
    minimal.replace(ALPHA, "en: Active scouting", "en: Scouting")
    out = minimal.run_editor("status").out
    assert "target changed" in out.splitlines()[0]
    assert "demo-2030/alpha.yaml: measures/scouting/title: target changed" in out


def test_a_site_that_was_never_reviewed_builds_with_a_warning(minimal: Project) -> None:
    for path in (minimal.folder / "content").rglob("reviews.yaml"):
        path.unlink()
    outcome = minimal.run("build")
    assert outcome.status == 0
    assert "warning[not-reviewed]" in outcome.err


def test_the_reviews_of_a_removed_file_are_orphans(minimal: Project) -> None:
    minimal.remove_beta()
    assert "demo-2030/beta.yaml: figures/pipeline: orphan" in minimal.run_editor("status").out
    accept(minimal)
    assert "beta" not in minimal.read(REVIEWS)


def _revise(minimal: Project, before: str, after: str) -> None:
    """Index a revision of the text of the minimal site."""
    text = minimal.folder / "speeches.txt"
    text.write_text(TEXT.replace(before, after), "utf-8")
    assert minimal.run_editor("index", str(text)).status == 0


def test_a_revision_of_words_reopens_what_rests_on_them(minimal: Project) -> None:
    _revise(minimal, "乙区发言", "乙区的发言")
    assert states(minimal) == {}
    assert minimal.run("check", "--strict").status == 0
    _revise(minimal, "新引进", "净引进")
    rests = ["figures/new-projects", "figures/funds", "headline/text", "summary", "entities/north-park/says"]
    rests += ["measures/scouting/title", "measures/scouting/text", "points/approvals/text"]
    assert states(minimal) == dict.fromkeys(rests, "paragraph changed")
    assert "demo-2030/alpha.yaml: figures/funds: paragraph changed (1)" in minimal.run_editor("status").out
    outcome = minimal.run("check")
    assert (outcome.status, outcome.err.count("warning[changed-paragraph]: paragraph 1 has changed since")) == (
        0,
        len(rests),
    )
    assert minimal.run("check", "--strict").status == 1
    accept(minimal, "funds")
    assert states(minimal) == dict.fromkeys([each for each in rests if each != "figures/funds"], "paragraph changed")
    accept(minimal)
    assert minimal.run("check", "--strict").status == 0


def test_a_text_that_comes_to_rest_on_another_paragraph(minimal: Project) -> None:
    minimal.replace(ALPHA, "    at: 1\n    entities", "    at: [0, 1]\n    entities")
    title = "measures/scouting/title"
    assert states(minimal) == dict.fromkeys(
        [title, "measures/scouting/text", "points/approvals/text"], "paragraph changed"
    )
    listed = json.loads(minimal.run_editor("status", "--json").out)
    assert next(each["paragraphs"] for each in listed if each["id"] == title) == [0]


def test_a_speech_without_index_reopens_nothing(minimal: Project) -> None:
    (minimal.folder / "content/demo-2030/source.yaml").unlink()
    assert states(minimal) == {}
