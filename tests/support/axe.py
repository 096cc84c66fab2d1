"""axe-core on pages of a site, in any scheme of colours and any width."""

from collections.abc import Iterable, Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: Mapping[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
NARROW, WIDE = 320, 1280
"""In CSS pixels."""

State = tuple[str, str]
"""A page and what a reader does there: its address below the site, and an expression of JavaScript."""


def violations(browser: Browser, base: str, states: Iterable[State], look: str, width: int) -> list[str]:
    """Return what axe finds on pages, each with its address and the first element concerned."""
    found = []
    # Without `resultTypes`, axe describes every element that passes too, which takes more time than the rules.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    with browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, **LOOKS[look]) as context:
        page = context.new_page()
        for name, deed in states:
            page.goto(f"{base}/{name}")
            page.evaluate(deed)
            results = Axe().run(page, options=options).response["violations"]
            found += [f"{name}: {each['id']}: {each['nodes'][0]['html']}" for each in results]
    return found
