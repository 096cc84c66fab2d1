"""Where the files of a site go, by command: into the next site, nowhere, or against the present one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefing.engine.cache import Made, recall
from briefing.engine.staging import NOWHERE, Desk, Stamp


@dataclass(frozen=True)
class Nowhere:
    """What `check` does with files: nothing. What an earlier build knows of a part need not be found again."""

    desk: Desk

    def write(self, name: str, data: bytes) -> Stamp:  # noqa: ARG002 - see the class
        """Take a file; return the stamp of the published one that holds it, or `NOWHERE`."""
        return NOWHERE

    def recall(self, part: str, key: str) -> Made | None:
        """Return a part that was made from the same inputs before, where that is known for sure."""
        return recall(self.desk, part, key)

    def addresses(self, folder: str, but: Collection[str]) -> Iterator[str]:
        """Yield the addresses of the published pages below a folder, but for those of some briefings."""
        return self.desk.addresses(folder, but)

    def begin(self, files: Mapping[str, Stamp]) -> None:
        """Begin, with files of the present site that stay."""

    def keep(self, files: Mapping[str, Stamp]) -> None:
        """Take further files of the present site over."""


class Present(Nowhere):
    """What `verify` does with files: it looks for each in the present site, and believes nothing."""

    def write(self, name: str, data: bytes) -> Stamp:
        """Return the stamp of the file, where the present site has it."""
        return self.desk.find(name, data)

    def recall(self, part: str, key: str) -> Made | None:  # noqa: ARG002 - see the class
        """Return nothing."""
        return None

    def addresses(self, folder: str, but: Collection[str]) -> Iterator[str]:  # noqa: ARG002 - see the class
        """Yield nothing: what the present site has too much is a difference."""
        return iter(())


class Next(Nowhere):
    """What `build` does with files: they become the next site."""

    def write(self, name: str, data: bytes) -> Stamp:
        """Write the file, or keep the present one that holds the same."""
        return self.desk.write(name, data)

    def begin(self, files: Mapping[str, Stamp]) -> None:
        """Clear the next site but for these files."""
        self.desk.begin(files)

    def keep(self, files: Mapping[str, Stamp]) -> None:
        """Link files of the present site into the next."""
        self.desk.keep(files)
