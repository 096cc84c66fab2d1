"""The walk over old addresses: a lost page or record fails it, and one that has moved does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PAGE = '<h2 id="f-a"></h2>'
TO_A_PART = '<a href="../new/index.html#f-a" data-moved>'
TO_A_PAGE = '<a href="../new/index.html" data-moved>'


@pytest.mark.parametrize(
    ("old", "said"),
    [
        (PAGE + ' <p id="f-b">', []),
        (TO_A_PART, []),
        (TO_A_PAGE, ["addresses: en/old/: no #f-b"]),
        (PAGE, ["addresses: en/old/: no #f-b"]),
        ('<a href="../gone/index.html#f-a" data-moved>', ["addresses: en/old/: no page"]),
        (None, ["addresses: en/old/: no page"]),
    ],
    ids=["still there", "a part", "a page", "a record less", "moved to nowhere", "gone"],
)
def test_an_old_address_leads_on_with_its_records(tmp_path: Path, old: str | None, said: list[str]) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/addresses", tmp_path / ".ci")
    (tmp_path / ".ci/addresses.txt").write_text("# a note\n/\nold/ f-a f-b\n", "utf-8")
    for name, html in {"": "", "new/": PAGE, "old/": old}.items():
        if html is not None:
            (tmp_path / "site/en" / name).mkdir(parents=True, exist_ok=True)
            (tmp_path / "site/en" / name / "index.html").write_text(html, "utf-8")
    run = subprocess.run([sys.executable, tmp_path / ".ci/addresses"], capture_output=True, text=True, check=False)
    *lost, total = run.stdout.splitlines()
    assert lost == said
    assert total == f"addresses: {4 - len(said)} of 4 lead on, 2 pages in 1 languages"
    assert run.returncode == bool(said)
