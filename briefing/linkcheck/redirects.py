"""Each redirect of site.yaml leads to a page and a fragment in it, in one step, and hides no other page."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.problems import Problem, did_you_mean
from briefing.redirects import target
from briefing.render.page import Page
from briefing.urls import INDEX


def check(unit: ContentUnit, pages: Iterable[Page]) -> Iterator[Problem]:
    """Compare each address that has moved, and the one it leads to, with the addresses of a unit's pages.

    `pages` are iterated only if one of these addresses can belong to the unit: the shared unit has all that no briefing
    has.
    """
    shared = unit.shared
    moved = shared.settings.moved
    addresses = {*moved, *(target(new).address for new in moved.values())} - {""}
    if isinstance(unit, Briefing):
        addresses = {each for each in addresses if each.startswith(f"{unit.id}/")}
    else:
        addresses = {each for each in addresses if each.partition("/")[0] not in unit.briefing_ids}
    present = {"".join(f"{part}/" for part in page.parts) for page in pages if page.parts} if addresses else set()
    for old, leads_to in moved.items():
        position, new = shared.setting("moved", old), target(leads_to).address
        if new in moved:
            if isinstance(unit, Shared):
                yield Problem(position, "moved-again", _again(old, moved))
        elif new in addresses and new not in present:
            known = {*present, *(f"{name}/" for name in shared.briefing_ids if isinstance(unit, Shared))}
            message = f"it leads to '{new}', where no page stands; {did_you_mean(new, known)}"
            yield Problem(position, "moved-nowhere", message)
        if old in present:
            message = f"a page stands at '{old}', and nobody could reach it; take this line out, or move the page"
            yield Problem(position, "not-moved", message)


def check_fragments(shared: Shared, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Yield a problem for each redirect to a fragment that a finished page does not have; `ids` are by file."""
    for old, new in shared.settings.moved.items():
        address, fragment = target(new)
        pages = [ids[file] for file in (f"{code}/{address}{INDEX}" for code in shared.codes) if file in ids]
        if fragment and (known := next((each for each in pages if fragment not in each), None)) is not None:
            message = f"it leads to '{new}', and nothing on that page has this id; {did_you_mean(fragment, known)}"
            yield Problem(shared.setting("moved", old), "moved-nowhere", message)


def _again(old: str, moved: Mapping[str, str]) -> str:
    """Return the message for an address that leads to another one that has moved."""
    end, passed = moved[old], {old}
    while (address := target(end).address) in moved and address not in passed:
        passed.add(address)
        end = moved[address]
    if address in moved:
        return f"it leads to '{moved[old]}', which leads back; write the address where the page is now"
    return f"it leads to '{moved[old]}', which has moved itself; write '{end}', where that leads"
