"""`build.py new`: a briefing, a speech or an entity is begun with a skeleton that an editor fills in."""

from collections.abc import Collection
from pathlib import Path

import yaml

from briefing.content.layout import BRIEFING, ENTITIES, SCHEMA
from briefing.content.load import load_shared
from briefing.content.validators import NO_SLUG, SLUG
from briefing.content.yaml_reader import read_document
from briefing.editor.schema import kind_of, modeline, schema
from briefing.editor.skeleton import OPENING, Skeleton
from briefing.paths import write_whole
from briefing.problems import ContentError, UsageError, did_you_mean, shown


def new(content: Path, kind: str, new_id: str, briefing_id: str) -> Path:
    """Begin a briefing, a speech of `briefing_id`, or an entity; return the file that is to be filled in.

    Nothing that exists is changed: a file is new, a record is added at the end. Raises UsageError if the id is no slug
    or is taken, or if a speech has no place; ContentError if the shared files cannot be read.
    """
    if not SLUG.fullmatch(new_id):
        raise UsageError(f"'{new_id}' {NO_SLUG}")
    shared, problems = load_shared(content)
    if shared is None:
        raise ContentError(each for each in problems if each.code != "no-briefing")
    if kind == "entity":
        return _add_entity(content / ENTITIES, new_id, shared.codes)
    name, opening, given = f"{new_id}/{BRIEFING}", OPENING, {}
    if kind == "speech":
        name, given = f"{briefing_id}/{new_id}.yaml", {"place": new_id}
        opening += f"# The places of {BRIEFING} must name {new_id}.\n"
        if new_id not in shared.places:
            written = shared.file("places.yaml").document
            if new_id in written.data:  # but the record is wrong
                raise ContentError(each for each in problems if each.position.file == written.file)
            near = did_you_mean(new_id, shared.places)
            raise UsageError(f"places.yaml has no place '{new_id}'; add it there first; {near}")
    elif new_id == SCHEMA:
        raise UsageError(f"the folder '{SCHEMA}' holds the schemas; choose another id")
    path = content / name
    if path.exists():
        raise UsageError(f"{shown(path)} exists already; go on there, or take it away first")
    declared = schema(kind_of(name))
    lines = Skeleton(declared, shared.codes).record(declared, given)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, "".join([modeline(name), opening, *(f"{line}\n" for line in lines)]))
    return path


def _add_entity(path: Path, entity: str, languages: Collection[str]) -> Path:
    """Add an entity at the end of the shared file. Raises UsageError if it is there, or the file would be no YAML."""
    if entity in read_document(path).data:
        raise UsageError(f"{shown(path)} has '{entity}' already; go on there, or choose another id")
    declared = schema("entities")
    record = Skeleton(declared, languages).key(entity, declared["additionalProperties"])
    before = path.read_bytes().decode()
    text = before + ("" if before.endswith("\n") else "\n") + "".join(f"{line}\n" for line in record)
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        message = f"{shown(path)} takes no record at its end; write its records on lines of their own, without braces"
        raise UsageError(message) from None
    write_whole(path, text)
    return path
