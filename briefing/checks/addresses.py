"""Every page and every anchor has an address of its own, and a file says the place that its name says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.load import Briefing, Loaded, Site
from briefing.model import Speech
from briefing.problems import Problem

RESERVED = {"about": "the page about a briefing", "data": "downloads", "static": "styles and icons"}


def check(site: Site) -> Iterator[Problem]:
    """Find ids that would share an address."""
    codes = [language.code for language in site.languages]
    for number, code in enumerate(codes):
        if code in RESERVED or code in codes[:number]:
            yield Problem(site.documents["site.yaml"].at("languages", number), "collision", _taken(code))
    for briefing in site.briefings:
        if briefing.id in RESERVED:
            yield Problem(briefing.file.document.at(), "collision", _taken(briefing.id))
        yield from _places(briefing)
    for speech in site.speeches:
        yield from _speech(speech)


def _places(briefing: Briefing) -> Iterator[Problem]:
    places = briefing.record.places
    for number, place in enumerate(places):
        if place in RESERVED or place in places[:number]:
            yield Problem(briefing.file.document.at("places", number), "collision", _taken(place))


def _speech(speech: Loaded[Speech]) -> Iterator[Problem]:
    record, document = speech.record, speech.document
    if document.file.rpartition("/")[2] != f"{record.place}.yaml":
        message = f"the file is named otherwise than its place '{record.place}'; rename one of them"
        yield Problem(document.at("place"), "wrong-place", message)
    seen: Counter[str] = Counter()
    for number, measure in enumerate(record.measures):
        seen[measure.id] += 1
        if seen[measure.id] > 1:
            yield Problem(document.at("measures", number, "id"), "collision", _taken(measure.id))


def _taken(name: str) -> str:
    return (
        f"the address '{name}' is taken{f' by {RESERVED[name]}' if name in RESERVED else ' already'}; choose another id"
    )
