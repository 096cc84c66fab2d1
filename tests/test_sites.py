"""Whole small sites: one that is built and compared, and one bad one for each problem, with what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import SITES, Workplace, tree

BAD = sorted(path.name for path in (SITES / "bad").iterdir())


def test_the_minimal_site_is_built_as_expected(minimal: Workplace) -> None:
    outcome = minimal.run("build")
    assert (outcome.status, outcome.err) == (0, "")
    assert tree(minimal.output) == tree(SITES / "minimal" / "expected")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_site_says_every_problem_and_writes_nothing(minimal: Workplace, name: str) -> None:
    assert minimal.run("build").status == 0
    before = tree(minimal.output)
    bad = SITES / "bad" / name
    for part in ("content", "templates"):
        if (bad / part).is_dir():
            shutil.copytree(bad / part, minimal.folder / part, dirs_exist_ok=True)
    for command in ("build", "check"):
        outcome = minimal.run(command)
        assert outcome.err == (bad / "expected.txt").read_text("utf-8")
        assert outcome.status == 1
    assert tree(minimal.output) == before


@pytest.mark.parametrize("name", BAD)
def test_a_bad_site_is_the_minimal_site_with_a_fault(name: str) -> None:
    """A file in a bad site that equals the minimal site's would be a leftover."""
    for part in ("content", "templates"):
        for file, content in (
            tree(SITES / "bad" / name / part) if (SITES / "bad" / name / part).is_dir() else {}
        ).items():
            good = Path(SITES / "minimal" / part / file)
            assert not good.exists() or good.read_bytes() != content, file
