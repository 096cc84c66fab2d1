"""The schemas beside the content are current, every file keeps its own, and editors' programs find it."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.built import BuiltSite
from tests.support.command import run
from tests.support.paths import ROOT, tree

WRITTEN_BY_PROGRAM = ("source.yaml", "reviews.yaml")


def test_the_schemas_are_those_that_the_program_writes(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path_factory.mktemp("schemas")
    assert run(capsys, "schema", f"--content={folder}").status == 0
    assert tree(ROOT / "content/schema") == tree(folder / "schema")


def test_every_file_that_people_write_names_its_schema_first(published: BuiltSite) -> None:
    for path in published.content.rglob("*.yaml"):
        if path.name not in WRITTEN_BY_PROGRAM:
            first = path.read_text("utf-8").partition("\n")[0]
            start, _, schema = first.partition("$schema=")
            assert start == "# yaml-language-server: ", path
            assert (path.parent / schema).is_file(), path


def test_every_file_keeps_its_schema(published: BuiltSite) -> None:
    folder = published.content / "schema"
    for path in published.content.rglob("*.yaml"):
        first = path.read_text("utf-8").partition("\n")[0]
        name = first.partition("$schema=")[2].rpartition("/")[2] or f"{path.stem}.schema.json"
        schema = json.loads((folder / name).read_text("utf-8"))
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == [], path
