"""A preview at work: `build.py serve` in a process of its own, with a folder that a test may edit."""

import http.client
import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.command import heed_interrupts
from tests.support.paths import ROOT, tree
from tests.support.waiting import LONGEST, wait_until

EVENTS = "/~preview/events"
FOLDERS = ("content", "templates")


@dataclass(frozen=True)
class Preview:
    """A preview, and the folder it shows."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """Return status and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        connection.request("GET", path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, body

    def wait_for(self, path: str, words: str) -> None:
        """Wait until a page holds some words."""
        wait_until(lambda: words in self.get(path)[1], f"{path} shows {words!r}", pause=0.02)

    def problems(self) -> str:
        """Return the problems that pages are told of."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        connection.request("GET", EVENTS)
        line = connection.getresponse().readline()
        connection.close()
        return str(json.loads(line.removeprefix(b"data: "))["problems"])

    def replace(self, file: str, before: str, after: str) -> None:
        """Replace every occurrence of a text in a file, as a save does."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert before in text, f"{before!r} is not in {file}"
        path.write_text(text.replace(before, after), "utf-8")


def lay_out(folder: Path, content: Path) -> None:
    """Copy content and the real templates into a folder."""
    shutil.copytree(content, folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")


@contextmanager
def serving_preview(folder: Path) -> Iterator[Preview]:
    """Serve a folder on a free port, and stop as Ctrl-C does."""
    options = [f"--{name}={folder / name}" for name in FOLDERS]
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), "serve", "--port=0", *options],
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no other thread holds a lock that it needs
    )
    assert process.stdout
    printed = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
    assert printed
    yield Preview(folder, int(printed[1]))
    process.send_signal(signal.SIGINT)
    assert process.wait(LONGEST) in (0, 130)


def restore(folder: Path, files: dict[str, bytes]) -> None:
    """Give a folder the files it had; those that have not changed are not touched."""
    for name in tree(folder).keys() - files.keys():
        (folder / name).unlink()
    for name, data in files.items():
        path = folder / name
        if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
            path.unlink(missing_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
