"""No id takes an address that the program needs, a file is named after its place, and a host's site has its address."""

from collections.abc import Iterator

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.content.validators import NO_ADDRESS
from briefing.problems import Position, Problem
from briefing.urls import is_placeholder

IN_THE_ROOT = {"static": "the styles and icons", "data": "the downloads"}
"""The addresses that no language can have, each with its owner."""
IN_A_LANGUAGE = {
    "site": "the sitemap of what the briefings share",
    "search": "the search",
    "glossary": "the glossary",
    "accessibility": "the page on accessibility",
}
"""Those that no briefing can have."""
IN_A_BRIEFING = {
    "about": "the page about a briefing",
    "overview": "the overview",
    "figures": "the figures and dates",
    "sectors": "the sectors",
    "themes": "the themes",
    "entities": "the names",
    "data": "the page on the data",
    "changes": "the log of changes",
    "charts": "the graphics",
    "briefing": "briefing.yaml",
    "source": "the source index",
    "reviews": "the reviews",
}
"""Those that no place can have."""
COLLISION = "the address '{}' is taken by {}; choose another id"


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report ids that take an address of the program, languages in `moved`, and files not named after their place."""
    if isinstance(unit, Briefing):
        document, places = unit.file.document, unit.shared.places
        if unit.id in IN_A_LANGUAGE:
            message = COLLISION.format(unit.id, IN_A_LANGUAGE[unit.id])
            yield Problem(Position(document.file), "collision", message)
        for number, place in enumerate(unit.record.places):
            if place in IN_A_BRIEFING and place in places:
                message = COLLISION.format(place, IN_A_BRIEFING[place])
                yield Problem(document.at("places", number), "collision", message)
        for speech in unit.speeches:
            if speech.place in places and speech.file.name != f"{unit.id}/{speech.place}.yaml":
                message = f"the file is named otherwise than its place '{speech.place}'; rename one of them"
                yield Problem(speech.file.document.at("place"), "wrong-place", message)
    else:
        for code in IN_THE_ROOT.keys() & set(unit.codes):
            message = COLLISION.format(code, IN_THE_ROOT[code])
            yield Problem(unit.setting("languages", code), "collision", message)
        moved = [(key, address) for key, new in unit.settings.moved.items() for address in (key, new)]
        for key, address in moved:
            if address.partition("/")[0] in unit.codes:
                yield Problem(unit.setting("moved", key), "address", NO_ADDRESS.format(text=address))


def placeholder(shared: Shared) -> Iterator[Problem]:
    """Report the address in site.yaml if no host can have it. A build for a host needs a real one."""
    address = shared.settings.base_url
    if is_placeholder(address):
        message = (
            f"the pages for the host would name '{address}', an address that nobody can have;"
            " give the real one with --base-url, in BRIEFING_BASE_URL, or here"
        )
        yield Problem(shared.setting("base_url"), "placeholder-address", message)
