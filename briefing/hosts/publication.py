"""What a host needs to know of a site that is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Publication:
    """A site, as far as a host is concerned.

    All that it holds has been validated as addresses and slugs, so that none of it can end a line or a value of a file.
    """

    base_url: str
    """Where it is published, with a slash at the end."""
    languages: tuple[str, ...]
    """The codes of its languages, which are folders."""
    moved: Mapping[str, str]
    """All the addresses that are no more, old to present."""

    @property
    def path(self) -> str:
        """The path of its address: `/`, or `/briefings/2023/` where it stands below the root of its host."""
        return urlsplit(self.base_url).path
