"""Programs that some tests need besides Python."""

import os

import pytest


def require(found: object, missing: str) -> None:
    """Skip a test for want of a program; fail in CI, where nothing may be skipped."""
    if not found and os.environ.get("CI"):
        pytest.fail(f"{missing}, which CI must have")
    if not found:
        pytest.skip(missing)
