"""Nothing of the source is lost: every number is cited or left out with its reason, every paragraph gives something."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.content.model import SourceParagraph, Speech
from briefing.content.site import Briefing
from briefing.problems import Problem, Rule
from briefing.queries.coverage import numbers

RULES = (
    Rule(
        "uncovered-number",
        "Every number that the source index found is cited by a figure of that paragraph and wording, or explained by"
        " an entry of `left_out` with one of the reasons of briefing.yaml.",
        "paragraph 4 has 10亿元以上, and neither figures nor left_out has it",
        'left_out:\n  - {stated: "448", at: 3, reason: in-a-name}',
    ),
    Rule(
        "unspoken-source",
        "Every speech of the source index is one of the briefing: its place stands among `places` and has a file.",
        "source.yaml has huaying, and places: [wusheng]",
        "places: [huaying, wusheng]",
    ),
    Rule(
        "uncited-paragraph",
        "Each paragraph from 1 on is the source of at least one figure or measure.",
        "no figure and no measure has at: 3",
        "measures:\n  - id: tracking\n    at: 3",
    ),
    Rule(
        "left-out-in-vain",
        "An entry of `left_out` explains a number that its paragraph has and that no figure cites.",
        'left_out:\n  - {stated: "449", at: 3, reason: in-a-name}  # the paragraph has 448',
        'left_out:\n  - {stated: "448", at: 3, reason: in-a-name}',
    ),
)


def check(briefing: Briefing) -> Iterator[Problem]:
    """Compare the source index with the places of the briefing, and with every speech whose file is complete."""
    source, places, known = briefing.source, briefing.record.places, briefing.shared.places.keys()
    for place in source.record if source and briefing.file.complete and known >= set(places) else ():
        if source and place in known and place not in places:
            message = f"'{place}' is in the source, but not among the places of {briefing.id}; add it there"
            yield Problem(source.document.at(place), "unspoken-source", message)
    for speech in briefing.speeches:
        if speech.file.complete and (paragraphs := speech.paragraphs):
            yield from _numbers(speech, paragraphs)
            cited = [(figure.at,) for figure in speech.figures.values()] + [each.at for each in speech.measures]
            for number in sorted(set(range(1, len(paragraphs))).difference(*cited)):
                message = f"no figure and no measure comes from paragraph {number}; summarise what it says"
                yield Problem(speech.file.document.at("measures"), "uncited-paragraph", message)


def _numbers(speech: Speech, paragraphs: Sequence[SourceParagraph]) -> Iterator[Problem]:
    """Report numbers that no figure cites and nothing explains, and entries of `left_out` that explain none."""
    document, reasons = speech.file.document, speech.briefing.record.reasons
    found = list(numbers(speech, paragraphs))
    strayed = [
        figure
        for figure in speech.figures.values()
        if figure.at >= len(paragraphs) or figure.stated not in paragraphs[figure.at].figures
    ]
    missing = Counter(
        (each.paragraph, each.stated)
        for each in found
        if not (each.figure or each.reason)
        # A figure that is nowhere in its paragraph is reported already; it may be this number, mistyped or misplaced.
        and not any(figure.stated == each.stated or figure.at == each.paragraph for figure in strayed)
    )
    for (paragraph, stated), times in missing.items():
        often = f", {times} times," if times > 1 else ""
        message = f"paragraph {paragraph} states {stated}{often} but no figure cites it; add it, or name it in left_out"
        yield Problem(document.at("figures"), "uncovered-number", message)
    explained = Counter((each.paragraph, each.stated) for each in found if each.reason)
    for index, left in enumerate(speech.left_out):
        if left.reason in reasons and (count := explained[left.at, left.stated]) < left.times:
            message = f"paragraph {left.at} has {count or 'no'} '{left.stated}' that no figure cites; correct the entry"
            yield Problem(document.at("left_out", index), "left-out-in-vain", message)
