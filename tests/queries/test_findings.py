"""What a briefing as a whole shows."""

from briefing.content.site import Briefing
from briefing.queries.findings import findings
from tests.support.internals import load_sound
from tests.support.project import Project

BETA = "content/demo-2030/beta.yaml"


def loaded(project: Project) -> Briefing:
    return load_sound(project.folder / "content").briefings[0]


def test_undated_figures_amounts_and_sectors_are_found(minimal: Project) -> None:
    found = findings(loaded(minimal))
    assert [each.id for each in found.figures] == ["new-projects", "funds", "pipeline"]
    assert [each.id for each in found.undated] == ["pipeline"]
    assert [each.id for each in found.amounts] == ["funds"]
    assert [each.id for each in found.sectors] == ["machinery"]
    assert (found.ranked, found.contested, found.offering) == ([], [], [])


def test_like_figures_of_two_places_can_be_ranked(minimal: Project) -> None:
    minimal.replace(BETA, "claim: actual\n    period: unstated", "claim: target\n    period: 2030")
    assert [each.id for each in findings(loaded(minimal)).ranked] == ["projects-introduced"]


def test_a_sector_of_two_speeches_is_contested(minimal: Project) -> None:
    minimal.replace(BETA, "sectors: []", "sectors:\n  - {sector: machinery, role: key, at: 1}")
    minimal.replace(BETA, "claim: actual", "claim: incentive")
    found = findings(loaded(minimal))
    assert [each.id for each in found.contested] == ["machinery"]
    assert [each.place for each in found.offering] == ["beta"]
