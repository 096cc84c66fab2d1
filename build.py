#!/usr/bin/env python3
"""The command line: arguments, problems printed, exit status (0 done, 1 problems in the content, 2 wrong usage)."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import importlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from briefing.cli.progress import Progress, progress
from briefing.engine.build import Summary, build, check, pdf, verify
from briefing.engine.reports import FORMATS
from briefing.hosts import TARGETS
from briefing.problems import ContentError, Problem, UsageError
from briefing.settings import Settings

BASE_URL = "BRIEFING_BASE_URL"
"""The environment variable that says where the site is published, where no option does."""
STOPPED = 130
"""The exit status of what Ctrl-C has ended, as shells have it."""
MOST_PORTS = 65535
HERE = Path(__file__).resolve().parent
Options = argparse.Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    options = _parser().parse_args(_with_command(sys.argv[1:] if arguments is None else arguments))
    try:
        return int(options.run(options))
    except ContentError as error:
        _report(error.problems, options)
        count = len(error.problems)
        print(f"{count} problem{'s' if count > 1 else ''}; nothing was written", file=sys.stderr)
        return 1
    except (UsageError, OSError) as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("build.py: stopped; nothing has changed", file=sys.stderr)
        return STOPPED


def _pipeline(run: Callable[[Settings], Summary]) -> Callable[[Options], int]:
    def command(options: Options) -> int:
        begun = time.perf_counter()
        gc.disable()  # the garbage of many parts is collected part by part, that of one when the process ends
        try:
            with progress(sys.stderr) as shown:
                summary = run(_settings(options, shown))
        finally:
            gc.enable()
        _report(summary.warnings, options)
        sys.stderr.write("".join(f"{line}\n" for line in summary.differences))
        seconds = time.perf_counter() - begun
        said = f"{options.command}: {summary.pages} pages, {summary.languages} languages, {seconds:.2f} seconds"
        print(said, *summary.books, sep="\n", file=sys.stdout if options.format == "text" else sys.stderr)
        return 1 if summary.differences else 0

    return command


def _settings(options: Options, shown: Progress) -> Settings:
    return Settings(
        options.content,
        options.templates,
        options.output,
        options.base_url,
        strict=options.strict,
        target=options.target,
        compress=options.compress,
        progress=shown,
        waiting=lambda text: print(f"{options.command}: {text}", file=sys.stderr),
    )


def _report(problems: Iterable[Problem], options: Options) -> None:
    """Print problems for people on standard error, for programs on standard output."""
    form = getattr(options, "format", "text")
    (sys.stderr if form == "text" else sys.stdout).write(FORMATS[form](problems))


def _tell(text: str) -> None:
    print(text, flush=True)


def _serve(options: Options) -> int:
    from briefing.preview import serve  # noqa: PLC0415 - only the preview needs a server

    base_url = os.environ.get(BASE_URL) or None
    serve(Settings(options.content, options.templates, HERE / "site", base_url), options.port, _tell)
    return 0


def _editing(name: str) -> Callable[[Options], int]:
    """Return a command of editors, which is loaded when it is called: none of them builds."""

    def command(options: Options) -> int:
        return int(getattr(importlib.import_module("briefing.cli.commands"), name)(options))

    return command


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Build a static bilingual briefing site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[Options], int], help_text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(run=run)
        command.add_argument("--content", type=Path, default=HERE / "content", metavar="DIR", help="the YAML files")
        return command

    for run, help_text in PIPELINES:
        _add_pipeline(add(run.__name__, _pipeline(run), help_text))
    help_text = "show the site on this machine, new at each save"
    _add_serve(add("serve", _serve, help_text))
    for name, help_text, add_arguments in EDITING:
        add_arguments(add(name, _editing(name), help_text))
    return parser


PIPELINES: tuple[tuple[Callable[[Settings], Summary], str], ...] = (
    (build, "build the site into the output folder (the default command)"),
    (pdf, "build the site with a PDF of each briefing in each language (needs the extra 'pdf')"),
    (check, "do all that build does, but write nothing"),
    (verify, "say whether the output folder equals a fresh build"),
)


def _add_pipeline(command: argparse.ArgumentParser) -> None:
    command.add_argument("--templates", type=Path, default=HERE / "templates", metavar="DIR", help="the templates")
    command.add_argument("--output", type=Path, default=HERE / "site", metavar="DIR", help="the built site")
    command.add_argument(
        "--base-url",
        type=_base_url,
        default=os.environ.get(BASE_URL) or None,
        metavar="URL",
        help=f"where it is published (else ${BASE_URL}, else site.yaml)",
    )
    command.add_argument("--target", choices=TARGETS, default="none", help="the host, for files that it reads (none)")
    command.add_argument("--compress", action="store_true", help="add texts that are compressed already")
    command.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    command.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed (text)")


def _add_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--templates", type=Path, default=HERE / "templates", metavar="DIR", help="the templates")
    command.add_argument("--port", type=_port, default=8000, metavar="PORT", help="where it listens (8000; 0 for any)")


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", nargs="?", metavar="CODE", help="the code of a problem; without one, all of them")


def _add_status(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_accept(command: argparse.ArgumentParser) -> None:
    command.add_argument("targets", nargs="*", metavar="FILE|ID", help="what was looked at; without any, everything")
    command.add_argument("--reviewer", type=_name, required=True, metavar="NAME", help="who looked")
    command.add_argument(
        "--date",
        type=_date,
        default=dt.date.today().isoformat(),  # noqa: DTZ011 - the day where the reviewer is
        metavar="DATE",
        help="when (today)",
    )


def _add_text(command: argparse.ArgumentParser, nargs: str | None = None) -> None:
    command.add_argument("text", type=Path, nargs=nargs, metavar="TEXT", help="the text of the speeches")
    command.add_argument("--briefing", metavar="ID", help="the briefing it belongs to, where there are several")


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", choices=("briefing", "speech", "entity"), help="what to begin")
    command.add_argument("id", metavar="ID", help="its id, which becomes part of its address")
    command.add_argument("--briefing", metavar="ID", help="the briefing of a speech, where there are several")


EDITING: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("explain", "print the rule behind a code, with examples", _add_explain),
    ("status", "say what has changed since a person looked at it", _add_status),
    ("accept", "record that a person has looked at texts and figures", _add_accept),
    ("index", "write the index of a source from its text", _add_text),
    ("audit", "say which numbers of the source are cited, left out, missing", lambda it: _add_text(it, "?")),
    ("schema", "write the JSON Schemas of the YAML files", lambda _: None),
    ("new", "begin a briefing, a speech or an entity", _add_new),
)


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Put the default command before options that stand alone."""
    alone = not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help"))
    return ["build", *arguments] if alone else list(arguments)


def _base_url(text: str) -> str:
    from briefing.content.values import base_url  # noqa: PLC0415 - it comes with the model, which most calls do without

    return _checked(base_url, text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_PORTS:
        message = f"{text} is not a port; write a whole number up to {MOST_PORTS}, or 0 for any that is free"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _date(text: str) -> str:
    date = _checked(lambda given: dt.date.fromisoformat(given).isoformat(), text)
    if date > dt.date.today().isoformat():  # noqa: DTZ011 - the day where the reviewer is
        message = f"{date} has not come yet"
        raise argparse.ArgumentTypeError(message)
    return date


def _name(text: str) -> str:
    if not text.strip():
        message = "give the name of the person who looked"
        raise argparse.ArgumentTypeError(message)
    return text.strip()


def _checked(read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show is no reason to fail
    sys.exit(main())
