"""Where the files of a build go, by command: into the staging folder, nowhere, or compared with the published site."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from briefing.engine.cache import recall, remember
from briefing.engine.result import UNPUBLISHED, Stamp, Unit, UnitResult
from briefing.engine.staging import Staging, opened
from briefing.problems import UsageError
from briefing.settings import Settings


class DiscardedOutput:
    """What `check` writes to: nothing is kept."""

    def __init__(self, staging: Staging) -> None:
        self.staging = staging

    def recall(self, unit: Unit) -> UnitResult | None:
        """Return what an earlier build made of a unit with the same fingerprint; None if that is not certain."""
        return recall(self.staging, unit)

    def write(self, name: str, data: bytes) -> Stamp:  # noqa: ARG002 - see the class
        """Take one file; return the stamp of the published file that holds it, or `UNPUBLISHED`."""
        return UNPUBLISHED

    def addresses(self, folder: str, passing_over: Collection[str]) -> Iterator[str]:
        """Yield the addresses of the published pages below a folder, except those of some briefings."""
        return self.staging.addresses(folder, passing_over)


class ComparedOutput(DiscardedOutput):
    """What `verify` writes to: each file is compared with the published one, and no earlier build is trusted."""

    def recall(self, unit: Unit) -> UnitResult | None:  # noqa: ARG002 - see the class
        """Return None: every unit is built."""
        return None

    def write(self, name: str, data: bytes) -> Stamp:
        """Return the stamp of the published file if it holds the same bytes, or `UNPUBLISHED`."""
        return self.staging.find(name, data)

    def addresses(self, folder: str, passing_over: Collection[str]) -> Iterator[str]:  # noqa: ARG002 - see below
        """Yield nothing: a page that should not be there is already reported as a difference."""
        return iter(())


class StagedOutput(DiscardedOutput):
    """What `build` writes to: the staging folder, which is then published as a whole."""

    def write(self, name: str, data: bytes) -> Stamp:
        """Stage a file unless the published site has it already; return the stamp of the one that will be published."""
        return self.staging.write(name, data)

    def publish(self, files: Mapping[str, Stamp], remembered: Collection[UnitResult]) -> None:
        """Publish exactly these files, and remember these results for the next build."""
        self.staging.complete(files)
        remember(self.staging, remembered)
        self.staging.exchange()


@contextmanager
def staged_output(settings: Settings) -> Iterator[StagedOutput]:
    """Open the staging folder of a build. Until it is published, the output folder stays as it is.

    Raises UsageError if the output folder was not made by this program, or lies in a folder that a build reads.
    """
    output = settings.output.resolve()
    for folder in (settings.content.resolve(), settings.templates.resolve()):
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            message = f"{settings.output} and {folder} lie one in the other; name another output folder"
            raise UsageError(message)
    with opened(output, settings.waiting) as staging:
        yield StagedOutput(staging)
