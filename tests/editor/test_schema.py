"""The JSON Schemas: what is committed is current, and an editor's program says what validation would say.

A schema sees one file. It cannot say that an id is defined elsewhere, that paragraphs ascend, that items of a list have
ids of their own, that every language is there, or what a locale is: `BEYOND` has the codes of such problems.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, tree
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from spoilt import MINIMAL, REFUSED, TAKEN, File, Spoil, drop, files, places, put, rename, sample

from briefing.content.load import SHARED
from briefing.content.values import SLUG
from briefing.editor.schema import KINDS, SUFFIX, kind_of, modeline, schema, schemas, write_schemas
from briefing.engine.rules.values import KINDS as NAMES
from briefing.problems import UsageError

CONTENT = ROOT / "content"
BEYOND = {"duplicate", "missing-language", "unknown-locale"}
UNKNOWN = {f"unknown-{name}" for name in NAMES}
ASCENDING = "ascending order"
REAL = files(CONTENT)
BY_PROGRAM = ("source.yaml", "reviews.yaml")
named = pytest.mark.parametrize("file", [*REAL, *MINIMAL], ids=lambda file: f"{file.folder.parent.name}/{file.name}")


@functools.cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


@functools.cache
def adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind][0])


def test_committed_schemas_are_fresh(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert tree(CONTENT / "schema") == tree(tmp_path / "schema")


def test_writing_schemas_removes_those_of_kinds_that_are_gone_and_nothing_else(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for name in (f"gone{SUFFIX}", "notes.txt"):
        (tmp_path / "schema" / name).write_text("old", "utf-8")
    assert write_schemas(tmp_path) == [tmp_path / "schema" / name for name in schemas()]
    assert {path.name for path in (tmp_path / "schema").iterdir()} == {*schemas(), "notes.txt"}


def test_schemas_are_written_only_into_a_folder_that_exists(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        write_schemas(tmp_path / "none")


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_described_and_bound_to_no_host(kind: str) -> None:
    text = schemas()[f"{kind}{SUFFIX}"]
    said = json.loads(text)
    Draft202012Validator.check_schema(said)
    assert said["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert said["title"]
    assert said["description"]
    assert text.endswith("}\n")
    assert "$id" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_record_is_described(kind: str) -> None:
    said = schema(kind)
    for record in (said, *said["$defs"].values()):
        assert all(value.get("description") for value in record.get("properties", {}).values()), record


@named
def test_every_content_file_keeps_its_schema(file: File) -> None:
    assert [error.message for error in validator(kind_of(file.name)).iter_errors(file.data)] == []


@pytest.mark.parametrize(
    "file", [file for file in REAL if Path(file.name).name not in BY_PROGRAM], ids=lambda file: file.name
)
def test_every_file_that_people_write_names_its_schema_first(file: File) -> None:
    path = file.folder / file.name
    first = path.read_text("utf-8").partition("\n")[0]
    assert f"{first}\n" == modeline(file.name)
    assert (path.parent / first.partition("$schema=")[2]).is_file()


def judged(kind: str, spoil: Spoil) -> tuple[bool, list[str]]:
    """Say whether the schema takes a spoilt sample, and what the model has against it."""
    data = sample(kind)
    spoil(data)
    return validator(kind).is_valid(data), complaints(kind, data)


@functools.cache
def context() -> dict[str, list[str]]:
    """The names that the samples may refer to."""
    shared = {singular: list(sample(name)) for name, (singular, _) in SHARED.items()}
    own = {"theme": ["promotion"], "point": ["approvals"], "reason": ["in-a-name"]}
    return {**shared, **own, "language": ["zh", "en"], "measure": ["scouting"], "mention": ["north-park"]}


def complaints(kind: str, data: Any) -> list[str]:
    """What the model has against data, less what no schema can see."""
    try:
        adapter(kind).validate_python(data, context=context())
    except ValidationError as error:
        return [each["msg"] for each in error.errors() if not beyond(each)]
    return []


def beyond(error: ErrorDetails) -> bool:
    """Say whether it takes more than a schema to see an error, such as a name that could be one, but is of nothing."""
    said = error.get("ctx", {})
    unknown = error["type"] in UNKNOWN and bool(SLUG.fullmatch(str(said.get("text", said.get("index")))))
    uncounted = error["type"] == "too_short" and bool(error["input"])  # the model counts only items without an error
    return unknown or uncounted or error["type"] in BEYOND or ASCENDING in error["msg"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_sample_is_taken(kind: str) -> None:
    assert judged(kind, lambda _: None) == (True, [])


@pytest.mark.parametrize(("kind", "spoil"), TAKEN)
def test_each_way_to_write_a_value_is_taken(kind: str, spoil: Spoil) -> None:
    assert judged(kind, spoil) == (True, [])


@pytest.mark.parametrize("mistake", REFUSED)
def test_each_mistake_is_refused(mistake: str) -> None:
    assert not judged(*REFUSED[mistake])[0]


VALUES = st.sampled_from(
    [True, -1, 3, 1.5, 2030, "word", "Two Words", "", "2030-Q1", "5 million", [], [1], {}, {"zh": "字"}]
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """A sample with a key dropped, a key renamed, or a value of another type."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    data = sample(kind)
    path = draw(st.sampled_from(list(places(data))))
    key = draw(st.sampled_from(["id", "zh", "at", "Zh", "no key", "new-key"]))
    draw(st.sampled_from([drop(*path), rename(path, key), put(draw(VALUES), *path)]))(data)
    return kind, data


@given(spoilt())
def test_schema_and_model_agree_on_what_a_schema_can_see(case: tuple[str, Any]) -> None:
    kind, data = case
    assert validator(kind).is_valid(data) == (not complaints(kind, data))
