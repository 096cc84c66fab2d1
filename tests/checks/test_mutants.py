"""Every figure of the sample site, made wrong in each way an editor errs, is caught."""

import pytest

from tests.support import mutants
from tests.support.sample import BRIEFING, CONTENT, PLACES


@pytest.mark.parametrize("place", PLACES)
def test_every_mutant_of_a_speech_is_caught(place: str) -> None:
    found = mutants.tally(CONTENT, f"{BRIEFING}/{place}.yaml")
    assert {name: each.missed for name, each in found.items() if each.missed} == {}
    assert {name for name, each in found.items() if each.by_review} <= mutants.SEEN_BY_REVIEW_ONLY


def test_the_sample_has_mutants_of_every_kind() -> None:
    found = {kind for name in mutants.speeches(CONTENT) for kind, *_ in mutants.mutants(CONTENT, name)}
    assert found == {mutation.__name__ for mutation in mutants.MUTATIONS}
