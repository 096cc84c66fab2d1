"""Every page has an address of its own, and a file says the place that its name says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.problems import Problem, Rule
from briefing.site import Site

RULES = (
    Rule(
        "collision",
        "No id takes an address or file that the program needs: 'static' holds the styles, 'about' the page on a"
        " briefing; briefing.yaml, source.yaml and reviews.yaml are no speeches.",
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
STATIC = "static"
"""The folder beside the languages that is the program's own."""
RESERVED = {
    "about": "the page about a briefing",
    "briefing": "briefing.yaml",
    "source": "the source index",
    "reviews": "the reviews",
}
"""What a place cannot be called, and what has the name."""


def check(site: Site) -> Iterator[Problem]:
    """Find ids that would take an address of the program's, and files named otherwise than their place."""
    for loaded in site.files:
        if loaded.record is site.settings and STATIC in [language.code for language in site.languages]:
            yield Problem(loaded.document.at("languages", STATIC), "collision", _taken(STATIC, "the styles and icons"))
    for briefing in site.briefings:
        for number, place in enumerate(briefing.record.places):
            if place in RESERVED:
                position = briefing.file.document.at("places", number)
                yield Problem(position, "collision", _taken(place, RESERVED[place]))
    for speech in site.speeches:
        if not speech.document.file.endswith(f"/{speech.record.place}.yaml"):
            message = f"the file is named otherwise than its place '{speech.record.place}'; rename one of them"
            yield Problem(speech.document.at("place"), "wrong-place", message)


def _taken(name: str, owner: str) -> str:
    return f"the address '{name}' is taken by {owner}; choose another id"
