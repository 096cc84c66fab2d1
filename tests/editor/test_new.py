"""`new`: what it begins, what it refuses, and that `check` then leads through every value that is left empty."""

import json
import re
import shutil
from collections.abc import Iterator

import pytest
import yaml

from briefing.content.model import BriefingFile, Figure, Speech
from tests.support.paths import tree
from tests.support.project import Project

BEGUN = [
    ("briefing", "demo-2031", "demo-2031/briefing.yaml"),
    ("speech", "gamma", "demo-2030/gamma.yaml"),
    ("entity", "south-park", "entities.yaml"),
]
MODELINE = "# yaml-language-server: $schema=../schema/{kind}.schema.json\n"
OF_BRIEFING = ((), ("--briefing=demo-2030",))
each_kind = pytest.mark.parametrize(("kind", "identity", "file"), BEGUN, ids=[kind for kind, *_ in BEGUN])


@pytest.fixture
def project(minimal: Project) -> Project:
    """Return the minimal site with a third place, which has no speech yet."""
    gamma = "gamma: {name: {zh: 丙县, en: Gamma County}, short: {zh: 丙县, en: Gamma}, kind: county}\n"
    minimal.write("content/places.yaml", minimal.read("content/places.yaml") + gamma)
    minimal.replace("content/demo-2030/briefing.yaml", "places: [alpha, beta]", "places: [alpha, beta, gamma]")
    return minimal


def begin(project: Project, kind: str, identity: str) -> str:
    """Run `new`, which must succeed; return the file that it wrote."""
    outcome = project.run_editor("new", kind, identity, *OF_BRIEFING[kind == "speech"])
    assert outcome.status == 0, outcome.err
    written = re.match("new: wrote (.*?);", outcome.out)
    assert written
    return written[1]


def empty_values(text: str) -> Iterator[int]:
    """Yield the line of every value that is nothing."""
    waiting = [yaml.compose(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif node and not node.value:
            yield node.start_mark.line + 1


@each_kind
def test_check_names_every_empty_key_and_nothing_else(project: Project, kind: str, identity: str, file: str) -> None:
    path = begin(project, kind, identity)
    assert path == f"content/{file}"
    project.replace(path, " zh:", " zh: 题")  # a file is begun with its first value
    expected = list(empty_values(project.read(path)))
    found = [each for each in json.loads(project.run("check", "--format=json").out) if each["file"] == path]
    assert sorted(each["line"] for each in found if each["code"] == "empty-value") == sorted(expected)
    errors = {each["code"] for each in found if each["severity"] == "error"}
    assert errors <= {"empty-value", "unknown-entity", "unknown-point"}
    assert len(expected) >= 2


def test_files_that_nobody_has_begun_are_one_problem_each(project: Project) -> None:
    for kind, identity, _file in BEGUN[:2]:
        begin(project, kind, identity)
    project.replace("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    found = json.loads(project.run("check", "--format=json").out)
    codes = [each["code"] for each in found if each["severity"] == "error"]
    assert sorted(codes) == ["changed-figure", "double-entry", "missing-file", "not-begun", "not-begun"]


@each_kind
def test_nothing_that_exists_is_changed(project: Project, kind: str, identity: str, file: str) -> None:
    before = tree(project.folder / "content")
    begin(project, kind, identity)
    after = tree(project.folder / "content")
    assert after[file].startswith(before.pop(file, b""))
    assert {name: after[name] for name in before if name != file} == before
    assert after.keys() - before.keys() == {file}


@each_kind
def test_what_exists_already_is_refused(project: Project, kind: str, identity: str, file: str) -> None:
    begin(project, kind, identity)
    before = tree(project.folder / "content")
    outcome = project.run_editor("new", kind, identity, *OF_BRIEFING[kind == "speech"])
    assert outcome.status == 2
    assert "already" in outcome.err
    assert tree(project.folder / "content") == before
    assert file in before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("briefing", "Demo 2031"), "'Demo 2031' is not a slug; use a-z"),
        (("briefing", "../demo"), "is not a slug"),
        (("briefing", "schema"), "holds the schemas; choose another id"),
        (("speech", "gama"), "no place 'gama'; add it there first; did you mean 'gamma'?"),
        (("speech", "gamma", "--briefing=demo-2031"), "name one of the briefings with --briefing: demo-2030"),
        (("speech", "alpha"), "content/demo-2030/alpha.yaml exists already"),
        (("entity", "north-park"), "content/entities.yaml has 'north-park' already"),
    ],
)
def test_a_refusal_says_what_to_do(project: Project, arguments: tuple[str, ...], message: str) -> None:
    before = tree(project.folder / "content")
    outcome = project.run_editor("new", *arguments)
    assert outcome.status == 2
    assert message in outcome.err
    assert tree(project.folder / "content") == before


