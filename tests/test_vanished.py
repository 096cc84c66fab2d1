"""No published address dies unseen: who takes a page away is told, until its readers are led on."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Workplace, tree

SITE_FILE = "content/site.yaml"
ROOT_URL = "--base-url=https://sample.example/"


@pytest.fixture
def published(minimal: Workplace) -> Workplace:
    assert minimal.run().status == 0
    return minimal


def take_away(workplace: Workplace) -> None:
    """Take a speech out, so that nothing else is wrong."""
    workplace.without_beta()
    (workplace.folder / "content/glossary.yaml").write_text("{}\n", "utf-8")
    assert workplace.desk("accept", "--reviewer=A. Reader").status == 0


def move(workplace: Workplace, old: str, new: str) -> None:
    """Say where an address has moved to; the templates of the smallest site have none for such pages."""
    (workplace.folder / "templates/moved.html").write_text("{{ voice.title(page.title) }}", "utf-8")
    path = workplace.folder / SITE_FILE
    path.write_text(f"{path.read_text('utf-8')}moved: {{{old}: {new}}}\n", "utf-8")


def rename_briefing(workplace: Workplace) -> None:
    (workplace.folder / "content/demo-2030").rename(workplace.folder / "content/demo-2031")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_page_that_would_go_is_said_once_for_all_languages(published: Workplace, command: str) -> None:
    take_away(published)
    outcome = published.run(command)
    assert outcome.status == 0
    assert outcome.err.count("address-gone") == 1
    assert "content/site.yaml:1:1: warning[address-gone]: 'demo-2030/beta/' is published, and would have" in outcome.err


def test_it_stops_a_strict_build_and_the_site_stays(published: Workplace) -> None:
    before = tree(published.output)
    take_away(published)
    for _ in range(2):
        outcome = published.run("build", "--strict")
        assert outcome.status == 1
        assert "warning[address-gone]" in outcome.err
    assert tree(published.output) == before


@pytest.mark.parametrize("target", ["none", "github-pages", "netlify", "cloudflare", "nginx"])
def test_it_is_said_no_more_once_readers_are_led_on(published: Workplace, target: str) -> None:
    take_away(published)
    move(published, "demo-2030/beta/", "demo-2030/")
    outcome = published.run("build", "--strict", f"--target={target}", ROOT_URL)
    assert (outcome.status, outcome.err) == (0, "")


def test_of_a_briefing_that_would_go_its_own_address_is_said(published: Workplace) -> None:
    rename_briefing(published)
    outcome = published.run("check")
    assert outcome.err.count("address-gone") == 1
    assert "'demo-2030/' is published" in outcome.err


def test_a_briefing_that_moved_takes_all_its_addresses_along(published: Workplace) -> None:
    rename_briefing(published)
    move(published, "demo-2030/", "demo-2031/")
    for target in ("none", "netlify", "none"):
        assert published.run("build", f"--target={target}", ROOT_URL).err == ""


def test_the_last_build_let_it_go_and_the_next_has_nothing_to_say(published: Workplace) -> None:
    take_away(published)
    assert "address-gone" in published.run().err
    assert published.run("build", "--strict").err == ""
    published.edit("content/places.yaml", "甲县, en: Alpha County", "甲县, en: Alfa County")
    assert "address-gone" not in published.run().err


def test_what_lies_in_a_folder_of_another_program_was_not_published(minimal: Workplace) -> None:
    page = minimal.output / "zh" / "old" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("", "utf-8")
    assert minimal.run("check").err == ""


def test_verify_lists_files_and_says_nothing_else(published: Workplace, tmp_path: Path) -> None:
    take_away(published)
    outcome = published.run("verify")
    assert outcome.status == 1
    assert "address-gone" not in outcome.err
    assert "zh/demo-2030/beta/index.html: not part of the build" in outcome.err
    assert (tmp_path / "site" / "zh" / "demo-2030" / "beta").is_dir()
