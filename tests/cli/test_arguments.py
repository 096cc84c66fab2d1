"""The command line: its default command, its options, and the status that wrong usage ends with."""

import re

import pytest

from tests.support.command import run, run_apart
from tests.support.project import Project


def test_build_is_the_default_command(minimal: Project) -> None:
    outcome = minimal.run()
    assert outcome.status == 0
    assert re.fullmatch(r"build: 32 pages, 2 languages, \d+\.\d\d seconds\n", outcome.out)


def test_the_base_url_can_be_given(minimal: Project) -> None:
    assert minimal.run("build", "--base-url=https://other.example/here").status == 0
    assert "https://other.example/here/sitemap.xml" in minimal.read("site/robots.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("--base-url=ftp://x/",),
        ("--base-url=https://x/?q",),
        ("--base-url=https://me:secret@x/",),
        ("--base-url=https://x/../y/",),
        ("--base-url=https://x/./",),
        ("serve", "--port=65536"),
        ("serve", "--port=-1"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_exits_with_2(minimal: Project, arguments: tuple[str, ...]) -> None:
    outcome = minimal.run(*arguments)
    assert outcome.status == 2
    assert "build.py" in outcome.err


def test_a_content_folder_that_is_missing_is_wrong_usage(minimal: Project) -> None:
    outcome = run(minimal.capture, "--content=/nowhere")
    assert outcome.status == 2
    assert "build.py" in outcome.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_problems_are_printed_to_a_terminal_that_knows_only_ascii(minimal: Project, form: str) -> None:
    minimal.replace("content/demo-2030/alpha.yaml", "value: 90", "value: 91")
    options = ("--content=content", "--templates=templates", f"--format={form}")
    outcome = run_apart(minimal.folder, "check", *options, PYTHONIOENCODING="ascii")
    assert outcome.status == 1
    assert "double-entry" in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


def test_content_elsewhere_has_its_site_beside_it(minimal: Project) -> None:
    folders = [f"--{name}={minimal.folder / name}" for name in ("content", "templates")]
    assert run(minimal.capture, "build", *folders).status == 0
    assert (minimal.folder / "site/zh/demo-2030/index.html").exists()
    outcome = run(minimal.capture, "check", "--strict", *folders)
    assert (outcome.status, outcome.err) == (0, "")
