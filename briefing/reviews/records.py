"""`reviews.yaml` as the program writes it, after a person has looked at texts and figures."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.content.model import Review
from briefing.content.site import ContentUnit
from briefing.reviews.status import ReviewStatus, values_since_review


@dataclass(frozen=True)
class Look:
    """One act of review: the person, the day, and whether only the person who wrote it looks."""

    reviewer: str
    date: str
    alone: bool = False


OPENING = """\
# Who has looked at each text and figure, and its hash then. Written by `build.py accept`; never edit a hash by hand.
"""


def accepted(unit: ContentUnit, statuses: Iterable[ReviewStatus], look: Look) -> dict[str, dict[str, Review]]:
    """Return the reviews of a unit after a person has looked at some of its texts and figures; orphans are removed."""
    reviews = {name: dict(entries) for name, entries in (unit.reviews.record if unit.reviews else {}).items()}
    for status in statuses:
        entries = reviews.setdefault(status.file_name.rpartition("/")[2], {})
        before = entries.pop(status.key, None)
        if each := status.reviewable:
            values = values_since_review(each.value, before) if each.figure else ()
            entries[status.key] = Review(
                hashes=dict(each.hashes),
                figure=each.figure,
                values=values,
                paragraphs=dict(each.paragraphs or {}),
                reviewer=look.reviewer,
                alone=look.alone,
                date=look.date,
            )
    return reviews


def reviews_yaml(reviews: Mapping[str, Mapping[str, Review]]) -> str:
    """Return the reviews of a folder as YAML, one line each and sorted, so that the work of two people merges."""
    lines = [OPENING]
    for name, entries in sorted(reviews.items()):
        lines.append(f"{name}:\n" if entries else "")
        for key, review in sorted(entries.items()):
            data = review.model_dump(exclude_defaults=True)
            lines.append(f"  {key}: {json.dumps(data, ensure_ascii=False)}\n")
    return "".join(lines)
