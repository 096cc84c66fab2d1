"""What every test may use: a small site of its own, and the fixtures of tests/support."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.project import Project, copy_minimal

pytest_plugins = ["tests.support.browser", "tests.support.hosts", "tests.support.sample"]

BUSY = [HealthCheck.too_slow]
"""What a machine that other programs keep busy may be: no fault of a test."""
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=BUSY)
settings.register_profile("random", deadline=None, suppress_health_check=BUSY)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put Lighthouse first: it takes minutes in one process, and the other worker goes on meanwhile."""
    items.sort(key=lambda item: "lighthouse" not in item.nodeid)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews what whole sites are compared with, and the messages about bad ones."""
    parser.addoption("--update", action="store_true", help="renew what whole sites and messages are compared with")


@pytest.fixture
def minimal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Copy the smallest whole site, with templates of its own, into the working directory."""
    monkeypatch.chdir(tmp_path)
    copy_minimal(tmp_path)
    return Project(tmp_path, capsys)
