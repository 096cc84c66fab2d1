"""Removed pages: the build warns of each published address that would go, until it redirects."""

from pathlib import Path

import pytest

from tests.support.paths import tree
from tests.support.project import Project

ROOT_URL = "--base-url=https://sample.example/"


@pytest.fixture
def published(minimal: Project) -> Project:
    assert minimal.run().status == 0
    return minimal


def remove_page(project: Project) -> None:
    """Remove a speech, so that nothing else is wrong."""
    project.remove_beta()
    project.write("content/glossary.yaml", "{}\n")
    assert project.run_editor("accept", "--reviewer=A. Reader").status == 0


def redirect(project: Project, old: str, new: str) -> None:
    """Add a redirect, and the template that pages of redirects need."""
    project.write("templates/moved.html", "{{ localizer.title(page.title) }}")
    project.write("content/site.yaml", f"{project.read('content/site.yaml')}moved: {{{old}: {new}}}\n")


def rename_briefing(project: Project) -> None:
    (project.folder / "content/demo-2030").rename(project.folder / "content/demo-2031")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_removed_page_is_warned_of_once_for_all_languages(published: Project, command: str) -> None:
    remove_page(published)
    outcome = published.run(command)
    assert outcome.status == 0
    assert outcome.err.count("address-gone") == 1
    assert "content/site.yaml:1:1: warning[address-gone]: 'demo-2030/beta/' is published, and would have" in outcome.err


def test_a_removed_page_stops_a_strict_build(published: Project) -> None:
    before = tree(published.output)
    remove_page(published)
    for _ in range(2):
        outcome = published.run("build", "--strict")
        assert outcome.status == 1
        assert "warning[address-gone]" in outcome.err
    assert tree(published.output) == before


@pytest.mark.parametrize("target", ["none", "github-pages", "netlify", "cloudflare", "nginx"])
def test_a_redirect_ends_the_warning(published: Project, target: str) -> None:
    remove_page(published)
    redirect(published, "demo-2030/beta/", "demo-2030/")
    outcome = published.run("build", "--strict", f"--target={target}", ROOT_URL)
    assert (outcome.status, outcome.err) == (0, "")


def test_of_a_removed_briefing_only_its_own_address_is_named(published: Project) -> None:
    rename_briefing(published)
    outcome = published.run("check")
    assert outcome.err.count("address-gone") == 1
    assert "'demo-2030/' is published" in outcome.err


def test_a_redirect_of_a_briefing_covers_all_its_addresses(published: Project) -> None:
    rename_briefing(published)
    redirect(published, "demo-2030/", "demo-2031/")
    for target in ("none", "netlify", "none"):
        assert published.run("build", f"--target={target}", ROOT_URL).err == ""


def test_a_removed_page_is_warned_of_in_one_build_only(published: Project) -> None:
    remove_page(published)
    assert "address-gone" in published.run().err
    assert published.run("build", "--strict").err == ""
    published.replace("content/places.yaml", "甲县, en: Alpha County", "甲县, en: Alfa County")
    assert "address-gone" not in published.run().err


def test_a_page_of_another_program_was_never_published(minimal: Project) -> None:
    page = Path("site/zh/old/index.html")
    page.parent.mkdir(parents=True)
    page.write_text("", "utf-8")
    assert minimal.run("check").err == ""
