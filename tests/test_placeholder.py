"""Nothing goes to a host with an address in it that no host can have, unless somebody asked for just that."""

from __future__ import annotations

import pytest
from conftest import Workplace, tree

SITE_FILE = "content/site.yaml"
ADDRESS = "base_url: https://sample.example/sub/"
CODE = "placeholder-address"


@pytest.mark.parametrize("target", ["github-pages", "nginx"])
def test_a_build_for_a_host_by_a_placeholder_is_said_with_its_line(minimal: Workplace, target: str) -> None:
    for _ in range(2):
        outcome = minimal.run("build", f"--target={target}")
        assert outcome.status == 0
        assert f"{SITE_FILE}:3:1: warning[{CODE}]: " in outcome.err
        assert "https://sample.example/sub/" in outcome.err
        assert "--base-url" in outcome.err


def test_it_stops_a_strict_build(minimal: Workplace) -> None:
    assert minimal.run().status == 0
    before = tree(minimal.output)
    outcome = minimal.run("build", "--strict", "--target=nginx")
    assert outcome.status == 1
    assert CODE in outcome.err
    assert tree(minimal.output) == before


@pytest.mark.parametrize("options", [(), ("--base-url=https://x.example/", "--target=nginx")])
def test_who_builds_for_no_host_or_says_the_address_is_left_in_peace(
    minimal: Workplace, options: tuple[str, ...]
) -> None:
    outcome = minimal.run("build", "--strict", *options)
    assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.parametrize("host", ["example.com", "www.example.net", "localhost:8000", "a.test", "b.invalid", "EXAMPLE"])
def test_every_host_that_is_set_apart_is_a_placeholder(minimal: Workplace, host: str) -> None:
    minimal.edit(SITE_FILE, ADDRESS, f"base_url: http://{host}/")
    assert CODE in minimal.run("build", "--target=nginx").err


@pytest.mark.parametrize("host", ["briefing.cn", "myexample.com", "example.cn", "test.org", "192.0.2.1", "a-test"])
def test_any_other_host_may_be_real(minimal: Workplace, host: str) -> None:
    minimal.edit(SITE_FILE, ADDRESS, f"base_url: https://{host}/")
    outcome = minimal.run("build", "--strict", "--target=nginx")
    assert (outcome.status, outcome.err) == (0, "")
