"""Where the time of a build goes: the processor time of each stage of one briefing, and of what comes before the first.

    python benchmarks/stages.py [CONTENT]

Prints a Markdown table; each stage is the least of several runs, since other programs only ever add.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
MILLI = 1000
T = TypeVar("T")


class Clock:
    """The least time that each stage has taken, in milliseconds of the processor."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage."""
        gc.collect()
        begun = time.process_time()
        yield
        took = MILLI * (time.process_time() - begun)
        self.found[name] = min(took, self.found.get(name, took))

    def timed(self, name: str, make: Callable[[], T]) -> T:
        """Time what makes something, and return it."""
        with self.stage(name):
            return make()


def main(content: Path) -> None:
    """Time the stages of the first briefing of some content."""
    clock = Clock()
    with clock.stage("once: loading the program and its libraries"):
        from briefing.engine.parts import Workshop  # noqa: PLC0415 - likewise
        from briefing.paths import files  # noqa: PLC0415 - the time of this is asked for
        from briefing.settings import Settings  # noqa: PLC0415 - likewise
    settings = Settings(content, ROOT / "templates", ROOT / "site")
    workshop = clock.timed("once: shared content and catalogs", lambda: Workshop(settings))
    names = [path.relative_to(settings.templates).as_posix() for path in files(settings.templates, ".html")]
    clock.timed("once: templates", lambda: list(map(workshop.renderer.environment.get_template, names)))
    gc.disable()
    for _ in range(RUNS):
        briefing(clock, workshop)
    print("| stage | ms |\n|---|--:|")
    print("\n".join(f"| {name} | {took:.0f} |" for name, took in clock.found.items()))


def briefing(clock: Clock, workshop: object) -> None:
    """Time the stages of one briefing."""
    from briefing.checks import check_part  # noqa: PLC0415 - after the program was timed
    from briefing.engine.fingerprints import briefing_folders  # noqa: PLC0415 - likewise
    from briefing.engine.parts import Workshop  # noqa: PLC0415 - likewise
    from briefing.exports import exports  # noqa: PLC0415 - likewise
    from briefing.linkcheck.links import Links  # noqa: PLC0415 - likewise
    from briefing.pages import pages  # noqa: PLC0415 - likewise

    if not isinstance(workshop, Workshop):
        raise TypeError(workshop)
    name = briefing_folders(workshop.settings.content)[0]
    site, _ = clock.timed("load", lambda: workshop.shared.with_briefings([name]))
    if site is None:
        raise SystemExit("\n".join(map(str, workshop.problems)))
    part = site.of(name)
    clock.timed("check", lambda: check_part(part))
    renderer = workshop.renderer.of(part)
    everything = clock.timed("choose what pages show", lambda: list(pages(part)))
    rendered = clock.timed("render", lambda: [(page.file, renderer.render(page)) for page in everything])
    links = Links(renderer.base_url, site.codes)
    with clock.stage("check links"):
        for file, html in rendered:
            links.read(file, html)
    clock.timed("data, search, sitemap, feeds", lambda: list(exports(renderer, everything)))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content")
