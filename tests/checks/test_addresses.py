"""Addresses: none is taken twice, and no build for a host has a placeholder for its own."""

import re

import pytest

from tests.support.paths import tree
from tests.support.project import Project

SITE_FILE = "content/site.yaml"
ADDRESS = "base_url: https://sample.example/sub/"
CODE = "placeholder-address"


def test_a_language_cannot_take_the_folder_of_the_styles(minimal: Project) -> None:
    for path in (minimal.folder / "content").rglob("*.yaml"):
        text = re.sub(r"\ben(?=: )|(?<=code: )en\b|(?<=fallback: )en\b", "static", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    outcome = minimal.run("check")
    assert outcome.status == 1
    assert "content/site.yaml:6:5: error[collision]: the address 'static' is taken by the styles" in outcome.err


@pytest.mark.parametrize("target", ["github-pages", "nginx"])
def test_a_placeholder_in_a_build_for_a_host_is_a_warning(minimal: Project, target: str) -> None:
    for _ in range(2):
        outcome = minimal.run("build", f"--target={target}")
        assert outcome.status == 0
        assert f"{SITE_FILE}:3:1: warning[{CODE}]: " in outcome.err
        assert "https://sample.example/sub/" in outcome.err
        assert "--base-url" in outcome.err


def test_a_placeholder_stops_a_strict_build(minimal: Project) -> None:
    assert minimal.run().status == 0
    before = tree(minimal.output)
    outcome = minimal.run("build", "--strict", "--target=nginx")
    assert outcome.status == 1
    assert CODE in outcome.err
    assert tree(minimal.output) == before


@pytest.mark.parametrize("options", [(), ("--base-url=https://x.example/", "--target=nginx")])
def test_no_host_or_an_address_that_was_given_is_no_problem(minimal: Project, options: tuple[str, ...]) -> None:
    outcome = minimal.run("check", "--strict", *options)
    assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.parametrize("host", ["example.com", "www.example.net", "localhost:8000", "a.test", "b.invalid", "EXAMPLE"])
def test_every_name_that_is_set_apart_is_a_placeholder(minimal: Project, host: str) -> None:
    minimal.replace(SITE_FILE, ADDRESS, f"base_url: http://{host}/")
    assert CODE in minimal.run("check", "--target=nginx").err


@pytest.mark.parametrize("host", ["briefing.cn", "myexample.com", "example.cn", "test.org", "192.0.2.1", "a-test"])
def test_any_other_host_may_be_real(minimal: Project, host: str) -> None:
    minimal.replace(SITE_FILE, ADDRESS, f"base_url: https://{host}/")
    outcome = minimal.run("check", "--strict", "--target=nginx")
    assert (outcome.status, outcome.err) == (0, "")
