"""The committed site is what the committed content gives, wherever and whenever it is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.built import BuiltSite
from tests.support.command import run
from tests.support.paths import ROOT, tree


def test_the_committed_site_equals_a_build(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "verify")
    assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, 0o077),
        ({"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "fr"}, 0o002),
    ],
)
def test_the_committed_site_equals_a_build_of_another_machine(
    published: BuiltSite, tmp_path: Path, environment: dict[str, str], umask: int
) -> None:
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), f"--output={tmp_path / 'elsewhere'}"],
        env={**os.environ, **environment},
        cwd=tmp_path,
        umask=umask,
        check=True,
        capture_output=True,
    )
    assert tree(tmp_path / "elsewhere") == tree(published.folder)
