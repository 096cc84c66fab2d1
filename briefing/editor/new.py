"""Skeletons of what an editor begins: every key in its order, what it says beside it, its value left empty.

An empty value is a problem with a place, so that `build.py check` leads through a skeleton until nothing is left. Keys,
comments and words come from the schemas, and these from the declarations.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from briefing.content.documents import read_document
from briefing.content.load import load
from briefing.content.site import Site
from briefing.content.texts import Markdown, Prose, Text
from briefing.content.values import NO_SLUG, SLUG
from briefing.editor.schema import kind_of, modeline, schema
from briefing.engine.fingerprints import SCHEMA
from briefing.paths import write_whole
from briefing.problems import ContentError, UsageError, did_you_mean, shown

PLACEHOLDER = "an-id"
OPENING = f"""\
# Write a value after each colon. Keys behind a # may stay out, and the comments may go. For {PLACEHOLDER} write an id
# (a-z, 0-9, hyphens). Copy a record for each further one, or write [] or {{}} in its place where there is none.
"""
LISTED = "# The places of briefing.yaml must name {place}.\n"
TEXTS = {kind.__name__ for kind in (Text, Prose, Markdown)}


@dataclass(frozen=True)
class _Begun:
    """What is to begin: its id, the content it begins in, and the briefing it belongs to, if to any."""

    content: Path
    site: Site
    id: str
    briefing: str


@dataclass(frozen=True)
class _Outline:
    """What a skeleton is written from: the schema of its kind of file, and the languages that every text takes."""

    schema: Mapping[str, Any]
    languages: tuple[str, ...]

    def record(self, node: Mapping[str, Any], given: Mapping[str, str]) -> list[str]:
        """Return the lines of a record: its keys, as comments where it need not have them."""
        # A schema's `else` is the usual case: what a record needs unless something in it says otherwise.
        needed = {*node.get("required", ()), *node.get("else", {}).get("required", ())}
        return [
            line if key in needed else f"# {line}"
            for key, value in node["properties"].items()
            for line in self.key(key, value, given.get(key, ""))
        ]

    def key(self, key: str, node: Mapping[str, Any], value: str = "") -> Iterator[str]:
        """Yield the line of a key, with its value where that is known, and the lines below it."""
        yield f"{key}: {value}".rstrip() + f"  # {_meaning(self._resolved(node))}"
        yield from _indented(self._below(node))

    def _below(self, node: Mapping[str, Any]) -> list[str]:
        node = self._resolved(node)
        if node.get("title") in TEXTS:
            return [f"{language}:" for language in self.languages]
        if "properties" in node:
            return self.record(node, {})
        if record := self._record(node.get("items")):
            first, *rest = self.record(record, {})
            return [f"- {first}", *_indented(rest)]
        record = self._record(node.get("additionalProperties"))
        return list(self.key(PLACEHOLDER, record)) if record else []

    def _record(self, node: Any) -> Mapping[str, Any] | None:
        """Return the declaration of the records that a list or mapping holds; None where it holds anything else."""
        resolved = self._resolved(node) if isinstance(node, Mapping) else {}
        return resolved if "properties" in resolved else None

    def _resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a node with all that its declaration says, where it refers to one."""
        name = str(node.get("$ref", "")).rpartition("/")[2]
        return {**self.schema["$defs"][name], **node} if name else node


def _meaning(node: Mapping[str, Any]) -> str:
    """Say in one line what a key means: its docstring, and its words or an example of how it is written."""
    said = " ".join(node["description"].split())
    if words := node.get("enum"):
        said += f" One of: {', '.join(words)}."
    elif examples := node.get("examples"):
        said += f" Such as {' or '.join(map(json.dumps, examples))}."
    elif node.get("type") == "array" and "$ref" not in node["items"]:
        said += " A list: [a, b]."
    return said


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _briefing(begun: _Begun) -> tuple[Path, str]:
    if begun.id == SCHEMA:
        message = f"the folder '{SCHEMA}' holds the schemas; choose another id"
        raise UsageError(message)
    return _file(begun, f"{begun.id}/briefing.yaml", OPENING, {})


def _speech(begun: _Begun) -> tuple[Path, str]:
    if not (begun.content / begun.briefing / "briefing.yaml").is_file():
        message = f"there is no briefing '{begun.briefing}'; begin it with: build.py new briefing ID"
        raise UsageError(message)
    if begun.id not in begun.site.places:
        near = did_you_mean(begun.id, begun.site.places)
        message = f"places.yaml has no place '{begun.id}'; add it there first; {near}"
        raise UsageError(message)
    opening = OPENING + LISTED.format(place=begun.id)
    return _file(begun, f"{begun.briefing}/{begun.id}.yaml", opening, {"place": begun.id})


def _file(begun: _Begun, name: str, opening: str, given: Mapping[str, str]) -> tuple[Path, str]:
    path = begun.content / name
    if path.exists():
        message = f"{shown(path)} exists already; go on there, or take it away first"
        raise UsageError(message)
    declared = schema(kind_of(name))
    lines = _Outline(declared, begun.site.codes).record(declared, given)
    return path, "".join([modeline(name), opening, *(f"{line}\n" for line in lines)])


def _entity(begun: _Begun) -> tuple[Path, str]:
    path = begun.content / "entities.yaml"
    if begun.id in read_document(path).data:
        message = f"{shown(path)} has '{begun.id}' already; go on there, or choose another id"
        raise UsageError(message)
    declared = schema("entities")
    lines = _Outline(declared, begun.site.codes).key(begun.id, declared["additionalProperties"])
    return path, _with_record(path, "".join(f"{line}\n" for line in lines))


def _with_record(path: Path, record: str) -> str:
    """Return a file with a record after all that it holds. Raises UsageError where it would then be no YAML."""
    before = path.read_bytes().decode()
    text = before + ("" if before.endswith("\n") else "\n") + record
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        message = f"{shown(path)} takes no record at its end; write its records on lines of their own, without braces"
        raise UsageError(message) from None
    return text


KINDS: Mapping[str, Callable[[_Begun], tuple[Path, str]]] = {
    "briefing": _briefing,
    "speech": _speech,
    "entity": _entity,
}
"""What can be begun: where it goes, and what is written there."""


def new(content: Path, kind: str, identity: str, briefing: str) -> Path:
    """Begin a briefing, a speech of `briefing`, or an entity; return the file that is to be filled in.

    Nothing that is there is changed: a file is new, a record comes last. Raises UsageError where the id is no slug or
    is taken, or where what it belongs to is missing; ContentError where the shared files cannot be read.
    """
    if not SLUG.fullmatch(identity):
        message = f"'{identity}' {NO_SLUG}"
        raise UsageError(message)
    site, problems = load(content)
    if site is None:
        raise ContentError(problems)
    path, text = KINDS[kind](_Begun(content, site, identity, briefing))
    path.parent.mkdir(exist_ok=True)
    write_whole(path, text)
    return path
