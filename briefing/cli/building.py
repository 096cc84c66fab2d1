"""The commands that build: `build`, `pdf`, `check` and `verify`."""

import gc
import sys
import time
from argparse import Namespace as Options
from collections.abc import Callable, Iterable, Mapping

from briefing.cli.arguments import output_of
from briefing.cli.printing import print_problems, progress
from briefing.engine.build import Summary, build, check, pdf, verify
from briefing.problems import ContentError, Problem, UsageError, shown
from briefing.settings import Settings

PIPELINES: Mapping[str, Callable[[Settings], Summary]] = {"build": build, "pdf": pdf, "check": check, "verify": verify}


def run(options: Options) -> int:
    """Run the command with progress, then print its warnings, differences and summary."""
    start, files = time.perf_counter(), _named_files(options)
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
    except ContentError as error:
        if found := _of_files(error.problems, files):
            raise ContentError(found) from None
        print_problems((), options.format)
        line = f"{options.command}: no problem in the files named, {len(error.problems)} in others"
        print(line, file=sys.stdout if options.format == "text" else sys.stderr)
        return 0
    finally:
        gc.enable()
    print_problems(_of_files(summary.warnings, files), options.format)
    sys.stderr.write("".join(f"{line}\n" for line in summary.differences))
    seconds = time.perf_counter() - start
    line = f"{options.command}: {summary.pages} pages, {summary.languages} languages, {seconds:.2f} seconds"
    print(line, *summary.pdfs, sep="\n", file=sys.stdout if options.format == "text" else sys.stderr)
    return 1 if summary.differences else 0


def _named_files(options: Options) -> set[str]:
    """Return the files that were named for `check`, as problems name them. Raises UsageError if one is not there."""
    found = set()
    for file in getattr(options, "files", ()):
        path = next((path for path in (file, options.content / file) if path.is_file()), None)
        if path is None:
            raise UsageError(f"there is no file {file}, nor {options.content / file}")
        found.add(shown(path))
    return found


def _of_files(problems: Iterable[Problem], files: set[str]) -> list[Problem]:
    """Return the problems of some files, or all if none is named."""
    return [each for each in problems if not files or {each.position.file, (each.other or each.position).file} & files]
