"""Other sites than the real one, with the real templates: nothing in them is made for one city or one year."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from conftest import ROOT, Workplace, tree

from briefing.checks.addresses import IN_A_BRIEFING, IN_A_LANGUAGE, IN_THE_ROOT
from briefing.content.load import load
from briefing.pages import pages


@pytest.fixture
def furnished(minimal: Workplace) -> Workplace:
    """The smallest site with the real templates."""
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    return minimal


def broken(site: Path) -> list[str]:
    """Every link inside a site that leads to no file, or to no element of it."""
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


def second_briefing(workplace: Workplace) -> None:
    shutil.copytree(workplace.folder / "content/demo-2030", workplace.folder / "content/demo-2031")


def silent_theme(workplace: Workplace) -> None:
    workplace.edit(
        "content/site.yaml",
        "themes:\n",
        "themes:\n  silence:\n    name: {zh: 无人谈及, en: Silence}\n    definition: {zh: 没有内容。, en: Nothing.}\n",
    )


def zero(workplace: Workplace) -> None:
    workplace.edit("content/demo-2030/alpha.yaml", "value: 90", "value: 0")
    workplace.edit("content/demo-2030/alpha.yaml", "90个以上", "0个以上")
    workplace.edit("content/demo-2030/source.yaml", "90个以上", "0个以上")
    workplace.edit("content/demo-2030/beta.yaml", "low: 2\n    high: 4", "value: 0")
    workplace.edit("content/demo-2030/beta.yaml", "bound: range", "bound: exact")
    workplace.edit("content/demo-2030/beta.yaml", "2至4个", "0个")
    workplace.edit("content/demo-2030/source.yaml", "2至4个", "0个")


def one_place(workplace: Workplace) -> None:
    workplace.without_beta()


def english_first(workplace: Workplace) -> None:
    path = workplace.folder / "content/site.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "code: zh" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    path.write_text("".join(lines), "utf-8")
    workplace.edit("content/demo-2030/alpha.yaml", "period: 2030-Q1", "period: unstated")


@pytest.mark.parametrize("change", [second_briefing, silent_theme, zero, one_place, english_first])
def test_another_site_is_built_whole(furnished: Workplace, change: object) -> None:
    assert callable(change)
    change(furnished)
    for reviews in (furnished.folder / "content").rglob("reviews.yaml"):
        reviews.unlink()
    outcome = furnished.run()
    assert outcome.status == 0, outcome.err
    assert broken(furnished.output) == []


def test_no_two_pages_have_one_address_and_none_takes_a_places(minimal: Workplace) -> None:
    second_briefing(minimal)
    site, _ = load(minimal.folder / "content")
    assert site
    found = list(pages(site))
    assert len({page.file for page in found}) == len(found)
    briefings, places = {briefing.id for briefing in site.briefings}, set(site.places)
    assert {page.parts[0] for page in found if page.parts} - briefings <= IN_A_LANGUAGE.keys()
    assert {page.parts[1] for page in found if len(page.parts) > 1} - places <= IN_A_BRIEFING.keys()
    assert {"static", "data"} <= IN_THE_ROOT.keys()
