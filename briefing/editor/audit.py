"""`build.py audit`: which numbers of the source are cited, left out with a reason, or missing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import zip_longest
from pathlib import Path

from briefing.content.load import load_briefing, load_shared
from briefing.content.model import SourceParagraph
from briefing.editor.index import read_source, source_reader
from briefing.editor.site import usable
from briefing.problems import UsageError
from briefing.queries.coverage import Number, numbers


@dataclass(frozen=True)
class AuditedSpeech:
    """The numbers of one speech, each with the figure that cites it or the reason why it is left out."""

    place: str
    indexed: bool
    """True if the source index has the speech."""
    numbers: tuple[Number, ...]
    fits: bool | None = None
    """True if its index fits the text of the speeches; None if no text was given."""
    differing: tuple[int, ...] = ()
    """The paragraphs of its index that differ from the text."""

    @property
    def counts(self) -> Counter[str]:
        """How many are cited, left out with a reason, and missing."""
        return Counter("cited" if each.figure else "left out" if each.reason else "missing" for each in self.numbers)


def audit(content: Path, briefing_id: str, text: Path | None) -> list[AuditedSpeech]:
    """Compare a briefing with the index of its source, and the index with the text of the speeches if that is given.

    The briefing.yaml need not be usable. Raises ContentError if the shared files or the text cannot be used, UsageError
    if there is no index.
    """
    shared = usable(load_shared(content))
    briefing = usable(load_briefing(content, briefing_id, shared))
    index = read_source(text, source_reader(shared)) if text else None
    if briefing.source is None:
        raise UsageError(f"{briefing_id} has no source index; run build.py index TEXT")
    indexed, speeches = briefing.source.record, {speech.place: speech for speech in briefing.speeches}
    return [
        AuditedSpeech(
            place,
            place in indexed,
            tuple(numbers(speeches.get(place), indexed.get(place, ()))),
            None if index is None else place in indexed and index.get(place) == indexed[place],
            _differing(indexed.get(place, ()), index.get(place, ())) if index else (),
        )
        for place in dict.fromkeys([*indexed, *(index or {}), *speeches])
    ]


def _differing(indexed: Sequence[SourceParagraph], read: Sequence[SourceParagraph]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that are not the same, or that only one of the two has."""
    return tuple(number for number, (one, other) in enumerate(zip_longest(indexed, read)) if one != other)


def accounted_for(audited: Sequence[AuditedSpeech]) -> bool:
    """Return True if every speech is indexed, every number cited or left out, and no index differs from its text."""
    return all(each.indexed and not each.counts["missing"] and each.fits is not False for each in audited)


def audit_table(audited: Sequence[AuditedSpeech]) -> str:
    """Return the audit as a table, the missing numbers below it, and the share that is accounted for.

    An index that differs from its text accounts for nothing.
    """
    fits = {None: "", True: "fits", False: "differs"}
    rows = [(each.place, each.counts, fits[each.fits]) for each in audited]
    total = sum((counts for _, counts, _ in rows), Counter[str]())
    lines = [f"{'speech':<20}{'figures':>9}{'cited':>9}{'left out':>10}{'missing':>9}  index"]
    for place, counts, index in [*rows, ("all", total, "")]:
        cells = (counts.total(), counts["cited"], counts["left out"], counts["missing"])
        lines.append("{:<20}{:>9}{:>9}{:>10}{:>9}  {}".format(place, *cells, index).rstrip())
    lines += [
        f"{each.place} [{number.paragraph}]: {number.stated} is missing"
        for each in audited
        for number in each.numbers
        if not number.figure and not number.reason
    ]
    lines += [f"{each.place} is not in the index; run build.py index" for each in audited if not each.indexed]
    lines += [
        f"{each.place} [{number}]: the index differs from the text" for each in audited for number in each.differing
    ]
    share = Decimal(100 * (total["cited"] + total["left out"])) / (total.total() or 1)
    result = f"{share.quantize(Decimal('0.1'), ROUND_DOWN)}% accounted for"
    if any(each.fits is False or not each.indexed for each in audited):
        result = "the index differs from the text; run build.py index, then build.py check"
    return "\n".join([*lines, f"audit: {result}", ""])
