"""Every page has an address of its own, and a file says the place that its name says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.problems import Problem, Rule
from briefing.site import Site

RULES = (
    Rule(
        "collision",
        "No id takes an address that the program needs: 'static' holds the styles, 'about' the page on a briefing.",
        "places: [about]",
        "places: [aboutville]",
    ),
    Rule(
        "wrong-place",
        "A speech's file has the name of its place.",
        "huaying.yaml with place: wusheng",
        "huaying.yaml with place: huaying",
    ),
)
STATIC, ABOUT = "static", "about"
"""The folder beside the languages, and the page beside the places, that are the program's own."""


def check(site: Site) -> Iterator[Problem]:
    """Find ids that would take an address of the program's, and files named otherwise than their place."""
    for loaded in site.files:
        if loaded.record is site.settings and STATIC in [language.code for language in site.languages]:
            yield Problem(loaded.document.at("languages", STATIC), "collision", _taken(STATIC, "the styles and icons"))
    for briefing in site.briefings:
        if ABOUT in briefing.record.places:
            number = briefing.record.places.index(ABOUT)
            position = briefing.file.document.at("places", number)
            yield Problem(position, "collision", _taken(ABOUT, "the page about a briefing"))
    for speech in site.speeches:
        if not speech.document.file.endswith(f"/{speech.record.place}.yaml"):
            message = f"the file is named otherwise than its place '{speech.record.place}'; rename one of them"
            yield Problem(speech.document.at("place"), "wrong-place", message)


def _taken(name: str, owner: str) -> str:
    return f"the address '{name}' is taken by {owner}; choose another id"
