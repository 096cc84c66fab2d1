"""A project of a test's own: a folder with content, templates and the site that is built from them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command import Outcome, run
from tests.support.paths import SITES, tree

REWORDED = ("手工摘编。, en: Summarised", "人工摘编。, en: Abridged")
"""What a text of the minimal briefing says, and says when it is reworded."""


@dataclass(frozen=True)
class Project:
    """A folder with content, templates and an output folder."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def output(self) -> Path:
        return self.folder / "site"

    def run(self, *arguments: str) -> Outcome:
        """Run a command that reads content and templates; `build` if none is named."""
        folders = [f"--{name}={self.folder / name}" for name in ("content", "templates")]
        return run(self.capture, *arguments, *folders, f"--output={self.output}")

    def run_editor(self, *arguments: str) -> Outcome:
        """Run a command for editors, which knows the content folder only."""
        return run(self.capture, *arguments, f"--content={self.folder / 'content'}")

    def read(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def write(self, file: str, text: str) -> None:
        (self.folder / file).write_text(text, "utf-8")

    def replace(self, file: str, before: str, after: str) -> None:
        """Replace the first occurrence of a text, which must be there."""
        text = self.read(file)
        assert before in text, f"{before!r} is not in {file}"
        self.write(file, text.replace(before, after, 1))

    def remove_beta(self) -> None:
        """Remove the second speech of the minimal site: its file, its place in the list, its part of the index."""
        (self.folder / "content/demo-2030/beta.yaml").unlink()
        self.replace("content/demo-2030/briefing.yaml", "[alpha, beta]", "[alpha]")
        self.write("content/demo-2030/source.yaml", self.read("content/demo-2030/source.yaml").partition("beta:")[0])

    def build_elsewhere(self) -> dict[str, bytes]:
        """Return what a build of the same content and templates writes where nothing was built before."""
        arguments = [f"--{name}={self.folder / name}" for name in ("content", "templates")]
        assert run(self.capture, "build", *arguments, f"--output={self.folder / 'clean'}").status == 0
        try:
            return tree(self.folder / "clean")
        finally:
            shutil.rmtree(self.folder / "clean")
            shutil.rmtree(self.folder / ".clean.build")

    def copy_briefing(self, name: str) -> None:
        """Add a briefing that says the same as the one of the minimal site."""
        shutil.copytree(self.folder / "content/demo-2030", self.folder / "content" / name)

    def reword_method(self, briefing: str = "demo-2030") -> None:
        """Change a text of a briefing in both languages, so that no translation is stale."""
        self.replace(f"content/{briefing}/briefing.yaml", *REWORDED)


def copy_minimal(folder: Path) -> None:
    """Copy content and templates of the minimal site."""
    for name in ("content", "templates"):
        shutil.copytree(SITES / "minimal" / name, folder / name)


def add_change(project: Project, name: str, date: str, figures: str = "") -> None:
    """Write an entry above the others in the log of changes of the minimal site."""
    log = "content/demo-2030/changes.yaml"
    more = f", figures: {figures}" if figures else ""
    entry = f'- {{id: {name}, date: "{date}", text: {{zh: 更正。, en: A correction.}}{more}}}\n'
    project.write(log, entry + project.read(log))
