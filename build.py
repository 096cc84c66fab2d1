#!/usr/bin/env python3
"""The program: `build.py COMMAND`, for the content, the templates and the site that lie beside this file."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.cli.main import main as run

HERE = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    return run(sys.argv[1:] if arguments is None else arguments, HERE)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show is no reason to fail
    sys.exit(main())
