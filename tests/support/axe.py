"""axe-core on pages of a site, in any scheme of colours and any width."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: Mapping[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
NARROW, WIDE = 320, 1280
"""In CSS pixels."""

State = tuple[str, str]
"""A page and what a reader does there: its address below the site, and an expression of JavaScript."""
Seen = tuple[str, int]
"""How a page is looked at: one of `LOOKS`, and a width."""


def violations(browser: Browser, base: str, states: Iterable[State], seen: Sequence[Seen]) -> list[str]:
    """Return what axe finds on pages, each with its address, how it is seen, and the first element concerned.

    A page is opened once, in the first way that it is seen.
    """
    found = []
    # Without `resultTypes`, axe describes every element that passes too, which takes more time than the rules.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        for name, deed in states:
            look_as(page, *seen[0])
            page.goto(f"{base}/{name}")
            page.evaluate(deed)
            page.evaluate(AXE_SCRIPT)
            for look, width in seen:
                look_as(page, look, width)
                results = page.evaluate("async options => (await axe.run(options)).violations", options)
                found += [f"{name} {look} {width}: {each['id']}: {each['nodes'][0]['html']}" for each in results]
    return found


def look_as(page: Page, look: str, width: int) -> None:
    """Show a page in another way, as when a reader changes the scheme or turns the phone."""
    page.emulate_media(**LOOKS[look])
    page.set_viewport_size({"width": width, "height": 800})
