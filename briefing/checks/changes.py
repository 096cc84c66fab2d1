"""The log of changes lists every change of a figure's value, in order, and names only figures that exist."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.content.layout import CHANGES
from briefing.content.model import Speech
from briefing.content.site import Briefing
from briefing.problems import Position, Problem, did_you_mean
from briefing.reviews.status import value_histories


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the log of a briefing with its speeches, and with the values that their figures have had."""
    log, places = briefing.log, briefing.record.places
    named: list[tuple[str, str, Position]] = []
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
    known = {speech.place: speech.figures for speech in briefing.speeches if speech.file.complete}
    for place, figure, position in named:
        if briefing.file.complete and place not in places and place in briefing.shared.places:
            message = f"{place} did not speak in {briefing.id}; {did_you_mean(place, places)}"
            yield Problem(position, "change-of-no-figure", message)
        elif figure not in known.get(place, (figure,)):
            message = f"{place} has no figure '{figure}'; {did_you_mean(figure, known[place])}"
            yield Problem(position, "change-of-no-figure", message)
    if not log or (log.complete and all(place in briefing.shared.places for place, _, _ in named)):
        for speech in briefing.speeches:
            entries = [(figure, position) for place, figure, position in named if place == speech.place]
            yield from _compare_values(speech, entries)


def _compare_values(speech: Speech, entries: Sequence[tuple[str, Position]]) -> Iterator[Problem]:
    """Compare how often the log names each figure, the newest entry first, with how often its value has changed."""
    briefing = speech.briefing
    for name, values in value_histories(speech).items():
        logged, changes = [position for figure, position in entries if figure == name], len(values) - 1
        figure = speech.figures[name]
        if len(logged) < changes and figure.unit in briefing.shared.units:
            text = ", ".join(f"{code}: …" for code in briefing.codes)
            entry = f'- {{id: …, date: "…", text: {{{text}}}, figures: {{{speech.place}: [{name}]}}}}'
            said = f"says so {len(logged)} of {changes} times" if logged else "does not say so"
            was, now = ", then ".join(values[:-1]), values[-1]
            message = f"the value was {was}, is {now}, and {briefing.id}/{CHANGES} {said}; add at its top: {entry}"
            position = speech.file.document.at("figures", name, "low" if figure.bound == "range" else "value")
            yield Problem(position, "unlogged-change", message)
        elif len(logged) > changes:
            counts = f"entries that name {name}: {len(logged)}, changes of its value: {changes}"
            message = f"{counts}; name a figure only where its value has changed"
            yield Problem(logged[0], "logged-in-vain", message)
