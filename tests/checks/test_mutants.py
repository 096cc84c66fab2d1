"""Every figure of the real speeches, made wrong in each way an editor errs."""

from __future__ import annotations

import mutants
import pytest

SEEN_BY_REVIEW_ONLY = {"claim_changed", "period_changed"}
"""What no text can prove: only a person tells a target from a plan. Everything else a check of meaning must catch."""


def test_every_mutant_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    found = mutants.run()
    with capsys.disabled():
        print(f"\n{mutants.table(found)}")
    assert [name for name, each in found.items() if each.missed or not each.mutants] == []
    assert {name for name, each in found.items() if each.by_review} <= SEEN_BY_REVIEW_ONLY
