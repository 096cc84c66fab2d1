"""A published site as far as its host is concerned."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Publication:
    """The address of a site and what is below it.

    Everything in it has been validated as addresses and slugs, so that none of it can end a line or a value of a file.
    """

    base_url: str
    """The address, with a slash at the end."""
    languages: tuple[str, ...]
    """The codes of its languages, which are its folders."""
    moved: Mapping[str, str]
    """All old addresses below a language, each with its present one."""

    @property
    def path(self) -> str:
        """The path of its address: `/`, or `/briefings/2023/` if it is below the root of its host."""
        return urlsplit(self.base_url).path
