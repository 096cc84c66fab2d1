"""The files that each target adds, and what a target refuses."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.hosts import TARGETS
from tests.support.hosts import WITH_RULES, WITHOUT_REDIRECTS, has_moved
from tests.support.paths import tree
from tests.support.project import Project


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_adds_its_own_files_and_no_others(hosted: Mapping[str, Path], target: str) -> None:
    own = {
        "none": set(),
        "github-pages": {".nojekyll"},
        "netlify": {"_headers", "_redirects"},
        "cloudflare": {"_headers", "_redirects"},
        "nginx": {"nginx.conf"},
    }[target]
    everything = set(tree(hosted["none"]))
    moved = set() if target in WITHOUT_REDIRECTS else {name for name in everything if has_moved(name)}
    assert set(tree(hosted[target])) == everything - moved | own


@pytest.mark.parametrize("target", WITH_RULES)
def test_a_path_is_refused_if_the_host_has_none(minimal: Project, target: str) -> None:
    outcome = minimal.run("build", f"--target={target}", "--base-url=https://sample.example/sub/")
    assert outcome.status == 2
    assert f"{target} serves a site at the root" in outcome.err
    assert "give a --base-url without a path" in outcome.err
    assert not minimal.output.exists()


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ([f"old/{at}/" for at in range(333)], ""),
        ([f"old/{at}/" for at in range(334)], "makes 2004 redirects of single addresses and 0 of whole briefings"),
        ([f"old-{at}/" for at in range(51)], "and 102 of whole briefings, and Cloudflare takes 2000 and 100"),
    ],
    ids=["as many as allowed", "too many pages", "too many briefings"],
)
def test_cloudflare_takes_only_so_many_redirects(minimal: Project, moved: list[str], said: str) -> None:
    lines = "".join(f"  {old}: demo-2030/\n" for old in moved)
    minimal.write("content/site.yaml", f"{minimal.read('content/site.yaml')}moved:\n{lines}")
    outcome = minimal.run("build", "--target=cloudflare", "--base-url=https://sample.example/")
    assert outcome.status == (2 if said else 0)
    assert said in outcome.err
