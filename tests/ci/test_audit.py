"""The audit of locked packages: an advisory fails it, and an audit that could not be made is reported."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
UNSOUND = {"name": "markdown", "version": "3.8", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.8.1"]}]}
UNKNOWN = {"name": "nh3", "skip_reason": "not found"}
NO_NAME = "requests.exceptions.ConnectionError: Failed to resolve 'pypi.org'"


def run_audit(folder: Path, out: str, err: str = "") -> subprocess.CompletedProcess[str]:
    """Run the audit with a pip-audit that prints just this."""
    (folder / "pip_audit.py").write_text(f"import sys\nprint({out!r})\nprint({err!r}, file=sys.stderr)\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, str(ROOT / ".ci/audit")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def report(*packages: object) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.mark.parametrize(
    ("out", "err", "status", "told"),
    [
        (report(SOUND), "", 0, "1 packages"),
        (report(SOUND, UNSOUND), "", 1, "audit: markdown 3.8: PYSEC-1, mended in 3.8.1"),
        (report(SOUND, UNKNOWN), "", 1, "audit: nh3: could not be audited"),
        (report(UNKNOWN), "", 0, "SKIPPED, the index that answers knows none of the packages"),
        ("", f"Traceback\n{NO_NAME}", 0, f"SKIPPED, nobody can be asked: {NO_NAME}"),
        ("", "No module named pip_audit", 1, "No module named pip_audit"),
    ],
    ids=["none", "advisory", "unknown package", "no index", "no network", "no pip-audit"],
)
def test_an_audit_reports_what_it_found_or_why_it_could_not(
    tmp_path: Path, out: str, err: str, status: int, told: str
) -> None:
    outcome = run_audit(tmp_path, out, err)
    assert (outcome.returncode, told in outcome.stdout) == (status, True), outcome


def test_every_lock_file_is_audited(tmp_path: Path) -> None:
    (tmp_path / "pip_audit.py").write_text("import json, sys\njson.dump(sys.argv, open('asked', 'w'))\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, str(ROOT / ".ci/audit")], cwd=tmp_path, env=environment, check=False)
    asked = json.loads((tmp_path / "asked").read_text("utf-8"))
    assert {f"--requirement={path}" for path in ROOT.glob("requirements*.lock")} <= set(asked)
    assert "--require-hashes" in asked
