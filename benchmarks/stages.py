"""Where the time of a build goes: the processor time of each stage of a cold build of one briefing.

    python benchmarks/stages.py [CONTENT]

Prints a Markdown table. Each millisecond the stage under way is looked up: it is the outermost package on the stack
that is one of `STAGES`, so that what a stage has done by others counts as its own.
"""

import contextlib
import io
import runpy
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
INTERVAL, MILLI = 0.001, 1000
IMPORTS, REST = "load the program and its libraries", "read inputs, write, publish, and the rest"
STAGES = {
    "content": "load",
    "checks": "check",
    "pages": "choose what pages show",
    "render": "render",
    "linkcheck": "check links",
    "downloads": "data, search, sitemap, feeds",
    "exports": "data, search, sitemap, feeds",
}
"""By package of the generator, what it does in a build."""


class Profile:
    """The processor time of each stage, in seconds."""

    def __init__(self) -> None:
        self.found = dict.fromkeys((IMPORTS, *STAGES.values(), REST), 0.0)
        self._last = time.process_time()

    def look(self, _: int, frame: FrameType | None) -> None:
        """Add the time since the last look to the stage under way; a signal that comes late within C loses none."""
        stage = REST
        while frame:
            name = str(frame.f_globals.get("__name__"))
            if name == "importlib._bootstrap":
                stage = IMPORTS
                break
            package, _dot, rest = name.partition(".")
            if package == "briefing":
                stage = STAGES.get(rest.partition(".")[0], stage)
            frame = frame.f_back
        now = time.process_time()
        self.found[stage] += now - self._last
        self._last = now


def main(content: Path) -> None:
    """Build the first briefing of some content in this process, and print what each stage took."""
    with tempfile.TemporaryDirectory() as folder:
        first, *others = sorted(path.parent.name for path in content.glob("*/briefing.yaml"))
        shutil.copytree(content, copy := Path(folder) / "content", ignore=shutil.ignore_patterns(*others))
        sys.argv = ["build.py", "build", "--content", str(copy), "--output", str(Path(folder) / "site")]
        sys.path.insert(0, str(ROOT))
        said, profile = io.StringIO(), Profile()
        signal.signal(signal.SIGPROF, profile.look)
        signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                runpy.run_path(str(ROOT / "build.py"), run_name="__main__")
        except SystemExit as end:
            if end.code:
                raise SystemExit(said.getvalue()) from None
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"| stage of `{first}` | ms |\n|---|--:|")
    for stage, took in profile.found.items():
        print(f"| {stage} | {MILLI * took:.0f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content")
