"""The settings of a command: where to read from and write to, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Where to read from and write to.

    `base_url` overrides the one in site.yaml; `strict` makes warnings errors; `pdf` adds the PDFs, and links to them.
    `target` names the host, whose files are added, and `compress` adds texts that are compressed already.
    `progress` is told how many parts of the site are done, of how many, and `waiting` what a build waits for.
    """

    content: Path
    templates: Path
    output: Path
    base_url: str | None = None
    strict: bool = False
    pdf: bool = False
    target: str = "none"
    compress: bool = False
    progress: Callable[[int, int], None] = lambda _done, _of: None
    waiting: Callable[[str], None] = print

    @property
    def options(self) -> tuple[object, ...]:
        """The settings that decide on the bytes of a site, besides its files."""
        return self.base_url, self.pdf, self.target, self.compress
