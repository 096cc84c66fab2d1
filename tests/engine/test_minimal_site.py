"""The minimal site as a whole: every byte of its output is compared."""

import shutil

import pytest

from tests.support.paths import SITES, tree
from tests.support.project import Project

EXPECTED = SITES / "minimal/expected"


def test_the_minimal_site_is_built_as_expected(minimal: Project, pytestconfig: pytest.Config) -> None:
    outcome = minimal.run("build")
    assert (outcome.status, outcome.err) == (0, "")
    if pytestconfig.getoption("update"):
        shutil.rmtree(EXPECTED)
        shutil.copytree(minimal.output, EXPECTED)
    assert tree(minimal.output) == tree(EXPECTED)
