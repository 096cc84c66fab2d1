"""The arguments of each command, and the types of their values.

A type raises ArgumentTypeError if a value is not one of its own; the message is shown beside the argument.
"""

import datetime as dt
import os
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from briefing.engine.reports import FORMATS
from briefing.hosts import TARGETS

BASE_URL = "BRIEFING_BASE_URL"
"""The environment variable that says where the site is published, if no option does."""
MOST_PORTS = 65535


def of_build(command: ArgumentParser, folder: Path) -> None:
    """Add the arguments of the commands that build."""
    command.add_argument("--templates", type=Path, default=folder / "templates", metavar="DIR", help="the templates")
    command.add_argument("--output", type=Path, default=folder / "site", metavar="DIR", help="the built site")
    command.add_argument(
        "--base-url",
        type=base_url,
        default=os.environ.get(BASE_URL) or None,
        metavar="URL",
        help=f"where it is published (else ${BASE_URL}, else site.yaml)",
    )
    command.add_argument("--target", choices=TARGETS, default="none", help="the host, for files that it reads (none)")
    command.add_argument("--compress", action="store_true", help="add texts that are compressed already")
    command.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    command.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed (text)")


def of_serve(command: ArgumentParser, folder: Path) -> None:
    """Add the arguments of `serve`, which never writes to the output folder."""
    command.set_defaults(output=folder / "site", base_url=os.environ.get(BASE_URL) or None)
    command.add_argument("--templates", type=Path, default=folder / "templates", metavar="DIR", help="the templates")
    command.add_argument("--port", type=port, default=8000, metavar="PORT", help="where it listens (8000; 0 for any)")


def of_explain(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `explain`."""
    command.add_argument("code", nargs="?", metavar="CODE", help="the code of a problem; without one, all of them")


def of_status(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `status`."""
    command.add_argument("--json", action="store_true", help="print JSON")


def of_accept(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `accept`."""
    command.add_argument("targets", nargs="*", metavar="FILE|ID", help="what was looked at; without any, everything")
    command.add_argument("--reviewer", type=reviewer, required=True, metavar="NAME", help="who looked")
    command.add_argument("--date", type=date, default=today(), metavar="DATE", help="when (today)")


def of_index(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `index`."""
    command.add_argument("text", type=Path, metavar="TEXT", help="the text of the speeches")
    command.add_argument("--briefing", metavar="ID", help="the briefing it belongs to, where there are several")


def of_audit(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `audit`."""
    command.add_argument("text", type=Path, nargs="?", metavar="TEXT", help="the text of the speeches")
    command.add_argument("--briefing", metavar="ID", help="the briefing it belongs to, where there are several")


def of_schema(_command: ArgumentParser, _folder: Path) -> None:
    """Add no arguments: `schema` takes none besides the content folder."""


def of_new(command: ArgumentParser, _folder: Path) -> None:
    """Add the arguments of `new`."""
    command.add_argument("kind", choices=("briefing", "speech", "entity"), help="what to begin")
    command.add_argument("id", metavar="ID", help="its id, which becomes part of its address")
    command.add_argument("--briefing", metavar="ID", help="the briefing of a speech, where there are several")


def base_url(text: str) -> str:
    """Return the address of a site, with a slash at its end."""
    from briefing.content import validators  # noqa: PLC0415 - most calls do without, and it takes long to load

    try:
        return validators.base_url(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def port(text: str) -> int:
    """Return a port, 0 for any that is free."""
    if not text.isdecimal() or int(text) > MOST_PORTS:
        message = f"{text} is not a port; write a whole number up to {MOST_PORTS}, or 0 for any that is free"
        raise ArgumentTypeError(message)
    return int(text)


def reviewer(text: str) -> str:
    """Return the name of a person, which is not empty."""
    if not text.strip():
        message = "give the name of the person who looked"
        raise ArgumentTypeError(message)
    return text.strip()


def date(text: str) -> str:
    """Return a day that has come, in ISO form."""
    try:
        day = dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
    if day > today():
        message = f"{day} has not come yet"
        raise ArgumentTypeError(message)
    return day


def today() -> str:
    """Return the present day where the reviewer is, in ISO form."""
    return dt.date.today().isoformat()  # noqa: DTZ011 - it is the reviewer's day
