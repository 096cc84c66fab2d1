"""Whoever follows an address that has moved arrives: at one that is there, in one step, and not by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.content.site import Site
from briefing.pages import pages
from briefing.problems import Problem, Rule, did_you_mean

RULES = (
    Rule(
        "moved-nowhere",
        "An address under `moved` of site.yaml leads to one that is there: that of a briefing, of a place in it, or of"
        " any other page. Write the address that readers are to find instead.",
        "moved: {guangan-2023/huaying-city/: guangan-2023/huayin/}",
        "moved: {guangan-2023/huaying-city/: guangan-2023/huaying/}",
    ),
    Rule(
        "moved-again",
        "An address under `moved` of site.yaml leads to one that has not moved itself: readers are led once, and never"
        " round in a circle. When a page moves a second time, both its old addresses lead to the new one.",
        "moved: {guangan/huaying/: guangan-2022/huaying/, guangan-2022/huaying/: guangan-2023/huaying/}",
        "moved: {guangan/huaying/: guangan-2023/huaying/, guangan-2022/huaying/: guangan-2023/huaying/}",
    ),
    Rule(
        "not-moved",
        "No page stands at an address under `moved` of site.yaml: nobody could reach it. Take the address out, or give"
        " the page another one.",
        "moved: {guangan-2023/huaying/: guangan-2023/}  # and huaying is among the places",
        "moved: {}",
    ),
    Rule(
        "address-gone",
        "An address that the output folder has a page at keeps one, or leads to one: readers have written it down, and"
        " searches have found it. Where a page moves or goes, write under `moved` where its readers are to be led. What"
        " was never published may go: build once without `--strict`.",
        "places: [huaying]  # of briefing.yaml, where huaying-city stood when the site was built last",
        "moved: {guangan-2023/huaying-city/: guangan-2023/huaying/}  # in site.yaml, besides",
        severity="warning",
    ),
)


def check(site: Site) -> Iterator[Problem]:
    """Hold each address that has moved, and the one it leads to, against those that this part of the site has."""
    moved = site.settings.moved
    if not moved:
        return
    present = _present(site)
    for old, new in moved.items():
        position = site.setting("moved", old)
        if new in moved:
            if not site.briefings:
                yield Problem(position, "moved-again", _again(old, moved))
        elif present and _is_of(site, new) and new not in present:
            known = {*present, *(f"{card.id}/" for card in site.cards)}
            message = f"it leads to '{new}', where no page stands; {did_you_mean(new, known)}"
            yield Problem(position, "moved-nowhere", message)
        if old in present:
            message = f"a page stands at '{old}', and nobody could reach it; take this line out, or move the page"
            yield Problem(position, "not-moved", message)


def _present(site: Site) -> frozenset[str]:
    """Return the addresses of this part; none where something of it was left out, since then nobody knows."""
    named = (*site.settings.moved, *site.settings.moved.values())
    if not site.whole or not any(_is_of(site, each) for each in named):
        return frozenset()
    return frozenset("".join(f"{part}/" for part in page.parts) for page in pages(site) if page.parts)


def _is_of(site: Site, address: str) -> bool:
    """Say whether an address can only be one of this part: what no briefing has is of the part that they share."""
    first = address.partition("/")[0]
    briefings = site.briefings or site.cards
    return any(first == each.id for each in briefings) == bool(site.briefings)


def _again(old: str, moved: Mapping[str, str]) -> str:
    """Say where an address ends up that leads to another one that has moved."""
    new, passed = moved[old], {old}
    while new in moved and new not in passed:
        passed.add(new)
        new = moved[new]
    if new in moved:
        return f"it leads to '{moved[old]}', which leads back; write the address where the page is now"
    return f"it leads to '{moved[old]}', which has moved itself; write '{new}', where that leads"
