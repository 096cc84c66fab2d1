"""The commands that build: `build`, `pdf`, `check` and `verify`."""

import gc
import sys
import time
from argparse import Namespace as Options
from collections.abc import Callable, Mapping

from briefing.cli.arguments import output_of
from briefing.cli.printing import print_problems, progress
from briefing.engine.build import Summary, build, check, pdf, verify
from briefing.settings import Settings

PIPELINES: Mapping[str, Callable[[Settings], Summary]] = {"build": build, "pdf": pdf, "check": check, "verify": verify}


def run(options: Options) -> int:
    """Run the command with progress, then print its warnings, differences and summary."""
    start = time.perf_counter()
    gc.disable()  # a build of many units collects its garbage after each, one of a few ends before there is much
    try:
        with progress(sys.stderr) as show:
            settings = Settings(
                options.content,
                options.templates,
                output_of(options),
                options.base_url,
                strict=options.strict,
                target=options.target,
                compress=options.compress,
                progress=show,
                waiting=lambda text: print(f"{options.command}: {text}", file=sys.stderr),
            )
            summary = PIPELINES[options.command](settings)
    finally:
        gc.enable()
    print_problems(summary.warnings, options.format)
    sys.stderr.write("".join(f"{line}\n" for line in summary.differences))
    seconds = time.perf_counter() - start
    line = f"{options.command}: {summary.pages} pages, {summary.languages} languages, {seconds:.2f} seconds"
    print(line, *summary.pdfs, sep="\n", file=sys.stdout if options.format == "text" else sys.stderr)
    return 1 if summary.differences else 0
