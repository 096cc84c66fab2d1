"""The editor's commands: what awaits review, what was reviewed, the source index, and whether anything is missing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

from briefing.checks import check_all, freshness
from briefing.content.load import REVIEWS, SOURCE, load
from briefing.content.model import Record
from briefing.content.site import Site
from briefing.editor.index import Index, read_source
from briefing.editor.index import written as written_index
from briefing.engine.rules import RULES
from briefing.numbers.readers import READERS, Reader
from briefing.paths import write_whole
from briefing.problems import ContentError, Problem, UsageError, did_you_mean
from briefing.queries.coverage import Number, numbers
from briefing.reviews import status as reviews
from briefing.reviews.status import STATES, Standing, standings


def open_site(content: Path) -> Site:
    """Load a site to work on, whatever else is wrong with it. Raises ContentError where it cannot be used at all."""
    site, problems = load(content)
    if site is None:
        raise ContentError(problems)
    return site


def status(content: Path) -> list[Standing]:
    """Return how every text and figure stands to its last review."""
    return list(standings(open_site(content)))


def accept(content: Path, targets: Sequence[str], reviewer: str, date: str) -> list[Standing]:
    """Record that a person has looked at texts and figures: those of a file, with an id, or all.

    Returns what was not current before. Raises ContentError where a check finds an error in a file concerned, since
    no look can make a wrong number right; UsageError where a target names nothing.
    """
    site, problems = load(content)
    if site is None:
        raise ContentError(problems)
    everything = list(standings(site))
    chosen = [standing for target in targets for standing in _named(everything, target)] if targets else everything
    files = {standing.file.document.file for standing in chosen if standing.file}
    _refuse_wrong([*problems, *check_all(site)], files)
    changed = [standing for standing in chosen if standing.state != "current"]
    for folder, entries in reviews.accepted(site, changed, reviewer, date).items():
        write_whole(content / folder / REVIEWS, reviews.written(entries))
    return changed


def _named(everything: Sequence[Standing], target: str) -> list[Standing]:
    """Return what a target names: a file by its path or name, or every text and figure under an id."""
    found = [each for each in everything if target in _called(each)]
    if not found:
        names = {name for each in everything for name in _called(each)}
        message = f"there is no file or id '{target}'; {did_you_mean(target, names)}"
        raise UsageError(message)
    if target not in {each.name for each in found} and len(files := dict.fromkeys(each.name for each in found)) > 1:
        message = f"'{target}' stands in {' and '.join(files)}; name one of these files"
        raise UsageError(message)
    return found


def _called(standing: Standing) -> set[str]:
    """Return what a person may call a text or figure by: its file, its path of ids, its own id; never a field."""
    file, parts = standing.file, standing.key.split("/")
    ids = set(parts[:1] if file and isinstance(file.record, Mapping | tuple) else parts[1:2])
    fields = set(type(file.record).model_fields) if file and isinstance(file.record, Record) else set()
    return {standing.name, standing.name.rpartition("/")[2], standing.key, file.document.file if file else ""} | (
        ids - fields - {"text"}
    )


def _refuse_wrong(problems: Sequence[Problem], files: set[str]) -> None:
    """Refuse to record a look at files with errors, other than those a look clears, or over damaged reviews."""
    errors = [each for each in problems if RULES[each.code].severity == "error" and each.code not in freshness.CLEARED]
    if wrong := [each for each in errors if each.position.file in files or each.position.file.endswith(REVIEWS)]:
        raise ContentError(wrong)


@dataclass(frozen=True)
class Audited:
    """What became of the numbers of one speech, and whether its index still fits the text (None: no text given)."""

    place: str
    indexed: bool
    numbers: tuple[Number, ...]
    fits: bool | None = None

    @property
    def counts(self) -> Counter[str]:
        """How many are cited, left out with a reason, and missing."""
        return Counter("cited" if each.figure else "left out" if each.reason else "missing" for each in self.numbers)


def audit(content: Path, briefing: str, text: Path | None) -> list[Audited]:
    """Compare the content of a briefing with its source index and, where the text is at hand, the index with it."""
    site = open_site(content)
    index = read_source(text, source_reader(site)) if text else None
    source = site.sources.get(briefing)
    if source is None:
        message = f"{briefing} has no source index; run build.py index TEXT"
        raise UsageError(message)
    speeches = {each.record.place: each.record for each in site.speeches if each.name.startswith(f"{briefing}/")}
    places = dict.fromkeys([*source.record, *(index or {}), *speeches])
    return [
        Audited(
            place,
            place in source.record,
            tuple(numbers(speeches.get(place), source.record.get(place, ()))),
            None if index is None else place in source.record and index.get(place) == source.record[place],
        )
        for place in places
    ]


def write_index(content: Path, briefing: str, text: Path) -> Index:
    """Write the index of a briefing's source from its text."""
    site = open_site(content)
    index = read_source(text, source_reader(site))
    _refuse_loss(site, briefing, index)
    write_whole(content / briefing / SOURCE, written_index(index))
    return index


