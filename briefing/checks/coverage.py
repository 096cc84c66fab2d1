"""Each number of the source is cited or left out with a reason, and each paragraph has a figure or measure."""

from collections import Counter
from collections.abc import Iterator

from briefing.content.model import Speech
from briefing.content.site import Briefing
from briefing.problems import Problem
from briefing.queries.coverage import numbers


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the source index with the places of the briefing, and with every speech whose file is complete."""
    source, places, known = briefing.source, briefing.record.places, briefing.shared.places.keys()
    if source and briefing.file.complete and known >= set(places):
        for place in source.record.keys() & known - set(places):
            message = f"'{place}' is in the source, but not among the places of {briefing.id}; add it there"
            yield Problem(source.document.at(place), "unspoken-source", message)
    for speech in briefing.speeches:
        if speech.file.complete and speech.paragraphs:
            yield from _numbers(speech)
            cited = [(figure.at,) for figure in speech.figures.values()] + [each.at for each in speech.measures]
            for number in sorted(set(range(1, len(speech.paragraphs))).difference(*cited)):
                message = f"no figure and no measure comes from paragraph {number}; summarise what it says"
                yield Problem(speech.file.document.at("measures"), "uncited-paragraph", message)


def _numbers(speech: Speech) -> Iterator[Problem]:
    """Report numbers that no figure cites and nothing explains, and entries of `left_out` that explain none."""
    document, paragraphs, reasons = speech.file.document, speech.paragraphs, speech.briefing.record.reasons
    found = list(numbers(speech, paragraphs))
    misplaced = [
        figure
        for figure in speech.figures.values()
        if figure.at >= len(paragraphs) or figure.stated not in paragraphs[figure.at].figures
    ]
    missing = Counter(
        (each.paragraph, each.stated)
        for each in found
        if not (each.figure or each.reason)
        # A figure that is nowhere in its paragraph is reported already; it may be this number, mistyped or misplaced.
        and not any(figure.stated == each.stated or figure.at == each.paragraph for figure in misplaced)
    )
    for (paragraph, stated), times in missing.items():
        total = paragraphs[paragraph].figures.count(stated)
        often = f", {total} times," if total > 1 else ""
        accounted = f"only {total - times} of them is accounted for" if times < total else "no figure cites it"
        message = f"paragraph {paragraph} states {stated}{often} but {accounted}; add it, or name it in left_out"
        yield Problem(document.at("figures"), "uncovered-number", message)
    explained = Counter((each.paragraph, each.stated) for each in found if each.reason)
    for index, left in enumerate(speech.left_out):
        if left.reason in reasons and (count := explained[left.at, left.stated]) < left.times:
            message = f"paragraph {left.at} has {count or 'no'} '{left.stated}' that no figure cites; correct the entry"
            yield Problem(document.at("left_out", index), "left-out-in-vain", message)
