"""The cache: only what has changed is built again, and the result is that of a clean build."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.internals import forbid_building, note_what_is_built
from tests.support.paths import tree
from tests.support.project import REWORDED, Project

CACHE = ".site.build/units"


def test_a_build_with_nothing_changed_builds_nothing(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    minimal.run()
    forbid_building(monkeypatch)
    assert minimal.run().status == 0
    assert minimal.run("check").status == 0


def test_only_the_briefing_that_changed_is_built_again(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    minimal.copy_briefing("demo-2031")
    minimal.run()
    before = {path: path.stat() for path in minimal.output.rglob("*") if path.is_file()}
    minimal.reword_method("demo-2031")
    built = note_what_is_built(monkeypatch)
    assert minimal.run().status == 0
    assert built == ["demo-2031"]
    for path, was in before.items():
        now = path.stat()
        same = (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns)
        assert same or "demo-2031" in str(path), path


def test_a_file_saved_during_a_build_is_read_by_the_next(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is saved as before, it has the fingerprint that the build began with, and not that of what was built."""
    file = "content/demo-2030/briefing.yaml"
    text = minimal.read(file)
    with monkeypatch.context() as patch:
        note_what_is_built(patch, before=lambda: minimal.write(file, text.replace(*REWORDED)))
        assert minimal.run().status == 0
    minimal.write(file, text)
    assert minimal.run().status == 0
    assert tree(minimal.output) == minimal.build_elsewhere()


def replace_by_link(path: Path, other: Path) -> None:
    """Move a file or folder elsewhere and leave a link to it."""
    path.rename(other)
    path.symlink_to(other)


def hidden_static_file(folder: Path) -> None:
    (folder / "templates/static/.cache").mkdir(parents=True)
    (folder / "templates/static/.cache/notes.txt").write_text("not for readers")


def hidden_template(folder: Path) -> None:
    (folder / "templates/.old.html").write_text("{{ _('Words of an old page') }}")


def lock_file_of_an_editor(folder: Path) -> None:
    (folder / "templates/.#home.html").symlink_to("somebody@elsewhere.1234")


def folder_named_like_a_template(folder: Path) -> None:
    (folder / "templates/drafts.html").mkdir()


def pipe_named_like_a_template(folder: Path) -> None:
    os.mkfifo(folder / "templates/pipe.html")


def catalog_behind_a_link(folder: Path) -> None:
    path = folder / "elsewhere/zh/LC_MESSAGES/messages.po"
    text = path.read_text("utf-8")
    assert "术语表" in text
    path.write_text(text.replace("术语表", "词汇表"), "utf-8")


@pytest.mark.parametrize(
    "edit",
    [
        hidden_static_file,
        hidden_template,
        lock_file_of_an_editor,
        folder_named_like_a_template,
        pipe_named_like_a_template,
        catalog_behind_a_link,
    ],
)
def test_odd_files_are_treated_alike_by_clean_and_later_builds(minimal: Project, edit: Callable[[Path], None]) -> None:
    replace_by_link(minimal.folder / "templates/locales", minimal.folder / "elsewhere")
    assert minimal.run("build").status == 0
    edit(minimal.folder)
    assert minimal.run("build").status == 0
    assert tree(minimal.output) == minimal.build_elsewhere()
    assert not list(minimal.output.rglob("notes*"))


def test_a_file_that_becomes_a_link_out_is_refused(minimal: Project) -> None:
    assert minimal.run("build").status == 0
    replace_by_link(minimal.folder / "content/demo-2030/alpha.yaml", minimal.folder / "alpha.yaml")
    assert "error[leads-out]" in minimal.run("build").err


def test_a_link_added_to_the_content_is_seen_by_a_later_build(minimal: Project) -> None:
    assert minimal.run("build").status == 0
    (minimal.folder / "content/demo-2030/extra").symlink_to(minimal.folder)
    assert "error[unnamed-file]" in minimal.run("build").err


def test_nothing_is_remembered_of_removed_briefings(minimal: Project) -> None:
    minimal.copy_briefing("demo-2031")
    assert minimal.run("build").status == 0
    shutil.rmtree(minimal.folder / "content/demo-2031")
    assert minimal.run("build").status == 0
    assert {path.name for path in (minimal.folder / CACHE).iterdir()} == {".shared.json", "demo-2030.json"}


@pytest.mark.parametrize("garbage", [b"", b"\x80\x04cos\nsystem\n", b"{}", b'0\n{"key": 1}', b"[" * 100_000])
def test_a_damaged_cache_is_ignored(minimal: Project, garbage: bytes) -> None:
    minimal.run()
    before = tree(minimal.output)
    for path in (minimal.folder / CACHE).iterdir():
        path.write_bytes(garbage)
    assert minimal.run().status == 0
    assert tree(minimal.output) == before


def test_a_cache_copied_from_elsewhere_is_ignored(minimal: Project) -> None:
    """Its checksums are right, and it says that a forged page is one that the program wrote."""
    minimal.run()
    before = tree(minimal.output)
    folder = minimal.folder / ".site.build"
    page = minimal.output / "en/index.html"
    page.write_bytes(b"forged")
    part = minimal.folder / CACHE / ".shared.json"
    remembered = json.loads(part.read_text("utf-8").partition("\n")[2])
    stamp = page.stat()
    remembered["files"]["en/index.html"] = [stamp.st_size, stamp.st_mtime_ns, stamp.st_ino]
    part.write_text(f"{'0' * 64}\n{json.dumps(remembered)}", "utf-8")
    shutil.copytree(folder, minimal.folder / "copy")
    shutil.rmtree(folder)
    (minimal.folder / "copy").rename(folder)
    assert minimal.run().status == 0
    assert tree(minimal.output) == before
