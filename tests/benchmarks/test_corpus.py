"""The content of the benchmark is content like any other; Hugo gets all of it; the profile names each stage."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PLACES = 10


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "content"
    assert run("benchmarks/corpus.py", str(PLACES), folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def site(corpus: Path) -> Path:
    built = run("build.py", "build", "--strict", "--content", corpus, "--output", corpus.with_name("site"))
    assert (built.returncode, built.stderr) == (0, "")
    return corpus.with_name("site")


def test_the_corpus_is_the_same_each_time(corpus: Path, tmp_path: Path) -> None:
    assert run("benchmarks/corpus.py", str(PLACES), tmp_path / "again").returncode == 0
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yaml")}
        for folder in (corpus, tmp_path / "again")
    )
    assert one == other
    assert len(list(corpus.glob("*/briefing.yaml"))) == 2


def test_a_strict_build_finds_no_problem_in_the_corpus(site: Path) -> None:
    assert len(list(site.glob("data/*.csv"))) == 2


def test_hugo_gets_every_record_of_the_download(corpus: Path, site: Path, tmp_path: Path) -> None:
    written = run("benchmarks/hugo_site.py", corpus, site, tmp_path / "hugo")
    assert (written.returncode, written.stderr) == (0, "")
    for file in site.glob("data/*-*.json"):
        data = json.loads(file.read_text("utf-8"))
        pages = [
            json.loads(page.read_text("utf-8"))["params"] for page in tmp_path.glob(f"hugo/content/{file.stem}/*.md")
        ]
        for table, own in (("figures", "when"), ("measures", "text_html"), ("entities", "says_html")):
            shown = [row for page in pages for row in page.get(table, ())]
            assert len(shown) == 2 * sum(bool(row["id"]) for row in data[table])
            assert all(row[own] for row in shown)


def test_the_profile_names_each_stage_with_its_time(corpus: Path) -> None:
    profile = run("benchmarks/stages.py", corpus)
    assert (profile.returncode, profile.stderr) == (0, "")
    _, _, *stages = (line.strip("| ").split(" | ") for line in profile.stdout.splitlines())
    took = {name: int(milliseconds) for name, milliseconds in stages}
    assert all(took[name] > 0 for name in ("load", "check", "render", "check links"))
