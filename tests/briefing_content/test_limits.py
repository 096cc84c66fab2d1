"""Limits: judging the content takes little time and memory, whatever a file holds.

Each site is checked in a copy of this process, so that its time and memory are its own. Times are the processor's.
"""

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command import run_quietly
from tests.support.paths import SITES
from tests.support.project import copy_minimal
from tests.support.waiting import wait_for_exit

SPEECH = "demo-2030/alpha.yaml"
BRIEFING = "demo-2030/briefing.yaml"
FILES = {name: (SITES / "minimal/content" / name).read_text("utf-8") for name in (SPEECH, BRIEFING)}
MOST_SECONDS, MOST_MEGABYTES, MOST_CHARACTERS = 2, 250, 200_000
MOST_TIMES = 15
"""How much longer a hostile site may take than a sound one, where a busy machine takes long for both."""


@dataclass(frozen=True)
class Measured:
    """The outcome of one check, the seconds of the processor it took, and the megabytes it needed besides."""

    status: int
    err: str
    seconds: float
    megabytes: float


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with the minimal site."""
    copy_minimal(tmp_path)
    return tmp_path


@pytest.fixture
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the minimal site that stays as it is."""
    folder = tmp_path_factory.mktemp("sound")
    copy_minimal(folder)
    return folder


