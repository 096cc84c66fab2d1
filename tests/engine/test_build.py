"""The commands build, check and verify: what each writes, and that the same content gives the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import run
from tests.support.paths import ROOT, tree
from tests.support.permissions import unprivileged
from tests.support.project import Project


def test_check_writes_nothing(minimal: Project) -> None:
    assert minimal.run("check").status == 0
    assert not minimal.output.exists()
    assert not (minimal.folder / ".site.build").exists()


def test_verify_names_what_is_missing_foreign_or_changed(minimal: Project) -> None:
    minimal.run()
    assert minimal.run("verify").status == 0
    (minimal.output / "robots.txt").unlink()
    (minimal.output / "404.html").write_text("changed")
    (minimal.output / "stray.txt").write_text("left here")
    outcome = minimal.run("verify")
    assert outcome.status == 1
    assert outcome.err == "robots.txt: missing\nstray.txt: not part of the build\n404.html: differs\n"


def test_verify_says_nothing_of_removed_pages(minimal: Project) -> None:
    minimal.run()
    minimal.remove_beta()
    minimal.write("content/glossary.yaml", "{}\n")
    assert minimal.run_editor("accept", "--reviewer=A. Reader").status == 0
    outcome = minimal.run("verify")
    assert outcome.status == 1
    assert "address-gone" not in outcome.err
    assert "zh/demo-2030/beta/index.html: not part of the build" in outcome.err
    assert (minimal.output / "zh/demo-2030/beta").is_dir()


@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, 0o077),
        ({"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "fr"}, 0o002),
    ],
)
def test_the_same_content_gives_the_same_bytes(minimal: Project, environment: dict[str, str], umask: int) -> None:
    minimal.run()
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--content=content", "--templates=templates", "--output=elsewhere"],
        env={**os.environ, **environment},
        cwd=minimal.folder,
        umask=umask,
        check=True,
        capture_output=True,
    )
    assert tree(minimal.folder / "elsewhere") == tree(minimal.output)


def test_windows_line_ends_and_byte_order_marks_are_read(minimal: Project) -> None:
    minimal.run()
    before = tree(minimal.output)
    for path in (minimal.folder / "content").rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert minimal.run().status == 0
    assert tree(minimal.output) == before


@pytest.mark.parametrize("output", ["content/site", "templates/static/site", ".", "content"])
def test_an_output_folder_inside_the_input_is_refused(minimal: Project, output: str) -> None:
    before = tree(minimal.folder)
    outcome = run(minimal.capture, "--content=content", "--templates=templates", f"--output={output}")
    assert outcome.status == 2
    assert "one in the other" in outcome.err
    assert tree(minimal.folder) == before


@pytest.mark.parametrize("output", ["file/site", "/proc/nowhere/site", "x" * 300])
def test_an_output_folder_that_cannot_be_written_is_named(minimal: Project, output: str) -> None:
    Path("file").write_text("a file")
    outcome = run(minimal.capture, "--content=content", "--templates=templates", f"--output={output}")
    assert outcome.status == 2
    assert outcome.err.startswith("build.py: ")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("content/demo-2030/alpha.yaml", "error[unreadable]: cannot be read: Permission denied"),
        ("templates/static/site.css", "Permission denied"),
        ("templates/place.html", "Permission denied"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(minimal: Project, name: str, message: str) -> None:
    assert minimal.run().status == 0
    before = tree(minimal.output)
    (minimal.folder / name).chmod(0)
    with unprivileged(minimal.folder):
        outcome = minimal.run()
    assert outcome.status in (1, 2)
    assert Path(name).name in outcome.err
    assert message in outcome.err
    assert tree(minimal.output) == before
