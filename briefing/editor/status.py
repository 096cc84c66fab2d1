"""`build.py status`: how each text and figure compares with its last review."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefing.content.load import load_site
from briefing.content.site import Site
from briefing.editor.site import usable
from briefing.reviews.status import STATES, ReviewStatus, review_statuses


def status(content: Path) -> list[ReviewStatus]:
    """Return the status of every text and figure. Raises ContentError if a shared file cannot be used."""
    return statuses_of(usable(load_site(content)))


def statuses_of(site: Site) -> list[ReviewStatus]:
    """Return the status of every text and figure, folder by folder; reviews of files that are gone come last."""
    units = sorted(site.units, key=lambda unit: unit.folder)
    return sorted((each for unit in units for each in review_statuses(unit)), key=lambda each: each.file is None)


def status_table(statuses: Sequence[ReviewStatus]) -> str:
    """Return a table of states by file, and below it everything that is not current."""
    counts = Counter((each.file_name, each.state) for each in statuses)
    files = dict.fromkeys(each.file_name for each in statuses)
    states = [state for state in STATES if any(counts[name, state] for name in files)]
    width = max(map(len, files), default=0) + 2
    lines = ["file".ljust(width) + "".join(f"{state:>16}" for state in states)]
    lines += [name.ljust(width) + "".join(f"{counts[name, state]:>16}" for state in states) for name in files]
    for each in statuses:
        paragraphs = f" ({', '.join(each.changed_paragraphs)})" if each.changed_paragraphs else ""
        if each.state != "current":
            lines.append(f"{each.file_name}: {each.key}: {each.state}{paragraphs}")
    return "\n".join([*lines, ""])


def status_json(statuses: Sequence[ReviewStatus]) -> str:
    """Return every status as JSON."""
    listed = [
        {"file": each.file_name, "id": each.key, "state": each.state}
        | ({"paragraphs": [int(number) for number in each.changed_paragraphs]} if each.changed_paragraphs else {})
        | ({"reviewer": each.review.reviewer, "date": each.review.date} if each.review else {})
        | ({"second person": each.by_second_person} if each.review else {})
        for each in statuses
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
