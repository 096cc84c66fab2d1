"""The command line: every command with its arguments, and the types of their values.

A type raises ArgumentTypeError if a value is not one of its own; the message is shown beside the argument.
"""

import datetime as dt
import os
from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path

from briefing.engine.reports import FORMATS
from briefing.hosts import TARGETS

PROGRAM = "build.py"
BASE_URL = "BRIEFING_BASE_URL"
"""The environment variable that says where the site is published, if no option does."""
MOST_PORTS = 65535
BUILDING = {
    "build": "build the site into the output folder (the default command)",
    "pdf": "build the site with a PDF of each briefing in each language (needs the extra 'pdf')",
    "check": "do all that build does, but write nothing",
    "verify": "say whether the output folder equals a fresh build",
}
"""The commands that build, with their help."""


def parser(folder: Path) -> ArgumentParser:
    """Return the parser of the command line; `folder` holds the content and the templates by default.

    The option `function` that it sets is the module of this package, and the function in it, that runs the command.
    """
    parser = ArgumentParser(prog=PROGRAM, description="Build a static bilingual briefing site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, function: str, description: str) -> Callable[..., Action]:
        added = commands.add_parser(name, help=description, description=description)
        added.set_defaults(function=function, output=None, base_url=os.environ.get(BASE_URL) or None)
        added.add_argument("--content", type=Path, default=folder / "content", metavar="DIR", help="the YAML files")
        return added.add_argument

    templates = {"type": Path, "default": folder / "templates", "metavar": "DIR", "help": "the templates"}
    for name, description in BUILDING.items():
        add = command(name, "building.run", description)
        if name == "check":
            add("files", type=Path, nargs="*", metavar="FILE", help="the files whose problems are shown (all)")
        add("--templates", **templates)
        add("--output", type=Path, metavar="DIR", help="the built site (site/ beside the content)")
        published = f"where it is published (else ${BASE_URL}, else site.yaml)"
        add("--base-url", type=base_url, metavar="URL", help=published)
        add("--target", choices=TARGETS, default="none", help="the host, for files that it reads (none)")
        add("--compress", action="store_true", help="add texts that are compressed already")
        add("--strict", action="store_true", help="let warnings stop the build too")
        add("--format", choices=FORMATS, default="text", help="how problems are printed (text)")
    add = command("serve", "serving.serve", "show the site on this machine, new at each save")
    add("--templates", **templates)
    add("--port", type=port, default=8000, metavar="PORT", help="where it listens (8000; 0 for any)")
    add = command("explain", "editing.explain", "print the rule behind a code, with examples")
    add("code", nargs="?", metavar="CODE", help="the code of a problem; without one, all of them")
    add = command("status", "editing.status", "say what has changed since a person looked at it")
    add("--json", action="store_true", help="print JSON")
    add = command("accept", "editing.accept", "record that a person has looked at texts and figures")
    add("targets", nargs="*", metavar="FILE|ID", help="what was looked at; without any, everything")
    add("--reviewer", type=reviewer, required=True, metavar="NAME", help="who looked")
    add("--date", type=date, metavar="DATE", help="when (today)")
    add("--alone", action="store_true", help="nobody has looked but the one who wrote it; the pages say so")
    of_text = "the briefing it belongs to, where there are several"
    add = command("index", "editing.index", "write the index of a source from its text")
    add("text", type=Path, metavar="TEXT", help="the text of the speeches")
    add("--briefing", metavar="ID", help=of_text)
    add = command("audit", "editing.audit", "say which numbers of the source are cited, left out, missing")
    add("text", type=Path, nargs="?", metavar="TEXT", help="the text of the speeches")
    add("--briefing", metavar="ID", help=of_text)
    command("schema", "editing.schema", "write the JSON Schemas of the YAML files")
    add = command("new", "editing.new", "begin a briefing, a speech or an entity")
    add("kind", choices=("briefing", "speech", "entity"), help="what to begin")
    add("id", metavar="ID", help="its id, which becomes part of its address")
    add("--briefing", metavar="ID", help="the briefing of a speech, where there are several")
    return parser


def output_of(options: Namespace) -> Path:
    """Return the output folder: the one named, or `site` beside the content, since it is the site of that content."""
    output: Path = options.output or options.content.absolute().parent / "site"
    return output


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
        raise ArgumentTypeError("give the name of the person who looked")
    return text.strip()


def date(text: str) -> str:
    """Return a day in ISO form."""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
