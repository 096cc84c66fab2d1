"""The summary of a briefing for the shared pages and checks. It imports nothing, so that a cached build stays fast."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class BriefingSummary:
    """One briefing in the list of all; texts are by language."""

    id: str
    year: int
    title: Mapping[str, str]
    description: Mapping[str, str]
    event: Mapping[str, str]
    places: tuple[str, ...]
    """Those that spoke, in the source's order."""
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of shared records that it uses, by the file that holds them, such as `units`."""
    complete: bool = True
    """False if something of it was left out because it is wrong."""

    def to_json(self) -> str:
        """Return all of it as JSON."""
        return json.dumps(vars(self), ensure_ascii=False, default=sorted)  # it cannot write sets

    @classmethod
    def from_json(cls, text: str) -> BriefingSummary:
        """Return the summary that was written. Raises ValueError, TypeError or LookupError if it is none."""
        data = json.loads(text)
        used = {name: frozenset(ids) for name, ids in data["used"].items()}
        return cls(**{**data, "used": used, "places": tuple(data["places"])})
