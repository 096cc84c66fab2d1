"""The overview says first what the figures of a briefing allow to say."""

import shutil

import pytest

from tests.support.built import BuiltSite
from tests.support.paths import ROOT
from tests.support.project import Project

BETA = "content/demo-2030/beta.yaml"


@pytest.fixture
def project(minimal: Project) -> Project:
    """Give the minimal site the real templates."""
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    return minimal


def test_the_finding_is_that_nothing_can_be_compared(project: Project) -> None:
    assert project.run().status == 0
    assert "2 places, 3 figures, and none on which two of them can be compared" in project.read("site/en/index.html")
    assert "2个地方、3个数字，没有一项指标可比" in project.read("site/zh/index.html")


def test_or_how_many_indicators_can_be(project: Project) -> None:
    project.replace(BETA, "claim: actual\n    period: unstated", "claim: target\n    period: 2030")
    (project.folder / "content/demo-2030/reviews.yaml").unlink()
    assert project.run().status == 0
    page = project.read("site/en/index.html")
    assert "and one indicator on which two of them can be compared" in page
    assert 'href="demo-2030/figures/index.html#i-projects-introduced"' in page


def test_each_place_has_a_figure_or_says_that_it_states_none(sample: BuiltSite) -> None:
    page = sample.html("en/index.html")
    assert page.count('class="key"') == len(sample.speeches) - 1
    assert page.count("No figure stated") == 1


def test_with_several_briefings_each_has_its_overview(project: Project) -> None:
    project.copy_briefing("demo-2031")
    assert project.run().status == 0
    for name in ("demo-2030", "demo-2031"):
        assert f'href="{name}/overview/index.html"' in project.read("site/en/index.html")
        assert "2 places, 3 figures" in project.read(f"site/en/{name}/overview/index.html")
