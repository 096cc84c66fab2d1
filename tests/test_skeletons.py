"""Skeletons: what is begun for an editor, what is refused, and that `check` leads through all that is left empty."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Workplace, tree

from briefing.checks import check_all
from briefing.content.documents import read_document
from briefing.content.load import CHANGES, load
from briefing.content.model import BriefingFile, Figure, Speech
from briefing.editor.editing import write_index
from briefing.editor.new import KINDS, PLACEHOLDER, new
from briefing.editor.schema import modeline
from briefing.engine.rules import RULES
from briefing.problems import ContentError, UsageError

LISTED = "places: [alpha, beta]"
PLACE = "gamma: {name: {zh: 丙县, en: Gamma County}, short: {zh: 丙县, en: Gamma}, kind: county}\n"
BEGUN = [
    ("briefing", "demo-2031", "", "demo-2031/briefing.yaml"),
    ("speech", "gamma", "demo-2030", "demo-2030/gamma.yaml"),
    ("entity", "south-park", "", "entities.yaml"),
]
begun = pytest.mark.parametrize(("kind", "identity", "briefing", "file"), BEGUN, ids=list(KINDS))


@pytest.fixture
def content(minimal: Workplace) -> Path:
    """The minimal content, with a third place that has not spoken yet."""
    places = minimal.folder / "content" / "places.yaml"
    places.write_text(places.read_text("utf-8") + PLACE, "utf-8")
    minimal.edit("content/demo-2030/briefing.yaml", LISTED, "places: [alpha, beta, gamma]")
    return minimal.folder / "content"


def empty(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value that is nothing."""
    if data is None:
        yield path
    for step, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from empty(item, (*path, step))


@begun
def test_every_empty_key_of_a_skeleton_is_named_once_and_nothing_else_of_its_shape(
    content: Path, kind: str, identity: str, briefing: str, file: str
) -> None:
    path = new(content, kind, identity, briefing)
    assert path == content / file
    document = read_document(path)
    expected = {document.at(*each).line for each in empty(document.data)}
    _, problems = load(content)
    found = [problem for problem in problems if problem.position.file == document.file]
    assert sorted(each.position.line for each in found if each.code == "empty-value") == sorted(expected)
    assert {each.code for each in found} <= {"empty-value", "unknown-entity", "unknown-point"}
    assert len(expected) > 2


@begun
def test_a_skeleton_changes_nothing_that_is_there(
    content: Path, kind: str, identity: str, briefing: str, file: str
) -> None:
    before = tree(content)
    new(content, kind, identity, briefing)
    after = tree(content)
    assert after[file].startswith(before.pop(file, b""))
    assert {name: after[name] for name in before if name != file} == before
    assert after.keys() - before.keys() == {file}


@begun
def test_what_exists_is_refused_and_stays(content: Path, kind: str, identity: str, briefing: str, file: str) -> None:
    new(content, kind, identity, briefing)
    before = tree(content)
    with pytest.raises(UsageError, match="already"):
        new(content, kind, identity, briefing)
    assert tree(content) == before
    assert file in before


@pytest.mark.parametrize(
    ("kind", "identity", "briefing", "message"),
    [
        ("briefing", "Demo 2031", "", "'Demo 2031' is not a slug; use a-z"),
        ("briefing", "../demo", "", "is not a slug"),
        ("briefing", "schema", "", "holds the schemas; choose another id"),
        ("speech", "gama", "demo-2030", "no place 'gama'; add it there first; did you mean 'gamma'?"),
        ("speech", "gamma", "demo-2031", "no briefing 'demo-2031'; begin it with: build.py new briefing"),
        ("speech", "alpha", "demo-2030", "content/demo-2030/alpha.yaml exists already"),
        ("entity", "north-park", "", "content/entities.yaml has 'north-park' already"),
    ],
)
def test_what_cannot_begin_is_refused_with_what_to_do(
    content: Path, kind: str, identity: str, briefing: str, message: str
) -> None:
    before = tree(content)
    with pytest.raises(UsageError, match=re.escape(message)):
        new(content, kind, identity, briefing)
    assert tree(content) == before


def test_entities_in_braces_take_no_record(content: Path) -> None:
    (content / "entities.yaml").write_text("{}\n", "utf-8")
    with pytest.raises(UsageError, match="lines of their own"):
        new(content, "entity", "south-park", "")
    assert (content / "entities.yaml").read_text("utf-8") == "{}\n"


def test_nothing_begins_where_the_shared_files_cannot_be_read(content: Path) -> None:
    (content / "site.yaml").write_text("title: [\n", "utf-8")
    with pytest.raises(ContentError):
        new(content, "entity", "south-park", "")


def test_a_last_line_without_an_end_is_ended_before_a_record(content: Path) -> None:
    path = content / "entities.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    new(content, "entity", "south-park", "")
    assert list(read_document(path).data) == ["north-park", "south-park"]


def test_a_file_begins_with_its_modeline_and_a_speech_knows_its_place(content: Path) -> None:
    for kind, identity, briefing, file in BEGUN[:2]:
        assert new(content, kind, identity, briefing).read_text("utf-8").startswith(modeline(file))
    assert read_document(content / "demo-2030" / "gamma.yaml").data["place"] == "gamma"


def test_keys_stand_in_the_order_of_the_declarations_and_optional_ones_as_comments(content: Path) -> None:
    speech = new(content, "speech", "gamma", "demo-2030").read_text("utf-8")
    figure = speech.partition(f"  {PLACEHOLDER}:")[2].partition("measures:")[0]
    assert keys(speech, "") == list(Speech.model_fields)
    assert keys(figure, "    ") == [name for name in Figure.model_fields if name != "id"]
    assert "    # scope:  # What exactly is counted" in figure
    briefing = new(content, "briefing", "demo-2031", "").read_text("utf-8")
    assert keys(briefing, "") == list(BriefingFile.model_fields)


GUIDE = (ROOT / "docs" / "editing.md").read_text("utf-8")
SHARED_BLOCKS = {"hekou": "places.yaml", "riverside-park": "entities.yaml"}
"""The blocks of the guide that are records of shared files, by their first key."""


def test_the_guide_for_editors_leads_to_a_speech_without_an_error(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content, ignore=lambda _, names: {"reviews.yaml", "guangan-2023"} & {*names})
    blocks = {block.partition(":")[0]: block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)}
    for key, file in SHARED_BLOCKS.items():
        with (content / file).open("a", encoding="utf-8") as stream:
            stream.write(blocks.pop(key))
    new(content, "briefing", "riverside-2030", "").write_text(blocks.pop("title"), "utf-8")
    text = tmp_path / "riverside.txt"
    text.write_text(re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)[0], "utf-8")
    write_index(content, "riverside-2030", text)
    (content / "riverside-2030" / CHANGES).write_text(blocks.pop("- id"), "utf-8")
    new(content, "speech", "hekou", "riverside-2030").write_text("".join(blocks.values()), "utf-8")
    site, problems = load(content)
    assert site
    found = [each for each in (*problems, *check_all(site)) if RULES[each.code].severity == "error"]
    assert [f"{each.position}: {each.message}" for each in found if "riverside" in each.position.file] == []


def keys(text: str, indent: str) -> list[str]:
    """The keys at one depth, whether they are comments or not."""
    return re.findall(rf"^{indent}(?:# )?([a-z_]+):", text, re.MULTILINE)
