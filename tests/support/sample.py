"""The sample site: an invented briefing with every kind of record, built once a session with the real templates."""

from pathlib import Path

import pytest

import build
from tests.support.built import BuiltSite
from tests.support.once import once
from tests.support.paths import ROOT, SITES

CONTENT = SITES / "sample" / "content"
BRIEFING = "jinghua-2031"
PLACES = ["zixu", "wuyou", "wangshi", "shenlou", "nanke", "yunze"]
"""The places of the sample, in the order of its briefing."""
LANGUAGES = ["zh", "en"]
PATH = "sub"
"""The path of its base_url, without slashes."""


def build_sample(output: Path, *options: str, command: str = "build") -> None:
    """Build the sample site; any problem or warning is a failure."""
    folders = [f"--content={CONTENT}", f"--templates={ROOT / 'templates'}", f"--output={output}"]
    assert build.main([command, *folders, "--strict", *options]) == 0


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the sample site, built."""
    folder = once(tmp_path_factory, "sample", lambda folder: build_sample(folder / PATH))
    return BuiltSite(CONTENT, folder / PATH)


@pytest.fixture(scope="session")
def published() -> BuiltSite:
    """Return the site that this repository publishes, as it is committed."""
    return BuiltSite(ROOT / "content", ROOT / "site")


@pytest.fixture(scope="session", params=["sample", "published"])
def any_site(request: pytest.FixtureRequest) -> BuiltSite:
    """Return the sample, then the site that is published: what holds for both holds for any content."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, BuiltSite)
    return found
