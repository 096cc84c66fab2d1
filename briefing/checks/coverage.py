"""Nothing of the source is lost: every number is cited or left out with its reason, every paragraph gives something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.content.model import Figure, SourceParagraph, Speech
from briefing.content.site import Loaded, Site
from briefing.problems import Problem, Rule
from briefing.queries.coverage import Number, numbers

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


def check(site: Site) -> Iterator[Problem]:
    """Hold the source index against every speech that was read whole."""
    for briefing in site.briefings:
        source = site.sources.get(briefing.id)
        for place in source.record if source and briefing.file.whole else ():
            if source and place not in briefing.record.places:
                message = f"'{place}' is in the source, but not among the places of {briefing.id}; add it there"
                yield Problem(source.document.at(place), "unspoken-source", message)
    for loaded in site.speeches:
        if loaded.whole and (paragraphs := site.paragraphs(loaded)):
            yield from _numbers(loaded, paragraphs)
            yield from _uncited(loaded, len(paragraphs) - 1)


def _numbers(loaded: Loaded[Speech], paragraphs: Sequence[SourceParagraph]) -> Iterator[Problem]:
    found = list(numbers(loaded.record, paragraphs))
    strayed = [figure for figure in loaded.record.figures.values() if not _stands(figure, paragraphs)]
    missing = Counter(
        (each.paragraph, each.stated)
        for each in found
        if not (each.figure or each.reason) and not any(_meant(figure, each) for figure in strayed)
    )
    for (paragraph, stated), times in missing.items():
        often = f", {times} times," if times > 1 else ""
        message = f"paragraph {paragraph} states {stated}{often} but no figure cites it; add it, or name it in left_out"
        yield Problem(loaded.document.at("figures"), "uncovered-number", message)
    explained = Counter((each.paragraph, each.stated) for each in found if each.reason)
    for index, left in enumerate(loaded.record.left_out):
        if (open_ := explained[left.at, left.stated]) < left.times:
            message = f"paragraph {left.at} has {open_ or 'no'} '{left.stated}' that no figure cites; correct the entry"
            yield Problem(loaded.document.at("left_out", index), "left-out-in-vain", message)


def _stands(figure: Figure, paragraphs: Sequence[SourceParagraph]) -> bool:
    return figure.at < len(paragraphs) and figure.stated in paragraphs[figure.at].figures


def _meant(figure: Figure, number: Number) -> bool:
    """Say whether a figure that is nowhere in its paragraph may be this number, mistyped or misplaced."""
    return figure.stated == number.stated or figure.at == number.paragraph


def _uncited(loaded: Loaded[Speech], last: int) -> Iterator[Problem]:
    speech = loaded.record
    cited = [(figure.at,) for figure in speech.figures.values()] + [measure.at for measure in speech.measures]
    for number in sorted(set(range(1, last + 1)).difference(*cited)):
        message = f"no figure and no measure comes from paragraph {number}; summarise what it says"
        yield Problem(loaded.document.at("measures"), "uncited-paragraph", message)
