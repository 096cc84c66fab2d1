#!/usr/bin/env python3
"""The command line: arguments, problems printed, exit status (0 done, 1 problems in the content, 2 wrong usage)."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing import ContentError, Settings, Summary, UsageError, build, check, verify
from briefing.values import base_url

HERE = Path(__file__).resolve().parent
COMMANDS: dict[str, tuple[Callable[[Settings], Summary], str]] = {
    "build": (build, "build the site into the output folder (the default)"),
    "check": (check, "do all that build does, but write nothing"),
    "verify": (verify, "say whether the output folder equals a fresh build"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    options = _parser().parse_args(arguments)
    begun = time.perf_counter()
    run, _ = COMMANDS[options.command]
    try:
        summary = run(Settings(options.content, options.templates, options.output, options.base_url))
    except ContentError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        count = len(error.problems)
        print(f"{count} problem{'s' if count > 1 else ''}; nothing was written", file=sys.stderr)
        return 1
    except (UsageError, OSError) as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    print(*summary.differences, sep="\n", end="\n" if summary.differences else "", file=sys.stderr)
    seconds = time.perf_counter() - begun
    print(f"{options.command}: {summary.pages} pages, {summary.languages} languages, {seconds:.2f} seconds")
    return 1 if summary.differences else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Build a static bilingual briefing site.")
    parser.add_argument("command", nargs="?", default="build", choices=COMMANDS, help=_commands())
    parser.add_argument("--content", type=Path, default=HERE / "content", metavar="DIR", help="the YAML files")
    parser.add_argument("--templates", type=Path, default=HERE / "templates", metavar="DIR", help="the templates")
    parser.add_argument("--output", type=Path, default=HERE / "site", metavar="DIR", help="the built site")
    parser.add_argument(
        "--base-url", type=_base_url, metavar="URL", help="where the site is published (else site.yaml)"
    )
    return parser


def _commands() -> str:
    return "; ".join(f"{name}: {help_text}" for name, (_, help_text) in COMMANDS.items())


def _base_url(text: str) -> str:
    try:
        return base_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


if __name__ == "__main__":
    sys.exit(main())
