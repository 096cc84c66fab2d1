"""The comparison: the ranks of a column, and what is alike enough to be compared."""

import re

import pytest

from briefing.content.values import ROLES
from briefing.queries.comparison import Row, comparable, compare, groups
from briefing.queries.due_dates import calendar
from briefing.queries.stages import projects_by_stage
from tests.support.internals import load_sound
from tests.support.paths import SITES
from tests.support.project import Project
from tests.support.sample import CONTENT


@pytest.mark.parametrize(("ranked", "ranks"), [("true", ["#1", "#2"]), ("false", ["#0", "#0"])])
def test_only_a_ranked_column_ranks_from_the_largest(minimal: Project, ranked: str, ranks: list[str]) -> None:
    minimal.replace("content/indicators.yaml", "stage: introduction", f"stage: introduction\n  ranked: {ranked}")
    rank = "#{{ comparison.ranks.get(figure, 0) }}"
    minimal.replace("templates/comparison.html", "({{ figure.period | period }})", rank)
    minimal.replace(
        "content/demo-2030/alpha.yaml", "claim: target\n    period: 2030", "claim: actual\n    period: unstated"
    )
    assert minimal.run_editor("accept", "--reviewer=R. Reader").status == 0
    outcome = minimal.run()
    assert outcome.status == 0, outcome.err
    rows = minimal.read("site/en/demo-2030/index.html").splitlines()
    assert [re.findall(r"projects (#\d)", row) for row in rows if "projects" in row] == [[rank] for rank in ranks]


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


def test_a_corrected_figure_is_neither_compared_nor_due() -> None:
    briefing = load_sound(CONTENT).briefings[0]
    first_said = briefing.speeches[-1].figures["starts-first-said"]
    compared = [figure for row in compare(briefing).rows for cell in row.cells for figure in cell]
    due = [
        each for period in calendar(briefing).periods.values() for announced in period.values() for each in announced
    ]
    counted = [each.count for each in projects_by_stage(briefing)]
    assert first_said.superseded_by
    assert all(first_said.superseded_by in found for found in (compared, due, counted))
    assert not any(first_said in found for found in (compared, due, counted))


def test_leading_strong_and_key_sectors_stand_by_their_roles() -> None:
    speech = load_sound(SITES / "minimal" / "content").briefings[0].speeches[0]
    named = tuple(speech.sectors[0].model_copy(update={"role": role}) for role in reversed(ROLES))
    row = Row(speech.model_copy(update={"sectors": named}), ())
    assert [(role, len(sectors)) for role, sectors in row.main_sectors.items()] == [
        ("lead", 1),
        ("strength", 1),
        ("key", 1),
    ]
