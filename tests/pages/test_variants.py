"""Other sites with the real templates: nothing in them is made for one city or one year."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from briefing.checks.addresses import IN_A_BRIEFING, IN_A_LANGUAGE, IN_THE_ROOT
from tests.support.paths import ROOT, tree
from tests.support.project import Project


@pytest.fixture
def with_templates(minimal: Project) -> Project:
    """Give the minimal site the real templates."""
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    return minimal


def broken(site: Path) -> list[str]:
    """Return every link inside a site to a file or an element that is not there."""
    names = {name for name in tree(site) if name.endswith(".html")}
    texts = {name: (site / name).read_text("utf-8") for name in names}
    found = []
    for name in (each for each in names if not each.endswith("404.html")):
        for address in re.findall(r'(?:href|src)="(?!https?:)([^"]*)"', texts[name]):
            path, anchor = urldefrag(address)
            target = ((site / name).parent / path).resolve() if path else site / name
            there = target.relative_to(site.resolve()).as_posix() if target.is_file() else ""
            if not there or (anchor and f'id="{anchor}"' not in texts.get(there, "")):
                found.append(f"{name}: {address}")
    return found


def second_briefing(project: Project) -> None:
    shutil.copytree(project.folder / "content/demo-2030", project.folder / "content/demo-2031")


def silent_theme(project: Project) -> None:
    project.replace(
        "content/site.yaml",
        "themes:\n",
        "themes:\n  silence:\n    name: {zh: 无人谈及, en: Silence}\n    definition: {zh: 没有内容。, en: Nothing.}\n",
    )


def zero(project: Project) -> None:
    project.replace("content/demo-2030/alpha.yaml", "value: 90", "value: 0")
    project.replace("content/demo-2030/alpha.yaml", "90个以上", "0个以上")
    project.replace("content/demo-2030/source.yaml", "90个以上", "0个以上")
    project.replace("content/demo-2030/beta.yaml", "low: 2\n    high: 4", "value: 0")
    project.replace("content/demo-2030/beta.yaml", "bound: range", "bound: exact")
    project.replace("content/demo-2030/beta.yaml", "2至4个", "0个")
    project.replace("content/demo-2030/source.yaml", "2至4个", "0个")


def one_place(project: Project) -> None:
    project.remove_beta()


def english_first(project: Project) -> None:
    path = project.folder / "content/site.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "code: zh" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    path.write_text("".join(lines), "utf-8")
    project.replace("content/demo-2030/alpha.yaml", "period: 2030-Q1", "period: unstated")


@pytest.mark.parametrize("change", [second_briefing, silent_theme, zero, one_place, english_first])
def test_another_site_is_built_without_broken_links(with_templates: Project, change: Callable[[Project], None]) -> None:
    change(with_templates)
    for reviews in (with_templates.folder / "content").rglob("reviews.yaml"):
        reviews.unlink()
    outcome = with_templates.run()
    assert outcome.status == 0, outcome.err
    assert broken(with_templates.output) == []


def test_no_page_takes_the_address_of_another(minimal: Project) -> None:
    """And the names that pages take are refused as ids of briefings and places."""
    second_briefing(minimal)
    outcome = minimal.run()
    pages = [name for name in tree(minimal.output) if name.endswith(".html")]
    assert f"build: {len(pages)} pages" in outcome.out
    parts = [name.split("/")[1:-1] for name in pages]
    assert {each[0] for each in parts if each} - {"demo-2030", "demo-2031"} <= IN_A_LANGUAGE.keys()
    assert {each[1] for each in parts if len(each) > 1} - {"alpha", "beta"} <= IN_A_BRIEFING.keys()
    assert {"static", "data"} <= IN_THE_ROOT.keys()


@pytest.mark.parametrize(
    ("editor", "options", "zh", "en"),
    [
        ("W. Writer", [], "已由第二人核对", "Read by a second person, last on"),
        ("W. Writer", ["--alone"], "尚无第二人核对全部内容", "no second person has read all of it"),
        ("r. reader", [], "尚无第二人核对全部内容", "no second person has read all of it"),
        ("", [], "尚无第二人核对全部内容", "no second person has read all of it"),
    ],
)
def test_a_page_says_whether_a_second_person_has_read_it(
    with_templates: Project, editor: str, options: list[str], zh: str, en: str
) -> None:
    if editor:
        with_templates.replace("content/demo-2030/alpha.yaml", "place: alpha\n", f"place: alpha\neditor: {editor}\n")
    with_templates.replace("content/demo-2030/alpha.yaml", "主动招商, en: Active", "大力招商, en: Vigorous")
    assert with_templates.run_editor("accept", "alpha.yaml", "--reviewer=Third", *options).status == 0
    assert with_templates.run().status == 0
    for language, said in {"zh": zh, "en": en}.items():
        assert said in (with_templates.output / language / "demo-2030/alpha/index.html").read_text("utf-8")
