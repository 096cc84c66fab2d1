"""Every page has an address of its own, the site one that it can have, and a file says the place that its name says."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.content.site import Briefing, ContentUnit, Shared
from briefing.content.validators import NO_ADDRESS
from briefing.problems import Position, Problem, Rule

RULES = (
    Rule(
        "collision",
        "No id takes an address or file that the program needs: 'static' holds the styles and 'data' the downloads,"
        " 'search' is a page of every language, 'about' and 'sectors' are pages of every briefing, and so on;"
        " briefing.yaml, source.yaml, reviews.yaml and changes.yaml are no speeches.",
        "places: [about]",
        "places: [aboutville]",
    ),
    Rule(
        "wrong-place",
        "A speech's file has the name of its place.",
        "huaying.yaml with place: wusheng",
        "huaying.yaml with place: huaying",
    ),
    Rule(
        "placeholder-address",
        "A build for a host knows the address that the site is to have: canonical addresses, feeds, sitemaps and"
        " citations name it. `base_url` of site.yaml may stand for it until then, with a name that is set apart for"
        " examples (RFC 2606); to publish, write the real address there, or say it with `--base-url`.",
        "base_url: https://briefing.example/",
        "base_url: https://OWNER.github.io/REPOSITORY/",
        severity="warning",
    ),
)
SET_APART = re.compile(r"(?:^|\.)(?:test|example|invalid|localhost|example\.(?:com|net|org))$")
"""The hosts that are nobody's: those of RFC 2606, sections 2 and 3."""
IN_THE_ROOT = {"static": "the styles and icons", "data": "the downloads"}
"""What a language cannot be called, and what has the name."""
IN_A_LANGUAGE = {
    "site": "the sitemap of what the briefings share",
    "search": "the search",
    "glossary": "the glossary",
    "accessibility": "the page on accessibility",
}
"""What a briefing cannot be called."""
IN_A_BRIEFING = {
    "about": "the page about a briefing",
    "glance": "the pictures",
    "sectors": "the sectors",
    "themes": "the themes",
    "indicators": "the indicators",
    "entities": "the names",
    "due": "the page on what is due",
    "data": "the page on the data",
    "changes": "the log of changes",
    "briefing": "briefing.yaml",
    "source": "the source index",
    "reviews": "the reviews",
}
"""What a place cannot be called."""


def check(unit: ContentUnit) -> Iterator[Problem]:
    """Report ids that take an address of the program, languages in `moved`, and files not named after their place."""
    for name, owner, position in _taken(unit):
        yield Problem(position, "collision", f"the address '{name}' is taken by {owner}; choose another id")
    if isinstance(unit, Briefing):
        for speech in unit.speeches:
            if speech.place in unit.shared.places and speech.file.name != f"{unit.id}/{speech.place}.yaml":
                message = f"the file is named otherwise than its place '{speech.place}'; rename one of them"
                yield Problem(speech.file.document.at("place"), "wrong-place", message)
    else:
        for old, new in unit.settings.moved.items():
            for address in (old, new):
                if address.partition("/")[0] in unit.codes:
                    yield Problem(unit.setting("moved", old), "address", NO_ADDRESS.format(text=address))


def _taken(unit: ContentUnit) -> Iterator[tuple[str, str, Position]]:
    """Yield the ids of a unit whose address the program needs: what has that address, and where the id stands."""
    if isinstance(unit, Briefing):
        document = unit.file.document
        if unit.id in IN_A_LANGUAGE:
            yield unit.id, IN_A_LANGUAGE[unit.id], Position(document.file)
        for number, place in enumerate(unit.record.places):
            if place in IN_A_BRIEFING and place in unit.shared.places:
                yield place, IN_A_BRIEFING[place], document.at("places", number)
    else:
        for code in unit.codes:
            if code in IN_THE_ROOT:
                yield code, IN_THE_ROOT[code], unit.setting("languages", code)


def placeholder(shared: Shared) -> Iterator[Problem]:
    """Report an address in site.yaml, by which the site is built for a host, that no host can have."""
    address = shared.settings.base_url
    if SET_APART.search(urlsplit(address).hostname or ""):
        message = (
            f"the pages for the host would name '{address}', an address that nobody can have;"
            " give the real one with --base-url, in BRIEFING_BASE_URL, or here"
        )
        yield Problem(shared.setting("base_url"), "placeholder-address", message)
