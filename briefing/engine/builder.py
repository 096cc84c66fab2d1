"""Units built one after the other. What builds them is loaded when the first of them has to be built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.engine.output import DiscardedOutput
from briefing.engine.result import Unit, UnitResult
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.engine.context import BuildContext


class Builder:
    """Builds units into an output, with a context that is read when it is first needed."""

    def __init__(self, settings: Settings, output: DiscardedOutput) -> None:
        self.settings, self.output = settings, output

    def __call__(self, units: Sequence[Unit]) -> Iterator[UnitResult]:
        """Build units and yield their results."""
        from briefing.engine.units import build_unit  # noqa: PLC0415 - a build with nothing changed needs none of it

        for unit in units:
            yield build_unit(unit, self.context, self.output)

    def prepare(self) -> None:
        """Read what every unit is made with, as far as it can be used."""
        if self.context.loaded:
            _ = self.context.renderer

    @cached_property
    def context(self) -> BuildContext:
        """What every unit is made with. Raises UsageError and ContentError as `BuildContext` does."""
        from briefing.engine.context import BuildContext  # noqa: PLC0415 - likewise

        return BuildContext(self.settings)