def complete(audited: Sequence[Audited]) -> bool:
    """Say whether every speech is indexed, every number accounted for, and every index fits its text."""
    return all(each.indexed and not each.counts["missing"] and each.fits is not False for each in audited)


def audit_table(audited: Sequence[Audited]) -> str:
    """Return the audit as a table, what is missing below it, and the share that is accounted for."""
    rows = [(each.place, each.counts, {None: "", True: "fits", False: "differs"}[each.fits]) for each in audited]
    total = sum((counts for _, counts, _ in rows), Counter[str]())
    lines = [f"{'speech':<20}{'figures':>9}{'cited':>9}{'left out':>10}{'missing':>9}  index"]
    for place, counts, fits in [*rows, ("all", total, "")]:
        cells = (counts.total(), counts["cited"], counts["left out"], counts["missing"])
        lines.append("{:<20}{:>9}{:>9}{:>10}{:>9}  {}".format(place, *cells, fits).rstrip())
    for each in audited:
        lines += [
            f"{each.place} [{number.paragraph}]: {number.stated} is missing"
            for number in each.numbers
            if not number.figure and not number.reason
        ]
    share = Decimal(100 * (total["cited"] + total["left out"])) / (total.total() or 1)
    lines += [f"{each.place} is not in the index; run build.py index" for each in audited if not each.indexed]
    if any(each.fits is False for each in audited):
        lines.append("the index differs from the text; run build.py index, then build.py check")
    return "\n".join([*lines, f"audit: {share.quantize(Decimal('0.1'), ROUND_DOWN)}% accounted for", ""])


def status_table(standings: Sequence[Standing]) -> str:
    """Return a table of states by file, and below it everything that is not current."""
    states = [state for state in STATES if any(each.state == state for each in standings)]
    files = dict.fromkeys(each.name for each in standings)
    counts = Counter((each.name, each.state) for each in standings)
    width = max(map(len, files), default=0) + 2
    lines = ["file".ljust(width) + "".join(f"{state:>16}" for state in states)]
    lines += [name.ljust(width) + "".join(f"{counts[name, state]:>16}" for state in states) for name in files]
    lines += [f"{each.name}: {each.key}: {each.state}" for each in standings if each.state != "current"]
    return "\n".join([*lines, ""])


def status_json(standings: Sequence[Standing]) -> str:
    """Return every standing as JSON."""
    listed = [
        {"file": each.name, "id": each.key, "state": each.state}
        | ({"reviewer": each.review.reviewer, "date": each.review.date} if each.review else {})
        for each in standings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _refuse_loss(site: Site, briefing: str, index: Index) -> None:
    """Refuse an index that is not of this briefing: of places that did not speak, or without those indexed before."""
    speakers = {place for each in site.briefings if each.id == briefing for place in each.record.places}
    if foreign := speakers and set(index) - speakers:
        message = (
            f"{', '.join(sorted(foreign))} did not speak in {briefing}; add them to its places, or name --briefing"
        )
        raise UsageError(message)
    before = site.sources.get(briefing)
    if lost := (set(before.record) if before else set()) - set(index):
        message = (
            f"the text lacks {', '.join(sorted(lost))}, which {briefing} has indexed; name the right text or briefing"
        )
        raise UsageError(message)


def source_reader(site: Site) -> Reader:
    """Return what reads numbers in the language of the sources. Raises UsageError where there is none."""
    language = site.languages[0]
    if language.family not in READERS:
        message = f"numbers in {language.name} cannot be read yet; write a reader for it in briefing/figures"
        raise UsageError(message)
    return READERS[language.family]


def the_briefing(content: Path, named: str | None) -> str:
    """Return the briefing that a command is about: the one named, or the only one. Raises UsageError otherwise."""
    found = sorted(path.parent.name for path in content.glob("[!.]*/briefing.yaml"))
    if named in found or (named is None and len(found) == 1):
        return named or found[0]
    message = f"name one of the briefings with --briefing: {', '.join(found) or 'there is none'}"
    raise UsageError(message)
