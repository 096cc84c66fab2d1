"""Bad sites: each differs from the minimal site by one fault, and every message about it is compared."""

import fcntl
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.rules import RULES
from tests.support.command import run_quietly
from tests.support.paths import SITES, tree
from tests.support.project import Project, copy_minimal

BAD = SITES / "bad.txt"
ENTRY = re.compile(r"^## (?P<name>.+)\n(?P<edits>(?:>.*\n)+)(?P<messages>(?:[^#>\n].*\n)*)", re.MULTILINE)
PROBLEM = re.compile(r"^\S.*?: (?P<severity>error|warning)\[(?P<code>[a-z-]+)\]: ", re.MULTILINE)
POSITION = re.compile(r"^\S[^:]*:\d+:\d+: ", re.MULTILINE)
SNIPPET = re.compile(r"^ *\d+ \| .*\n *\| *\^\n", re.MULTILINE)
"""The line that a position points into, and the mark below it."""
ENTRIES = {entry["name"]: entry for entry in ENTRY.finditer(BAD.read_text("utf-8"))}
ELSEWHERE = {"leads-out", "missing-glyph", "placeholder-address", "source-text", "unread-number", "unreadable"}
"""Rules that no edit of a file breaks: they need a link, a font, a host, another command, a permission."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the minimal site and its output, which no test changes."""
    folder = tmp_path_factory.mktemp("minimal")
    copy_minimal(folder)
    options = [f"--{name}={folder / name}" for name in ("content", "templates")]
    assert run_quietly("build", *options, f"--output={folder / 'site'}").status == 0
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of the minimal site with its output, to be edited."""
    monkeypatch.chdir(tmp_path)
    return Project(shutil.copytree(built, tmp_path, dirs_exist_ok=True), capsys)


def edit(path: Path, change: dict[str, Any] | None) -> None:
    """Change a file or folder in one of the ways that the head of bad.txt describes."""
    if change is None:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "rename" in change:
        path.rename(path.with_name(change["rename"]))
    else:
        text = change.get("to", change.get("add", change.get("text"))) * change.get("times", 1)
        new, before = text.encode(change.get("encoding", "utf-8")), path.read_bytes() if path.exists() else b""
        if "from" in change:
            assert before.count(change["from"].encode()) == 1, f"{change['from']!r} does not occur once in {path}"
            new = before.replace(change["from"].encode(), new)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(before + new if "add" in change else new)


def total(messages: str) -> str:
    """Return the last line of a run that stops."""
    count = len(PROBLEM.findall(messages))
    return f"{count} problem{'s' if count > 1 else ''}; nothing was written\n"


def renew(name: str, messages: str) -> str:
    """Write the messages about a bad site into bad.txt, which other processes may do for others at the same time."""
    with BAD.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        entry = next(each for each in ENTRY.finditer(text) if each["name"] == name)
        file.seek(0)
        file.write(text[: entry.start("messages")] + messages + text[entry.end("messages") :])
        file.truncate()
    return messages


@pytest.mark.parametrize("name", ENTRIES)
def test_every_fault_is_reported_and_errors_stop_the_build(
    copy: Project, name: str, pytestconfig: pytest.Config
) -> None:
    before, messages = tree(copy.output), ENTRIES[name]["messages"]
    for file, changes in yaml.safe_load(re.sub("^> ?", "", ENTRIES[name]["edits"], flags=re.MULTILINE)).items():
        for change in changes if isinstance(changes, list) else [changes]:
            edit(copy.folder / file, change)
    if pytestconfig.getoption("update"):
        err = copy.run("check", "--strict").err
        messages = renew(name, SNIPPET.sub("", err.removesuffix(total(err))))
    errors = "error" in {problem["severity"] for problem in PROBLEM.finditer(messages)}
    for command in ("check", "build"):
        outcome = copy.run(command, *([] if errors else ["--strict"]))
        assert (outcome.status, SNIPPET.sub("", outcome.err)) == (1, messages + total(messages))
        assert len(SNIPPET.findall(outcome.err)) >= len(POSITION.findall(messages))
    assert tree(copy.output) == before
    for command in () if errors else ("check", "build"):
        outcome = copy.run(command)
        assert (outcome.status, SNIPPET.sub("", outcome.err)) == (0, messages)


def test_a_new_language_is_missing_from_every_text(copy: Project) -> None:
    copy.replace("content/site.yaml", "fallback:", "  - {code: fr, tag: fr, locale: fr_FR, name: français}\nfallback:")
    for number in ("one", "other"):  # the first pattern of each unit in English
        copy.replace(
            "content/units.yaml", f"    en: {{{number}", f'    fr: {{other: "{{number}}"}}\n    en: {{{number}'
        )
    texts = {
        f"{file.relative_to(copy.folder)}:{number}"
        for file in (copy.folder / "content").rglob("*.yaml")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "{zh: " in line
    }
    err = copy.run("check").err
    assert set(re.findall(r"^(\S+:\d+):\d+: error\[missing-language\]: no text in fr", err, re.MULTILINE)) == texts
    assert "fr/LC_MESSAGES/messages.po: error[missing-catalog]" in err


def test_every_rule_has_a_bad_site_and_every_code_a_rule() -> None:
    entries = list(ENTRY.finditer(BAD.read_text("utf-8")))
    assert len(entries) == len(ENTRIES), "two entries have one name"
    codes = {problem["code"] for entry in entries for problem in PROBLEM.finditer(entry["messages"])}
    assert codes <= RULES.keys()
    assert RULES.keys() - codes == ELSEWHERE


def test_the_list_of_bad_sites_has_no_line_that_is_not_read() -> None:
    rest = ENTRY.sub("", BAD.read_text("utf-8")).splitlines()
    assert [line for line in rest if not re.match("#(?!#)|$", line)] == []
