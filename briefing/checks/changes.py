"""The log of changes says every change of a figure's value, in order, and names figures that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.content.load import CHANGES
from briefing.content.model import Change, Speech
from briefing.content.site import Briefing, Loaded, Site
from briefing.problems import Position, Problem, Rule, did_you_mean
from briefing.reviews.status import histories

RULES = (
    Rule(
        "unlogged-change",
        "The value of a figure (its number, bound or unit) differs from what was accepted before, and changes.yaml of"
        " its briefing does not say so: for each change of the value, an entry names the figure. Add the entry that the"
        " message begins, and say in it what changed and why.",
        "value: 95  # accepted as 90, and no entry of changes.yaml has figures: {huaying: [new-projects]}",
        '- {id: new-projects-of-huaying, date: "2026-12-01", text: {zh: …, en: …}, figures: {huaying: [new-projects]}}',
        severity="warning",
    ),
    Rule(
        "logged-in-vain",
        "More entries of changes.yaml name a figure than its value has changed; a later change would pass without a"
        " word. Under `figures` stand only figures whose value has changed; what is new, gone or renamed is told in"
        " the text.",
        "figures: {huaying: [new-projects]}  # whose note has changed",
        "an entry without figures",
        severity="warning",
    ),
    Rule(
        "changes-out-of-order",
        "The newest entry of changes.yaml comes first. Move the entry, or correct its date.",
        '- {id: second, date: "2026-12-01", text: …}\n- {id: third, date: "2026-12-24", text: …}',
        '- {id: third, date: "2026-12-24", text: …}\n- {id: second, date: "2026-12-01", text: …}',
    ),
    Rule(
        "change-of-no-figure",
        "An entry of changes.yaml names figures by the place that spoke in the briefing and by their ids in its"
        " speech. A figure that is gone is told in the text.",
        "figures: {huaying: [new-project]}",
        "figures: {huaying: [new-projects]}",
    ),
)
Log = Loaded[tuple[Change, ...]]


def check(site: Site) -> Iterator[Problem]:
    """Compare the log of each briefing with its speeches, and with the values that their figures have had."""
    for briefing in site.briefings:
        if briefing.log:
            yield from _order(briefing.log)
            yield from _unknown(briefing, briefing.log)
        if not briefing.log or briefing.log.whole:
            named = list(_named(briefing.log)) if briefing.log else []
            for loaded in briefing.speeches:
                logged = [each for each in named if each.place == loaded.record.place]
                yield from _speech(site, loaded, logged)


class _Named(NamedTuple):
    """Where an entry names a figure."""

    place: str
    figure: str
    position: Position


def _named(log: Log) -> Iterator[_Named]:
    """Yield every figure that is named, those of the newest entry first."""
    for change in log.record:
        for place, figures in change.figures.items():
            for index, figure in enumerate(figures):
                yield _Named(place, figure, log.document.at(change.id, "figures", place, index))


def _order(log: Log) -> Iterator[Problem]:
    for above, change in pairwise(log.record):
        if change.date > above.date:
            message = f"{change.date} is later than {above.date} of the entry above; the newest comes first"
            yield Problem(log.document.at(change.id, "date"), "changes-out-of-order", message)


def _unknown(briefing: Briefing, log: Log) -> Iterator[Problem]:
    """Find names of nothing; while a speech has errors, nobody knows its figures."""
    places = briefing.record.places
    known = {loaded.record.place: loaded.record.figures for loaded in briefing.speeches if loaded.whole}
    for place, figure, position in _named(log):
        if place not in places:
            message = f"{place} did not speak in {briefing.id}; {did_you_mean(place, places)}"
            yield Problem(position, "change-of-no-figure", message)
        elif figure not in known.get(place, (figure,)):
            message = f"{place} has no figure '{figure}'; {did_you_mean(figure, known[place])}"
            yield Problem(position, "change-of-no-figure", message)


def _speech(site: Site, loaded: Loaded[Speech], named: Sequence[_Named]) -> Iterator[Problem]:
    for name, had in histories(site, loaded).items():
        logged = [each.position for each in named if each.figure == name]
        changed = len(had) - 1
        if len(logged) < changed:
            key = "low" if loaded.record.figures[name].bound == "range" else "value"
            message = _unlogged(site, loaded, name, had, len(logged))
            yield Problem(loaded.document.at("figures", name, key), "unlogged-change", message)
        elif len(logged) > changed:
            said = f"entries that name {name}: {len(logged)}, changes of its value: {changed}"
            yield Problem(logged[0], "logged-in-vain", f"{said}; name a figure only where its value has changed")


def _unlogged(site: Site, loaded: Loaded[Speech], figure: str, had: Sequence[str], logged: int) -> str:
    """Say what the value was and is, and begin the entry that is missing."""
    text = ", ".join(f"{code}: …" for code in site.codes)
    entry = f'- {{id: …, date: "…", text: {{{text}}}, figures: {{{loaded.record.place}: [{figure}]}}}}'
    file = f"{loaded.folder}/{CHANGES}"
    said = f"{file} says so {logged} of {len(had) - 1} times" if logged else f"{file} does not say so"
    return f"the value was {', then '.join(had[:-1])}, is {had[-1]}, and {said}; add at its top: {entry}"
