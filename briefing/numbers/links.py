"""Cues that link two numbers of a Chinese paragraph: of so many, part of another, corrected by another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.numbers.quantities import Found

_CORRECTED_TO = "(?:(?:更正|订正|修正|改正|纠正|核实)为|应当?为|应是|实为)"
CORRECTION = re.compile(f"{_CORRECTED_TO}$")
"""Words directly before a figure that corrects an earlier one."""
BEFORE_VALID, AFTER_VALID = re.compile("以[^，。；0-9]{0,12}$"), re.compile("[^，。；]{0,6}为准")
"""Words before and after such a figure: 以21个为准."""
THIS_IS_VALID = re.compile("[^。；]{0,12}以(?:此|后者|上述)[^，。；]{0,6}为准")
"""Words after such a figure alone: 21个，以此为准."""
CORRECTS = re.compile(f"以…为准|{_CORRECTED_TO}")
"""The cue of a figure that corrects an earlier one."""
CORRECTED_BY = re.compile(f"以[^…]+为准|{_CORRECTED_TO}.+")
"""The cue of a figure that a later one corrects, with that one."""
INVESTED = "总投资"
OF_SO_MANY = re.compile(f"的(?P<after>.+)|(?P<before>.+)…(?:{INVESTED})?")
"""The cue of an amount, with the count of the things that it is for: 的12个, 6个…, 6个…总投资."""
STRONGLY_OF = re.compile(f"^的|…{INVESTED}$")
"""Such a cue, if it can hardly mean anything else."""
PART_OF = re.compile("(?P<whole>.+)…中")
"""The cue of a part, with its whole: 46个…中."""
WHOLE_OF = re.compile(r"[^，,。；;]{0,10}[中里][，,]?[^，,。；;]{0,12}")
"""Text between a number and that of a part of it: 46个项目中，已开工18个."""
AMONG_THEM = re.compile(r"[^。；;]*其中[^，,。；;]{0,12}")
"""Text between any number of the sentence and that of a part of one of its unit: 26个，投资41亿元，其中新建9个."""


def links(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield the cues `OF_SO_MANY` and `PART_OF`, each with the index of its figure.

    的12个 of 5亿元的12个; 6个… of 5亿元, after the count of the same sentence; 46个…中 of 18个 in 46个项目中，开工18个,
    and in 46个，投资5亿元，其中18个.
    """
    linked: set[int] = set()
    for index, (first, second) in enumerate(pairwise(figures)):
        between = text[first.start + len(first.text) : second.start]
        kinds = [each.quantity.kind.partition(":")[0] for each in (first, second)]
        if kinds == ["money", "count"] and between == "的":
            linked.add(index)
            yield index, f"的{second.text}"
        elif first.quantity.kind == second.quantity.kind and WHOLE_OF.fullmatch(between):
            yield index + 1, f"{first.text}…中"
        elif AMONG_THEM.fullmatch(between) and (whole := _whole(text, figures[: index + 1], second)):
            yield index + 1, f"{whole.text}…中"
    for index, (first, second) in enumerate(pairwise(figures), 1):
        between = text[first.start + len(first.text) : second.start]
        kinds = [each.quantity.kind.partition(":")[0] for each in (first, second)]
        if kinds == ["count", "money"] and index not in linked and not re.search("[。；;]", between):
            yield index, f"{first.text}…{INVESTED if INVESTED in between else ''}"


def _whole(text: str, earlier: Sequence[Found], part: Found) -> Found | None:
    """Return the last number before a part, in its sentence, of its kind and its unit if there is one."""
    start = max(text.rfind(stop, 0, part.start) for stop in "。；;！？")
    like = [each for each in earlier if each.start > start and each.quantity.kind == part.quantity.kind]
    return next((each for each in reversed(like) if each.text[-1] == part.text[-1]), like[-1] if like else None)


def corrections(text: str, figures: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Yield the cues `CORRECTS` and `CORRECTED_BY`, each with the index of its figure."""
    for index, figure in enumerate(figures):
        before, after = text[max(0, figure.start - 4) : figure.start], figure.start + len(figure.text)
        valid = THIS_IS_VALID.match(text, after) or (
            AFTER_VALID.match(text, after) and BEFORE_VALID.search(text, max(0, figure.start - 14), figure.start)
        )
        correction = CORRECTION.search(before)
        if words := "以…为准" if valid else correction[0] if correction else "":
            yield index, words
            like = [each for each in range(index) if figures[each].quantity.kind == figure.quantity.kind]
            same = [each for each in like if figures[each].text[-1] == figure.text[-1]]
            for each in (same or like)[-1:]:
                yield each, f"以{figure.text}为准" if valid else f"{words}{figure.text}"
