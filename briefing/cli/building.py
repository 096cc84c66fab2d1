"""The commands that build: `build`, `pdf`, `check` and `verify`."""

from __future__ import annotations

import gc
import sys
import time
from argparse import Namespace as Options
from collections.abc import Callable

from briefing.cli.printing import print_problems, progress
from briefing.engine import build as engine
from briefing.engine.build import Summary
from briefing.settings import Settings


def build(options: Options) -> int:
    """Build the site into the output folder."""
    return _run(engine.build, options)


def pdf(options: Options) -> int:
    """Build the site with a PDF of each briefing in each language."""
    return _run(engine.pdf, options)


def check(options: Options) -> int:
    """Do everything that `build` does, except write."""
    return _run(engine.check, options)


def verify(options: Options) -> int:
    """Compare the output folder with a fresh build."""
    return _run(engine.verify, options)


def _run(command: Callable[[Settings], Summary], options: Options) -> int:
    """Run a command with progress, then print its warnings, differences and summary."""
    start = time.perf_counter()
    gc.disable()  # a build of many units collects its garbage after each, one of a few ends before there is much
    try:
        with progress(sys.stderr) as show:
            settings = Settings(
                options.content,
                options.templates,
                options.output,
                options.base_url,
                strict=options.strict,
                target=options.target,
                compress=options.compress,
                progress=show,
                waiting=lambda text: print(f"{options.command}: {text}", file=sys.stderr),
            )
            summary = command(settings)
    finally:
        gc.enable()
    print_problems(summary.warnings, options.format)
    sys.stderr.write("".join(f"{line}\n" for line in summary.differences))
    seconds = time.perf_counter() - start
    line = f"{options.command}: {summary.pages} pages, {summary.languages} languages, {seconds:.2f} seconds"
    print(line, *summary.pdfs, sep="\n", file=sys.stdout if options.format == "text" else sys.stderr)
    return 1 if summary.differences else 0
