"""Content that would make a program run out of time, of memory or of stack: small files, and much work."""

import itertools
import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

SPEECH, ABOUT, CHANGES = "demo-2030/alpha.yaml", "demo-2030/briefing.yaml", "demo-2030/changes.yaml"
METHOD = "method: {zh: 手工摘编。, en: Summarised by hand.}"
Change = tuple[str, str, str]
"""A file, what stands in it, and what is put there."""


@dataclass(frozen=True)
class Exhausting:
    """What is put in the place of something in files of the smallest site, and the code of the problem, if any."""

    changes: tuple[Change, ...]
    code: str = ""


def _before(file: str, there: str, words: str) -> Change:
    """Return the change that puts words before what is there."""
    return file, there, words + there


def _similar(times: int) -> Iterator[str]:
    """Yield names of the same letters, each of which might be a slip of any other."""
    letters = list("abcdefghijklmnopqrstuvwxyz" * 2)
    dice = random.Random(1)  # noqa: S311 - the same names each time
    for _ in range(times):
        dice.shuffle(letters)
        yield "".join(letters)


def _similar_names() -> Exhausting:
    first, second = itertools.islice(_similar(2_400), 1_200), itertools.islice(_similar(2_400), 1_200, None)
    defined = "".join(f"{name}: {{kind: park, name: {{zh: 园区, en: Park}}}}\n" for name in first)
    named = "".join(f"  {name}: {{at: 1, says: {{zh: 园区, en: Park}}}}\n" for name in second)
    changes = _before("entities.yaml", "north-park:", defined), _before(SPEECH, "  north-park:", named)
    return Exhausting(changes, "unknown-entity")


def _logged(chinese: str, english: str, times: int) -> Change:
    words = f"{{zh: {json.dumps(chinese)}, en: {json.dumps(english)}}}"
    entries = (f'- id: c{number}\n  date: "2030-01-03"\n  text: {words}\n' for number in range(times))
    return _before(CHANGES, "- id: first", "".join(entries))


def _name_that_begins_with_a_hyphen() -> Exhausting:
    alias = '  aliases: {zh: ["-园"], en: ["-park"]}\n'
    long = "-" * 9_900
    return Exhausting((_before("entities.yaml", "  kind: park", alias), _logged(f"园{long}区", f"a{long}b", 60)))


def _markdown(words: str, code: str = "markdown") -> Exhausting:
    chinese, english = (json.dumps(f"{words}{more}") for more in ("\n\n园区", "a"))
    return Exhausting(((ABOUT, METHOD, f"method: {{zh: {chinese}, en: {english}}}"),), code)


def _left_out() -> Exhausting:
    entry = 'left_out: [{stated: "1个", at: 1, reason: r, times: 99999999999999999}]\n'
    reasons = "reasons: {r: {name: {zh: 名称, en: A name}}}\n"
    return Exhausting((_before(SPEECH, "measures:", entry), _before(ABOUT, "method:", reasons)), "left-out-in-vain")


def _bomb() -> Exhausting:
    lines = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))
    return Exhausting((_before(SPEECH, "place:", "a0: &a0 [x]\n" + "".join(lines)),), "alias")


def _brackets() -> Exhausting:
    return Exhausting((_before(SPEECH, "place:", f"x: {'[' * 9_999}{']' * 9_999}\n"),), "too-deep")


EXHAUSTING: Mapping[str, Callable[[], Exhausting]] = {
    "aliases of aliases": _bomb,
    "brackets in brackets": _brackets,
    "names that are alike": _similar_names,
    "name that begins with a hyphen": _name_that_begins_with_a_hyphen,
    "number of a trillion numbers": _left_out,
    "lists in lists": lambda: _markdown("- " * 4_900),
    "numbered lists in lists": lambda: _markdown("1. " * 3_000),
    "lists in quotations": lambda: _markdown("> - " * 2_400),
    "quotations in quotations": lambda: _markdown("> " * 4_900, ""),
    "emphasis without end": lambda: _markdown("*a **b " * 1_400, ""),
    "code without end": lambda: _markdown("`a``b" * 1_900, ""),
    "links without end": lambda: _markdown("[a](" * 2_400),
    "numbers without end": lambda: Exhausting((_logged("1个，" * 3_000, "1 project, " * 900, 10),), "unequal-numbers"),
    "digits without end": lambda: Exhausting((_logged(f"园{'9' * 9_900}", "9" * 9_900, 10),)),
    "million of a million": lambda: Exhausting((_logged("万" * 9_900, "million " * 1_200, 10),), "unequal-numbers"),
    "citations without end": lambda: Exhausting((_logged("[1]" * 3_000, "{a}" * 3_000, 10),), "citation"),
    "spaces without end": lambda: Exhausting((_logged(f"园{' ' * 9_900}区", f"a{' ' * 9_900}b", 30),)),
}
