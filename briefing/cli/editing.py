"""The commands for editors: each prints a report. The exit status is 0 unless the command returns another."""

from argparse import Namespace as Options

from briefing.editor import accept as accepting
from briefing.editor import audit as auditing
from briefing.editor import explain as explaining
from briefing.editor import index as indexing
from briefing.editor import new as beginning
from briefing.editor import schema as schemas
from briefing.editor import status as reviewing
from briefing.editor.site import choose_briefing
from briefing.problems import shown
from briefing.reviews.records import Look


def explain(options: Options) -> None:
    """Print the rule behind a code, or all rules."""
    print(explaining.explain(options.code) if options.code else explaining.handbook(), end="")


def status(options: Options) -> None:
    """Print which texts and figures have changed since a person looked at them."""
    statuses = reviewing.status(options.content)
    print(reviewing.status_json(statuses) if options.json else reviewing.status_table(statuses), end="")


def accept(options: Options) -> None:
    """Record that a person has looked at texts and figures."""
    look = Look(options.reviewer, options.date or accepting.today(), options.alone)
    changed = accepting.accept(options.content, options.targets, look)
    count = "1 text or figure" if len(changed) == 1 else f"{len(changed)} texts and figures"
    recorded = f"{count} recorded as looked at by {look.reviewer} on {look.date}"
    print(f"accept: {recorded if changed else 'nothing to record; everything named is as it was reviewed'}")


def index(options: Options) -> None:
    """Write the index of a source from its text."""
    briefing_id = choose_briefing(options.content, options.briefing)
    written = indexing.write_index(options.content, briefing_id, options.text)
    paragraphs = [paragraph for speech in written.values() for paragraph in speech]
    figures = sum(len(paragraph.figures) for paragraph in paragraphs)
    print(f"index: {len(written)} speeches, {len(paragraphs)} paragraphs, {figures} figures")


def audit(options: Options) -> int:
    """Print which numbers of the source are cited, left out or missing; the status is 1 if any is missing."""
    briefing_id = choose_briefing(options.content, options.briefing)
    audited = auditing.audit(options.content, briefing_id, options.text)
    print(auditing.audit_table(audited), end="")
    return 0 if auditing.accounted_for(audited) else 1


def schema(options: Options) -> None:
    """Write the JSON Schemas of the YAML files."""
    written = schemas.write_schemas(options.content)
    print(f"schema: {len(written)} files in {shown(options.content / 'schema')}")


def new(options: Options) -> None:
    """Begin a briefing, a speech or an entity."""
    briefing_id = choose_briefing(options.content, options.briefing) if options.kind == "speech" else ""
    path = beginning.new(options.content, options.kind, options.id, briefing_id)
    print(f"new: wrote {shown(path)}; fill it in, and let build.py check name what is left")
