"""`schema`: the JSON Schemas say of one file what validation would say of it."""

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.editor.schema import SUFFIX, kind_of, schemas
from tests.support.command import run
from tests.support.internals import model_errors
from tests.support.project import Project
from tests.support.samples_of_files import MINIMAL, REFUSED, TAKEN, File, Spoil, drop, places, put, rename, sample

KINDS = sorted(name.removesuffix(SUFFIX) for name in schemas())
each_kind = pytest.mark.parametrize("kind", KINDS)


@functools.cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schemas()[f"{kind}{SUFFIX}"]))


def test_the_schemas_of_kinds_that_are_gone_are_removed(minimal: Project) -> None:
    minimal.run_editor("schema")
    for name in (f"gone{SUFFIX}", "notes.txt"):
        minimal.write(f"content/schema/{name}", "old")
    assert minimal.run_editor("schema").status == 0
    files = {path.name for path in (minimal.folder / "content/schema").iterdir()}
    assert files == {*schemas(), "notes.txt"}


def test_schemas_are_written_only_into_a_folder_that_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "schema", f"--content={tmp_path / 'none'}")
    assert (outcome.status, "is not a folder" in outcome.err) == (2, True)


@each_kind
def test_a_schema_is_valid_described_and_bound_to_no_host(kind: str) -> None:
    text = schemas()[f"{kind}{SUFFIX}"]
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert schema["description"]
    assert text.endswith("}\n")
    assert "$id" not in text


@each_kind
def test_every_key_of_a_record_is_described(kind: str) -> None:
    schema = json.loads(schemas()[f"{kind}{SUFFIX}"])
    for record in (schema, *schema.get("$defs", {}).values()):
        assert all(value.get("description") for value in record.get("properties", {}).values()), record


@pytest.mark.parametrize("file", MINIMAL, ids=lambda file: file.name)
def test_a_file_of_the_minimal_site_keeps_its_schema(file: File) -> None:
    assert [error.message for error in validator(kind_of(file.name)).iter_errors(file.data)] == []


def judge(kind: str, spoil: Spoil) -> tuple[bool, list[str]]:
    """Return True if the schema takes a spoilt sample, and the messages of the model on it."""
    data = sample(kind)
    spoil(data)
    return validator(kind).is_valid(data), model_errors(kind, data)


@each_kind
def test_every_sample_is_taken(kind: str) -> None:
    assert judge(kind, lambda _: None) == (True, [])


@pytest.mark.parametrize(("kind", "spoil"), TAKEN)
def test_each_way_to_write_a_value_is_taken(kind: str, spoil: Spoil) -> None:
    assert judge(kind, spoil) == (True, [])


@pytest.mark.parametrize("mistake", REFUSED)
def test_each_mistake_is_refused(mistake: str) -> None:
    assert not judge(*REFUSED[mistake])[0]


VALUES = st.sampled_from(
    [True, -1, 3, 1.5, 2030, "word", "Two Words", "", "2030-Q1", "5 million", [], [1], {}, {"zh": "字"}]
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """Return a sample with a key dropped, a key renamed, or a value of another type."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    data = sample(kind)
    path = draw(st.sampled_from(list(places(data))))
    key = draw(st.sampled_from(["id", "zh", "at", "Zh", "no key", "new-key"]))
    draw(st.sampled_from([drop(*path), rename(path, key), put(draw(VALUES), *path)]))(data)
    return kind, data


@settings(max_examples=100)
@given(spoilt())
def test_schema_and_model_agree_on_what_a_schema_can_see(case: tuple[str, Any]) -> None:
    kind, data = case
    assert validator(kind).is_valid(data) == (not model_errors(kind, data))
