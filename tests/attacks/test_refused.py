"""Content from outside is hostile: what is wrong in it is refused, and soon, with the place where it stands.

What is not wrong is shown as the words that it is, and does nothing: see test_pages.py.
"""

import json
import re
import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from briefing.problems import Problem
from tests.attacks.exhaustion import EXHAUSTING
from tests.attacks.folders import LINKS, NAMES, SECRET
from tests.attacks.refused import BASE_URLS, DEFINED, IDS, REFERRED, REFUSED, quoted
from tests.attacks.words import BRACED, WORDS
from tests.support.internals import check_meaning, load_content, policy, printed, shown_path
from tests.support.paths import ROOT, SITES
from tests.support.project import Project

FEWEST = 60
MOST_SECONDS = 6
"""Of the processor's time; all but a fraction of a second is for slower machines."""
COSTLY = {
    *("names that are alike", "name that begins with a hyphen", "quotations in quotations", "numbers without end"),
    *("million of a million", "spaces without end", "citations without end", "aliases of aliases"),
}
"""Files of which a check takes more than half a second, which is soon, but not for a test that is run often."""
COMMAND = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that a terminal, or whoever reads a report, would obey instead of showing them."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the content of the minimal site into the working directory."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(SITES / "minimal/content", tmp_path / "content"))


def change(content: Path, file: str, before: str, after: str) -> int:
    """Replace the first occurrence of a text in a file; return the line where it begins."""
    text = (content / file).read_text("utf-8")
    assert before in text, f"{before!r} is not in {file}"
    changed = text.replace(before, after, 1)
    (content / file).write_bytes(changed.encode("utf-8", "surrogateescape"))
    return text[: text.index(before)].count("\n") + 1


def problems(content: Path) -> Sequence[Problem]:
    """Return what is wrong with the content; assert that every report of it can be printed and read."""
    site, found = load_content(content)
    found += check_meaning(site) if site else []
    text, data, github = (printed(found, form).encode().decode() for form in ("text", "json", "github"))
    assert not COMMAND.search(text)
    assert len(json.loads(data)) == github.count("\n") == len(found)
    return found


def test_there_are_many_attacks() -> None:
    kinds = (WORDS, BRACED, REFUSED, IDS, NAMES, LINKS, EXHAUSTING)
    assert sum(map(len, kinds)) >= FEWEST
    assert min(len(WORDS), len(REFUSED)) >= FEWEST


def test_security_md_quotes_the_policy_of_every_page() -> None:
    assert policy() in (ROOT / "SECURITY.md").read_text("utf-8")


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_value_is_refused_where_it_stands(content: Path, name: str) -> None:
    attack = REFUSED[name]
    change(content, attack.file, attack.before, attack.after)
    found = [each.position for each in problems(content) if each.code == attack.code]
    assert [each for each in found if each.file == f"content/{attack.file}" and each.line]
    assert not Path("pwned").exists()


@pytest.mark.parametrize("places", [DEFINED, REFERRED], ids=["defined", "referred to"])
@pytest.mark.parametrize("name", IDS)
def test_a_hostile_id_is_refused_wherever_it_stands(
    content: Path, name: str, places: tuple[tuple[str, str, str, str], ...]
) -> None:
    """An id becomes an address, the name of a file, an attribute of a page."""
    expected = {
        (file, change(content, file, before, after.format(quoted(IDS[name]))), code)
        for file, before, after, code in places
    }
    found = {(each.position.file.removeprefix("content/"), each.position.line, each.code) for each in problems(content)}
    assert expected <= found


@pytest.mark.parametrize("name", BASE_URLS)
def test_a_hostile_address_is_refused_as_an_option(minimal: Project, name: str) -> None:
    outcome = minimal.run("build", f"--base-url={BASE_URLS[name]}")
    assert outcome.status == 2
    assert not minimal.output.exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_of_a_file_is_refused(content: Path, name: str) -> None:
    """Whatever a file or folder is called: no two differ by capitals or form only, and no report obeys a name."""
    laid = NAMES[name](content, content.with_name("outside"))
    assert shown_path(laid) in {each.position.file for each in problems(content)}


@pytest.mark.parametrize("name", LINKS)
def test_no_link_reads_a_file_outside_of_the_content(content: Path, name: str) -> None:
    outside = content.with_name("outside")
    shutil.copytree(content / "demo-2030", outside / "demo-2030")
    shutil.copy(content / "demo-2030/alpha.yaml", outside)
    (outside / "secret").write_text(f"{SECRET}\n", "utf-8")
    laid = LINKS[name](content, outside)
    found = problems(content)
    assert [each for each in found if each.position.file.startswith(shown_path(laid))]
    assert not [each for each in found if SECRET in printed([each], "text")]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name in COSTLY else name for name in EXHAUSTING]
)
def test_a_file_made_to_exhaust_is_judged_soon(minimal: Project, name: str) -> None:
    attack = EXHAUSTING[name]()
    for file, before, after in attack.changes:
        change(minimal.folder / "content", file, before, after)
    with within(MOST_SECONDS):
        outcome = minimal.run("check")
    assert outcome.status == int(bool(attack.code)), outcome.err[-1000:]
    assert f"error[{attack.code}]" in outcome.err or not attack.code


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TimeoutError if the block uses more seconds of the processor; the time of other programs does not count."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
