"""One call of the program: a command runs; its exit status is 0 (done), 1 (problems in the content) or 2 (usage)."""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.cli.arguments import PROGRAM, parser
from briefing.cli.printing import print_problems
from briefing.problems import ContentError, UsageError

INTERRUPTED = 130
"""The exit status of a program that Ctrl-C has ended, as in shells."""


def main(given: Sequence[str], folder: Path) -> int:
    """Run the command that the arguments name and return the exit status.

    Content and templates are looked for in `folder`, unless an option says otherwise. The module of a command is
    loaded only when it is called.
    """
    without_command = not given or (given[0].startswith("-") and given[0] not in ("-h", "--help"))
    options = parser(folder).parse_args(["build", *given] if without_command else given)
    try:
        module, function = options.function.split(".")
        return getattr(importlib.import_module(f"briefing.cli.{module}"), function)(options) or 0
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
