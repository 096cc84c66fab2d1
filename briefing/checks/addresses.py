"""Every page has an address of its own, the site one that it can have, and a file says the place that its name says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.content.site import Site
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


def check(site: Site) -> Iterator[Problem]:
    """Find ids that would take an address of the program's, and files named otherwise than their place."""
    for loaded in site.files:
        for code in sorted(IN_THE_ROOT.keys() & set(site.codes)) if loaded.name == "site.yaml" else ():
            yield Problem(loaded.document.at("languages", code), "collision", _taken(code, IN_THE_ROOT[code]))
    for briefing in site.briefings:
        if owner := IN_A_LANGUAGE.get(briefing.id):
            yield Problem(Position(briefing.file.document.file), "collision", _taken(briefing.id, owner))
        for number, place in enumerate(briefing.record.places):
            if place in IN_A_BRIEFING:
                position = briefing.file.document.at("places", number)
                yield Problem(position, "collision", _taken(place, IN_A_BRIEFING[place]))
    for speech in site.speeches:
        if not speech.document.file.endswith(f"/{speech.record.place}.yaml"):
            message = f"the file is named otherwise than its place '{speech.record.place}'; rename one of them"
            yield Problem(speech.document.at("place"), "wrong-place", message)


def placeholder(site: Site) -> Iterator[Problem]:
    """Find that the address in site.yaml, by which the site is built for a host, is one that no host can have."""
    address = site.settings.base_url
    if SET_APART.search(urlsplit(address).hostname or ""):
        message = (
            f"the pages for the host would name '{address}', an address that nobody can have;"
            " give the real one with --base-url, in BRIEFING_BASE_URL, or here"
        )
        yield Problem(site.setting("base_url"), "placeholder-address", message)


def _taken(name: str, owner: str) -> str:
    return f"the address '{name}' is taken by {owner}; choose another id"
