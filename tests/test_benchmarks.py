"""The synthetic content of the benchmark is content like any other: whole, reviewed, and in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import ROOT, tree


def test_synthetic_briefings_have_no_problem_and_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        command = [sys.executable, str(ROOT / "benchmarks/corpus.py"), "12", str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    folders = [f"--content={tmp_path / 'one'}", f"--output={tmp_path / 'site'}"]
    command = [sys.executable, str(ROOT / "build.py"), "check", "--strict", *folders]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert len(list((tmp_path / "one").glob("*/briefing.yaml"))) == 2


def test_the_profile_of_a_build_names_each_of_its_stages_with_its_time() -> None:
    command = [sys.executable, str(ROOT / "benchmarks/stages.py")]
    profile = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (profile.returncode, profile.stderr) == (0, "")
    heads, _, *stages = (line.strip("| ").split(" | ") for line in profile.stdout.splitlines())
    assert heads == ["stage", "ms"]
    assert {"once: templates", "load", "check", "render", "check links"} <= {name for name, _ in stages}
    assert all(int(took) >= 0 for _, took in stages)
