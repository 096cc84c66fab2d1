"""A text cites figures that exist, the same in every language, and a page can show its citations and its Markdown."""

import re
from collections import Counter
from collections.abc import Iterator

from briefing.checks.texts import Fault
from briefing.content.model import Speech
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Markdown, Prose, Text
from briefing.i18n.figures import FORMS
from briefing.markup.prose import CITATION, LEFT_OVER, dropped
from briefing.problems import did_you_mean


def check(unit: ContentUnit, file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Look at the citations and Markdown of each language; compare the citations if there is no fault in any."""
    written = {code: words for code, words in text.items() if code in unit.codes}
    speech = file.record if isinstance(text, Prose) and isinstance(file.record, Speech) else None
    remedy = (
        "cite a figure as {id}, a paragraph as [2]" if speech else "this text takes none and would show it as it is"
    )
    faults: list[Fault] = []
    for code, words in written.items():
        if isinstance(text, Markdown):
            faults += [Fault("markdown", message, code) for message in dropped(words)]
        for match in CITATION.finditer(words) if speech and file.complete else ():
            cited = match["figure"]
            if speech and cited is not None and cited not in speech.figures:
                message = f"the figure '{cited}' is not in this speech; {did_you_mean(cited, speech.figures)}"
                faults.append(Fault("unknown-figure", message, code, match.start()))
            if match["form"] not in FORMS:
                message = f"'{match['form']}' is no form of a figure; write {{id}}, {{id:number}} or {{id:bare}}"
                faults.append(Fault("citation", message, code, match.start("form")))
        for match in LEFT_OVER.finditer(CITATION.sub(lambda match: " " * len(match[0]), words) if speech else words):
            faults.append(Fault("citation", f"'{match[0]}' is no citation; {remedy}", code, match.start()))
    yield from faults
    counts = {code: Counter(map(_cited, CITATION.finditer(words))) for code, words in written.items()}
    first = next(iter(counts), "")
    for code, others in counts.items() if not faults else ():
        if unlike := (counts[first] - others) + (others - counts[first]):
            names = ", ".join(sorted(unlike))
            message = f"{names} cited here and in {first} unequally; cite the same in every language"
            yield Fault("unequal-citations", message, code, 0, (first, 0))


def _cited(match: re.Match[str]) -> str:
    """Return a citation without its form, which may differ between languages."""
    return match[0].strip() if match["figure"] is None else f"{{{match['figure']}}}"
