"""One call of the program: a command runs; its exit status is 0 (done), 1 (problems in the content) or 2 (usage)."""

import argparse
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.cli import arguments
from briefing.cli.printing import print_problems
from briefing.problems import ContentError, UsageError

PROGRAM = "build.py"
INTERRUPTED = 130
"""The exit status of a program that Ctrl-C has ended, as shells have it."""


class Command(NamedTuple):
    """A command of the program; its module is loaded when it is called."""

    function: str
    """A module of this package, and the function in it that runs the command and returns the exit status."""
    help: str
    add_arguments: Callable[[argparse.ArgumentParser, Path], None]


COMMANDS: Mapping[str, Command] = {
    "build": Command("building.run", "build the site into the output folder (the default command)", arguments.of_build),
    "pdf": Command(
        "building.run",
        "build the site with a PDF of each briefing in each language (needs the extra 'pdf')",
        arguments.of_build,
    ),
    "check": Command("building.run", "do all that build does, but write nothing", arguments.of_build),
    "verify": Command("building.run", "say whether the output folder equals a fresh build", arguments.of_build),
    "serve": Command("serving.serve", "show the site on this machine, new at each save", arguments.of_serve),
    "explain": Command("editing.explain", "print the rule behind a code, with examples", arguments.of_explain),
    "status": Command("editing.status", "say what has changed since a person looked at it", arguments.of_status),
    "accept": Command("editing.accept", "record that a person has looked at texts and figures", arguments.of_accept),
    "index": Command("editing.index", "write the index of a source from its text", arguments.of_index),
    "audit": Command(
        "editing.audit", "say which numbers of the source are cited, left out, missing", arguments.of_audit
    ),
    "schema": Command("editing.schema", "write the JSON Schemas of the YAML files", arguments.of_schema),
    "new": Command("editing.new", "begin a briefing, a speech or an entity", arguments.of_new),
}


def main(given: Sequence[str], folder: Path) -> int:
    """Run the command that the arguments name and return the exit status.

    Content, templates and site are looked for in `folder`, unless an option says otherwise.
    """
    without_command = not given or (given[0].startswith("-") and given[0] not in ("-h", "--help"))
    options = parser(folder).parse_args(["build", *given] if without_command else given)
    try:
        module, function = COMMANDS[options.command].function.split(".")
        return int(getattr(importlib.import_module(f"briefing.cli.{module}"), function)(options))
    except ContentError as error:
        print_problems(error.problems, getattr(options, "format", "text"))
        count = len(error.problems)
        print(f"{count} problem{'s' if count > 1 else ''}; nothing was written", file=sys.stderr)
        return 1
    except (UsageError, OSError) as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{PROGRAM}: stopped; nothing has changed", file=sys.stderr)
        return INTERRUPTED


def parser(folder: Path) -> argparse.ArgumentParser:
    """Return the parser of the command line; `folder` holds the content, the templates and the site by default."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description="Build a static bilingual briefing site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(name, help=command.help, description=command.help)
        subparser.add_argument("--content", type=Path, default=folder / "content", metavar="DIR", help="the YAML files")
        command.add_arguments(subparser, folder)
    return parser
