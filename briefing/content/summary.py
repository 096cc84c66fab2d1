"""The card of a briefing: what the site as a whole needs of it. It loads nothing else, so that it is cheap."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Card:
    """What the pages and checks of the site as a whole know of a briefing; texts are by language."""

    id: str
    year: int
    title: Mapping[str, str]
    description: Mapping[str, str]
    event: Mapping[str, str]
    places: tuple[str, ...]
    """Those that spoke, in the source's order."""
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of shared records that it uses, by the file that holds them."""
    whole: bool = True
    """Whether nothing of it was left out for being wrong."""

    def said(self) -> str:
        """Return all of it as JSON."""
        used = {name: sorted(ids) for name, ids in self.used.items()}
        return json.dumps({**self.__dict__, "used": used}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Card:
        """Return the card that was said. Raises ValueError, TypeError or LookupError where it is none."""
        said = json.loads(text)
        used = {name: frozenset(ids) for name, ids in said["used"].items()}
        return cls(**{**said, "used": used, "places": tuple(said["places"])})
