"""Each redirect of site.yaml leads to a page, in one step, and hides no other page."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.problems import Problem, Rule, did_you_mean
from briefing.render.page import Page

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


def check(unit: ContentUnit, pages: Callable[[], Iterable[Page]]) -> Iterator[Problem]:
    """Compare each address that has moved, and the one it leads to, with the addresses of a unit's pages.

    `pages` is called only if one of these addresses can belong to the unit.
    """
    shared = unit.shared
    moved = shared.settings.moved
    of_unit = {address for pair in moved.items() for address in pair if _belongs_to(unit, address)}
    present = {"".join(f"{part}/" for part in page.parts) for page in pages() if page.parts} if of_unit else set()
    for old, new in moved.items():
        position = shared.setting("moved", old)
        if new in moved:
            if isinstance(unit, Shared):
                yield Problem(position, "moved-again", _again(old, moved))
        elif new in of_unit and new not in present:
            known = {*present, *(f"{name}/" for name in shared.briefing_ids if isinstance(unit, Shared))}
            message = f"it leads to '{new}', where no page stands; {did_you_mean(new, known)}"
            yield Problem(position, "moved-nowhere", message)
        if old in present:
            message = f"a page stands at '{old}', and nobody could reach it; take this line out, or move the page"
            yield Problem(position, "not-moved", message)


def _belongs_to(unit: ContentUnit, address: str) -> bool:
    """Return True if a page at an address would be one of the unit's: the shared one has all that no briefing has."""
    folder = address.partition("/")[0]
    return folder == unit.id if isinstance(unit, Briefing) else folder not in unit.briefing_ids


def _again(old: str, moved: Mapping[str, str]) -> str:
    """Return the message for an address that leads to another one that has moved."""
    new, passed = moved[old], {old}
    while new in moved and new not in passed:
        passed.add(new)
        new = moved[new]
    if new in moved:
        return f"it leads to '{moved[old]}', which leads back; write the address where the page is now"
    return f"it leads to '{moved[old]}', which has moved itself; write '{new}', where that leads"