def test_entities_in_braces_take_no_record(project: Project) -> None:
    project.write("content/entities.yaml", "{}\n")
    outcome = project.run_editor("new", "entity", "south-park")
    assert (outcome.status, "lines of their own" in outcome.err) == (2, True)
    assert project.read("content/entities.yaml") == "{}\n"


def test_nothing_begins_if_a_shared_file_cannot_be_read(project: Project) -> None:
    project.write("content/site.yaml", "title: [\n")
    assert project.run_editor("new", "entity", "south-park").status == 1


def test_a_last_line_without_an_end_is_ended_before_a_record(project: Project) -> None:
    project.write("content/entities.yaml", project.read("content/entities.yaml").rstrip("\n"))
    begin(project, "entity", "south-park")
    assert list(yaml.safe_load(project.read("content/entities.yaml"))) == ["north-park", "south-park"]


def test_a_new_file_begins_with_the_address_of_its_schema(project: Project) -> None:
    for kind, identity, _ in BEGUN[:2]:
        assert project.read(begin(project, kind, identity)).startswith(MODELINE.format(kind=kind))


def test_a_new_speech_names_its_place(project: Project) -> None:
    assert yaml.safe_load(project.read(begin(project, "speech", "gamma")))["place"] == "gamma"


def test_keys_stand_in_their_order_and_optional_ones_as_comments(project: Project) -> None:
    speech = project.read(begin(project, "speech", "gamma"))
    figure = speech.partition("  an-id:")[2].partition("measures:")[0]
    assert keys(speech, "") == list(Speech.model_fields)
    assert keys(figure, "    ") == [name for name in Figure.model_fields if name != "id"]
    assert "    # scope:  # What exactly is counted" in figure
    briefing = project.read(begin(project, "briefing", "demo-2031"))
    assert keys(briefing, "") == list(BriefingFile.model_fields)


def keys(text: str, indent: str) -> list[str]:
    """Return the keys at one depth, whether they are comments or not."""
    return re.findall(rf"^{indent}(?:# )?([a-z_]+):", text, re.MULTILINE)


def test_a_place_whose_record_is_wrong_is_not_said_to_be_missing(project: Project) -> None:
    project.replace("content/places.yaml", "en: Gamma}, kind: county", "en: Gamma}, kind: town")
    outcome = project.run_editor("new", "speech", "gamma", "--briefing=demo-2030")
    assert outcome.status == 1
    assert "error[unknown-word]: 'town' is not a word for 'kind'" in outcome.err


def test_a_briefing_is_not_refused_because_there_is_none(project: Project) -> None:
    shutil.rmtree(project.folder / "content/demo-2030")
    project.replace("content/places.yaml", "alpha:", "alpha")
    outcome = project.run_editor("new", "briefing", "demo-2031")
    assert "content/places.yaml:" in outcome.err
    assert "no-briefing" not in outcome.err
    project.replace("content/places.yaml", "alpha", "alpha:")
    assert project.run_editor("new", "briefing", "demo-2031").status == 0
