"""Every page has an address of its own, and a file says the place that its name says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.problems import Problem
from briefing.site import Site

TAKEN = {"about": "the page about a briefing", "data": "the downloads", "static": "the styles and icons"}
"""Names in an address that belong to the program."""


def check(site: Site) -> Iterator[Problem]:
    """Find ids that would take an address of the program's, and files named otherwise than their place."""
    files = {id(loaded.record): loaded.document for loaded in site.files}
    for language in site.languages:
        if language.code in TAKEN:
            yield Problem(files[id(site.settings)].at("languages", language.code), "collision", _taken(language.code))
    for briefing in site.briefings:
        if briefing.id in TAKEN:
            yield Problem(briefing.file.document.at(), "collision", _taken(briefing.id))
        for number, place in enumerate(briefing.record.places):
            if place in TAKEN:
                yield Problem(briefing.file.document.at("places", number), "collision", _taken(place))
    for speech in site.speeches:
        if not speech.document.file.endswith(f"/{speech.record.place}.yaml"):
            message = f"the file is named otherwise than its place '{speech.record.place}'; rename one of them"
            yield Problem(speech.document.at("place"), "wrong-place", message)


def _taken(name: str) -> str:
    return f"the address '{name}' is taken by {TAKEN[name]}; choose another id"
