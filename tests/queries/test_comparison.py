"""The comparison: which question a figure answers, in which column, and what is alike enough to be ranked."""

import dataclasses

import pytest

from briefing.content.site import Briefing
from briefing.queries.comparison import (
    MOST_COLUMNS,
    Question,
    columns_of,
    comparable,
    compare,
    groups,
    question_of,
    ranks,
)
from briefing.queries.due_dates import calendar
from briefing.queries.stages import projects_by_stage
from tests.support.internals import load_sound
from tests.support.paths import SITES
from tests.support.project import Project
from tests.support.sample import CONTENT


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load_sound(CONTENT).briefings[0]


def answers(briefing: Briefing) -> dict[str, Question]:
    return {each.id: each for each in compare(briefing).questions}


def test_only_alike_figures_of_two_places_are_ranked(minimal: Project) -> None:
    outcome = minimal.run()
    assert outcome.status == 0, outcome.err
    assert "#" not in minimal.read("site/en/demo-2030/index.html")
    minimal.replace(
        "content/demo-2030/alpha.yaml", "claim: target\n    period: 2030", "claim: actual\n    period: unstated"
    )
    assert minimal.run_editor("accept", "--reviewer=R. Reader").status == 0
    outcome = minimal.run()
    assert outcome.status == 0, outcome.err
    rows = minimal.read("site/en/demo-2030/index.html").splitlines()
    assert [row.rpartition(" ")[2] for row in rows if "projects (" in row] == ["#1", "#2"]


def test_equal_figures_share_a_rank(briefing: Briefing) -> None:
    added = answers(briefing)["enterprises"].ranks
    assert {(each.speech.place, rank) for each, rank in added.items() if each.indicator == "enterprises-added"} == {
        ("nanke", (1, 2)),
        ("zixu", (2, 2)),
    }
    one, other = [each for each in added if each.indicator == "enterprises-added"]
    twin = other.model_copy(update={"value": one.ends[0]})
    assert set(ranks([one, twin]).values()) == {(1, 2)}


def test_no_figure_is_ranked_within_its_own_speech(briefing: Briefing) -> None:
    (figure,) = (each for each in briefing.speeches[0].standing if each.id == "fund")
    assert ranks([figure, figure]) == {}


def test_figures_are_alike_only_in_unit_claim_period_and_scope() -> None:
    site = load_sound(SITES / "minimal" / "content")
    figure = site.briefings[0].speeches[0].figures["new-projects"]
    assert comparable(figure) == comparable(figure.model_copy(update={"value": figure.ends[0] + 1}))
    for change in (
        {"unit": "cny"},
        {"claim": "actual"},
        {"period": "2029"},
        {"scope": site.shared.places["beta"].name},
        {"by": "2030-09"},
        {"change": "up"},
        {"bound": "order-of-magnitude"},
        {"cumulative": True},
        {"stretch_of": "funds"},
    ):
        assert comparable(figure) != comparable(figure.model_copy(update=change))
    rise, fall = (figure.model_copy(update={"change": change}) for change in ("up", "down"))
    assert comparable(rise) == comparable(fall)
    assert groups([fall, rise]) == ((rise, fall),)


def test_a_corrected_figure_is_neither_compared_nor_due(briefing: Briefing) -> None:
    first_said = briefing.speeches[-1].figures["starts-first-said"]
    compared = [figure for question in compare(briefing).questions for figure in question.figures]
    due = [
        each for period in calendar(briefing).periods.values() for announced in period.values() for each in announced
    ]
    counted = [each.count for each in projects_by_stage(briefing)]
    assert first_said.superseded_by
    assert all(first_said.superseded_by in found for found in (compared, due, counted))
    assert not any(first_said in found for found in (compared, due, counted))


def test_every_figure_answers_one_question(briefing: Briefing) -> None:
    compared = [figure for question in compare(briefing).questions for figure in question.figures]
    standing = [figure for speech in briefing.speeches for figure in speech.standing]
    assert sorted(map(id, compared)) == sorted(map(id, standing))


@pytest.mark.parametrize(
    ("indicator", "question"),
    [
        ("funding", "money"),
        ("project-investment", "money"),
        ("projects-introduced", "projects"),
        ("enterprises-added", "enterprises"),
        ("value-added-growth", "enterprises"),
        ("approval-time", "pace"),
        ("review-frequency", "pace"),
        ("reward", "support"),
    ],
)
def test_claim_unit_and_stage_tell_the_question(briefing: Briefing, indicator: str, question: str) -> None:
    figures = [each for speech in briefing.speeches for each in speech.standing if each.indicator == indicator]
    assert {question_of(each, briefing.shared) for each in figures} == {question}


def test_an_indicator_may_name_its_question(briefing: Briefing) -> None:
    shared, figure = briefing.shared, briefing.speeches[0].figures["fund"]
    named = shared.indicators[figure.indicator].model_copy(update={"question": "support"})
    shared = dataclasses.replace(shared, indicators={**shared.indicators, named.id: named})
    assert question_of(figure, shared) == "support"


def test_no_question_has_more_columns_than_fit(briefing: Briefing) -> None:
    for question in compare(briefing).questions:
        assert 1 <= len(question.columns) <= MOST_COLUMNS
    figures = [each for speech in briefing.speeches for each in speech.standing]
    for room in range(2, 5):
        columns = list(columns_of(figures, briefing.shared, room))
        assert len(columns) == room
        assert sum(len(each.figures) for each in columns) == len(figures)
    assert list(columns_of([], briefing.shared, 4)) == []


def test_a_column_of_a_whole_theme_has_its_name(briefing: Briefing) -> None:
    figures = [each for speech in briefing.speeches for each in speech.standing]
    themes = [each.theme for each in columns_of(figures, briefing.shared, 3)]
    assert themes == list(briefing.shared.settings.themes)
    assert [each.theme for each in columns_of(figures, briefing.shared, 2)] == [themes[0], ""]


def test_speeches_that_answer_in_words_are_not_silent(briefing: Briefing) -> None:
    silent = {name: [each.place for each in question.silent] for name, question in answers(briefing).items()}
    assert "wangshi" in silent["money"]
    assert "wangshi" not in silent["pace"]
    assert "shenlou" not in silent["projects"]
