"""Every number of the sources is cited, or left out with its reason."""

import pytest

from tests.support.built import BuiltSite
from tests.support.command import run


def test_every_number_of_the_source_is_accounted_for(any_site: BuiltSite, capsys: pytest.CaptureFixture[str]) -> None:
    for briefing in any_site.briefings:
        outcome = run(capsys, "audit", f"--briefing={briefing}", f"--content={any_site.content}")
        assert (outcome.status, outcome.out.splitlines()[-1]) == (0, "audit: 100.0% accounted for"), briefing
