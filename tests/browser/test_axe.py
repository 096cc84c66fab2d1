"""axe-core finds nothing, whatever a page is, whatever a reader does there, whatever it looks like."""

import pytest
from playwright.sync_api import Browser

from tests.support.axe import NARROW, WIDE, Seen, State, violations
from tests.support.built import BuiltSite
from tests.support.sample import BRIEFING

STATES = {
    "side by side": (f"{BRIEFING}/index.html?places=zixu,shenlou,nanke", "0"),
    "sorted and filtered": (f"{BRIEFING}/index.html?claim=plan&sort=funding", "0"),
    "search results": ("search/index.html?q=风筝", "new Promise(resolve => setTimeout(resolve, 300))"),
    "a term explained": (f"{BRIEFING}/zixu/index.html", "document.querySelector('.term').click()"),
    "a citation open": (f"{BRIEFING}/zixu/index.html", "document.querySelector('.figs .paragraph').click()"),
}


def states(language: str) -> list[State]:
    return [(f"{language}/{name}", deed) for name, deed in STATES.values()]


def everything(sample: BuiltSite, language: str) -> list[State]:
    """Return a page of each type as it opens, and each page as a reader leaves it."""
    pages = [(name, "0") for name in sample.types.values() if name.startswith((language, "404", "index"))]
    return pages + states(language)


ONCE: dict[str, list[Seen]] = {"zh": [("light", WIDE)], "en": [("dark", NARROW)]}
"""Both schemes, widths and languages once."""
OTHERS: dict[str, list[Seen]] = {
    "zh": [("dark", WIDE), ("forced", NARROW)],
    "en": [("forced", WIDE), ("light", NARROW)],
}
"""With `ONCE`, every scheme at every width, and each of them in every language; wide first, where filters open."""


@pytest.mark.parametrize("language", ONCE)
def test_axe_finds_nothing(browser: Browser, sample: BuiltSite, address: str, language: str) -> None:
    assert violations(browser, address, everything(sample, language), ONCE[language]) == []


def test_axe_finds_nothing_in_forced_colours(browser: Browser, address: str) -> None:
    assert violations(browser, address, states("en"), [("forced", WIDE)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_axe_finds_nothing_in_any_other_pair(browser: Browser, sample: BuiltSite, address: str, language: str) -> None:
    assert violations(browser, address, everything(sample, language), OTHERS[language]) == []
