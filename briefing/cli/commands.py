"""The commands of editors, as the command line calls them: each prints what it did and returns the exit status."""

from __future__ import annotations

from argparse import Namespace as Options

from briefing.editor import editing
from briefing.editor import new as skeletons
from briefing.editor.schema import write_schemas
from briefing.engine import rules
from briefing.problems import shown


def explain(options: Options) -> int:
    """Print the rule behind a code, or all rules."""
    print(rules.explain(options.code) if options.code else rules.handbook(), end="")
    return 0


def status(options: Options) -> int:
    """Say what has changed since a person looked at it."""
    standings = editing.status(options.content)
    print(editing.status_json(standings) if options.json else editing.status_table(standings), end="")
    return 0


def accept(options: Options) -> int:
    """Record that a person has looked at texts and figures."""
    changed = editing.accept(options.content, options.targets, options.reviewer, options.date)
    if not changed:
        print("accept: nothing to record; everything named is as it was reviewed")
        return 0
    print(f"accept: {len(changed)} texts and figures recorded as looked at by {options.reviewer} on {options.date}")
    return 0


def index(options: Options) -> int:
    """Write the index of a source from its text."""
    briefing = editing.the_briefing(options.content, options.briefing)
    index = editing.write_index(options.content, briefing, options.text)
    figures = sum(len(paragraph.figures) for paragraphs in index.values() for paragraph in paragraphs)
    print(f"index: {len(index)} speeches, {sum(map(len, index.values()))} paragraphs, {figures} figures")
    return 0


def audit(options: Options) -> int:
    """Say which numbers of the source are cited, left out, missing."""
    briefing = editing.the_briefing(options.content, options.briefing)
    audited = editing.audit(options.content, briefing, options.text)
    print(editing.audit_table(audited), end="")
    return 0 if editing.complete(audited) else 1


def schema(options: Options) -> int:
    """Write the JSON Schemas of the YAML files."""
    written = write_schemas(options.content)
    print(f"schema: {len(written)} files in {shown(options.content / 'schema')}")
    return 0


def new(options: Options) -> int:
    """Begin a briefing, a speech or an entity."""
    briefing = editing.the_briefing(options.content, options.briefing) if options.kind == "speech" else ""
    path = skeletons.new(options.content, options.kind, options.id, briefing)
    print(f"new: wrote {shown(path)}; fill it in, and let build.py check name what is left")
    return 0
