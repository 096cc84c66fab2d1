"""The output folder: only ours is replaced, only what changed is written, and the new site is published last."""

import errno
import random
import stat
from pathlib import Path

import pytest

from briefing.urls import MARKER
from tests.support.command import run
from tests.support.internals import fail_to_write_the_cache
from tests.support.paths import tree
from tests.support.permissions import small_disk
from tests.support.project import Project


def test_files_no_longer_produced_are_removed(minimal: Project) -> None:
    minimal.run()
    minimal.remove_beta()
    assert minimal.run().status == 0
    assert not (minimal.output / "en/demo-2030/beta").exists()


def test_unchanged_files_are_left_alone(minimal: Project) -> None:
    minimal.run()
    before = (minimal.output / "404.html").stat()
    minimal.reword_method()
    assert minimal.run().status == 0
    after = (minimal.output / "404.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("name", ["site", ".site.build", ".site.build/next"])
def test_a_folder_of_another_program_is_never_replaced(minimal: Project, name: str) -> None:
    (minimal.folder / name).mkdir(parents=True)
    (minimal.folder / name / "thesis.txt").write_text("years of work")
    outcome = minimal.run()
    assert outcome.status == 2
    assert "did not write" in outcome.err
    assert tree(minimal.folder / name) == {"thesis.txt": b"years of work"}


def test_a_link_to_a_folder_stays_a_link(minimal: Project) -> None:
    (minimal.folder / "www").mkdir()
    minimal.output.symlink_to("www")
    assert minimal.run().status == 0
    assert minimal.output.is_symlink()
    assert (minimal.folder / "www" / "robots.txt").is_file()


def test_both_folders_carry_the_marker(minimal: Project) -> None:
    minimal.run()
    assert (minimal.output / MARKER).is_file()
    assert (minimal.folder / ".site.build" / MARKER).is_file()


def test_the_output_folder_keeps_its_permissions(minimal: Project) -> None:
    assert minimal.run("build").status == 0
    minimal.output.chmod(0o2770)
    for _ in range(2):
        assert minimal.run("build").status == 0
        assert stat.S_IMODE(minimal.output.stat().st_mode) == 0o2770


def test_the_new_site_is_published_last(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure after publication would be reported as one that changed nothing."""
    assert minimal.run("build").status == 0
    before = tree(minimal.output)
    minimal.reword_method()
    fail_to_write_the_cache(monkeypatch, OSError(errno.ENOSPC, "no space left"))
    assert minimal.run("build").status == 2
    assert tree(minimal.output) == before


def test_a_full_disk_leaves_the_site_as_it_was(minimal: Project, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        arguments = ["build", "--content=content", "--templates=templates", f"--output={disk / 'site'}"]
        assert run(minimal.capture, *arguments).status == 0
        before = tree(disk / "site")
        big = minimal.folder / "templates/static/big.bin"
        big.write_bytes(random.Random(1).randbytes(3_000_000))  # noqa: S311 - noise
        outcome = run(minimal.capture, *arguments)
        assert outcome.status == 2
        assert "No space left on device" in outcome.err
        assert tree(disk / "site") == before
        assert not (disk / ".site.build/next").exists()
        big.unlink()
        assert run(minimal.capture, *arguments).status == 0
        assert tree(disk / "site") == before
