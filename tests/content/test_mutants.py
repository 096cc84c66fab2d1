"""Every figure that is published, made wrong in each way an editor errs, is caught."""

import pytest

from tests.support import mutants
from tests.support.paths import ROOT

CONTENT = ROOT / "content"
SPEECHES = sorted(
    f"{path.parent.name}/{speech.name}"
    for path in CONTENT.glob("*/briefing.yaml")
    for speech in path.parent.glob("*.yaml")
    if speech.stem not in {"briefing", "changes", "entities", "reviews", "source"}
)


@pytest.mark.slow
@pytest.mark.parametrize("speech", SPEECHES)
def test_every_mutant_of_a_speech_is_caught(speech: str) -> None:
    found = mutants.tally(CONTENT, speech)
    assert {name: each.missed for name, each in found.items() if each.missed} == {}
    assert {name for name, each in found.items() if each.by_review} <= mutants.SEEN_BY_REVIEW_ONLY
