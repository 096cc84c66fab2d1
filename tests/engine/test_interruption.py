"""Builds that are killed, stopped or run twice at once: the output folder always holds one whole site."""

import contextlib
import io
import os
import random
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

import build
from tests.support.command import start
from tests.support.paths import tree
from tests.support.project import REWORDED, copy_minimal
from tests.support.waiting import wait_until

SEED = 20230128


@dataclass(frozen=True)
class TwoSites:
    """A folder with two contents of several briefings, which are built into one output folder."""

    folder: Path
    sites: tuple[dict[str, bytes], ...]

    def arguments(self, content: str) -> list[str]:
        folders = {"content": content, "templates": "templates", "output": "site"}
        return ["build", *(f"--{name}={self.folder / folder}" for name, folder in folders.items())]

    def build(self, content: str) -> int:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return build.main(self.arguments(content))

    def fork(self, content: str) -> int:
        """Build in a copy of this process, which is the leader of a group; return its id."""
        if process := os.fork():
            os.setpgid(process, process)
            return process
        try:
            os.setpgid(0, 0)
            os._exit(self.build(content))
        finally:
            os._exit(1)

    @property
    def is_whole(self) -> bool:
        return tree(self.folder / "site") in self.sites


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> TwoSites:
    folder = tmp_path_factory.mktemp("two")
    copy_minimal(folder)
    briefing = folder / "content/demo-2030"
    for year in range(2031, 2035):
        shutil.copytree(briefing, briefing.with_name(f"demo-{year}"))
    shutil.copytree(folder / "content", folder / "other")
    shutil.rmtree(folder / "other/demo-2032")
    for path in (folder / "other").rglob("briefing.yaml"):
        path.write_text(path.read_text("utf-8").replace(*REWORDED), "utf-8")
    two = TwoSites(folder, ())
    sites = []
    for content in ("content", "other"):
        assert two.build(content) == 0
        sites.append(tree(folder / "site"))
    assert sites[0] != sites[1]
    return TwoSites(folder, tuple(sites))


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(two: TwoSites, kills: int) -> None:
    """Every third build is killed alone, the others with their processes."""
    chance = random.Random(SEED)  # noqa: S311 - a test must be repeatable
    longest, killed, builds = 1.0, 0, 0
    while killed < kills:
        builds += 1
        begun = time.perf_counter()
        process = two.fork(("other", "content")[builds % 2])
        time.sleep(chance.uniform(0, longest))  # the moment of the kill, not a wait for something
        os.kill(process, signal.SIGKILL) if builds % 3 == 0 else os.killpg(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if os.WIFSIGNALED(status):
            killed += 1
        else:
            assert os.waitstatus_to_exitcode(status) == 0
            longest = time.perf_counter() - begun
        assert two.is_whole, f"after {killed} kills"
    print(f"\n{killed} of {builds} builds were killed at random moments")
    assert two.build("content") == 0
    assert tree(two.folder / "site") == two.sites[0]


def test_two_builds_at_once_leave_the_site_of_one(two: TwoSites) -> None:
    for _ in range(3):
        both = [two.fork(content) for content in ("content", "other")]
        assert [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in both] == [0, 0]
        assert two.is_whole


def test_ctrl_c_leaves_everything_as_it_was(two: TwoSites) -> None:
    status = 0
    while status == 0:  # the build was faster than the signal
        assert two.build("other") == 0
        shutil.rmtree(two.folder / ".site.build")
        process = start(two.folder, *two.arguments("content"), err=subprocess.PIPE)
        wait_until((two.folder / ".site.build/next").exists, "the build has begun", pause=0.005)
        os.killpg(process.pid, signal.SIGINT)
        _, printed = process.communicate(timeout=120)
        status = process.returncode
    assert (status, printed) == (130, "build.py: stopped; nothing has changed\n")
    assert tree(two.folder / "site") == two.sites[1]
    assert not (two.folder / ".site.build/next").exists()
