"""Loading: whatever a file holds is read or refused with a problem, never with a traceback."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.command import run_quietly
from tests.support.internals import check_meaning, complete_files, errors_of, load_content, printed
from tests.support.paths import SITES

MINIMAL = SITES / "minimal"
FILES = {
    path.relative_to(MINIMAL / "content").as_posix(): path.read_text("utf-8")
    for path in sorted((MINIMAL / "content").rglob("*.yaml"))
}
SPEECH = "demo-2030/alpha.yaml"
KEYS = sorted({key for text in FILES.values() for key in re.findall(r"[\w-]+(?=:)", text)})
LINES = sorted({line for text in FILES.values() for line in text.splitlines()})
ODDITIES = [
    *"\0\a\b\v\f\x1b\x7f\x85\xa0\xad\u0301\u200b\u202e\u2028\u2029\u3000\ud7ff\ue000\ufeff\ufffd\ufffe\uffff",
    *"\U0001f600\U000e0001\U0010ffff中，：“｛½Ⅷ٣ßı\\",
    *(r"\x41", r"\0", r"\e", r"\ud800", r"\U0010ffff", r"\U00110000", r"\N", r"\_"),
]
YAML = re.findall(
    r"\S+",
    """: - ? , # & * ! | > ' " % @ ` { } [ ] ~ = < << --- ... &a *a &a: *a: !a !!str !!int !!set !!binary !<a> !%00 !%ff
    !!python/name:os %YAML %TAG |2 >- |+ >9 {} [] {[ ]} {? [? {a: [- a: '' null no yes on 012 0x1f 0b1 0o7 1e3 1_000
    1:30 .inf -.nan +1 -0 -1 0 1 9 9.50 1.0 2023-01-28 2023-01-28T00:00:00Z 99999999999999999999 0.00000000000000000001
    """,
)
BREAKS = ["\n", "\n  ", "\n    ", "\n- ", "\n\n", "\n ", "\r", "\r\n", "\t", "\n\t", " ", "  ", ": ", ", ", "{", "}"]
PIECES = st.sampled_from([*YAML, *ODDITIES, *KEYS]) | st.sampled_from(BREAKS) | st.text(max_size=3)
WORDS = st.sampled_from([*KEYS, *YAML, *ODDITIES]) | st.text(max_size=5)
NUMBERS = st.integers() | st.floats() | st.sampled_from([0, 1, -1, 200, 201, 10**18, 10**40, 1e300, 1e-300])
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS | NUMBERS | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
"""Values of any shape, with the keys that the model knows."""


def fuzzed(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test on so many examples, and print what repeats a failure."""
    return settings(max_examples=examples, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content of the minimal site, in which one file at a time is changed."""
    folder = tmp_path_factory.mktemp("fuzzed")
    shutil.copytree(MINIMAL / "content", folder / "content")
    return folder


@contextmanager
def holding(folder: Path, file: str, content: bytes) -> Iterator[None]:
    """Let a file of the minimal site hold something else for a while."""
    path = folder / "content" / file
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_text(FILES[file], "utf-8")


def assert_read_or_refused(folder: Path, file: str, content: bytes) -> None:
    """Without an error, no file, no speech and no part of one may be missing."""
    with holding(folder, file, content):
        site, problems = load_content(folder / "content")
        problems += check_meaning(site) if site else []
        if not errors_of(problems):
            assert site
            assert complete_files(site) == complete_files(load_content(MINIMAL / "content")[0])
            for briefing in site.briefings:
                assert tuple(speech.place for speech in briefing.speeches) == briefing.record.places
        for form in ("text", "json", "github"):
            assert printed(problems, form).encode() or not problems
        assert all(problem.position.file.startswith(str(folder)) for problem in problems)


Draw = Callable[[st.SearchStrategy[Any]], Any]


def delete_lines(draw: Draw, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = draw(st.integers(0, len(lines)))
    return "".join(lines[:start] + lines[start + draw(st.integers(1, 3)) :])


def duplicate_lines(draw: Draw, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = draw(st.integers(0, len(lines)))
    return "".join(lines[:start] + lines[start : start + draw(st.integers(1, 3))] + lines[start:])


def swap_lines(draw: Draw, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def insert_a_line(draw: Draw, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = draw(st.integers(0, len(lines)))
    indent = " " * draw(st.integers(0, 6))
    return "".join([*lines[:start], indent, draw(st.sampled_from(LINES) | PIECES), "\n", *lines[start:]])


def change_characters(draw: Draw, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    piece: str = draw(PIECES)
    return text[:start] + piece + text[start + draw(st.integers(0, 3)) :]


def change_a_value(draw: Draw, text: str) -> str:
    """Replace a value by one of any shape, or by one from elsewhere in the file."""
    spans = list(values_in(text))
    if not spans:
        return text
    (start, end), (other, to) = (draw(st.sampled_from(spans)) for _ in range(2))
    value = draw(st.just(text[other:to]) | VALUES.map(json.dumps) | PIECES)
    return f"{text[:start]}{value}{text[end:]}"


def values_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each key, value, list and mapping, as far as the text is YAML."""
    begun: list[int] = []
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            start, end = (getattr(mark, "index", 0) for mark in (event.start_mark, event.end_mark))
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                begun.append(start)
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionEndEvent):
                yield begun.pop(), end


MUTATIONS = (delete_lines, duplicate_lines, swap_lines, insert_a_line, change_characters, change_a_value)


@st.composite
def mutated(draw: Draw) -> tuple[str, bytes]:
    """Return the name of a file of the minimal site, and its content after a few changes."""
    file = draw(st.sampled_from(sorted(FILES)))
    text = FILES[file]
    for change in draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4)):
        text = change(draw, text)
    return file, text.encode("utf-8", "surrogatepass")


def test_the_minimal_site_is_complete(folder: Path) -> None:
    assert_read_or_refused(folder, SPEECH, FILES[SPEECH].encode())


@fuzzed(40)
@given(st.sampled_from(sorted(FILES)), st.binary())
def test_any_bytes_are_read_or_refused(folder: Path, file: str, content: bytes) -> None:
    assert_read_or_refused(folder, file, content)


@fuzzed(40)
@given(st.sampled_from(sorted(FILES)), st.text())
def test_any_text_is_read_or_refused(folder: Path, file: str, content: str) -> None:
    assert_read_or_refused(folder, file, content.encode())


@fuzzed(100)
@given(st.sampled_from(sorted(FILES)), st.lists(PIECES, max_size=40))
def test_anything_like_yaml_is_read_or_refused(folder: Path, file: str, pieces: list[str]) -> None:
    assert_read_or_refused(folder, file, "".join(pieces).encode("utf-8", "surrogatepass"))


@fuzzed(60)
@given(st.sampled_from(sorted(FILES)), VALUES)
def test_data_of_any_shape_is_read_or_refused(folder: Path, file: str, value: object) -> None:
    assert_read_or_refused(folder, file, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@fuzzed(120)
@given(mutated())
def test_a_file_changed_at_random_is_read_or_refused(folder: Path, changed: tuple[str, bytes]) -> None:
    assert_read_or_refused(folder, *changed)


@fuzzed(25)
@given(mutated())
def test_whatever_loads_without_a_problem_can_be_rendered(folder: Path, changed: tuple[str, bytes]) -> None:
    with holding(folder, *changed):
        folders = [f"--content={folder / 'content'}", f"--templates={MINIMAL / 'templates'}"]
        outcome = run_quietly("check", *folders, f"--output={folder / 'site'}")
        assert outcome.status == 0 or (outcome.status == 1 and "error[" in outcome.err)
