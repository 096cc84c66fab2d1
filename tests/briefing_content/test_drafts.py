"""Drafts: a speech that is one is left out of the site, whatever stands in it, and said to be."""

from tests.support.project import Project

BETA = "content/demo-2030/beta.yaml"


def test_a_draft_is_left_out_of_the_site_and_counts_as_one_line(minimal: Project) -> None:
    minimal.replace(BETA, "place: beta\n", "place: beta\ndraft: true\n")
    minimal.replace(BETA, "high: 4", "high: 5")
    outcome = minimal.run()
    assert outcome.status == 0
    assert outcome.err.startswith(f"{BETA}:2:1: warning[draft]: the speech is a draft and left out of the site")
    assert outcome.err.count("warning[") == 1
    assert (minimal.output / "zh/demo-2030/alpha/index.html").exists()
    assert not (minimal.output / "zh/demo-2030/beta").exists()
    assert "demo-2030/beta" not in minimal.read("site/zh/index.html") + minimal.read("site/zh/demo-2030/index.html")


def test_a_draft_that_is_done_is_published(minimal: Project) -> None:
    minimal.replace(BETA, "place: beta\n", "place: beta\ndraft: false\n")
    assert minimal.run("build", "--strict").status == 0
    assert (minimal.output / "zh/demo-2030/beta/index.html").exists()
