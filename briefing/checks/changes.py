"""The log of changes says every change of a figure's value, in order, and names figures that there are."""

from collections.abc import Iterator
from itertools import pairwise

from briefing.content.layout import CHANGES
from briefing.content.model import Speech
from briefing.content.site import Briefing
from briefing.problems import Position, Problem, Rule, did_you_mean
from briefing.reviews.status import value_histories

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
Named = list[tuple[str, str, Position]]
"""The figures that a log names, those of the newest entry first: place, id, and where."""


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the log of a briefing with its speeches, and with the values that their figures have had."""
    log, named = briefing.log, Named()
    if log:
        named = [
            (place, figure, log.document.at(change.id, "figures", place, index))
            for change in log.record
            for place, figures in change.figures.items()
            for index, figure in enumerate(figures)
        ]
        for above, change in pairwise(log.record):
            if change.date > above.date:
                message = f"{change.date} is later than {above.date} of the entry above; the newest comes first"
                yield Problem(log.document.at(change.id, "date"), "changes-out-of-order", message)
        yield from _unknown(briefing, named)
    if not log or (log.complete and all(place in briefing.shared.places for place, _, _ in named)):
        for speech in briefing.speeches:
            yield from _values(speech, [each for each in named if each[0] == speech.place])


def _unknown(briefing: Briefing, named: Named) -> Iterator[Problem]:
    """Report names of no figure; the figures of a speech are not known while its file is not complete."""
    places = briefing.record.places
    known = {speech.place: speech.figures for speech in briefing.speeches if speech.file.complete}
    for place, figure, position in named:
        if place not in places and place in briefing.shared.places:
            message = f"{place} did not speak in {briefing.id}; {did_you_mean(place, places)}"
            yield Problem(position, "change-of-no-figure", message)
        elif figure not in known.get(place, (figure,)):
            message = f"{place} has no figure '{figure}'; {did_you_mean(figure, known[place])}"
            yield Problem(position, "change-of-no-figure", message)


def _values(speech: Speech, named: Named) -> Iterator[Problem]:
    """Compare how often each figure of a speech is named with how often its value has changed."""
    briefing = speech.briefing
    for name, values in value_histories(speech).items():
        logged, changes = [position for _, figure, position in named if figure == name], len(values) - 1
        figure = speech.figures[name]
        if len(logged) < changes and figure.unit in briefing.shared.units:
            text = ", ".join(f"{code}: …" for code in briefing.codes)
            entry = f'- {{id: …, date: "…", text: {{{text}}}, figures: {{{speech.place}: [{name}]}}}}'
            file = f"{briefing.id}/{CHANGES}"
            said = f"{file} says so {len(logged)} of {changes} times" if logged else f"{file} does not say so"
            was = ", then ".join(values[:-1])
            message = f"the value was {was}, is {values[-1]}, and {said}; add at its top: {entry}"
            position = speech.file.document.at("figures", name, "low" if figure.bound == "range" else "value")
            yield Problem(position, "unlogged-change", message)
        elif len(logged) > changes:
            counts = f"entries that name {name}: {len(logged)}, changes of its value: {changes}"
            message = f"{counts}; name a figure only where its value has changed"
            yield Problem(logged[0], "logged-in-vain", message)
