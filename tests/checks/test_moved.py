"""Redirects: they are checked whatever else is wrong with the content."""

from __future__ import annotations

import shutil

import pytest

from tests.support.paths import ROOT
from tests.support.project import Project
from tests.support.sample import BRIEFING, CONTENT


@pytest.mark.xfail(raises=KeyError, reason="the addresses of a briefing are sought by making its pages")
def test_an_unknown_figure_beside_a_redirect_is_a_problem(minimal: Project) -> None:
    for name, source in (("content", CONTENT), ("templates", ROOT / "templates")):
        shutil.rmtree(minimal.folder / name)
        shutil.copytree(source, minimal.folder / name)
    minimal.replace(f"content/{BRIEFING}/wuyou.yaml", "  approval:\n", "  approval-time:\n")
    outcome = minimal.run("check")
    assert outcome.status == 1
    assert "error[unknown-figure]" in outcome.err