def memory(name: str) -> float:
    """Return an entry of the memory of this process, in megabytes: VmRSS is what it has, VmHWM the most it had."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition(f"{name}:")[2].split()[0]) / 1024


def check(folder: Path) -> Measured:
    """Check a site in a copy of this process, and stop it if it does not end."""
    result = folder / "result.json"
    if process := os.fork():
        wait_for_exit(process)
        return Measured(**json.loads(result.read_text("utf-8")))
    try:
        os.chdir(folder)
        Path("/proc/self/clear_refs").write_text("5")  # the most that it had so far is forgotten
        before, begun = memory("VmRSS"), os.times()
        outcome = run_quietly("check", "--content=content", "--templates=templates", "--output=site")
        ended = os.times()
        seconds = ended.user + ended.system - begun.user - begun.system
        measured = Measured(outcome.status, outcome.err, seconds, memory("VmHWM") - before)
        result.write_text(json.dumps(vars(measured)), "utf-8")
        os._exit(0)
    finally:
        os._exit(1)


def assert_within_limits(folder: Path, sound: Path) -> Measured:
    """Check a site; if it takes too long, check again, and compare its time with that of a sound one."""
    measured, most = check(folder), float(MOST_SECONDS)
    for _ in range(3):
        if measured.seconds >= most:
            measured, most = check(folder), max(MOST_SECONDS, MOST_TIMES * check(sound).seconds)
    assert measured.seconds < most
    assert measured.status in (0, 1)
    assert "Traceback" not in measured.err
    assert measured.megabytes < MOST_MEGABYTES
    assert len(measured.err) < MOST_CHARACTERS
    return measured


def assert_refused_soon(folder: Path, sound: Path, code: str, file: str = SPEECH) -> None:
    """Assert that a problem of this code in this file is reported, within the limits."""
    measured = assert_within_limits(folder, sound)
    assert measured.status == 1
    assert re.search(rf"^content/{re.escape(file)}(:[0-9]+)*: error\[{code}\]: .+", measured.err, re.MULTILINE)


BOMB = "a0: &a0 [ha]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))
LARGE = 1_900_000
"""Bytes that pass for a file of content."""
HOSTILE: dict[str, tuple[str, Callable[[], str]]] = {
    "an alias bomb": ("alias", lambda: BOMB),
    "ten thousand nested brackets": ("too-deep", lambda: "[" * 10_000 + "]" * 10_000),
    "ten thousand lists nested by indentation": ("too-deep", lambda: "- " * 10_000),
    "ten thousand mappings nested by indentation": ("too-large", lambda: nested(10_000)),
    "as many of them as 1.9 MB hold": ("too-deep", lambda: nested(1_900)),
    "50 MB": ("too-large", lambda: "place: alpha\n" * (50_000_000 // 13)),
    "one line in quotes": ("too-large", lambda: f'place: "{"a" * LARGE}"'),
    "one tag": ("tag", lambda: "!" + "a" * LARGE),
    "line breaks": ("empty-file", lambda: "\n" * LARGE),
    "a quote that is never closed": ("syntax", lambda: '"' + " a\n" * (LARGE // 3)),
    "keys": ("too-large", lambda: "".join(f"k{n:06}: 1\n" for n in range(LARGE // 11))),
    "list items": ("too-large", lambda: "- a\n" * (LARGE // 4)),
}
"""What a file can hold to make a program run out of time, memory or stack, and the code of the problem."""


def nested(times: int) -> str:
    return "".join(f"{' ' * depth}a:\n" for depth in range(times))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon(site: Path, sound: Path, name: str) -> None:
    code, content = HOSTILE[name]
    (site / "content" / SPEECH).write_text(content(), "utf-8")
    assert_refused_soon(site, sound, code)


def languages(times: int) -> str:
    return "".join(f"l{n}: a, " for n in range(times))


def speech_with(before: str, after: str) -> str:
    """Return the first speech of the minimal site with a text replaced."""
    text = FILES[SPEECH]
    assert before in text
    return text.replace(before, after, 1)


WIDE: dict[str, tuple[str, Callable[[], str]]] = {
    "unknown keys": ("unknown-key", lambda: "".join(f"k{n}: 1\n" for n in range(14_000))),
    "the same key": ("duplicate-key", lambda: "k: 1\n" * 14_000),
    "figures that lack all": ("missing-key", lambda: "figures:\n" + "".join(f"  k{n}: {{}}\n" for n in range(9_000))),
    "the same list item": ("duplicate", lambda: speech_with("[north-park]", f"[{'north-park,' * 29_000}]")),
    "unknown languages": ("unknown-language", lambda: speech_with("{zh:", f"{{{languages(14_000)} zh:")),
}
"""Files of a size that passes, wrong throughout, and the code of the problem."""


@pytest.mark.parametrize("name", WIDE)
def test_a_file_that_is_wrong_throughout_is_refused_soon(site: Path, sound: Path, name: str) -> None:
    code, content = WIDE[name]
    (site / "content" / SPEECH).write_text(content(), "utf-8")
    assert_refused_soon(site, sound, code)


LONG = {
    "braces": "{" * 9_900,
    "citations": "[9]" * 3_300,
    "spaces": f"a{' ' * 9_900}a",
    "digits": "9" * 9_900,
    "a citation of many digits": f"[{'9' * 9_900}]",
    "brackets": "[1" * 4_950,
    "links": "[a](" * 2_475,
}
"""Texts of nearly the greatest length."""


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_judged_soon(site: Path, sound: Path, name: str) -> None:
    """The search for citations, figures and names in a text takes no time that grows as the square of its length."""
    words = json.dumps(LONG[name])
    for file, key in ((BRIEFING, "method"), (SPEECH, "  text")):
        before = re.search(rf"^{key}:.*", FILES[file], re.MULTILINE)
        assert before
        changed = FILES[file].replace(before[0], f"{key}: {{zh: {words}, en: {words}}}", 1)
        (site / "content" / file).write_text(changed, "utf-8")
    assert_within_limits(site, sound)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("file", "put"),
    [
        (SPEECH, a_pipe),
        (SPEECH, a_device),
        (SPEECH, a_folder),
        (SPEECH, a_link_to_itself),
        ("places.yaml", a_pipe),
        (BRIEFING, a_folder),
    ],
)
def test_whatever_is_no_file_is_refused_soon(site: Path, sound: Path, file: str, put: Callable[[Path], None]) -> None:
    (site / "content" / file).unlink()
    put(site / "content" / file)
    assert_refused_soon(site, sound, "missing-file", file)
