"""`explain`: the rule behind each code, with examples, and the handbook of all rules."""

import pytest

from briefing.rules import RULES
from tests.support.command import run
from tests.support.paths import ROOT


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_code_is_explained_with_examples(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "explain", code)
    assert outcome.status == 0
    assert outcome.out.startswith(f"{code} ({RULES[code].severity}")
    assert "\nWrong:\n" in outcome.out
    assert "\nRight:\n" in outcome.out


def test_an_unknown_code_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "explain", "double-entri")
    assert outcome.status == 2
    assert "did you mean 'double-entry'?" in outcome.err


def test_the_handbook_is_committed_as_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain").out == (ROOT / "docs/checks.md").read_text("utf-8")
