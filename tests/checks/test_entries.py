"""Figures as editors enter them, half of them wrong, from invented speeches: the wrong ones are seen.

The entries were written by people who had not seen the program, from the guide for editors alone.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command import run_quietly
from tests.support.internals import check_meaning, load_content
from tests.support.paths import SITES

TABLE = yaml.safe_load((Path(__file__).parent / "entries.yaml").read_text("utf-8"))
ENTRIES: Mapping[str, dict[str, Any]] = {each["id"]: each for each in TABLE["entries"]}
WRONG = [name for name, each in ENTRIES.items() if "wrong" in each]
RIGHT = [name for name in ENTRIES if name not in WRONG]
YEAR = 2030
NO_NUMBERS = {"无一": "none at all", "千难万难": "a set phrase"}
"""What an editor adds to the word list for these speeches."""
OTHER_NUMBERS = "uncovered-number"
"""What is said of the other numbers of a paragraph, which no entry enters."""
MOST_FALSE_ALARMS = 2
"""Per hundred right entries."""


def figures_of(name: str) -> dict[str, dict[str, Any]]:
    """Return the figures of an entry, the entry's own as `entered`; each entry has indicators of its own."""
    entry = ENTRIES[name]
    figures = {"entered": entry["figure"], **entry.get("others", {})}
    return {each: {**record, "indicator": f"{name}-{record['indicator']}", "at": 1} for each, record in figures.items()}


def speech(name: str) -> dict[str, Any]:
    words = {"zh": "没有给出目标", "en": "No target is given"}
    return {
        "place": name,
        "headline": {"text": words, "at": 0},
        "summary": words,
        "figures": figures_of(name),
        "measures": [],
        "sectors": [],
        "entities": {},
        "points": {},
    }


def indicators() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield an indicator for each that an entry names, with every unit that the entry gives it."""
    for name in ENTRIES:
        figures = list(figures_of(name).values())
        for indicator in {each["indicator"] for each in figures}:
            text = {"zh": "指标", "en": "Indicator"}
            units = sorted({each["unit"] for each in figures if each["indicator"] == indicator})
            yield indicator, {
                **dict.fromkeys(("name", "short", "definition"), text), "theme": "promotion", "units": units,
            }  # fmt: skip


def write(path: Path, data: object) -> None:
    """Write data as YAML, without the aliases that a value used twice would become."""
    path.write_text(yaml.safe_dump(json.loads(json.dumps(data)), allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Return what is said of the figures of each entry: one site with a speech for each of them is checked."""
    folder = tmp_path_factory.mktemp("entries")
    content, briefing = folder / "content", folder / "content/demo-2030"
    shutil.copytree(SITES / "minimal/content", content)
    for path in (content / "reviews.yaml", *briefing.glob("*.yaml")):
        path.unlink() if path.name != "briefing.yaml" else None
    forms = {"zh": {"other": "{number}"}, "en": {"other": "{number}"}}
    write(content / "units.yaml", {name: {**unit, "write": forms} for name, unit in TABLE["units"].items()})
    write(content / "indicators.yaml", dict(indicators()))
    place = {"name": {"zh": "某县", "en": "A county"}, "short": {"zh": "某县", "en": "County"}, "kind": "county"}
    write(content / "places.yaml", dict.fromkeys(ENTRIES, place))
    header = yaml.safe_load((briefing / "briefing.yaml").read_text("utf-8"))
    write(briefing / "briefing.yaml", {**header, "year": YEAR, "places": list(ENTRIES), "points": {}})
    write(content / "words.yaml", NO_NUMBERS)
    for name in ENTRIES:
        write(briefing / f"{name}.yaml", speech(name))
    text = folder / "speeches.txt"
    paragraphs = [f"## {name} · 某县\n[0] 某县发言\n[1] {each['paragraph']}\n" for name, each in ENTRIES.items()]
    text.write_text("\n".join(paragraphs), "utf-8")
    indexed = run_quietly("index", str(text), f"--content={content}")
    assert indexed.status == 0, indexed.err
    site, problems = load_content(content)
    found: dict[str, list[str]] = {name: [] for name in ENTRIES}
    for problem in [*problems, *(check_meaning(site) if site else [])]:
        if problem.code == OTHER_NUMBERS:
            continue
        name = Path(problem.position.file).stem
        lines = (briefing / f"{name}.yaml").read_text("utf-8").splitlines() if name in ENTRIES else []
        if lines and lines.index("figures:") < problem.position.line <= lines.index("measures: []"):
            found[name].append(f"{problem.code}: {problem.message}")
    return found


def test_the_wrong_entries_are_seen(seen: Mapping[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    missed = [name for name in WRONG if not seen[name]]
    with capsys.disabled():
        print(f"\n{len(WRONG) - len(missed)} of {len(WRONG)} wrong entries are seen")
    assert {name: (ENTRIES[name]["wrong"], ENTRIES[name]["figure"]["stated"]) for name in missed} == {}


def test_hardly_any_right_entry_is_refused(seen: Mapping[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    alarms = {name: seen[name] for name in RIGHT if seen[name]}
    with capsys.disabled():
        print(f"\n{len(RIGHT) - len(alarms)} of {len(RIGHT)} right entries pass")
    assert len(alarms) * 100 <= MOST_FALSE_ALARMS * len(RIGHT), alarms
